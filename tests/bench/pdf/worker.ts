import { loadPdfjs } from '#utils/documents/pdf/pdfjs.ts'
import { isPdfMode, measurePdf } from './measuring-pdf.ts'

/** The same in a browser's worker: says that it is there, gets a mode and bytes, answers with figures. */

const clock = () => performance.now()

interface Request {
  readonly bench?: { readonly mode: string; readonly bytes: Uint8Array }
}

// pdf.js listens and speaks here too, so what is ours has a name.
addEventListener('message', async ({ data: { bench } }: MessageEvent<Request>) => {
  if (!bench) return
  if (!isPdfMode(bench.mode)) throw new Error(`${bench.mode} is not measured`)
  const start = clock()
  const counts = await measurePdf[bench.mode](bench.bytes, clock)
  postMessage({ bench: { ms: clock() - start, ...counts } })
})

await loadPdfjs()
postMessage({ bench: 'ready' })

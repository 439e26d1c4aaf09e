import '#utils/documents/pdf/stand-ins.ts'
import { startWorker } from '#utils/browser/workers/trusted-types.ts'

type Pdfjs = typeof import('pdfjs-dist')
type ViewerParts = typeof import('pdfjs-dist/web/pdf_viewer.mjs')

export interface PdfjsParts {
  readonly pdfjs: Pdfjs
  readonly viewer: ViewerParts
}

let loaded: Promise<PdfjsParts> | null = null

/**
 * pdf.js and its viewer component, once; what could not be loaded is tried again by the next who asks (Firefox tries a module
 * again on a new page alone). The worker is one of our own files: `new Worker` takes no other address under Trusted Types.
 */
export function loadPdfjs(): Promise<PdfjsParts> {
  loaded ??= importParts().catch((error: unknown) => {
    loaded = null
    throw error
  })
  return loaded
}

/** The viewer takes its other half from the global that the first one sets, so the order matters. */
async function importParts(): Promise<PdfjsParts> {
  const pdfjs = await import('pdfjs-dist')
  const viewer = await import('pdfjs-dist/web/pdf_viewer.mjs')
  return { pdfjs, viewer }
}

/** A worker of pdf.js for one document, to be destroyed with it; `failed` rejects where its script can't be run, of which pdf.js hears nothing. */
export function startPdfWorker({ pdfjs }: PdfjsParts) {
  const port = startWorker('/pdf-worker.js')
  const failed = new Promise<never>((_, reject) => {
    port.addEventListener('error', ({ message }) => reject(new Error(message || 'the worker of pdf.js was not loaded')))
  })
  // It may do so before there is a document, which is told of it then.
  failed.catch(() => undefined)
  return { worker: new pdfjs.PDFWorker({ port: port as never }), failed }
}

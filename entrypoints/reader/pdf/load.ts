import '#utils/documents/pdf/stand-ins.ts'
import { startWorker } from '#utils/browser/trusted-types.ts'

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

/** A worker of pdf.js for one document, to be destroyed with it. */
export function startPdfWorker({ pdfjs }: PdfjsParts) {
  return new pdfjs.PDFWorker({ port: startWorker('/pdf-worker.js') as never })
}

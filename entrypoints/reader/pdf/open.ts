import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import { pdfFiles } from './files.ts'
import { loadPdfjs, startPdfWorker } from './load.ts'
import { type Arrival, transportOf } from './transport.ts'

/** An open PDF. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy
  close(): void
}

/**
 * Opens a PDF to be drawn: from bytes that are there, or from bytes that are still on their way. Scripts in it are
 * never run, forms are shown as they are printed, and nothing is fetched but Kamerlens' own files.
 */
export async function openPdf(source: Uint8Array<ArrayBuffer> | Arrival, signal: AbortSignal): Promise<OpenPdf> {
  const parts = await loadPdfjs()
  signal.throwIfAborted()
  const worker = startPdfWorker(parts)
  const task: PDFDocumentLoadingTask = parts.pdfjs.getDocument({
    // pdf.js takes the buffer away from its caller, who still has to have it read.
    ...(source instanceof Uint8Array ? { data: source.slice() } : { range: transportOf(parts.pdfjs, source) }),
    ...pdfFiles(new URL('/', location.href).href),
    worker,
    verbosity: parts.pdfjs.VerbosityLevel.ERRORS,
    enableXfa: false,
    // What is read ahead comes with the one stream; only what is missing for the page in view is asked for apart.
    disableAutoFetch: true,
  })
  const close = () => {
    void task.destroy().catch(() => undefined)
    worker.destroy()
  }
  signal.addEventListener('abort', close)
  try {
    return { document: await task.promise, close }
  } catch (error) {
    close()
    throw error
  }
}

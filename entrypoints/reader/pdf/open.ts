import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import { pdfFiles } from './files.ts'
import { loadPdfjs, type PdfjsParts, startPdfWorker } from './load.ts'
import { type Arrival, transportOf } from './transport.ts'

/** An open PDF. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy
  close(): void
}

/** pdf.js with a worker for one document, before there is one. */
type Started = Promise<{ readonly parts: PdfjsParts } & ReturnType<typeof startPdfWorker>>

let prepared: Started | null = null

async function start(): Started {
  const parts = await loadPdfjs()
  return { parts, ...startPdfWorker(parts) }
}

/** Loads what opens a PDF, in both threads, while its first bytes are still to come. What can't be loaded is told when it is opened. */
export function prepareToOpen(): void {
  prepared ??= start()
  prepared.catch(() => undefined)
}

/** What was prepared, for whoever comes first. */
function takePrepared(): Started {
  const taken = prepared ?? start()
  prepared = null
  return taken
}

/**
 * Opens a PDF to be drawn: from bytes that are there, or from bytes that are still on their way. Scripts in it are
 * never run, forms are shown as they are printed, and nothing is fetched but Kamerlens' own files.
 */
export async function openPdf(source: Uint8Array<ArrayBuffer> | Arrival, signal: AbortSignal): Promise<OpenPdf> {
  const { parts, worker, failed } = await takePrepared()
  if (signal.aborted) worker.destroy()
  signal.throwIfAborted()
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
    return { document: await Promise.race([task.promise, failed]), close }
  } catch (error) {
    close()
    throw error
  }
}

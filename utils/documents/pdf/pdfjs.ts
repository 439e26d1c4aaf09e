import type { PDFDocumentProxy } from 'pdfjs-dist'
import { ReadingFailure } from '../types.ts'

export type Pdfjs = typeof import('pdfjs-dist')

let loaded: Promise<Pdfjs> | null = null

/**
 * pdf.js, with its worker half in this very thread. We already run in a worker of our own (or in Node), and a nested
 * worker would need an address that Trusted Types let pass; `globalThis.pdfjsWorker` is pdf.js' documented way around
 * it. The legacy build, because the modern one needs newer engines than Node 24 and Chrome 140.
 */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= (async () => {
    const scope: { pdfjsWorker?: object } = globalThis as object
    scope.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return import('pdfjs-dist/legacy/build/pdf.mjs')
  })()
  return loaded
}

/**
 * Opens a PDF for its text alone: nothing is drawn, no font is made, no image decoded and nothing fetched. Character
 * maps and standard fonts are therefore not needed either: widths of the standard fonts are built in, and the only
 * texts that would need a map file are Chinese, Japanese and Korean ones without Unicode data of their own.
 *
 * @throws ReadingFailure `password-protected` or `broken-pdf`
 */
export async function openPdf(bytes: Uint8Array): Promise<{ document: PDFDocumentProxy; close(): Promise<void> }> {
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer away from its caller, who may still need the bytes.
    data: bytes.slice(),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Larger than no image at all: every image is left out before it is decoded.
    maxImageSize: 0,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
  })
  try {
    const document = await task.promise
    return { document, close: () => task.destroy() }
  } catch (error) {
    await task.destroy().catch(() => undefined)
    throw failureOf(error)
  }
}

/** What an exception of pdf.js means to a reader. */
export function failureOf(error: unknown): ReadingFailure {
  if (error instanceof ReadingFailure) return error
  const name = error instanceof Error ? error.name : ''
  const detail = error instanceof Error ? error.message : String(error)
  return new ReadingFailure(name === 'PasswordException' ? 'password-protected' : 'broken-pdf', detail)
}

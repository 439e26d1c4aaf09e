import type { PDFDocumentProxy } from 'pdfjs-dist'
import { ReadingFailure } from '../types.ts'
import { loopback } from './loopback.ts'
import { listenForTextStates } from './text-states.ts'

export type Pdfjs = typeof import('pdfjs-dist')

interface Halves {
  readonly pdfjs: Pdfjs
  readonly handler: { initializeFromPort(port: object): void }
}

let loaded: Promise<Halves> | null = null

/** Loads both halves once; what could not be loaded is tried again by the next who asks. */
function loadHalves(): Promise<Halves> {
  loaded ??= importHalves().catch((error: unknown) => {
    loaded = null
    throw error
  })
  return loaded
}

async function importHalves(): Promise<Halves> {
  const { WorkerMessageHandler: handler } = await import('./worker-half.ts')
  return { pdfjs: await withoutAdvice(() => import('pdfjs-dist')), handler }
}

/** In Node pdf.js says, as soon as it is loaded, to take its legacy build: without the stand-ins one would have to. */
async function withoutAdvice<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  const { warn } = console
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('`legacy` build')) warn(...words)
  }
  try {
    return await load()
  } finally {
    console.warn = warn
  }
}

/**
 * pdf.js, with its worker half in this very thread, which is a worker of our own (or Node): what bounds a hostile file (`withinMemory`,
 * `within`) must be where it works. Its two halves in two threads, with ours beside the second, were tried: on two cores the end came no
 * sooner, since layout and parser need facts of the whole document, and the first question came later. The modern build with our own
 * stand-ins: the legacy one is the same code behind 38 modules of core-js, which take three times as long to load as the rest.
 */
export async function loadPdfjs(): Promise<Pdfjs> {
  return (await loadHalves()).pdfjs
}

/**
 * What a PDF is opened with for its text alone: nothing is drawn, no font is made, no image decoded and nothing fetched. Character
 * maps and standard fonts are therefore not needed either: widths of the standard fonts are built in, and the only
 * texts that would need a map file are Chinese, Japanese and Korean ones without Unicode data of their own.
 */
export const textAlone = {
  disableFontFace: true,
  // The real name of an embedded font, which alone says that it is bold, is told with what else is known of it.
  fontExtraProperties: true,
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
} as const

/**
 * @param bytes are copied, since pdf.js takes them away
 * @throws ReadingFailure `password-protected` or `broken-pdf`
 */
export async function openPdf(bytes: Uint8Array): Promise<{ document: PDFDocumentProxy; close(): Promise<void> }> {
  const { pdfjs, handler } = await loadHalves()
  const verbosity = pdfjs.VerbosityLevel.ERRORS
  const port = loopback()
  handler.initializeFromPort(port)
  const worker = new pdfjs.PDFWorker({ port: port as never, verbosity })
  const task = pdfjs.getDocument({ ...textAlone, worker, data: bytes.slice(), verbosity })
  const listenNoMore = listenForTextStates()
  const close = async () => {
    listenNoMore()
    await task.destroy().catch(() => undefined)
    worker.destroy()
  }
  try {
    return { document: await task.promise, close }
  } catch (error) {
    await close()
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

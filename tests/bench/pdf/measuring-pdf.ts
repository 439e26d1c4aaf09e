import type { PDFDocumentProxy } from 'pdfjs-dist'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfPdf } from '#utils/documents/pdf/lines.ts'
import { loadPdfjs, textAlone } from '#utils/documents/pdf/pdfjs.ts'
import { readDocument } from '#utils/documents/read.ts'
import type { PdfMode } from './modes.ts'

/** What one measurement gives beside its own time. */
export interface PdfCounts {
  readonly items?: number
  readonly questions?: number
  /** Milliseconds of the clock, of the reading of lines and of the parser. */
  readonly lines?: number
  readonly parse?: number
}

/** pdf.js with its worker half in this thread, as it does that by itself. */
async function asItComes(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await loadPdfjs()
  const scope: { pdfjsWorker?: object } = globalThis as object
  scope.pdfjsWorker ??= await import('pdfjs-dist/build/pdf.worker.mjs')
  return getDocument({ ...textAlone, data: bytes.slice(), verbosity: VerbosityLevel.ERRORS }).promise
}

/** The measurements, in Node and in a browser's worker alike. */
export const measurePdf: Readonly<Record<PdfMode, (bytes: Uint8Array, clock: () => number) => Promise<PdfCounts>>> = {
  async textContent(bytes) {
    const document = await asItComes(bytes)
    let items = 0
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      items += (await page.getTextContent()).items.length
    }
    await document.loadingTask.destroy()
    return { items }
  },
  async read(bytes) {
    const { questions } = await readDocument(bytes)
    return { questions: questions.length }
  },
  async parse(bytes, clock) {
    const start = clock()
    const { lines } = await linesOfPdf(bytes)
    const read = clock()
    const questions = parseQuestions(lines)
    return { questions: questions.length, lines: read - start, parse: clock() - read }
  },
}

export const isPdfMode = (word: unknown): word is PdfMode => typeof word === 'string' && word in measurePdf

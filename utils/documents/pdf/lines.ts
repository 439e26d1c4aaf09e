import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'
import { throwIfCancelled } from '../cancelled.ts'
import { statedTitle } from '../stated-title.ts'
import { type Line, ReadingFailure } from '../types.ts'
import { type ArrayLimits, withinMemory } from './array-limit.ts'
import { FontBook } from './fonts.ts'
import { hasDrawing } from './images.ts'
import { pageText } from './items.ts'
import { alignRows, layOut, linesOf, rowPages } from './layout.ts'
import { failureOf, loadPdfjs, openPdf } from './pdfjs.ts'
import { type Ruling, rulingsOf } from './rulings.ts'
import type { PageText } from './run.ts'
import { countCopiesAnew, throwIfTooManyCopies } from './text-states.ts'
import { within } from './time-limit.ts'

export { loadPdfjs }

export interface PdfOptions {
  readonly signal?: AbortSignal
  /** Called after each page, from 1; `linesSoFar` lays out what has been read, which takes its time. */
  readonly onPage?: (done: number, total: number, linesSoFar: () => Line[]) => void
  readonly limits?: Partial<PdfLimits>
  readonly memory?: ArrayLimits
}

/**
 * Beyond these a file is not a document of questions but an attack or an archive.
 */
export interface PdfLimits {
  readonly pages: number
  /** Pieces of text on one page, and in the whole file. */
  readonly itemsPerPage: number
  readonly items: number
  /** Of the clock, for all of the file, and for what pdf.js does with one page. */
  readonly milliseconds: number
  readonly millisecondsPerPage: number
}

const usualLimits: PdfLimits = {
  pages: 3_000,
  itemsPerPage: 100_000,
  items: 3_000_000,
  milliseconds: 10 * 60_000,
  millisecondsPerPage: 20_000,
}

export interface PdfText {
  readonly lines: Line[]
  readonly pages: number
  /** The title that the file states of itself, or null. */
  readonly title: string | null
}

/**
 * Reads a PDF as lines in reading order, told apart by their place: text, table cells, margin boxes, running headers
 * and footers, footnotes (DOMAIN §0 says what each would do to a question). Units: points from the top left corner.
 *
 * @throws ReadingFailure `password-protected`, `broken-pdf`, `image-only`, `too-large`, `too-complex` or `cancelled`
 */
export async function linesOfPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<PdfText> {
  throwIfCancelled(options.signal)
  // Before its memory is counted: loading it is no part of reading a file.
  await loadPdfjs()
  return withinMemory((check) => readPages(bytes, options, check), options.memory)
}

async function readPages(bytes: Uint8Array, options: PdfOptions, check: () => void): Promise<PdfText> {
  const { signal, onPage } = options
  const limits = { ...usualLimits, ...options.limits }
  // Not by `Date.now`, which throws where a page takes too long.
  const deadline = performance.now() + limits.milliseconds
  const { document, close } = await openPdf(bytes)
  try {
    const total = document.numPages
    if (total > limits.pages) throw new ReadingFailure('too-large', `${total} pages`)
    const fonts = new FontBook()
    const pages: PageText[] = []
    let items = 0
    let isDrawn = false
    for (let number = 1; number <= total; number += 1) {
      throwIfCancelled(signal)
      if (performance.now() > deadline) throw new ReadingFailure('broken-pdf', 'reading took too long')
      await within(limits.millisecondsPerPage, async () => {
        const page = await document.getPage(number)
        countCopiesAnew()
        const content = await page.getTextContent({ includeMarkedContent: false })
        throwIfTooManyCopies()
        const texts = content.items.filter((item): item is TextItem => 'str' in item)
        items += texts.length
        if (texts.length > limits.itemsPerPage || items > limits.items) throw new ReadingFailure('too-large', 'text')
        await fonts.learn(page, Object.keys(content.styles))
        const text = pageText(number, page.getViewport({ scale: 1 }), texts, (name) => fonts.lookOf(name))
        if (text.runs.length === 0 && !isDrawn) isDrawn = await hasDrawing(page)
        pages.push(text)
        page.cleanup()
      })
      check()
      onPage?.(number, total, () => layOut(pages))
    }
    if (isDrawn && pages.every(({ runs }) => runs.length === 0)) throw new ReadingFailure('image-only')
    const rowed = rowPages(pages)
    const aligned = alignRows(rowed, new Map())
    const rulings = new Map<number, readonly Ruling[]>()
    for (const number of aligned.unsettledPages) {
      throwIfCancelled(signal)
      const page = await document.getPage(number)
      rulings.set(number, await within(limits.millisecondsPerPage, () => rulingsOf(page)))
    }
    const lines = linesOf(rowed, rulings.size > 0 ? alignRows(rowed, rulings) : aligned)
    return { lines, pages: total, title: await titleOf(document) }
  } catch (error) {
    throwIfTooManyCopies()
    throw failureOf(error)
  } finally {
    await close().catch(() => undefined)
  }
}

async function titleOf(document: { getMetadata(): Promise<{ info: object }> }): Promise<string | null> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  return statedTitle('Title' in info && typeof info.Title === 'string' ? info.Title : '')
}

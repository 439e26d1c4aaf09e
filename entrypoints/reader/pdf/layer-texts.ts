import { type PageText, readPageText } from '#utils/dom/page-text.ts'
import { Readable } from '#utils/dom/readable.ts'
import { type Quote, quoteOf } from '#utils/notes/passages/quote.ts'

/** The text layers that pdf.js lays on its pages while one scrolls, each with its text. */
export class LayerTexts {
  readonly #viewer: HTMLElement
  readonly #readable = new Readable('')
  #texts = new WeakMap<Element, PageText>()

  constructor(viewer: HTMLElement) {
    this.#viewer = viewer
  }

  /** The pages have changed: texts are read anew when they are asked for. */
  forget(): void {
    this.#texts = new WeakMap()
    this.#readable.forget()
  }

  /** The texts of the pages that are drawn now, by page number. */
  drawn(): readonly { readonly page: number; readonly text: PageText }[] {
    return [...this.#viewer.querySelectorAll<HTMLElement>('.page[data-page-number]')].flatMap((element) => {
      const text = this.#of(element)
      return text === null ? [] : [{ page: Number(element.dataset.pageNumber), text }]
    })
  }

  /** What is selected in the pages; null where nothing is, its quote null where it is more than a passage may have. */
  selected(): { readonly quote: Quote | null; readonly page: number } | null {
    const selection = getSelection()
    if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
    const pageOf = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement
      return element !== null && this.#viewer.contains(element) ? element.closest<HTMLElement>('.page') : null
    }
    const first = pageOf(startContainer)
    // What ends outside the pages, or on an edge of one, is taken up to there.
    const last = pageOf(endContainer)
    if (first === null) return null
    const from = Number(first.dataset.pageNumber)
    const to = last === null ? Number.POSITIVE_INFINITY : Number(last.dataset.pageNumber)
    const pages = this.drawn().filter(({ page }) => page >= from && page <= to)
    let text = ''
    let start = 0
    let end = 0
    const begins: number[] = []
    for (const { page, text: own } of pages) {
      if (text !== '' && !text.endsWith(' ')) text += ' '
      begins.push(text.length)
      if (page === from) start = own.offsetOf(startContainer, startOffset)
      end = text.length + (page === to ? own.offsetOf(endContainer, endOffset) : own.text.length)
      text += own.text
    }
    if (text.slice(start, end).trim() === '') return null
    const quote = quoteOf(text, start, end)
    if (quote === null) return { quote, page: from }
    // Where the first page gave nothing but its end, the passage begins on a later one.
    const at = begins.findLastIndex((begin) => begin <= quote.start)
    const begin = begins[at] ?? 0
    const before = Math.min(quote.prefix.length, quote.start - begin)
    const prefix = quote.prefix.slice(quote.prefix.length - before)
    return {
      quote: { ...quote, prefix, start: quote.start - begin, end: quote.end - begin },
      page: pages[at]?.page ?? from,
    }
  }

  #of(page: HTMLElement): PageText | null {
    const layer = page.querySelector('.textLayer')
    if (layer === null) return null
    const known = this.#texts.get(layer)
    if (known !== undefined) return known
    const work = readPageText(layer, this.#readable)
    for (;;) {
      const step = work.next()
      if (!step.done) continue
      this.#texts.set(layer, step.value)
      return step.value
    }
  }
}

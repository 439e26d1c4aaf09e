import { asPage, rangeOf } from './page-asked.ts'
import { codeAtEnd, codeAtStart, codeBegunAtEnd, codeOfCell, isWholeCode } from './printed-code.ts'
import type { Row } from './rows.ts'

/** What stands beside the words of a question in its row: the columns of codes and of pages asked about. */
export interface RowFacts {
  code: string | null
  page: string | null
}

const pageSource = String.raw`(?:(?:blz|pag|pp?)\.?\s?)?\d{1,4}(?:\s?(?:[-–]|t\/m|\/|en|,)\s?\d{1,4})?`
const pageAlone = new RegExp(`^${pageSource}$`, 'i')
const pageAtEnd = new RegExp(`^(.*\\S)(\\s+)(${pageSource})$`, 'i')
const pageAtStart = new RegExp(`^(${pageSource})\\s+(?=\\p{Lu})`, 'u')

/** The first and the last page asked about, in columns of their own («Blz. van», «t/m»): `12 14`, never `216 90`. */
const pagePair = /^(?:(.*\S)\s+)?(\d{1,4})\s+(\d{1,4})$/

/** Both in columns of their own, behind a sentence. */
const pagesApart = /[.?!][»”"’')]* (?: +\d{1,4} {2,}\d{1,4}|\d{1,4} 0)$/

/** «… is opgelost. 2022 | was een uitzondering»: no paper has so many pages. */
const year = /\s(?:19|20)\d\d$/

/** Takes codes and pages out of a question's rows, one row at a time in reading order. */
export class RowReader {
  readonly facts: RowFacts = { code: null, page: null }
  /** A code that the end of a narrow column cut off, waiting for its last digits. */
  private begun: { text: string; missing: number } | null = null
  private readonly codeColumn: boolean

  /** `codeColumn`: most rows of this document carry a code. */
  constructor(codeColumn = false) {
    this.codeColumn = codeColumn
  }

  /** The row's text without the columns; empty where nothing else stood in the row. */
  read(row: Row, first: boolean): string {
    let text = row.text
    if (first) text = this.fromStart(text)
    for (let turn = 0; turn < 4; turn += 1) {
      const rest = this.fromEnd(text, row.text)
      if (rest === null) break
      text = rest
    }
    return text
  }

  /** Reads the cells that stand in one column of the row, in order from the top. */
  readColumn(cells: readonly string[]): boolean {
    const joined = cells.join(' ')
    const glued = cells.join('')
    // Most codes that a narrow column wraps are whole when glued: of these no grammar needs to be asked.
    const code = isWholeCode(glued) ? glued : (codeOfCell(joined) ?? codeOfCell(glued))
    if (this.begun && this.complete(joined) === '') return true
    if (code !== null) this.facts.code ??= code
    else if (pageAlone.test(joined)) this.facts.page = this.withColumn(asPage(joined))
    else if (codeBegunAtEnd(joined)?.start === 0)
      this.begun ??= { text: joined, missing: codeBegunAtEnd(joined)?.missing ?? 0 }
    else {
      const pages = /^(?:\S+ )*?(\d{1,4}(?:\s?[-–]\s?\d{1,4})?)$/.exec(joined)
      const ended = pages?.[1] === undefined ? null : codeOfCell(joined.slice(0, -pages[1].length).trim())
      if (ended === null || pages?.[1] === undefined) return false
      this.facts.code ??= ended
      this.facts.page ??= asPage(pages[1])
    }
    return true
  }

  /** A second column of pages holds the last one. */
  private withColumn(page: string): string {
    const first = this.facts.page
    if (first === null) return page
    return /^\d+$/.test(first) && /^\d+$/.test(page) ? (rangeOf(first, page) ?? first) : first
  }

  private fromStart(text: string): string {
    const code = codeAtStart(text)
    if (!code) return text
    this.facts.code ??= code.code
    const rest = text.slice(code.end).trimStart()
    const page = pageAtStart.exec(rest)
    if (!page?.[1]) return rest
    this.facts.page ??= asPage(page[1])
    return rest.slice(page[0].length)
  }

  /** One thing less at the end of the text, or null where its end is the question's own words. */
  private fromEnd(text: string, whole: string): string | null {
    const code = this.facts.code === null ? codeAtEnd(text, this.codeColumn) : null
    if (code) {
      this.facts.code = code.code
      return text.slice(0, code.start).trimEnd()
    }
    const completed = this.complete(text)
    if (completed !== null) return completed
    const pair = this.facts.page === null ? pagePair.exec(text) : null
    const range = pair?.[2] === undefined || pair[3] === undefined ? null : rangeOf(pair[2], pair[3])
    if (
      pair &&
      range !== null &&
      (pair[1] === undefined || codeAtEnd(pair[1], this.codeColumn) || pagesApart.test(text))
    ) {
      this.facts.page = range
      return pair[1] ?? ''
    }
    if (pageAlone.test(text)) {
      // The first number beside a row is the page asked about; another one is the mark of a note that is not there.
      this.facts.page ??= asPage(text)
      return ''
    }
    const page = this.facts.page === null ? pageAtEnd.exec(text) : null
    if (page?.[1] !== undefined && page[3] !== undefined && this.isPageColumn(page[1], page[2] ?? '', text, whole)) {
      this.facts.page = asPage(page[3])
      return page[1]
    }
    const begun = this.facts.code === null && this.begun === null ? codeBegunAtEnd(text) : null
    if (begun && begun.missing > 0) {
      this.begun = { text: text.slice(begun.start), missing: begun.missing }
      return text.slice(0, begun.start).trimEnd()
    }
    return null
  }

  /** The last digits of a code that was cut off, at the end of this row, maybe with the page behind them. */
  private complete(text: string): string | null {
    if (this.begun === null) return null
    const tail = new RegExp(`(?:^|\\s)(\\d{${this.begun.missing}})(?:\\s+(${pageSource}))?$`).exec(text)
    const code = tail?.[1] === undefined ? null : codeOfCell(`${this.begun.text}${tail[1]}`.replace(/\s/g, ''))
    if (!tail || code === null) return null
    this.facts.code = code
    this.begun = null
    if (tail[2] !== undefined) this.facts.page ??= asPage(tail[2])
    return text.slice(0, tail.index).trimEnd()
  }

  /** A number at a row's end is a column where a sentence (maybe with a note's mark), a code or a wide gap stands before it. */
  private isPageColumn(before: string, gap: string, text: string, whole: string): boolean {
    if (gap.length > 1) return true
    if (/[.?!][»”"’')]*(?:(?<=\?[»”"’')]*)\d{1,2})?$/.test(before)) return !year.test(text)
    if (this.facts.code === null && (codeAtEnd(before, this.codeColumn) || (codeBegunAtEnd(before)?.missing ?? 0) > 0))
      return true
    // The code stood behind it and is taken out already: «… werkprogramma 216 2023D19158» has a gap or a stop before.
    return whole !== text && /[,;:]$/.test(before)
  }
}

/** A row that holds nothing but a code, the beginning of one, or a page. */
export function isFactAlone(row: Row): boolean {
  return pageAlone.test(row.text) || codeOfCell(row.text) !== null || codeBegunAtEnd(row.text)?.start === 0
}

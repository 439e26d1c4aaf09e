import { isFlat, linesOfFlatText } from './flat/lines.ts'
import type { Cell, Line } from './types.ts'

/** A gap that a reader sees as a border between columns; one or two blanks stand inside ordinary sentences too. */
const columnGap = /\t+| {3,}/g
/** In a row that has columns, a figure at its end may stand nearer: figures are set to the right. */
const figureGap = /\t+| {3,}| {2}(?=\d{1,4}$)/g
const tabStop = 8

/**
 * Plain text (pasted, or extracted from another format) as lines. A form feed starts a page, a blank line a block.
 * Wide gaps become cells, whose `x` counts characters: `pdftotext -layout` and pasted tables keep their columns so.
 * A text that has lost its line ends gets them back as far as it tells (`flat/`).
 */
export function linesOfText(text: string): Line[] {
  const lines: Line[] = []
  const pages = text.replace(/^\uFEFF/, '').split('\f')
  if (isFlat(text)) return pages.flatMap((page, index) => linesOfFlatText(page, index + 1))
  pages.forEach((pageText, index) => {
    let startsBlock = true
    for (const printed of pageText.split(/\r\n|[\n\r\u2028\u2029\u0085\v]/)) {
      const raw = printed.includes('**') || printed.startsWith('#') ? withoutMarkdown(printed) : printed
      const content = raw.trim()
      if (content === '') {
        startsBlock = true
        continue
      }
      const cells = cellsOf(raw)
      lines.push({ text: content, page: index + 1, startsBlock, ...(cells ? { cells } : {}) })
      startsBlock = false
    }
  })
  return lines
}

/** The signs of Markdown's headings and bold letters, which some extractions put around «Vraag 1» or a number. */
function withoutMarkdown(line: string): string {
  return line.replace(/^#{1,6} (?=\S)/, '').replace(/\*\*(?=\S)([^*\n]{1,400})\*\*/g, '$1')
}

/** Pages of a plain text: form feeds between them, a last empty page not counted. */
export function pagesOfText(text: string): number {
  return text.replace(/\f\s*$/, '').split('\f').length
}

function cellsOf(raw: string): Cell[] | null {
  const offset = raw.length - raw.trimStart().length
  const content = raw.trim()
  const columns = columnsOf(raw)
  const cells: Cell[] = []
  let start = 0
  const push = (end: number) => {
    if (end > start) {
      const x = columns[offset + start] ?? 0
      cells.push({ start, end, x, right: columns[offset + end] ?? x + end - start })
    }
  }
  for (const gap of content.matchAll(/\t| {3}/.test(content) ? figureGap : columnGap)) {
    push(gap.index)
    start = gap.index + gap[0].length
  }
  push(content.length)
  const indent = columns[offset] ?? 0
  return cells.length > 1 || indent >= 2 ? cells : null
}

/** The column in which each character stands, tabs counted to the next stop. */
function columnsOf(raw: string): number[] {
  const columns: number[] = []
  let column = 0
  for (let index = 0; index <= raw.length; index += 1) {
    columns.push(column)
    column = raw[index] === '\t' ? (Math.floor(column / tabStop) + 1) * tabStop : column + 1
  }
  return columns
}

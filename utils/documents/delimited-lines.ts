import { rowsOf } from './delimited.ts'
import { besideEachOther, columnWidth, mostColumns } from './table-rows.ts'
import type { Line } from './types.ts'

/** What the columns of a list of questions are called, in the head of the file. */
const questionColumn = /^(?:vraag|vragen|vraagtekst|vraagstelling|question)$/i
const numberColumn = /^(?:nr|no|nummer|#|id|volgnr|volgnummer|vraagnr|vraagnummer|number)\.?$/i
const answerColumn = /^(?:antwoord|antwoorden|reactie|answer)\.?$/i
const delimiters = [';', ','] as const
/** Lines above the head: a title, an empty one. */
const rowsAboveHead = 3
/** Longer than any head of columns. */
const longestHead = 400
const fewestRows = 2
const enoughWhole = 0.8
const number = /^(?:vraag\s)?\d{0,4}[a-z]?[.):]?$/i
const separator = /^\s*sep=[;,][^\S\n\r]*(?:\r\n|[\n\r])/i

/**
 * A list of questions as a spreadsheet saves it (RFC 4180, or with semicolons), a line of cells for each row; null for any other
 * text. Text below «Nr, vraag, antwoord» whose lines are not of so many cells is none.
 */
export function linesOfDelimited(text: string): Line[] | null {
  const content = text.replace(separator, '')
  let start = 0
  for (let above = 0; above <= rowsAboveHead; above += 1) {
    const end = endOfLine(content, start)
    if (end - start <= longestHead) {
      const head = content.slice(start, end)
      const delimiter = delimiters.find((one) => isHead(cellsOf(head, one)))
      if (delimiter !== undefined) return linesBelow(content.slice(0, start), content.slice(start), delimiter)
    }
    start = end + 1
  }
  return null
}

function endOfLine(content: string, start: number): number {
  const length = content.slice(start, start + longestHead + 1).search(/[\n\r]/)
  if (length >= 0) return start + length
  const end = content.indexOf('\n', start)
  return end < 0 ? content.length : end
}

const cellsOf = (line: string, delimiter: string) => (rowsOf(line, delimiter)[0] ?? []).map((name) => name.trim())

function isHead(names: readonly string[]): boolean {
  return (
    names.length <= mostColumns &&
    names.some((name) => questionColumn.test(name)) &&
    names.some((name) => numberColumn.test(name) || answerColumn.test(name))
  )
}

function linesBelow(above: string, content: string, delimiter: string): Line[] | null {
  const rows = rowsOf(content, delimiter).filter((row) => row.some((cell) => cell.trim() !== ''))
  const [head = [], ...items] = rows
  if (items.length < fewestRows || items.some((row) => row.length === 1 || filled(row) > head.length)) return null
  const names = head.map((name) => name.trim())
  // A spreadsheet saves each cell, also an empty one, and numbers below «Nr».
  const numbers = names.findIndex((name) => numberColumn.test(name))
  const isItem = (row: readonly string[]) =>
    row.length === head.length && (numbers < 0 || number.test(row[numbers]?.trim() ?? ''))
  if (items.filter(isItem).length < items.length * enoughWhole) return null
  const order = orderOf(names)
  const titles = above.split(/[\n\r]+/).flatMap((line) => rowsOf(line, delimiter))
  return [
    ...titles.flatMap((row) => row.flatMap(linesOfCell)),
    ...rows.flatMap((row) =>
      besideEachOther(
        order.flatMap((column, place) => {
          const lines = linesOfCell(row[column] ?? '')
          return lines.length === 0 ? [] : { lines, x: place * columnWidth, right: (place + 1) * columnWidth }
        }),
      ),
    ),
  ]
}

/** Cells up to the last one that holds something. */
const filled = (row: readonly string[]) => row.findLastIndex((cell) => cell.trim() !== '') + 1

/** The columns from left to right: number, question and answer as in a printed list, then what stands beside them. */
function orderOf(names: readonly string[]): readonly number[] {
  const rankOf = (name: string) =>
    numberColumn.test(name) ? 0 : questionColumn.test(name) ? 1 : answerColumn.test(name) ? 2 : 3
  return names.map((_, column) => column).sort((one, other) => rankOf(names[one] ?? '') - rankOf(names[other] ?? ''))
}

function linesOfCell(cell: string): Line[] {
  const lines: Line[] = []
  for (const printed of cell.split(/\r\n|[\n\r]/)) {
    const text = printed.trim()
    if (text !== '') lines.push({ text, page: 1, startsBlock: true })
  }
  return lines
}

import type { Cell } from './types.ts'

/** What parts a row of a text into cells: upright strokes, tabs, wide gaps. */

const rowOfPipes = /^[ \t]{0,8}\|.{1,4000}\|[ \t]{0,8}$/
const ruleOfPipes = /^[ \t]{0,8}\|(?:[ \t]{0,8}:?-{2,40}:?[ \t]{0,8}\|)+[ \t]{0,8}$/

/**
 * A table whose cells are parted by upright strokes. Markdown has a row in each line: its cells are parted by tabs instead. Where words
 * go on below in cells of one width, as a converter of Word prints them, the columns stay, with a gap for each stroke.
 */
export function withCellsParted(text: string): string {
  if (!/^[ \t]{0,8}\|/m.test(text)) return text
  const lines = text.split('\n').filter((line) => !ruleOfPipes.test(line))
  const strokes = lines.map((line) => (rowOfPipes.test(line) ? placesOfStrokes(line) : ''))
  // Rows that begin with an empty cell right below one that stands in the same columns.
  const goOn = new Set(
    strokes.filter((own, at) => own !== '' && own === strokes[at - 1] && emptyFirst.test(lines[at] ?? '')),
  )
  return lines
    .map((line, at) => {
      const own = strokes[at] ?? ''
      if (own === '') return line
      if (goOn.has(own)) return line.replaceAll('|', '   ')
      return line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
        .join('\t')
    })
    .join('\n')
}

const emptyFirst = /^[ \t]{0,8}\|[ \t]{2,}\|/
const placesOfStrokes = (line: string) => [...line.matchAll(/\|/g)].map(({ index }) => index).join()

const tabsIn = (line: string) => line.split('\t').length - 1

const fewestRows = 3
const mostOfRows = 0.8

/** The tabs in each row of a table that was copied with a tab between its cells; null where tabs are no borders of cells. */
export function tabsOfTable(text: string): number | null {
  const counts = new Map<number, number>()
  let all = 0
  for (const line of text.split(/[\n\r]+/)) {
    const count = tabsIn(line.trim())
    if (count === 0) continue
    all += 1
    counts.set(count, (counts.get(count) ?? 0) + 1)
  }
  const [count, rows] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  return count > 1 && rows >= fewestRows && rows >= all * mostOfRows ? count : null
}

/**
 * The cells of a row, by the tabs of its table or by its wide gaps; null where it is one text that is not indented.
 *
 * @param tabs of each row of its table (`tabsOfTable`)
 */
export const cellsOfRow = (raw: string, tabs: number | null): Cell[] | null =>
  tabs !== null && tabsIn(raw.trim()) === tabs ? cellsOfTable(raw) : cellsByGaps(raw)

/** Wider than any cell. */
const columnOfTable = 100_000

/** The cells of a row in such a table: a cell's column is its place, however long the one before it is. */
function cellsOfTable(raw: string): Cell[] {
  let start = 0
  return raw
    .trim()
    .split('\t')
    .flatMap((cell, index) => {
      const from = start
      start += cell.length + 1
      const x = index * columnOfTable
      return cell.trim() === '' ? [] : [{ start: from, end: from + cell.length, x, right: x + cell.length }]
    })
}

/**
 * A gap that a reader sees as a border between columns; one or two blanks stand inside ordinary sentences too. In a row that has columns, a
 * figure at its end may stand nearer: figures are set to the right.
 */
const columnGap = /\t+| {3,}| {2}(?=\d{1,4}$)/g
const tabStop = 8

function cellsByGaps(raw: string): Cell[] | null {
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
  for (const gap of /\t| {3}/.test(content) ? content.matchAll(columnGap) : []) {
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

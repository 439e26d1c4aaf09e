import type { Line } from '../types.ts'
import type { OpenLine } from './compose.ts'
import { type Row, Tally } from './run.ts'

/** One line with the geometry that it was made from. */
export interface Placed {
  readonly line: OpenLine
  readonly row: Row
  /** Right edge that lines of this block may fill. */
  readonly limit: number
}

/** So many of the distances are those within paragraphs, though most paragraphs are of one line. */
const fewestWithin = 0.2
/** A gap between paragraphs is so much wider than one within. */
const gapOfParagraph = 1.3

/**
 * Distance between the lines of a paragraph, in parts of the font size: the commonest of the document, or a much smaller one that is
 * common too, for where answers are short most lines are paragraphs.
 */
export function usualLeading(sequences: readonly (readonly Row[])[]): number {
  const distances = new Tally()
  for (const rows of sequences) {
    rows.forEach((row, index) => {
      const before = rows[index - 1]
      const part = before?.size === row.size ? Math.round(((row.y - before.y) / row.size) * 20) / 20 : 0
      if (part >= 0.9 && part <= 2.5) distances.add(part)
    })
  }
  const commonest = distances.commonest || 1.2
  const limit = commonest / gapOfParagraph
  return distances.shareUpTo(limit) >= fewestWithin ? distances.commonestUpTo(limit) : commonest
}

/**
 * Marks the lines that start a paragraph: after a gap wider than the leading, at an indent, or after a line that was
 * ended early although the next word would have fitted. Over a page break only the last of these can tell, and where
 * the page's text begins.
 *
 * @param sequence lines of one role, in reading order
 */
export function markBlocks(sequence: readonly Placed[], leading: number): void {
  const top = usualTop(sequence)
  const last = new Map<number, Placed>()
  sequence.forEach((placed, index) => {
    const { line, row } = placed
    const before = sequence[index - 1]
    const isLowered = before?.line.page !== line.page && row.y > top + 0.5 * leading * row.size
    const inColumn = isInColumns(row) ? markColumns(placed, last, leading) : undefined
    if (inColumn ?? (isLowered || startsBlock(before, line, row, leading))) line.startsBlock = true
  })
}

function isInColumns({ runs }: Row): boolean {
  for (const { column } of runs) if (column !== undefined) return true
  return false
}

/**
 * Marks each of a line's cells whose column is known, where its text starts a paragraph there; gives whether that of a line
 * without cells does. Lines of neighbouring columns need not stand level.
 *
 * @param last the last line of each column, which this one becomes
 */
function markColumns(placed: Placed, last: Map<number, Placed>, leading: number): boolean | undefined {
  const { line, row } = placed
  if (!line.cells) return startsInColumn(placed, row.x, last, leading)
  for (const cell of line.cells) {
    const starts = startsInColumn(placed, cell.x, last, leading)
    if (starts !== undefined) cell.startsBlock = starts
  }
  return undefined
}

/** Undefined at the top of a page, where the line above is not at hand. */
function startsInColumn(placed: Placed, x: number, last: Map<number, Placed>, leading: number): boolean | undefined {
  const { line, row } = placed
  const column = row.runs.find((run) => run.x === x)?.column
  if (column === undefined) return undefined
  const above = last.get(column)
  last.set(column, placed)
  if (row.runs.some((run) => run.column === -1)) return true
  if (above?.line.page !== line.page) return undefined
  return row.y - above.row.y > leading * Math.max(row.size, above.row.size) * 1.3
}

/** Where text begins on most pages: a page that begins lower begins with the space above a paragraph. */
function usualTop(sequence: readonly Placed[]): number {
  const tops = sequence.filter(({ line }, index) => sequence[index - 1]?.line.page !== line.page)
  if (tops.length < 3) return Number.POSITIVE_INFINITY
  const heights = new Tally()
  for (const { row } of tops) heights.add(Math.round(row.y))
  return heights.commonest
}

const itemMark = /^(?:[•▪◦●■–—*-]|\d{1,2}[.)]|[a-z][.)])\s/u

function startsBlock(before: Placed | undefined, line: Line, row: Row, leading: number): boolean {
  if (!before || /^[•▪◦●■]/u.test(line.text)) return true
  const distance = row.y - before.row.y
  const isBelow = line.page === before.line.page && distance > 0
  const usual = leading * Math.max(row.size, before.row.size)
  if (isBelow && distance > usual * 1.3) return true
  if (line.cells || before.line.cells) return false
  const indent = row.x - before.row.x
  const isIndented = indent > row.size * 0.9 && indent < row.size * 5
  // Lines of an item hang: they begin below its first word, right of its mark.
  if (isIndented && isBelow && before.row.x <= before.limit && !itemMark.test(before.line.text)) return true
  return wasEndedEarly(before, row)
}

/** The next line's first word would have fitted behind a line that ends a sentence: the break was meant. */
function wasEndedEarly({ line, row, limit }: Placed, next: Row): boolean {
  if (!/[.?!:;][”’"')\]]*\d{0,3}$/u.test(line.text)) return false
  const first = next.runs[0]
  if (!first || !Number.isFinite(limit)) return false
  const word = /^\S+/.exec(first.text)?.[0] ?? ''
  const width = ((first.right - first.x) * word.length) / Math.max(1, first.text.length)
  // The longest line of the page may be shorter than the column, never longer: what fits there did fit.
  return row.right + 0.3 * row.size + width < limit - 0.4 * row.size
}

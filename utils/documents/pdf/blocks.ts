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
/** The same between two lines, where browsers round each place to three quarters of a point. */
const gapBetween = 1.25

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
    const before = aboveOf(sequence, index)
    const isLowered = sequence[index - 1]?.line.page !== line.page && row.y > top + 0.5 * leading * row.size
    const inColumn = isInColumns(row) ? markColumns(placed, last, leading) : undefined
    if (inColumn ?? (isLowered || startsBlock(before, line, row, leading))) line.startsBlock = true
  })
}

/** So many lines of other columns may stand between two of one. */
const mostBeside = 4

/** The line above, past those that lie wholly beside it: a table's columns whose lines do not stand level. */
function aboveOf(sequence: readonly Placed[], index: number): Placed | undefined {
  const own = sequence[index]
  const before = sequence[index - 1]
  for (let at = index - 1; own && at >= 0 && at >= index - mostBeside; at -= 1) {
    const above = sequence[at]
    if (!above || above.line.page !== own.line.page) break
    if (above.row.x < own.row.right && above.row.right > own.row.x) return above
  }
  return before
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
  return row.y - above.row.y > leading * Math.max(row.size, above.row.size) * gapBetween
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

/** Cells beside each other, and not the mark of an item and its words. */
function isTable({ text, cells }: Line): boolean {
  if (!cells) return false
  const [mark, , ...others] = cells
  return mark === undefined || others.length > 0 || !itemMark.test(`${text.slice(0, mark.end)} `)
}

/** Whether a row goes on in the last cell of the line above. */
function isBelowLast({ cells }: Line, row: Row): boolean {
  return Math.abs((cells?.at(-1)?.x ?? 0) - row.x) < row.size * 0.3
}

function startsBlock(before: Placed | undefined, line: Line, row: Row, leading: number): boolean {
  if (!before || /^[•▪◦●■]/u.test(line.text)) return true
  const distance = row.y - before.row.y
  const isBelow = line.page === before.line.page && distance > 0
  const usual = leading * Math.max(row.size, before.row.size)
  if (isBelow && distance > usual * gapBetween) return true
  if (isTable(line) || (isTable(before.line) && !isBelowLast(before.line, row))) return false
  const indent = row.x - before.row.x
  // Text below a list begins left of its items.
  if (isBelow && indent < -0.5 * row.size && itemMark.test(before.line.text)) return true
  const isIndented = indent > row.size * 0.9 && indent < row.size * 5
  // Lines of an item hang: they begin below its first word, right of its mark.
  if (isIndented && isBelow && before.row.x <= before.limit && !itemMark.test(before.line.text)) return true
  return wasEndedEarly(before, row)
}

/** What no line of a sentence is: whatever stands above it has ended. */
const heading = /^(?:Vra(?:ag|gen)|Antwoord) (?:op vra(?:ag|gen) )?\(?\d{1,4}(?:[\d, )]| en )*$/

/** The next line's first word would have fitted behind a line that ends a sentence: the break was meant. */
function wasEndedEarly({ line, row, limit }: Placed, next: Row): boolean {
  const first = next.runs[0]
  if (!/[.?!:;][”’"')\]]*\d{0,3}$/u.test(line.text) && !heading.test(first?.text ?? '')) return false
  if (!first || !Number.isFinite(limit)) return false
  const word = /^\S+/.exec(first.text)?.[0] ?? ''
  const width = ((first.right - first.x) * word.length) / Math.max(1, first.text.length)
  // The longest line of the page may be shorter than the column, never longer: what fits there did fit.
  return row.right + 0.3 * row.size + width < limit - 0.4 * row.size
}

import type { Line } from '../types.ts'
import { commonest, type Row } from './run.ts'

/** One line with the geometry that it was made from. */
export interface Placed {
  readonly line: Line
  readonly row: Row
  /** Right edge that lines of this block may fill. */
  readonly limit: number
}

/** Distance between the lines of a paragraph, in parts of the font size: the commonest of the document. */
export function usualLeading(sequences: readonly (readonly Row[])[]): number {
  const distances: [number, number][] = []
  for (const rows of sequences) {
    for (const [index, row] of rows.entries()) {
      const before = rows[index - 1]
      if (!before || before.size !== row.size) continue
      const part = Math.round(((row.y - before.y) / row.size) * 20) / 20
      if (part >= 0.9 && part <= 2.5) distances.push([part, 1])
    }
  }
  return commonest(distances) || 1.2
}

/**
 * Marks the lines that start a paragraph: after a gap wider than the leading, at an indent, or after a line that was
 * ended early although the next word would have fitted. Over a page break only the last of these can tell, and where
 * the page's text begins.
 *
 * @param sequence lines of one role, in reading order
 */
export function markBlocks(sequence: readonly Placed[], leading: number): Line[] {
  const top = usualTop(sequence)
  const columns = columnBlocks(sequence, leading)
  return sequence.map(({ line, row }, index) => {
    const before = sequence[index - 1]
    const isLowered = before?.line.page !== line.page && row.y > top + 0.5 * leading * row.size
    const own = columns[index] ?? []
    const cells = line.cells?.map((cell, at) => (own[at] === undefined ? cell : { ...cell, startsBlock: own[at] }))
    const starts = (cells ? undefined : own[0]) ?? (isLowered || startsBlock(before, line, row, leading))
    return { ...line, ...(cells ? { cells } : {}), ...(starts ? { startsBlock: true } : {}) }
  })
}

/**
 * For each line and each of its cells whose column is known: whether its text starts a paragraph there. Undefined at
 * the top of a page, where the line above is not at hand. Lines of neighbouring columns need not stand level.
 */
function columnBlocks(sequence: readonly Placed[], leading: number): (boolean | undefined)[][] {
  const last = new Map<number, Placed>()
  return sequence.map((placed) => {
    const { line, row } = placed
    const isFirst = row.runs.some(({ column }) => column === -1)
    const firsts = (line.cells ?? [{ x: row.x }]).map(({ x }) => row.runs.find((run) => run.x === x)?.column)
    return firsts.map((column) => {
      if (column === undefined) return undefined
      const above = last.get(column)
      last.set(column, placed)
      if (isFirst) return true
      if (above?.line.page !== line.page) return undefined
      return row.y - above.row.y > leading * Math.max(row.size, above.row.size) * 1.3
    })
  })
}

/** Where text begins on most pages: a page that begins lower begins with the space above a paragraph. */
function usualTop(sequence: readonly Placed[]): number {
  const tops = sequence.filter(({ line }, index) => sequence[index - 1]?.line.page !== line.page)
  if (tops.length < 3) return Number.POSITIVE_INFINITY
  return commonest(tops.map(({ row }) => [Math.round(row.y), 1]))
}

function startsBlock(before: Placed | undefined, line: Line, row: Row, leading: number): boolean {
  if (!before || /^[•▪◦●■]/u.test(line.text)) return true
  const distance = row.y - before.row.y
  const isBelow = line.page === before.line.page && distance > 0
  const usual = leading * Math.max(row.size, before.row.size)
  if (isBelow && distance > usual * 1.3) return true
  if (line.cells || before.line.cells) return false
  const indent = row.x - before.row.x
  if (indent > row.size * 0.9 && indent < row.size * 5 && isBelow && before.row.x <= before.limit) return true
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

import { type Row, type Run, roundSize } from './run.ts'

/** Gaps in parts of the font size: a space is wider than the first, a column's gap wider than the last. */
export const wordGap = 0.12
const alignedGap = 0.35
const columnGap = 1.5

/** How far left edges of one column lie apart, and how far around a place its neighbours are counted, in points. */
const tolerance = 0.75
const surroundings = 20

/**
 * Left edges that columns start at: places where text begins far more often than around them, in the whole document.
 * A cell that fills its column to the edge leaves a gap no wider than a space in justified text (or none, where a word
 * is wider than its column); its neighbour's left edge then tells them apart. In running text words begin anywhere.
 */
export function columnStarts(pages: readonly (readonly Row[])[]): number[] {
  const unsorted: number[] = []
  const add = ({ runs }: Row) => {
    for (const { x } of runs) unsorted.push(x)
  }
  for (const rows of pages) rows.forEach(add)
  const starts = Float64Array.from(unsorted).sort()
  const [belowHere, upToHere, belowAround, upToAround] = [
    counter(starts),
    counter(starts),
    counter(starts),
    counter(starts),
  ]
  const found: number[] = []
  let at = 0
  while (at < starts.length) {
    const first = starts[at] ?? 0
    const here = upToHere(first + 2 * tolerance) - belowHere(first - 1e-9)
    const around = upToAround(first + surroundings) - belowAround(first - surroundings - 1e-9) - here
    const expected = (around * 2 * tolerance) / (2 * surroundings - 2 * tolerance)
    if (here >= 3 && here > expected * 4) {
      found.push(starts[at + Math.floor(here / 2)] ?? first)
      at += here
    } else at += 1
  }
  return found
}

/** Tells how many of the sorted values are no larger than the one asked for, which may only rise from call to call. */
function counter(sorted: Float64Array): (value: number) => number {
  let at = 0
  return (value) => {
    while (at < sorted.length && (sorted[at] ?? 0) <= value) at += 1
    return at
  }
}

/** The runs of a row, cell by cell. */
export function cellsOf({ runs, size }: Row, columns: readonly number[]): (readonly Run[])[] {
  const cells: (readonly Run[])[] = []
  let from = 0
  for (let at = 1; at < runs.length; at += 1) {
    const before = runs[at - 1]
    const run = runs[at]
    if (!before || !run || run.superscript || !isApart(before, run, size, columns)) continue
    cells.push(runs.slice(from, at))
    from = at
  }
  cells.push(from === 0 ? runs : runs.slice(from))
  return cells
}

function isApart(before: Run, run: Run, size: number, columns: readonly number[]): boolean {
  if (before.column !== undefined && run.column !== undefined) return before.column !== run.column
  // Small capitals beside a number in the size of the text: the blank between them is the text's.
  return isBoundary((run.x - before.right) / Math.max(size, roundSize(run.size)), run.x, columns)
}

function isBoundary(gap: number, x: number, columns: readonly number[]): boolean {
  if (gap >= columnGap) return true
  // Overlapping text is a word that is wider than its column.
  if (gap < alignedGap && gap > -wordGap) return false
  for (const start of columns) if (Math.abs(start - x) <= tolerance) return true
  return false
}

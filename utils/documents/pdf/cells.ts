import type { Row, Run } from './run.ts'

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
export function columnStarts(rows: readonly Row[]): number[] {
  const starts = rows.flatMap(({ runs }) => runs.map((run) => run.x)).sort((one, other) => one - other)
  const found: number[] = []
  let at = 0
  while (at < starts.length) {
    const first = starts[at] ?? 0
    const here = between(starts, first, first + 2 * tolerance)
    const around = between(starts, first - surroundings, first + surroundings) - here
    const expected = (around * 2 * tolerance) / (2 * surroundings - 2 * tolerance)
    if (here >= 3 && here > expected * 4) {
      found.push(starts[at + Math.floor(here / 2)] ?? first)
      at += here
    } else at += 1
  }
  return found
}

/** How many of the sorted values lie from `low` up to `high`. */
function between(sorted: readonly number[], low: number, high: number): number {
  return firstAbove(sorted, high) - firstAbove(sorted, low - 1e-9)
}

function firstAbove(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** The runs of a row, cell by cell. */
export function cellsOf(row: Row, columns: readonly number[]): Run[][] {
  const cells: Run[][] = []
  for (const [index, run] of row.runs.entries()) {
    const before = row.runs[index - 1]
    const gap = before ? run.x - before.right : Number.POSITIVE_INFINITY
    const last = cells[cells.length - 1]
    const isKnown = before?.column !== undefined && run.column !== undefined
    const parts = isKnown ? before.column !== run.column : isBoundary(gap / row.size, run.x, columns)
    if (!last || (!run.superscript && parts)) cells.push([run])
    else last.push(run)
  }
  return cells
}

function isBoundary(gap: number, x: number, columns: readonly number[]): boolean {
  if (gap >= columnGap) return true
  // Overlapping text is a word that is wider than its column.
  if (gap < alignedGap && gap > -wordGap) return false
  return columns.some((start) => Math.abs(start - x) <= tolerance)
}

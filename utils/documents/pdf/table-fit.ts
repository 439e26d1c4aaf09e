/** How the cells of a table's rows stand against each other: by their first lines, their middles or their last lines. */
export type Alignment = 'top' | 'middle' | 'bottom'

/** A line of one column, or the cell that numbers a row: first and last baseline, from the top of the page, in points. */
export interface Extent {
  readonly first: number
  readonly last: number
  /** The last row of a page, which may be broken there: browsers align the cells of a broken row at the top. */
  readonly mayBreak?: boolean
}

export interface Fit {
  /** For each line the index of its row, or -1 where it belongs to none of them. */
  readonly rows: readonly number[]
  /** For each row how badly its cell fits, in lines; infinite for none. */
  readonly misfits: readonly number[]
  /** All that is wrong with this fit, in lines. */
  readonly cost: number
}

/** Costs, in lines: a line that belongs to no row, a row without a line, and a gap within a cell wider than its leading. */
const stray = 0.6
const vacant = 1.2
const gapWeight = 0.5
/** A misfit counts double: half a line away is the neighbour's middle. */
const misfitWeight = 2

/**
 * Deals the lines of one column out to the numbered rows beside it, so that each row's lines stand around its number as
 * the alignment asks. Exact (dynamic programming): lines and rows are in order, so each row takes a stretch of lines.
 * Time is rows × lines × lines of one page's table.
 *
 * @param column the column's lines from the top; a cell has no line that is parted from the one before it
 */
export function fitColumn(
  column: readonly { readonly y: number; readonly isParted?: boolean }[],
  rows: readonly Extent[],
  alignment: Alignment,
  leading: number,
): Fit {
  const lines = column.map(({ y }) => y)
  const width = lines.length + 1
  let before: readonly number[] = Array.from({ length: width }, (_, end) => end * stray)
  const taken: (readonly number[])[] = []
  for (const row of rows) {
    const own = before.map((cost) => cost + vacant)
    const starts = lines.map(() => -1)
    starts.push(-1)
    // Costs only fall from here: a stretch that begins no cheaper than the dearest of them gains nothing, wherever it ends.
    const dearest = own.reduce((most, cost) => Math.max(most, cost), 0)
    for (let start = 0; start < lines.length; start += 1) {
      const first = alignment === 'top' ? Math.abs((lines[start] ?? 0) - row.first) / leading : 0
      if ((before[start] ?? 0) + first * misfitWeight >= dearest) continue
      let gaps = 0
      for (let end = start; end < lines.length; end += 1) {
        if (end > start) {
          if (column[end]?.isParted) break
          const gap = ((lines[end] ?? 0) - (lines[end - 1] ?? 0)) / leading
          gaps += gap > 1.15 ? Math.min(1, gap - 1) * gapWeight : 0
        }
        const misfit = misfitOf(lines[start] ?? 0, lines[end] ?? 0, row, alignment) / leading
        const sum = (before[start] ?? 0) + misfit * misfitWeight + gaps
        if (sum < (own[end + 1] ?? 0)) {
          own[end + 1] = sum
          starts[end + 1] = start
        }
      }
    }
    for (let end = 1; end < width; end += 1) {
      const skipped = (own[end - 1] ?? 0) + stray
      if (skipped < (own[end] ?? 0)) {
        own[end] = skipped
        starts[end] = -2
      }
    }
    before = own
    taken.push(starts)
  }
  return traced(lines, rows, alignment, leading, before[lines.length] ?? 0, taken)
}

function misfitOf(first: number, last: number, row: Extent, alignment: Alignment): number {
  const top = Math.abs(first - row.first)
  if (alignment === 'top') return top
  const misfit =
    alignment === 'bottom' ? Math.abs(last - row.last) : Math.abs((first + last) / 2 - (row.first + row.last) / 2)
  return row.mayBreak ? Math.min(top, misfit) : misfit
}

function traced(
  lines: readonly number[],
  rows: readonly Extent[],
  alignment: Alignment,
  leading: number,
  cost: number,
  taken: readonly (readonly number[])[],
): Fit {
  const found = lines.map(() => -1)
  const misfits = rows.map(() => Number.POSITIVE_INFINITY)
  let end = lines.length
  for (let index = rows.length; index > 0; ) {
    const start = taken[index - 1]?.[end] ?? -1
    if (start === -2) {
      end -= 1
      continue
    }
    const row = rows[index - 1]
    if (start >= 0 && row) {
      found.fill(index - 1, start, end)
      misfits[index - 1] = misfitOf(lines[start] ?? 0, lines[end - 1] ?? 0, row, alignment) / leading
      end = start
    }
    index -= 1
  }
  return { rows: found, misfits, cost }
}

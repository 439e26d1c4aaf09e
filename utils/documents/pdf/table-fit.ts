/** How the cells of a table's rows stand against each other: by their first lines, their middles or their last lines. */
export type Alignment = 'top' | 'middle' | 'bottom'

/** A line of one column, or the cell that numbers a row: first and last baseline, from the top of the page, in points. */
export interface Extent {
  readonly first: number
  readonly last: number
  /** The last row of a page, which may be broken there: browsers align the cells of a broken row at the top. */
  readonly mayBreak?: boolean
}

/** Lines of one column from the top. */
type Column = readonly { readonly y: number; readonly isParted?: boolean }[]

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
export function fitColumn(column: Column, rows: readonly Extent[], alignment: Alignment, leading: number): Fit {
  const [only] = rows
  const plain = only && rows.length === 1 ? fitAlone(column, only, alignment, leading) : null
  return plain ?? fitRows(column, rows, alignment, leading)
}

/**
 * The fit of a single row, where nothing else comes into question: all lines are its own, and cost less than to leave out one of
 * them. Of one line too much may be wrong for that, and of none there is nothing to tell.
 */
function fitAlone(column: Column, row: Extent, alignment: Alignment, leading: number): Fit | null {
  const [first] = column
  const last = column.at(-1)
  if (!first || !last) return { rows: [], misfits: [Number.POSITIVE_INFINITY], cost: vacant }
  const misfit = misfitOf(first.y, last.y, row, alignment) / leading
  let gaps = 0
  for (let index = 1; index < column.length; index += 1) {
    if (column[index]?.isParted) return null
    gaps += gapCost(((column[index]?.y ?? 0) - (column[index - 1]?.y ?? 0)) / leading)
  }
  const cost = misfit * misfitWeight + gaps
  const isAlone = column.length === 1
  if (cost < (isAlone ? stray + vacant : stray)) return { rows: column.map(() => 0), misfits: [misfit], cost }
  return isAlone ? { rows: [-1], misfits: [Number.POSITIVE_INFINITY], cost: stray + vacant } : null
}

const gapCost = (gap: number) => (gap > 1.15 ? Math.min(1, gap - 1) * gapWeight : 0)

function fitRows(column: Column, rows: readonly Extent[], alignment: Alignment, leading: number): Fit {
  const width = column.length + 1
  let before = costs(width)
  for (let end = 0; end < width; end += 1) before[end] = end * stray
  const taken: (readonly number[])[] = []
  for (const row of rows) {
    const own = costs(width)
    const starts = new Array<number>(width).fill(-1)
    // Costs only fall from here: a stretch that begins no cheaper than the dearest of them gains nothing, wherever it ends.
    let dearest = 0
    for (let end = 0; end < width; end += 1) {
      const cost = (before[end] ?? 0) + vacant
      own[end] = cost
      if (cost > dearest) dearest = cost
    }
    for (let start = 0; start < column.length; start += 1) {
      const top = column[start]?.y ?? 0
      const first = alignment === 'top' ? Math.abs(top - row.first) / leading : 0
      if ((before[start] ?? 0) + first * misfitWeight >= dearest) continue
      let gaps = 0
      let above = top
      for (let end = start; end < column.length; end += 1) {
        const line = column[end]
        const y = line?.y ?? 0
        if (end > start) {
          if (line?.isParted) break
          gaps += gapCost((y - above) / leading)
        }
        const sum = (before[start] ?? 0) + (misfitOf(top, y, row, alignment) / leading) * misfitWeight + gaps
        if (sum < (own[end + 1] ?? 0)) {
          own[end + 1] = sum
          starts[end + 1] = start
        }
        above = y
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
  const traced = trace(column, rows, alignment, leading, taken)
  return { ...traced, cost: before[column.length] ?? 0 }
}

/** A list that holds nothing but fractions from the beginning: an engine compiles anew what meets lists of several kinds. */
const costs = (length: number) => new Array<number>(length).fill(Number.POSITIVE_INFINITY)

function misfitOf(first: number, last: number, row: Extent, alignment: Alignment): number {
  const top = Math.abs(first - row.first)
  if (alignment === 'top') return top
  const misfit =
    alignment === 'bottom' ? Math.abs(last - row.last) : Math.abs((first + last) / 2 - (row.first + row.last) / 2)
  return row.mayBreak ? Math.min(top, misfit) : misfit
}

/** Which row each line has come to, told from the last line back. */
function trace(
  column: Column,
  rows: readonly Extent[],
  alignment: Alignment,
  leading: number,
  taken: readonly (readonly number[])[],
): Pick<Fit, 'rows' | 'misfits'> {
  const found = new Array<number>(column.length).fill(-1)
  const misfits = costs(rows.length)
  let end = column.length
  for (let index = rows.length; index > 0; ) {
    const start = taken[index - 1]?.[end] ?? -1
    if (start === -2) {
      end -= 1
      continue
    }
    const row = rows[index - 1]
    if (start >= 0 && row) {
      found.fill(index - 1, start, end)
      misfits[index - 1] = misfitOf(column[start]?.y ?? 0, column[end - 1]?.y ?? 0, row, alignment) / leading
      end = start
    }
    index -= 1
  }
  return { rows: found, misfits }
}

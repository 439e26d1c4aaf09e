/** Which rows of a long list exist, are read, and stay in view: pure, in CSS pixels and in places from 0. */

/** How a list stands in its window. */
export interface ListView {
  /** Pixels scrolled by. */
  readonly top: number
  readonly height: number
  readonly rowHeight: number
}

/** Places of rows, the last one included; `last` is smaller where there are none. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/** Rows drawn above and below those in view. */
const spare = 6
/** The range moves by so many rows at once: drawing anew at each of them would be done too often. */
const step = 4

/** The rows that a list draws: those in view and some more, so that the next ones are there when they come. */
export function rowsToDraw({ top, height, rowHeight }: ListView, count: number): RowRange {
  const first = Math.floor((Math.floor(top / rowHeight) - spare) / step) * step
  const last = Math.ceil((Math.ceil((top + height) / rowHeight) + spare) / step) * step
  return { first: Math.max(0, Math.min(first, count - 1)), last: Math.min(count, last) - 1 }
}

/** The pages of a list that some of its rows are in, those beside them last. */
export function pagesFor({ first, last }: RowRange, count: number, pageSize: number): readonly number[] {
  if (last < first || count === 0) return []
  const [from, to] = [Math.floor(first / pageSize), Math.floor(Math.min(last, count - 1) / pageSize)]
  const own = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const beside = [to + 1, from - 1].filter((page) => page >= 0 && page * pageSize < count)
  return [...own, ...beside]
}

/** How far to scroll so that a row is in view as a whole; where it is, not at all. */
export function topShowing(index: number, { top, height, rowHeight }: ListView): number {
  if (index * rowHeight < top) return index * rowHeight
  return Math.max(top, (index + 1) * rowHeight - height)
}

/**
 * By how many rows what was in view has moved in a new order: as far as the one in the middle of them, so that a row that went
 * elsewhere takes nobody along. Null where none of them is there any more.
 *
 * @param shown keys of the rows that were in view, from above
 * @param first the place of the first of them
 */
export function shiftOf(shown: readonly string[], first: number, keys: readonly string[]): number | null {
  const shifts = shown.flatMap((key, index) => {
    const place = keys.indexOf(key)
    return place < 0 ? [] : [place - first - index]
  })
  return shifts.toSorted((one, other) => one - other)[shifts.length >> 1] ?? null
}

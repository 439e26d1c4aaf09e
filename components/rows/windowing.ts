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
/** The range moves by so many rows at once: drawing anew at each of them would be done too often, at many too much at once. */
const step = 6

/**
 * The rows that a list draws: those in view and some more, so that the next ones are there when they come. As long as
 * the window keeps its height they are equally many, so that what is drawn for those that leave serves for those that
 * come.
 */
export function rowsToDraw({ top, height, rowHeight }: ListView, count: number): RowRange {
  const size = Math.min(count, Math.ceil(height / rowHeight) + 1 + step + 2 * spare)
  const wanted = Math.floor((Math.floor(top / rowHeight) - spare) / step) * step
  const first = Math.max(0, Math.min(wanted, count - size))
  return { first, last: first + size - 1 }
}

/**
 * What is drawn for a row, as one of as many as are drawn: where some rows stay in view those keep theirs, and those that come take
 * over from those that leave; where none stays all are taken over in their order.
 *
 * @param before the slot of the first row, and the rows, that were drawn before; null where none were
 */
export function slotOfFirst(range: RowRange, before: { slot: number; range: RowRange } | null): number {
  const size = range.last - range.first + 1
  if (before === null || size <= 0 || before.range.last - before.range.first + 1 !== size) return 0
  const moved = range.first - before.range.first
  return Math.abs(moved) >= size ? before.slot : (((before.slot + moved) % size) + size) % size
}

/** The pages of a list that some of its rows are in, those beside them last. */
export function pagesFor({ first, last }: RowRange, count: number, pageSize: number): readonly number[] {
  if (last < first || count === 0) return []
  const [from, to] = [Math.floor(first / pageSize), Math.floor(Math.min(last, count - 1) / pageSize)]
  const own = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const beside = [to + 1, from - 1].filter((page) => page >= 0 && page * pageSize < count)
  return [...own, ...beside]
}

export function isWholeInView(index: number, { top, height, rowHeight }: ListView): boolean {
  return index * rowHeight >= top && (index + 1) * rowHeight <= top + height
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

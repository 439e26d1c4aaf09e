import type { PageMark } from './page-marks.ts'
import type { Stretch } from './tokens.ts'

/** A gap of so many pages between two marks holds a page whose mark was not read. */
const pagesOfGap = 1.5

/** Characters between the marks of two neighbouring pages, as most have; null where too few marks tell. */
function pageLength(marks: readonly PageMark[]): number | null {
  const lengths = marks
    .flatMap((mark, index) => {
      const before = marks[index - 1]
      return before ? (mark.start - before.start) / Math.max(1, mark.page - before.page) : []
    })
    .sort((a, b) => a - b)
  return lengths[lengths.length >> 1] ?? null
}

/** Where the first page's own words end: at its mark, or before the first mark by the pages whose marks were not read. */
export function endOfFirstPage(marks: readonly PageMark[]): number {
  const first = marks[0]?.start ?? 0
  const length = pageLength(marks)
  if (length === null || first < length * pagesOfGap) return first
  return first - (Math.round(first / length) - 1) * length
}

/**
 * The prints of a running title on pages whose marks were not read: in each wide gap between two marks one a page, the nearest to where
 * its mark would stand.
 */
export function besideUnread<Print>(
  prints: readonly Print[],
  marks: readonly PageMark[],
  stretchOf: (print: Print) => Stretch,
): Print[] {
  const length = pageLength(marks)
  if (length === null) return []
  const found: Print[] = []
  let next = 0
  let from = endOfFirstPage(marks)
  let isMarked = from === marks[0]?.start
  for (const { start } of marks) {
    const pages = Math.round((start - from) / length)
    const first = isMarked ? 1 : 0
    for (let page = first; start - from >= length * pagesOfGap - (1 - first) * length && page < pages; page += 1) {
      const place = from + (page * (start - from)) / pages
      let nearest: Print | undefined
      let least = length / 2
      for (let print = prints[next]; print !== undefined; print = prints[next]) {
        const { start: at } = stretchOf(print)
        if (at > place + length / 2) break
        next += 1
        if (Math.abs(at - place) >= least) continue
        nearest = print
        least = Math.abs(at - place)
      }
      if (nearest !== undefined) found.push(nearest)
    }
    from = start
    isMarked = true
  }
  return found
}

import { commonest, type PageText, type Run, roundSize } from './run.ts'

/** What is usual in a document, in points: everything else is judged against it. */
export interface Measures {
  /** Font size of most of the text. */
  readonly size: number
  /** Left and right edge of the main text. */
  readonly left: number
  readonly right: number
}

/**
 * Edges of the main column from the runs that are long enough to be running text, over all pages: reference boxes,
 * page numbers and table cells are short, so they have no say. Extremes are left out, so that one line that sticks
 * out does not count.
 */
export function measure(pages: readonly PageText[]): Measures {
  const size = commonest(
    pages.flatMap(({ runs }) => runs.map((run) => [roundSize(run.size), run.text.length] as const)),
  )
  const long = pages.flatMap(({ runs, width }) => runs.filter((run) => isRunningText(run, width, size)))
  if (long.length === 0) return { size, left: 0, right: Number.POSITIVE_INFINITY }
  const lefts = long.map((run) => run.x).sort((one, other) => one - other)
  const rights = long.map((run) => run.right).sort((one, other) => one - other)
  const outside = Math.floor(long.length * 0.02)
  return { size, left: lefts[outside] ?? 0, right: rights[rights.length - 1 - outside] ?? Number.POSITIVE_INFINITY }
}

function isRunningText(run: Run, pageWidth: number, size: number): boolean {
  return run.right - run.x > pageWidth * 0.3 && run.size > size * 0.85 && run.size < size * 1.2
}

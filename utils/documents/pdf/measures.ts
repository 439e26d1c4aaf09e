import { groupRows } from './rows.ts'
import { type PageText, type Run, roundSize, Tally } from './run.ts'

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
  const sizes = new Tally()
  for (const { runs } of pages) for (const run of runs) sizes.add(roundSize(run.size), run.text.length)
  const size = sizes.commonest
  const lefts: number[] = []
  const rights: number[] = []
  for (const { runs, width } of pages) {
    for (const run of runs) {
      if (!isRunningText(run, width, size)) continue
      lefts.push(run.x)
      rights.push(run.right)
    }
  }
  if (lefts.length === 0) addWordByWord(pages, size, lefts, rights)
  if (lefts.length === 0) addWordByWord(pages, size, lefts, rights, narrowLine)
  if (lefts.length === 0) return { size, left: 0, right: Number.POSITIVE_INFINITY }
  const outside = Math.floor(lefts.length * 0.02)
  const left = Float64Array.from(lefts).sort()[outside] ?? 0
  return {
    size,
    left,
    right: Float64Array.from(rights).sort()[rights.length - 1 - outside] ?? Number.POSITIVE_INFINITY,
  }
}

/** Edges of lines whose words are drawn one by one, as the text under a scan is: words with no more than a word's gap between them. */
function addWordByWord(
  pages: readonly PageText[],
  size: number,
  lefts: number[],
  rights: number[],
  part = usualLine,
): void {
  for (const { runs, width } of pages) {
    for (const row of groupRows(runs)) {
      let line: Run | undefined
      for (const run of row.runs) {
        const isClose = line !== undefined && run.x - line.right < size
        if (!isClose && line) addLine(line, width)
        line = isClose && line ? { ...line, right: Math.max(line.right, run.right) } : run
      }
      if (line) addLine(line, width)
    }
  }
  function addLine(line: Run, width: number) {
    if (!isRunningText(line, width, size, part)) return
    lefts.push(line.x)
    rights.push(line.right)
  }
}

/** Lines of text are longer than this part of the page's width; those of three columns, where none is, longer than the other. */
const usualLine = 0.3
const narrowLine = 0.2

function isRunningText(run: Run, pageWidth: number, size: number, part = usualLine): boolean {
  return run.right - run.x > pageWidth * part && run.size > size * 0.85 && run.size < size * 1.2
}

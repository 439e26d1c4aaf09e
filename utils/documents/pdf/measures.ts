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
  let usual: Edges = { lefts: [], rights: [] }
  const narrow: Edges = { lefts: [], rights: [] }
  for (const { runs, width } of pages) {
    for (const run of runs) {
      if (isRunningText(run, width, size, narrowLine))
        addLine(run.right - run.x > width * usualLine ? usual : narrow, run)
    }
  }
  if (usual.lefts.length === 0) addWordByWord(pages, size, usual)
  if (usual.lefts.length === 0) usual = narrowEdges(pages, size)
  if (usual.lefts.length === 0) return { size, left: 0, right: Number.POSITIVE_INFINITY }
  const hasColumns = narrow.lefts.length > usual.lefts.length * mostNarrow && areThree(narrow.lefts)
  const right = hasColumns ? Math.max(rightOf(usual), rightOf(narrow)) : rightOf(usual)
  return { size, left: edgeOf(usual.lefts, false) ?? 0, right }
}

interface Edges {
  readonly lefts: number[]
  readonly rights: number[]
}

/** The edge that but a few lines stick out of. */
const edgeOf = (edges: readonly number[], isRight: boolean): number | undefined => {
  const outside = Math.floor(edges.length * 0.02)
  return Float64Array.from(edges).sort()[isRight ? edges.length - 1 - outside : outside]
}

const rightOf = ({ rights }: Edges) => edgeOf(rights, true) ?? Number.POSITIVE_INFINITY

function addLine({ lefts, rights }: Edges, { x, right }: Run): void {
  lefts.push(x)
  rights.push(right)
}

/** Edges of columns too narrow for usual lines. */
function narrowEdges(pages: readonly PageText[], size: number): Edges {
  const edges: Edges = { lefts: [], rights: [] }
  addWordByWord(pages, size, edges, narrowLine)
  return areThree(edges.lefts) ? edges : { lefts: [], rights: [] }
}

/** In points, and each of three columns holds so many of the lines. */
const samePlace = 3
const fewestInColumn = 0.1

/** Whether most lines begin at three places as far from each other: the columns of text, where those of a table differ. */
function areThree(lefts: readonly number[]): boolean {
  const counts = new Map<number, number>()
  for (const x of lefts) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1)
  const [first, second, third, fourth] = [...counts]
    .filter(([, count]) => count >= lefts.length * fewestInColumn)
    .map(([x]) => x)
    .sort((one, other) => one - other)
  if (first === undefined || second === undefined || third === undefined || fourth !== undefined) return false
  return Math.abs(third - second - (second - first)) <= samePlace
}

/** Edges of lines whose words are drawn one by one, as the text under a scan is: words with no more than a word's gap between them. */
function addWordByWord(pages: readonly PageText[], size: number, edges: Edges, part = usualLine): void {
  for (const { runs, width } of pages) {
    for (const row of groupRows(runs)) {
      let line: Run | undefined
      for (const run of row.runs) {
        const isClose = line !== undefined && run.x - line.right < size
        if (!isClose && line) add(line, width)
        line = isClose && line ? { ...line, right: Math.max(line.right, run.right) } : run
      }
      if (line) add(line, width)
    }
  }
  function add(line: Run, width: number) {
    if (isRunningText(line, width, size, part)) addLine(edges, line)
  }
}

/** Lines of text are longer than this part of the page's width; those of three columns, where none is, longer than the other. */
const usualLine = 0.3
const narrowLine = 0.2
/** So many times as many narrow lines as others are what most of the text is set in. */
const mostNarrow = 5

function isRunningText(run: Run, pageWidth: number, size: number, part = usualLine): boolean {
  return run.right - run.x > pageWidth * part && run.size > size * 0.85 && run.size < size * 1.2
}

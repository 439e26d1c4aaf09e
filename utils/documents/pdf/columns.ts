import { type Row, type Run, rowOf } from './run.ts'

/** A stretch of a row without a gap that a column could run through. */
interface Segment {
  readonly x: number
  readonly right: number
  readonly y: number
  readonly runs: readonly Run[]
}

/** Fewer lines than this side by side are a table, a letterhead or chance. */
const fewestLines = 8

/**
 * Rows of a page in reading order: whole rows from top to bottom, but where two columns of running text stand side by
 * side, first all of the left one and then the right one. Columns are told from a table by what running text is: both
 * sides about equally wide, most lines filled, and paragraphs that do not start on the same heights.
 *
 * @param left left edge of the main text
 * @param right right edge of it
 * @returns sequences of rows, one below the other within each
 */
export function readingOrder(rows: readonly Row[], left: number, right: number): Row[][] {
  const gutter = gutterOf(rows, left, right)
  if (gutter === null) return [[...rows]]
  const parts: Row[][] = []
  let open: Row[] = []
  let isSplit = false
  /** The last part, where it is whole rows: what follows it is one with it, so that the notes of a page stay together. */
  let whole: Row[] | null = null
  const close = () => {
    if (open.length === 0) return
    const sides = isSplit ? sidesOf(open, gutter) : null
    if (sides && isTwoColumns(sides, left, right, gutter)) {
      parts.push(...sides)
      whole = null
    } else if (whole) for (const row of open) whole.push(row)
    else {
      whole = open
      parts.push(open)
    }
    open = []
  }
  for (const row of rows) {
    const crosses = segmentsOf(row).some((segment) => segment.x < gutter - 2 && segment.right > gutter)
    if (crosses === isSplit) {
      close()
      isSplit = !crosses
    }
    open.push(row)
  }
  close()
  return parts
}

function segmentsOf(row: Row): Segment[] {
  const segments: { x: number; right: number; y: number; runs: Run[] }[] = []
  for (const run of row.runs) {
    const last = segments[segments.length - 1]
    if (last && run.x - last.right < row.size) {
      last.runs.push(run)
      last.right = Math.max(last.right, run.right)
    } else segments.push({ x: run.x, right: run.right, y: row.y, runs: [run] })
  }
  return segments
}

/** The left edge of a right-hand column: where most lines begin that begin in the middle of the page. */
function gutterOf(rows: readonly Row[], left: number, right: number): number | null {
  if (!Number.isFinite(right)) return null
  const middle: number[] = []
  for (const row of rows) {
    let end = Number.NEGATIVE_INFINITY
    for (const run of row.runs) {
      const begins = !(run.x - end < row.size)
      end = begins ? run.right : Math.max(end, run.right)
      const part = (run.x - left) / (right - left)
      if (begins && part >= 0.4 && part <= 0.65) middle.push(run.x)
    }
  }
  if (middle.length < fewestHeaded) return null
  let best: number[] = []
  for (const starts of Map.groupBy(middle, (x) => Math.round(x / 2)).values()) {
    if (starts.length > best.length) best = starts
  }
  return best.length < fewestHeaded ? null : Math.min(...best) - 1
}

function sidesOf(rows: readonly Row[], gutter: number): [Row[], Row[]] {
  const sides: [Row[], Row[]] = [[], []]
  for (const row of rows) {
    const before = row.runs.filter((run) => run.x < gutter)
    const after = row.runs.filter((run) => run.x >= gutter)
    if (before.length > 0) sides[0].push(rowOf(before))
    if (after.length > 0) sides[1].push(rowOf(after))
  }
  return sides
}

function isTwoColumns(sides: readonly [Row[], Row[]], left: number, right: number, gutter: number): boolean {
  const widths = [Math.max(...sides[0].map((row) => row.right)) - left, right - gutter] as const
  if (widths[0] < widths[1] * 0.6 || widths[1] < widths[0] * 0.6) return false
  if (sides.every(asks) || runsOn(sides)) return true
  const isProse = sides.every((rows, side) => {
    const filled = rows.filter((row) => row.right - row.x > widths[side === 0 ? 0 : 1] * 0.7)
    const whole = rows.filter((row) => segmentsOf(row).length === 1)
    return rows.length >= fewestLines && filled.length > rows.length * 0.5 && whole.length > rows.length * 0.7
  })
  return isProse && !startsTogether(sides) && !beginsTogether(sides)
}

/**
 * Questions under headings on both sides run on from one column into the next, however short their lines are: a table has
 * them on one side.
 */
function asks(rows: readonly Row[]): boolean {
  return (
    rows.length >= fewestLines && rows.some((row) => /^vraag \d+[a-z]?(?:(?:,| en| t\/m) .{1,12})?$/i.test(textOf(row)))
  )
}

/** Fewer rows than this beside headings on both sides may be a table's. */
const fewestHeaded = 4

/**
 * Whether a list runs on from the left side into the right one: answers have their headings on both sides, or the numbers at the
 * edge of the right side follow those of the left one. A table of questions beside answers has each of them on one side.
 */
function runsOn(sides: readonly [Row[], Row[]]): boolean {
  if (sides.some((rows) => rows.length < fewestHeaded)) return false
  if (sides.every((rows, side) => answers(side === 1 ? withoutHead(sides) : rows))) return true
  const [left, right] = [numbersOf(sides[0]), numbersOf(sides[1])]
  return (
    left.length > 1 &&
    right.length > 1 &&
    [...left, ...right].every((number, index) => number === index + (left[0] ?? 0))
  )
}

const answers = (rows: readonly Row[]) => rows.some((row) => answerAlone.test(textOf(row)))

/** The right side without its first row where the left one begins above: there «Antwoord» may head the column of a table in an answer. */
function withoutHead([left, right]: readonly [Row[], Row[]]): readonly Row[] {
  const isBelow = (right[0]?.y ?? 0) - (left[0]?.y ?? 0) > sameHeight
  return isBelow ? right.slice(1) : right
}

/** In points. */
const sameHeight = 3

const headed = /^(?:antwoord|vraag|\d{1,3}(?:[.)]|$))/i
const answerAlone = /^antwoord(?: (?:op )?(?:vraag )?\d{1,3})?:?$/i

/** The numbers that stand alone, or with a stop, at the left edge of a side; those of a list further in are none. */
function numbersOf(rows: readonly Row[]): number[] {
  const edge = Math.min(...rows.map(({ x }) => x))
  return rows.flatMap((row) => {
    const number =
      row.x - edge < 2 ? /^(?:vraag )?(\d{1,3})(?:[.)](?=\s|\p{Lu})|$)/iu.exec(textOf(row))?.[1] : undefined
    return number === undefined ? [] : Number(number)
  })
}

/** Whether a page is set in two columns of running text, whose rows are no table's though they stand beside each other. */
export function flowsInColumns(rows: readonly Row[], left: number, right: number): boolean {
  const gutter = gutterOf(rows, left, right)
  if (gutter === null) return false
  // Hardly any table has a heading or a number at the edge of its column of answers: most pages are told by that.
  const mayHead = ({ x, text }: Run) => x >= gutter && x < gutter + 4 && headed.test(text)
  if (!rows.some(({ runs }) => runs.some(mayHead))) return false
  const beside = rows.filter((row) => !segmentsOf(row).some((one) => one.x < gutter - 2 && one.right > gutter))
  const sides = sidesOf(beside, gutter)
  return runsOn(sides) && isTwoColumns(sides, left, right, gutter)
}

const textOf = (row: Row | undefined) => row?.runs.map((run) => run.text).join(' ') ?? ''

/** In a table of questions beside answers both sides begin each row at the same height, after a gap. */
function startsTogether([left, right]: readonly [Row[], Row[]]): boolean {
  const starts = [startsOf(left), startsOf(right)] as const
  const fewer = starts[0].length < starts[1].length ? starts[0] : starts[1]
  const other = fewer === starts[0] ? starts[1] : starts[0]
  if (fewer.length < 2) return false
  const shared = fewer.filter((y) => other.some((each) => Math.abs(each - y) < sameHeight))
  return shared.length >= fewer.length * 0.7
}

/** Fewer numbers than this beside sentences may be chance. */
const fewestNumbers = 3

/**
 * Whether each number at the left side's edge that has a line beside it stands beside the beginning of a sentence, behind one that
 * ends: a table's rows without space between them.
 */
function beginsTogether([left, right]: readonly [Row[], Row[]]): boolean {
  const edge = Math.min(...left.map(({ x }) => x))
  const numbered = left.filter((row) => row.x - edge < 2 && /^\d{1,3}[.)]?(?:\s|$)/.test(textOf(row)))
  const beside = numbered.flatMap(({ y }) => {
    const row = right.findIndex((other) => Math.abs(other.y - y) < sameHeight)
    return row < 0 ? [] : [row]
  })
  const begins = (row: number) =>
    /^[\p{Lu}«“‘(€\d]/u.test(textOf(right[row])) && endsBefore.test(textOf(right[row - 1]))
  return beside.length >= fewestNumbers && beside.every(begins)
}

/** How a side ends above what begins a sentence, if anything stands there. */
const endsBefore = /(?:^|[.?!:;»”’)]\s?\d{0,3}|^Antwoord(?:en)?)$/i

function startsOf(rows: readonly Row[]): number[] {
  const gaps = rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? row.y))
  const usual = [...gaps].sort((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0
  return rows.slice(1).flatMap((row, index) => ((gaps[index] ?? 0) > usual * 1.4 ? [row.y] : []))
}

import { crosses, type Gutters, gutterIn, guttersOf, segmentsOf, sidesOf, textOf } from './gutters.ts'
import type { Row, Run } from './run.ts'

/** Fewer lines than this side by side are a table, a letterhead or chance. */
const fewestLines = 8

/** Where the columns of a page may be parted, and where three are. */
export interface PageColumns {
  readonly gutters: Gutters
  /** Left edges of the second and the third column of a page in three. */
  readonly three: readonly number[] | null
}

/**
 * Rows of a page in reading order: whole rows from top to bottom, but where two columns of running text stand side by
 * side, first all of the left one and then the right one. Columns are told from a table by what running text is: both
 * sides about equally wide, most lines filled, and paragraphs that do not start on the same heights.
 *
 * @param left left edge of the main text
 * @param right right edge of it
 * @returns sequences of rows, one below the other within each
 */
export function readingOrder(rows: readonly Row[], left: number, right: number, columns?: PageColumns): Row[][] {
  const three = columns?.three ?? null
  const gutter = three ? null : gutterIn(columns?.gutters ?? guttersOf(rows, left, right))
  if (gutter === null && !three) return [[...rows]]
  const gutters = three ?? [gutter ?? 0]
  const parts: Row[][] = []
  let open: Row[] = []
  let isSplit = false
  /** The last part, where it is whole rows: what follows it is one with it, so that the notes of a page stay together. */
  let whole: Row[] | null = null
  const close = () => {
    if (open.length === 0) return
    const sides = isSplit ? sidesOf(open, gutters) : null
    const [first, second] = sides ?? []
    if (sides && (three || (first && second && isTwoColumns([first, second], left, right, gutters[0] ?? 0)))) {
      parts.push(...sides.filter((side) => side.length > 0))
      whole = null
    } else if (whole) for (const row of open) whole.push(row)
    else {
      whole = open
      parts.push(open)
    }
    open = []
  }
  for (const row of rows) {
    const isWhole = crosses(row, gutters)
    if (isWhole === isSplit) {
      close()
      isSplit = !isWhole
    }
    open.push(row)
  }
  close()
  return parts
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

const startingNumber = /^(?:vraag )?(\d{1,3})(?:[.)](?=\s|\p{Lu})|$)/iu

/** The numbers that stand alone, apart from their words or with a stop, at the left edge of a side; those of a list further in are none. */
function numbersOf(rows: readonly Row[]): number[] {
  const edge = Math.min(...rows.map(({ x }) => x))
  return rows.flatMap((row) => {
    const [first] = segmentsOf(row)
    if (row.x - edge >= 2 || !first || first.runs[0]?.superscript) return []
    const number = startingNumber.exec(textOf(/^\d{1,3}$/.test(textOf(first)) ? first : row))?.[1]
    return number === undefined ? [] : Number(number)
  })
}

/** Whether a page is set in two columns of running text, whose rows are no table's though they stand beside each other. */
export function flowsInColumns(
  rows: readonly Row[],
  left: number,
  right: number,
  columns: PageColumns | undefined,
): boolean {
  if (columns?.three) return true
  const gutter = gutterIn(columns?.gutters ?? [])
  if (gutter === null) return false
  // Hardly any table has a heading or a number at the edge of its column of answers: most pages are told by that.
  const mayHead = ({ x, text }: Run) => x >= gutter && x < gutter + 4 && headed.test(text)
  if (!rows.some(({ runs }) => runs.some(mayHead))) return false
  const beside = rows.filter((row) => !crosses(row, [gutter]))
  const [first = [], second = []] = sidesOf(beside, [gutter])
  return runsOn([first, second]) && isTwoColumns([first, second], left, right, gutter)
}

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

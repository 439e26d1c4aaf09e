import { groupRows } from './rows.ts'
import type { Ruling } from './rulings.ts'
import { type Row, type Run, rowOf } from './run.ts'
import type { ColumnLine } from './table-columns.ts'
import { type Alignment, fitColumn } from './table-fit.ts'
import { runsOf } from './table-pieces.ts'
import type { Zone } from './table-zones.ts'

/** An answer's cell that stands beside several numbered rows: it answers them all. */
export interface JointCell {
  /** As an index. */
  readonly page: number
  readonly column: number
  readonly numbers: readonly string[]
  readonly lines: readonly ColumnLine[]
  /** Where the last of its rows ends. */
  readonly bottom: number
  /** No line tells it: the rows below the first have nothing beside them. */
  readonly isGuessed: boolean
}

/** More questions than are answered at once. */
const mostJoint = 50

interface PartedZone {
  /** Without the lines of the cells that rows share. */
  readonly zone: Zone
  readonly joint: readonly JointCell[]
}

/** A row's own lines begin, are centred or end no further from its number than this, in lines. */
const closest = 0.1
/** The first of them stands lower than a line below those of the row above, by so many points. */
const leastGap = 0.3

/**
 * Takes the cells out of the zones' last columns that several rows share: a ruling parts their numbers, and none the last column; or
 * none parts them at all, where most rows are. Where there are no lines the text tells it, with a doubt. A document shares none in which
 * most such rows have lines of their own beside them:
 * its lines part chapters, or questions alone.
 *
 * @param rulings of each page
 * @param columns by how much they say: what is neither of the first two holds remarks, not answers
 * @param leading usual distance between lines of one cell, in points
 */
export function withoutJoint(
  zones: readonly Zone[],
  rulings: readonly (readonly Ruling[])[],
  columns: readonly number[],
  leading: number,
): readonly PartedZone[] {
  const answering = zones.filter((zone) => !zone.isInline && columns.slice(0, 2).includes(lastColumn(zone).column))
  const known = answering.filter(({ page }) => (rulings[page]?.length ?? 0) > 0)
  let ruled = 0
  let rows = 0
  for (const zone of known) {
    const borders = across(rulings[zone.page] ?? [], lastColumn(zone).lines)
    rows += zone.numbers.length - 1
    for (const row of zone.numbers.keys()) if (isParted(zone, row, borders)) ruled += 1
  }
  const shared = new Map(known.map((zone) => [zone, sharedIn(zone, rulings[zone.page] ?? [], ruled * 2 >= rows)]))
  const cells = [...shared.values()].flat()
  const apart = new Set(cells.filter((cell) => areApart(cell, leading)))
  const isKept = (cell: SharedCell) => apart.size * 2 < cells.length || !apart.has(cell)
  // A page's only lines may be those above its notes.
  const unruled = answering.filter((zone) => ruled + cells.length === 0 || !shared.has(zone))
  const asking = columns.find((column) => column !== Math.max(...columns)) ?? -1
  const guessed = sharedWithoutLines(unruled, asking, leading)
  return zones.map((zone) =>
    guessed.has(zone)
      ? withoutCells(zone, guessed.get(zone) ?? [], true)
      : withoutCells(zone, shared.get(zone)?.filter(isKept) ?? []),
  )
}

function lastColumn({ columns }: Zone) {
  const column = Math.max(...columns.keys())
  return { column, lines: columns.get(column) ?? [] }
}

/** A cell of the last column that seems to stand beside several rows of a zone. */
interface SharedCell {
  /** Index of the first of the rows. */
  readonly first: number
  readonly numbers: Zone['numbers']
  readonly lines: readonly ColumnLine[]
  readonly bottom: number
}

function sharedIn(zone: Zone, rulings: readonly Ruling[], isRuled: boolean): SharedCell[] {
  const { lines } = lastColumn(zone)
  const borders = across(rulings, lines)
  if (borders.length === 0 || zone.columns.size < 2) return []
  const parting = across(rulings, zone.numbers.flat())
  const isShared = (row: number) =>
    row + 1 < zone.numbers.length && !isParted(zone, row, borders) && (isRuled || isParted(zone, row, parting))
  const cells: SharedCell[] = []
  for (let first = 0; first < zone.numbers.length; ) {
    let last = first
    while (last - first < mostJoint && isShared(last)) last += 1
    if (last > first) {
      const top = borders.findLast((y) => y < yOf(zone, first)) ?? Number.NEGATIVE_INFINITY
      const bottom = borders.find((y) => y > yOf(zone, last)) ?? Number.POSITIVE_INFINITY
      const own = lines.filter(({ y }) => y > top && y < bottom)
      if (own.length > 0) cells.push({ first, numbers: zone.numbers.slice(first, last + 1), lines: own, bottom })
    }
    first = last + 1
  }
  return cells
}

/** So many of the rows begin a cell of their own beside their number where a row that begins none may share the one above. */
const fewestBeginning = 0.5
/** Nearly all questions begin there: else the cells are set in the middle, and most answers stand elsewhere. */
const fewestAsked = 0.9

/**
 * Cells of tables without lines that seem to stand beside several rows: most rows begin an answer at their number's height, behind a gap,
 * and some begin none.
 */
function sharedWithoutLines(zones: readonly Zone[], asking: number, leading: number): ReadonlyMap<Zone, SharedCell[]> {
  const beginningsIn = (linesOf: (zone: Zone) => readonly ColumnLine[]) =>
    zones.map((zone) => zone.numbers.map((_, row) => beginningOf(linesOf(zone), zone, row, leading)))
  const answers = beginningsIn((zone) => lastColumn(zone).lines)
  const asked = beginningsIn((zone) => zone.columns.get(asking) ?? []).flat()
  const all = answers.flat()
  if (asked.filter((at) => at >= 0).length < all.length * fewestAsked) return new Map()
  const begun = all.filter((at) => at >= 0).length
  if (begun === all.length || begun < all.length * fewestBeginning) return new Map()
  // The answers of a page's last rows may stand overleaf, above the first number.
  const goOn = zones.map((zone, index) => {
    const next = zones[index + 1]
    return zone.isLast && next?.isFirst && (lastColumn(next).lines[0]?.y ?? Infinity) < yOf(next, 0) - closest * leading
  })
  return new Map(zones.map((zone, at) => [zone, goOn[at] ? [] : sharedFrom(zone, answers[at] ?? [])]))
}

/** Index of a column's line that begins a row's own cell, behind a gap, at the height of its number or an empty line lower; or -1. */
function beginningOf(lines: readonly ColumnLine[], zone: Zone, row: number, leading: number): number {
  const height = yOf(zone, row)
  const isAt = (y: number, place: number) => Math.abs(y - place) <= closest * leading
  return lines.findIndex(({ y }, at) => {
    const gap = y - (lines[at - 1]?.y ?? Number.NEGATIVE_INFINITY)
    return gap > leading + leastGap && (isAt(y, height) || isAt(y, height + leading))
  })
}

function sharedFrom(zone: Zone, starts: readonly number[]): SharedCell[] {
  const { lines } = lastColumn(zone)
  const firsts = starts.flatMap((at, row) => (at >= 0 ? [row] : []))
  return firsts.flatMap((first, index) => {
    const next = firsts[index + 1] ?? zone.numbers.length
    if (next - first < 2 || next - first > mostJoint) return []
    const own = lines.slice(starts[first], next < starts.length ? starts[next] : undefined)
    const bottom = next < starts.length ? yOf(zone, next) - leastGap : lowestOf(zone)
    return [{ first, numbers: zone.numbers.slice(first, next), lines: own, bottom }]
  })
}

const lowestOf = ({ columns }: Zone) => Math.max(...[...columns.values()].flat().map(({ y }) => y))

function withoutCells(zone: Zone, cells: readonly SharedCell[], isGuessed = false): PartedZone {
  if (cells.length === 0) return { zone, joint: [] }
  const { column, lines } = lastColumn(zone)
  const taken = new Set(cells.flatMap((cell) => cell.lines))
  const rows = new Set(cells.flatMap(({ first, numbers }) => numbers.map((_, row) => first + row)))
  const columns = new Map(zone.columns).set(
    column,
    lines.filter((line) => !taken.has(line)),
  )
  const joint = cells.map(({ numbers, lines: own, bottom }) => ({
    page: zone.page,
    column,
    numbers: numbers.map(numberOf),
    lines: own,
    bottom,
    isGuessed,
  }))
  return { zone: { ...zone, columns, shared: { column, rows } }, joint }
}

/** Whether most rows after the first begin lines of their own, parted from those above: as each begins, is centred or ends. */
function areApart({ lines, numbers }: SharedCell, leading: number): boolean {
  const rows = numbers.map((number) => ({ first: number[0]?.y ?? 0, last: number.at(-1)?.y ?? 0 }))
  return (['top', 'middle', 'bottom'] satisfies Alignment[]).some((alignment) => {
    const fit = fitColumn(lines, rows, alignment, leading)
    const apart = rows.filter((_, row) => {
      const begin = fit.rows.indexOf(row)
      const gap = (lines[begin]?.y ?? 0) - (lines[begin - 1]?.y ?? Number.POSITIVE_INFINITY)
      return row > 0 && (fit.misfits[row] ?? Number.POSITIVE_INFINITY) <= closest && gap > leading + leastGap
    })
    return apart.length * 2 > rows.length - 1
  })
}

const yOf = ({ numbers }: Zone, row: number) => numbers[row]?.[0]?.y ?? 0
const numberOf = (lines: readonly ColumnLine[]) => /^\d+[a-z]?/.exec(lines[0]?.pieces[0]?.text ?? '')?.[0] ?? ''

/** Heights of the rulings that run over all of some lines, from the top. */
function across(rulings: readonly Ruling[], lines: readonly ColumnLine[]): number[] {
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  for (const { pieces } of lines) {
    for (const piece of pieces) {
      if (piece.x < left) left = piece.x
      if (piece.right > right) right = piece.right
    }
  }
  return rulings
    .filter((ruling) => ruling.x < left + 1 && ruling.right > right - 1)
    .map(({ y }) => y)
    .sort((one, other) => one - other)
}

/** Whether one of the heights lies between the numbers of a row and the next one. */
function isParted(zone: Zone, row: number, heights: readonly number[]): boolean {
  if (row + 1 >= zone.numbers.length) return false
  const [above, below] = [yOf(zone, row), yOf(zone, row + 1)]
  return heights.some((y) => y > above && y < below)
}

/** Rows of a page with its joint answers behind the last of their rows, each below the heading that its cell stands for. */
export function withJoint(rows: readonly Row[], joint: readonly JointCell[]): readonly Row[] {
  const result = [...rows]
  for (const { column, numbers, lines, bottom, isGuessed } of joint) {
    const runs = lines.flatMap(({ pieces }) => pieces.flatMap(runsOf))
    const [first] = runs
    if (!first) continue
    for (const run of runs) {
      run.column = column
      if (isGuessed) run.uncertain = true
    }
    const text = `Antwoord op vragen ${numbers.join(', ')}`
    const heading: Run = { ...first, text, bold: false, italic: false, superscript: false, column: -1 }
    const next = result.findIndex(({ y }) => y > bottom)
    result.splice(next < 0 ? result.length : next, 0, rowOf([heading]), ...groupRows(runs))
  }
  return result
}

import { groupRows } from './rows.ts'
import type { Ruling } from './rulings.ts'
import { type Row, type Run, rowOf } from './run.ts'
import type { ColumnLine } from './table-columns.ts'
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
}

/** More questions than are answered at once. */
const mostJoint = 50

interface PartedZone {
  /** Without the lines of the cells that rows share. */
  readonly zone: Zone
  readonly joint: readonly JointCell[]
}

/**
 * Takes the cells out of the zones' last columns that several rows share: a ruling parts their numbers, and none the last column; or
 * none parts them at all, where most rows are.
 *
 * @param rulings of each page
 */
export function withoutJoint(zones: readonly Zone[], rulings: readonly (readonly Ruling[])[]): readonly PartedZone[] {
  const known = zones.filter(({ page, isInline }) => !isInline && (rulings[page]?.length ?? 0) > 0)
  let ruled = 0
  let rows = 0
  for (const zone of known) {
    const borders = across(rulings[zone.page] ?? [], lastColumn(zone).lines)
    rows += zone.numbers.length - 1
    for (const row of zone.numbers.keys()) if (isParted(zone, row, borders)) ruled += 1
  }
  return zones.map((zone) =>
    known.includes(zone) ? partedFrom(zone, rulings[zone.page] ?? [], ruled * 2 >= rows) : { zone, joint: [] },
  )
}

function lastColumn({ columns }: Zone) {
  const column = Math.max(...columns.keys())
  return { column, lines: columns.get(column) ?? [] }
}

function partedFrom(zone: Zone, rulings: readonly Ruling[], isRuled: boolean): PartedZone {
  const { column, lines } = lastColumn(zone)
  const borders = across(rulings, lines)
  if (borders.length === 0 || zone.columns.size < 2) return { zone, joint: [] }
  const parting = across(rulings, zone.numbers.flat())
  const isShared = (row: number) =>
    row + 1 < zone.numbers.length && !isParted(zone, row, borders) && (isRuled || isParted(zone, row, parting))
  const joint: JointCell[] = []
  const rows = new Set<number>()
  for (let first = 0; first < zone.numbers.length; ) {
    let last = first
    while (last - first < mostJoint && isShared(last)) last += 1
    if (last > first) {
      const top = borders.findLast((y) => y < yOf(zone, first)) ?? Number.NEGATIVE_INFINITY
      const bottom = borders.find((y) => y > yOf(zone, last)) ?? Number.POSITIVE_INFINITY
      const own = lines.filter(({ y }) => y > top && y < bottom)
      const numbers = zone.numbers.slice(first, last + 1).map(numberOf)
      if (own.length > 0) {
        joint.push({ page: zone.page, column, numbers, lines: own, bottom })
        for (let row = first; row <= last; row += 1) rows.add(row)
      }
    }
    first = last + 1
  }
  if (joint.length === 0) return { zone, joint }
  const taken = new Set(joint.flatMap((cell) => cell.lines))
  const columns = new Map(zone.columns).set(
    column,
    lines.filter((line) => !taken.has(line)),
  )
  return { zone: { ...zone, columns, shared: { column, rows } }, joint }
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
  for (const { column, numbers, lines, bottom } of joint) {
    const runs = lines.flatMap(({ pieces }) => pieces.flatMap(runsOf))
    const [first] = runs
    if (!first) continue
    for (const run of runs) run.column = column
    const text = `Antwoord op vragen ${numbers.join(', ')}`
    const heading: Run = { ...first, text, bold: false, italic: false, superscript: false, column: -1 }
    const next = result.findIndex(({ y }) => y > bottom)
    result.splice(next < 0 ? result.length : next, 0, rowOf([heading]), ...groupRows(runs))
  }
  return result
}

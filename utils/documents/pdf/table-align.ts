import { columnStarts } from './cells.ts'
import { groupRows } from './rows.ts'
import type { Ruling } from './rulings.ts'
import { type Row, type Run, wipe } from './run.ts'
import { doubtfulMisfit, isMisplaced } from './table-doubts.ts'
import { type Alignment, type Fit, fitColumn } from './table-fit.ts'
import { type JointCell, withJoint, withoutJoint } from './table-joint.ts'
import { moveRows } from './table-move.ts'
import { type RowNumbers, rowNumbers } from './table-numbers.ts'
import { shiftsOf } from './table-order.ts'
import { type Piece, piecesOf, runsOf } from './table-pieces.ts'
import { type Zone, zonesOf } from './table-zones.ts'

/** So large a part of the rows must fit. */
const fewestFitting = 0.7
/** An alignment other than `top` must be better by so much a row, in lines, and leave no more than this part unexplained. */
const margin = 0.1
const mostLeft = 0.75
/** Narrow columns say less about the alignment than the widest: some layouts put the page on a row's second line. */
const narrowWeight = 0.5

export interface AlignedTables {
  readonly pages: readonly (readonly Row[])[]
  /** Indexes of pages with tables whose rows the rulings would tell better than the text. */
  readonly unsettled: readonly number[]
  /** Left edges that columns start at, for the cells of rows that are no table's. */
  readonly starts: readonly number[]
}

/** What is known of a document's tables before their lines are asked for. */
export interface FoundTables {
  /** Rows of each page without margins, headers and footers. */
  readonly pages: readonly (readonly Row[])[]
  readonly starts: readonly number[]
  readonly pieces: readonly (readonly Piece[])[]
  readonly numbers: RowNumbers
}

/** `mayHold`: whether the rows of a page may be a table's. */
export function findTables(
  pages: readonly (readonly Row[])[],
  mayHold: (rows: readonly Row[], page: number) => boolean = () => true,
): FoundTables {
  const starts = columnStarts(pages)
  const pieces = pages.map((rows, page) => (mayHold(rows, page) ? piecesOf(rows, starts) : []))
  return { pages, starts, pieces, numbers: rowNumbers(pieces) }
}

/**
 * Question tables whose cells are centred or stand at the bottom (Word's centred cells, a browser's print of `td`):
 * number, code and page then stand on other baselines than the question's first line. Moves each cell up to where its
 * row begins, as if all had been aligned at the top, so that one reading of rows serves all tables (DOMAIN §0).
 * Tables that are aligned at the top stay as they are; where no alignment explains the rows, they are marked uncertain.
 *
 * @param rulings horizontal lines of each page; empty where none are known
 */
export function alignTables(
  { pages, starts, pieces, numbers }: FoundTables,
  rulings: readonly (readonly Ruling[])[],
): AlignedTables {
  if (numbers.pieces.length === 0) return { pages, unsettled: [], starts }
  for (const rows of pages) for (const { runs } of rows) wipe(runs)
  const found = zonesOf(pieces, numbers, rulings)
  const parted = withoutJoint(found, rulings, columnsByLetters(found), leadingOf(found))
  const zones = parted.map(({ zone }) => zone)
  const joint = Map.groupBy(
    parted.flatMap((each) => each.joint),
    ({ page }) => page,
  )
  const leading = leadingOf(zones)
  const columns = columnsByLetters(zones)
  const fitAll = fitter(zones, columns, leading)
  const top = fitAll('top')
  const best = betterThan(top, fitAll, columns, zones)?.fits ?? null
  const widest = columns[0] ?? -1
  const isTop =
    !best &&
    zones.every((zone, index) => {
      const fit = top.fits.get(widest)?.[index]
      return zone.numbers.every((_, row) => !isMisplaced(zone, widest, fit, row, leading))
    })
  const work = best ? 'move' : isTop ? 'keep' : 'doubt'
  const shifts = shiftsOf(zones, widest)
  const moved = new Map<Run, Run>()
  for (const [index, zone] of zones.entries()) moveRows(zone, best ?? top.fits, index, { leading, work, shifts }, moved)
  return {
    pages:
      moved.size === 0 && joint.size === 0 ? pages : pages.map((rows, page) => regrouped(rows, moved, joint.get(page))),
    starts,
    // Where an answer seems to be shared without lines, those of all tables tell.
    unsettled: [...new Set((isTop && joint.size === 0 ? mayShare(zones, leading) : zones).map(({ page }) => page))],
  }
}

function regrouped(
  rows: readonly Row[],
  moved: ReadonlyMap<Run, Run>,
  joint: readonly JointCell[] = [],
): readonly Row[] {
  const taken = new Set(joint.flatMap(({ lines }) => lines.flatMap(({ pieces }) => pieces.flatMap(runsOf))))
  const runs = rows.flatMap((row) => (taken.size === 0 ? row.runs : row.runs.filter((run) => !taken.has(run))))
  if (taken.size === 0 && !runs.some((run) => moved.has(run))) return rows
  return withJoint(groupRows(runs.map((run) => moved.get(run) ?? run)), joint)
}

/** So few of the rows share their answer with the one above where rows stand apart as a rule. */
const mostClose = 0.5

/**
 * Zones in which an answer may stand in a cell that rows share: nothing stands in a row's last column, or it goes on there as close
 * below the line above as the lines of one cell do, though most rows do not.
 */
function mayShare(zones: readonly Zone[], leading: number): readonly Zone[] {
  const found = new Set<Zone>()
  const close = new Set<Zone>()
  let closeRows = 0
  let rows = 0
  for (const zone of zones) {
    const lines = zone.columns.get(Math.max(...zone.columns.keys())) ?? []
    let at = 0
    for (const [index, number] of zone.numbers.entries()) {
      const slack = 0.3 * (number[0]?.pieces[0]?.size ?? 0)
      const [from, to] = [(number[0]?.y ?? 0) - slack, (zone.numbers[index + 1]?.[0]?.y ?? Infinity) - slack]
      while (at < lines.length && (lines[at]?.y ?? 0) < from) at += 1
      const y = lines[at]?.y ?? Infinity
      rows += 1
      if (y >= to) found.add(zone)
      else if (index > 0 && y - (lines[at - 1]?.y ?? -Infinity) < leading * closest) {
        close.add(zone)
        closeRows += 1
      }
    }
  }
  return closeRows < rows * mostClose ? [...new Set([...found, ...close])] : [...found]
}

/** Lines of one cell stand so close, in parts of their usual distance. */
const closest = 1.15

function fitZone(zone: Zone, column: number, alignment: Alignment, leading: number): Fit {
  const lines = zone.columns.get(column) ?? []
  const bottom = zone.isLast ? zone.numbers[zone.numbers.length - 1] : undefined
  const rows = zone.numbers.map((number) => ({
    first: number[0]?.y ?? 0,
    last: number[number.length - 1]?.y ?? 0,
    mayBreak: number === bottom,
  }))
  if (zone.shared?.column !== column) return fitColumn(lines, rows, alignment, leading)
  const own = [...rows.keys()].filter((row) => !zone.shared?.rows.has(row))
  const fit = fitColumn(
    lines,
    own.flatMap((row) => rows[row] ?? []),
    alignment,
    leading,
  )
  const misfits = rows.map(() => 0)
  for (const [index, row] of own.entries()) misfits[row] = fit.misfits[index] ?? 0
  return { rows: fit.rows.map((row) => own[row] ?? -1), misfits, cost: fit.cost }
}

/** How the columns fit under one alignment: for each column its fit in each zone. */
interface Fits {
  readonly fits: ReadonlyMap<number, readonly Fit[]>
  /** What is wrong with all of them; what the widest column says counts twice. */
  readonly cost: number
}

/**
 * Fits all columns, the widest first. Fitting is what costs most of a table, so it ends as soon as the cost reaches
 * `most`; such fits are no use but for their cost.
 */
function fitter(zones: readonly Zone[], columns: readonly number[], leading: number) {
  return (alignment: Alignment, most = Number.POSITIVE_INFINITY): Fits => {
    const fits = new Map<number, Fit[]>()
    let cost = 0
    for (const [index, column] of columns.entries()) {
      const own: Fit[] = []
      fits.set(column, own)
      for (const zone of zones) {
        if (cost >= most) return { fits, cost }
        const fit = fitZone(zone, column, alignment, leading)
        own.push(fit)
        cost += fit.cost * (index === 0 ? 1 : narrowWeight)
      }
    }
    return { fits, cost }
  }
}

/**
 * The fits under the alignment that explains the columns, the widest above all; null for the top. A table that may be
 * aligned at the top is never moved for a small gain.
 */
function betterThan(
  top: Fits,
  fitAll: ReturnType<typeof fitter>,
  columns: readonly number[],
  zones: readonly Zone[],
): Fits | null {
  const rows = zones.reduce((sum, zone) => sum + zone.numbers.length, 0)
  const most = Math.min(top.cost - Math.max(2, rows) * margin, top.cost * mostLeft)
  const middle = fitAll('middle', most)
  const bottom = fitAll('bottom', Math.min(most, middle.cost))
  const best = bottom.cost < middle.cost ? bottom : middle
  if (best.cost >= most) return null
  const fitting = misfitsOf(best.fits, columns).filter((misfit) => misfit <= doubtfulMisfit).length
  return fitting >= rows * fewestFitting ? best : null
}

/** How far each row's cell of the widest column is off, in lines. */
function misfitsOf(fits: ReadonlyMap<number, readonly Fit[]>, columns: readonly number[]): number[] {
  return (fits.get(columns[0] ?? -1) ?? []).flatMap((fit) => fit.misfits)
}

/** Columns by how much they say, the question's or the answer's first. */
function columnsByLetters(zones: readonly Zone[]): number[] {
  const letters = new Map<number, number>()
  for (const { columns } of zones) {
    for (const [column, lines] of columns) {
      const own = lines.reduce(
        (sum, { pieces }) => sum + pieces.reduce((length, { text }) => length + text.length, 0),
        0,
      )
      letters.set(column, (letters.get(column) ?? 0) + own)
    }
  }
  return [...letters].sort((one, other) => other[1] - one[1]).map(([column]) => column)
}

/** The usual distance between lines of one cell, in points: the lower third of all distances within columns. */
function leadingOf(zones: readonly Zone[]): number {
  const unsorted: number[] = []
  for (const { columns } of zones) {
    for (const lines of columns.values()) {
      lines.forEach(({ y }, index) => {
        if (index > 0) unsorted.push(y - (lines[index - 1]?.y ?? 0))
      })
    }
  }
  const gaps = Float64Array.from(unsorted).sort()
  return gaps[Math.floor(gaps.length / 3)] ?? 12
}

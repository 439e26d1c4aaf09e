import type { Run } from './run.ts'
import type { ColumnLine } from './table-columns.ts'
import { isAmbiguous, isMisplaced } from './table-doubts.ts'
import type { Fit } from './table-fit.ts'
import { runsOf } from './table-pieces.ts'
import type { Zone } from './table-zones.ts'

export interface Work {
  /** Distance between the lines of a cell, in points. */
  readonly leading: number
  /** `keep` where the rows stand well, `doubt` where no alignment explains them; neither moves a cell up. */
  readonly work: 'move' | 'keep' | 'doubt'
  /** Points to the right, by column. */
  readonly shifts: ReadonlyMap<number, number>
}

/**
 * Moves the cells of a zone's rows to the height where each row begins, and says of each run in which column it stands.
 * Cells keep their own distances. What was placed by a guess says so.
 *
 * @param fits for each column its fit in each zone
 * @param index of the zone within the fits
 * @param moved receives for each run that changes its place its successor; the others are told in which column they stand
 */
export function moveRows(
  zone: Zone,
  fits: ReadonlyMap<number, readonly Fit[]>,
  index: number,
  { leading, work, shifts }: Work,
  moved: Map<Run, Run>,
): void {
  const guessed = zone.numbers.map((_, row) => work !== 'keep' && isGuessed(zone, fits, index, row, leading, work))
  for (const [row, number] of zone.numbers.entries()) {
    // What a row may have taken too much, the row above it lacks.
    const isGuess = guessed[row] || guessed[row + 1]
    const cells: [column: number, lines: readonly ColumnLine[]][] = [[zone.isInline ? -2 : -1, number]]
    for (const [column, zones] of fits) {
      const all = zone.columns.get(column) ?? []
      const rows = zones[index]?.rows ?? []
      const lines = all.filter((_, line) => rows[line] === row)
      if (lines.length === 0) continue
      cells.push([column, lines])
    }
    const top = Math.min(...cells.map(([, lines]) => lines[0]?.y ?? Infinity))
    for (const [column, lines] of cells) {
      const up = work === 'move' ? (lines[0]?.y ?? top) - top : 0
      const right = work === 'doubt' ? 0 : (shifts.get(column) ?? 0)
      const own = { column: work === 'doubt' ? undefined : column, uncertain: isGuess || undefined, up, right }
      for (const { pieces } of lines) for (const piece of pieces) placeRuns(runsOf(piece), own, moved)
    }
  }
}

/** Whether a cell of the row may stand where its neighbour begins. */
function isGuessed(
  zone: Zone,
  fits: ReadonlyMap<number, readonly Fit[]>,
  index: number,
  row: number,
  leading: number,
  work: Work['work'],
): boolean {
  for (const [column, zones] of fits) {
    const fit = zones[index]
    if (isMisplaced(zone, column, fit, row, leading)) return true
    if (work === 'move' && isAmbiguous(zone, column, fit, row, leading)) return true
  }
  return false
}

interface Place {
  readonly column: number | undefined
  readonly uncertain: boolean | undefined
  /** Points from where it stood. */
  readonly up: number
  readonly right: number
}

function placeRuns(runs: readonly Run[], { column, uncertain, up, right }: Place, moved: Map<Run, Run>): void {
  for (const run of runs) {
    const placed = up === 0 && right === 0 ? run : { ...run, y: run.y - up, x: run.x + right, right: run.right + right }
    placed.column = column
    placed.uncertain = uncertain
    if (placed !== run) moved.set(run, placed)
  }
}

import type { Run } from './run.ts'
import type { ColumnLine } from './table-columns.ts'
import { isAmbiguous, isMisplaced } from './table-doubts.ts'
import type { Fit } from './table-fit.ts'
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
 * @param moved receives for each run that changes its successor
 */
export function moveRows(
  zone: Zone,
  fits: ReadonlyMap<number, readonly Fit[]>,
  index: number,
  { leading, work, shifts }: Work,
  moved: Map<Run, Run>,
): void {
  const guessed = zone.numbers.map((_, row) =>
    [...fits].some(([column, zones]) => {
      const own = [zone, column, zones[index], row, leading] as const
      return (work !== 'keep' && isMisplaced(...own)) || (work === 'move' && isAmbiguous(...own))
    }),
  )
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
      const known = { column: work === 'doubt' ? undefined : column, uncertain: isGuess ? true : undefined }
      for (const { pieces } of lines) {
        for (const { runs } of pieces) {
          for (const run of runs) moved.set(run, placedAt(run, run.x + right, run.y - up, known))
        }
      }
    }
  }
}

/** Spelled out, not spread: all runs keep one shape, which engines read and copy several times faster. */
function placedAt(run: Run, x: number, y: number, { column, uncertain }: Pick<Run, 'column' | 'uncertain'>): Run {
  const { text, size, bold, italic, superscript } = run
  return { text, x, right: run.right + (x - run.x), y, size, bold, italic, superscript, column, uncertain }
}

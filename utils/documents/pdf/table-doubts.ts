import type { ColumnLine } from './table-columns.ts'
import type { Fit } from './table-fit.ts'
import type { Zone } from './table-zones.ts'

/** A row whose cell misses its place by more lines than this is placed by a guess. */
export const doubtfulMisfit = 0.45
/** Lines of one cell are at most so many lines apart; a wider gap may be a paragraph's or the border of two rows. */
const wideGap = 1.15

/** Whether the row's cell in this column does not stand where the alignment puts it, or lacks lines that are its own. */
export function isMisplaced(zone: Zone, column: number, fit: Fit | undefined, row: number, leading: number): boolean {
  const lines = zone.columns.get(column) ?? []
  if (!fit?.rows.includes(row)) return false
  if ((fit.misfits[row] ?? 0) > doubtfulMisfit) return true
  return isTorn(lines, fit, row, leading, zone.isFirst && row === 0)
}

function gapAbove(lines: readonly ColumnLine[], line: number): number {
  return (lines[line]?.y ?? Infinity) - (lines[line - 1]?.y ?? -Infinity)
}

/**
 * Whether the row's cell in this column has gaps as wide as those around it, and no ruling: its border may as well be
 * another gap. (Cells that are aligned at the top begin beside their number, whatever their gaps.)
 */
export function isAmbiguous(zone: Zone, column: number, fit: Fit | undefined, row: number, leading: number): boolean {
  const lines = zone.columns.get(column) ?? []
  const first = fit?.rows.indexOf(row) ?? -1
  const last = fit?.rows.lastIndexOf(row) ?? -1
  if (first < 0) return false
  let widest = 0
  for (let line = first + 1; line <= last; line += 1) widest = Math.max(widest, gapAbove(lines, line))
  if (widest <= wideGap * leading) return false
  return [first, last + 1].some((line) => !lines[line]?.isParted && gapAbove(lines, line) <= widest * 1.05)
}

/** A line that belongs to no row stands as close above the cell as the cell's own lines do. */
function isTorn(
  lines: readonly ColumnLine[],
  { rows }: Fit,
  row: number,
  leading: number,
  mayContinue: boolean,
): boolean {
  const first = rows.indexOf(row)
  const isStray = first > 0 && rows[first - 1] === -1
  return isStray && !mayContinue && !lines[first]?.isParted && gapAbove(lines, first) <= wideGap * leading
}

import type { Cell, Line, StyleRun } from './types.ts'

/** Width of a column in points, for want of positions: well above what the parser takes for one place. */
export const columnWidth = 100

/** The lines of one table cell, and where its edges are in points. */
export interface CellLines {
  readonly lines: readonly Line[]
  readonly x: number
  readonly right: number
}

/** Puts the lines of one table row's cells side by side: the first line of every cell, then the second, and so on. */
export function besideEachOther(cells: readonly CellLines[]): Line[] {
  // A cell that fills its row is no column: what stands side by side in it keeps its own cells.
  const [only] = cells
  if (cells.length === 1 && only?.lines.some((line) => line.cells)) {
    return only.lines.flatMap((line) => (line.cells ? [line] : besideEachOther([{ ...only, lines: [line] }])))
  }
  const height = Math.max(0, ...cells.map((cell) => cell.lines.length))
  const rows: Line[] = []
  for (let level = 0; level < height; level += 1) {
    let text = ''
    const parts: Cell[] = []
    const styles: StyleRun[] = []
    let startsBlock = false
    let marker: Line['marker']
    let page: number | undefined
    for (const { lines, x, right } of cells) {
      const line = lines[level]
      if (!line) continue
      page ??= line.page
      if (text !== '') text += '  '
      const offset = text.length
      text += line.text
      parts.push({ start: offset, end: text.length, x, right })
      for (const run of line.styles ?? []) styles.push({ ...run, start: run.start + offset, end: run.end + offset })
      startsBlock ||= line.startsBlock
      marker ??= line.marker
    }
    rows.push({
      text,
      page: page ?? 1,
      startsBlock,
      role: 'table-row',
      cells: parts,
      ...(styles.length === 0 ? {} : { styles }),
      ...(marker === undefined ? {} : { marker }),
    })
  }
  return rows
}

import { besideEachOther, type CellLines, columnWidth, mostColumns } from '../table-rows.ts'
import type { Line } from '../types.ts'
import { childrenNamed, outermost, type XmlElement } from '../xml/tree.ts'

/** A table of official XML (the CALS model: `tgroup`, `row`, `entry`) as lines, cells side by side. */
export function tableLines(table: XmlElement, readCell: (cell: XmlElement) => Line[]): Line[] {
  const lines: Line[] = []
  // A table within a cell is read with its cell, and not a second time.
  for (const group of outermost(table, 'tgroup')) {
    const columns = new Map(
      childrenNamed(group, 'colspec').map(({ attributes }, index) => [
        attributes.colname ?? '',
        numeral(attributes.colnum, index + 1) - 1,
      ]),
    )
    for (const part of ['thead', 'tbody', 'tfoot']) {
      /** For each column how many more rows it is taken by a cell from above. */
      const taken: number[] = []
      for (const row of childrenNamed(group, part).flatMap((rows) => childrenNamed(rows, 'row'))) {
        for (const line of rowLines(row, columns, taken, readCell)) lines.push(line)
      }
    }
  }
  return lines
}

function rowLines(
  row: XmlElement,
  columns: ReadonlyMap<string, number>,
  taken: number[],
  readCell: (cell: XmlElement) => Line[],
): Line[] {
  const cells: CellLines[] = []
  let next = 0
  for (const entry of childrenNamed(row, 'entry')) {
    const { namest, nameend, colname, morerows } = entry.attributes
    while ((taken[next] ?? 0) > 0) next += 1
    const first = Math.min(mostColumns - 1, columns.get(namest ?? colname ?? '') ?? next)
    const last = Math.min(mostColumns - 1, Math.max(first, columns.get(nameend ?? '') ?? first))
    const lines = readCell(entry)
    if (lines.length > 0) cells.push({ lines, x: first * columnWidth, right: (last + 1) * columnWidth })
    for (let column = first; column <= last; column += 1) taken[column] = numeral(morerows, 0) + 1
    next = last + 1
  }
  for (let column = 0; column < taken.length; column += 1) taken[column] = Math.max(0, (taken[column] ?? 0) - 1)
  return besideEachOther(cells)
}

function numeral(value: string | undefined, usual: number): number {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isNaN(number) ? usual : Math.min(mostColumns, Math.max(0, number))
}

import { type CellLines, columnWidth, mostColumns, rowsBesideEachOther } from '../table-rows.ts'
import type { Line } from '../types.ts'
import { attribute, type HtmlElement, type HtmlNode, isElement } from './tree.ts'

/**
 * A table as lines, one or more a row, read cell by cell; `x` of a cell follows from the index of its column, cells that
 * reach down from rows above counted in. `readCell` gives the lines of one cell, which may fill its row alone.
 */
export function tableLines(table: HtmlElement, readCell: (cell: HtmlElement, isAlone: boolean) => Line[]): Line[] {
  const read: CellLines[][] = []
  /** For each column how many more rows it is taken by a cell from above. */
  const taken: number[] = []
  for (const row of rowsOf(table)) {
    const cells: CellLines[] = []
    let column = 0
    const own = row.childNodes.filter(isCell)
    for (const cell of own) {
      while ((taken[column] ?? 0) > 0) column += 1
      column = Math.min(column, mostColumns - 1)
      const span = Math.min(count(cell, 'colspan'), mostColumns - column)
      const rows = count(cell, 'rowspan')
      cells.push({
        lines: readCell(cell, own.length === 1),
        x: column * columnWidth,
        right: (column + span) * columnWidth,
        rows,
      })
      for (let index = column; index < column + span; index += 1) taken[index] = rows
      column += span
    }
    for (let index = 0; index < taken.length; index += 1) taken[index] = Math.max(0, (taken[index] ?? 0) - 1)
    read.push(cells.filter((cell) => cell.lines.length > 0))
  }
  return rowsBesideEachOther(read)
}

const isCell = (node: HtmlNode): node is HtmlElement =>
  isElement(node) && (node.tagName === 'td' || node.tagName === 'th')

function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.childNodes.flatMap((node) => {
    if (!isElement(node)) return []
    if (node.tagName === 'tr') return [node]
    return node.childNodes.filter((child): child is HtmlElement => isElement(child) && child.tagName === 'tr')
  })
}

function count(cell: HtmlElement, name: string): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return Number.isNaN(value) ? 1 : Math.min(mostColumns, Math.max(1, value))
}

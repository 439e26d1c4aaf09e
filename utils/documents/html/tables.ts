import { besideEachOther, type CellLines, columnWidth } from '../table-rows.ts'
import type { Line } from '../types.ts'
import { attribute, type HtmlElement, isElement } from './tree.ts'

const widest = 1000

/**
 * A table as lines, one or more a row, read cell by cell; `x` of a cell follows from the index of its column, cells that
 * reach down from rows above counted in. `readCell` gives the lines of one cell.
 */
export function tableLines(table: HtmlElement, readCell: (cell: HtmlElement) => Line[]): Line[] {
  const lines: Line[] = []
  /** For each column how many more rows it is taken by a cell from above. */
  const taken: number[] = []
  for (const row of rowsOf(table)) {
    const cells: CellLines[] = []
    let column = 0
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue
      while ((taken[column] ?? 0) > 0) column += 1
      const span = count(cell, 'colspan')
      cells.push({ lines: readCell(cell), x: column * columnWidth, right: (column + span) * columnWidth })
      const rows = count(cell, 'rowspan')
      for (let index = column; index < column + span; index += 1) taken[index] = rows
      column += span
    }
    for (let index = 0; index < taken.length; index += 1) taken[index] = Math.max(0, (taken[index] ?? 0) - 1)
    lines.push(...besideEachOther(cells.filter((cell) => cell.lines.length > 0)))
  }
  return lines
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.childNodes.flatMap((node) => {
    if (!isElement(node)) return []
    if (node.tagName === 'tr') return [node]
    return node.childNodes.filter((child): child is HtmlElement => isElement(child) && child.tagName === 'tr')
  })
}

function count(cell: HtmlElement, name: string): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return Number.isNaN(value) ? 1 : Math.min(widest, Math.max(1, value))
}

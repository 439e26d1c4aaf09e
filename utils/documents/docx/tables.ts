import { type CellLines, columnWidth, mostColumns, rowsBesideEachOther } from '../table-rows.ts'
import type { Line } from '../types.ts'
import { childOf, childrenNamed, elementsIn, type XmlElement } from '../xml/tree.ts'
import { numberOf } from './properties.ts'

/**
 * A table as lines, one or more a row, its cells side by side by the columns of its grid. Their widths in the file are
 * what the writer's Word once guessed, or nothing, so that columns are counted as in HTML.
 */
export function tableLines(table: XmlElement, readCell: (cell: XmlElement) => Line[]): Line[] {
  const rows: CellLines[][] = []
  /** For each column the cell that may go on in the next row. */
  const open = new Map<number, { rows: number }>()
  for (const row of partsOf(table, 'tr')) {
    const properties = childOf(row, 'trPr')
    if (childOf(properties, 'del')) continue
    const cells: CellLines[] = []
    let column = count(childOf(properties, 'gridBefore'), 0)
    for (const cell of partsOf(row, 'tc')) {
      const span = count(childOf(cell, 'tcPr', 'gridSpan'), 1)
      const above = open.get(column)
      if (isContinued(cell)) {
        if (above && childOf(cell, 'tcPr', 'vMerge')) above.rows += 1
      } else {
        const own = { lines: readCell(cell), x: column * columnWidth, right: (column + span) * columnWidth, rows: 1 }
        if (own.lines.length > 0) cells.push(own)
        open.set(column, own)
      }
      column = Math.min(mostColumns, column + span)
    }
    rows.push(cells)
  }
  return rowsBesideEachOther(rows)
}

/** In twentieths of a point: 7 cm. The text's own column is at least twice as wide. */
const narrow = 4_000

/**
 * A narrow table that has its place on the sheet of paper, whatever the text does: the reference box of a ministry's
 * letter. One that somebody has dragged aside hangs on the text, and is a table like another.
 */
export function isBeside(table: XmlElement): boolean {
  if (childOf(table, 'tblPr', 'tblpPr')?.attributes.vertAnchor !== 'page') return false
  const columns = childrenNamed(childOf(table, 'tblGrid'), 'gridCol')
  const width = columns.reduce((sum, { attributes }) => sum + (numberOf(attributes.w) ?? narrow), 0)
  return columns.length > 0 && width <= narrow
}

/** Rows or cells, also those that content controls, insertions and tags are wrapped around. */
function* partsOf(element: XmlElement, name: 'tr' | 'tc'): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    if (child.name === name) yield child
    else if (!['del', 'moveFrom', 'tblPr', 'trPr', 'tblGrid', 'p', 'tbl', 'tr', 'tc'].includes(child.name)) {
      yield* partsOf(child, name)
    }
  }
}

/** A cell that the one above reaches down into, or that was deleted: what it holds is not shown. */
function isContinued(cell: XmlElement): boolean {
  const properties = childOf(cell, 'tcPr')
  if (childOf(properties, 'cellDel')) return true
  const merge = childOf(properties, 'vMerge') ?? childOf(properties, 'hMerge')
  return merge !== null && (merge.attributes.val ?? 'continue') === 'continue'
}

function count(element: XmlElement | null, usual: number): number {
  const value = numberOf(element?.attributes.val) ?? usual
  return Math.min(mostColumns, Math.max(usual, value))
}

import { besideEachOther, type CellLines, columnWidth } from '../table-rows.ts'
import type { Line } from '../types.ts'
import { childOf, elementsIn, type XmlElement } from '../xml/tree.ts'
import { numberOf } from './properties.ts'

const widest = 1000

/**
 * A table as lines, one or more a row, its cells side by side by the columns of its grid. Their widths in the file are
 * what the writer's Word once guessed, or nothing, so that columns are counted as in HTML.
 */
export function tableLines(table: XmlElement, readCell: (cell: XmlElement) => Line[]): Line[] {
  const lines: Line[] = []
  for (const row of partsOf(table, 'tr')) {
    const properties = childOf(row, 'trPr')
    if (childOf(properties, 'del')) continue
    const cells: CellLines[] = []
    let column = count(childOf(properties, 'gridBefore'), 0)
    for (const cell of partsOf(row, 'tc')) {
      const span = count(childOf(cell, 'tcPr', 'gridSpan'), 1)
      const content = isContinued(cell) ? [] : readCell(cell)
      if (content.length > 0) {
        cells.push({ lines: content, x: column * columnWidth, right: (column + span) * columnWidth })
      }
      column += span
    }
    for (const line of besideEachOther(cells)) lines.push(line)
  }
  return lines
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
  return Math.min(widest, Math.max(usual, value))
}

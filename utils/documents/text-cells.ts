/**
 * Tables of figures in a text whose extraction prints them cell by cell, each cell in a block of its own (`pdftotext` does so with tables that
 * have lines): the names of the columns, then by turns the name of a row and as many figures.
 */

import { isFigureCell, isLabelCell } from './figures.ts'

const fewestColumns = 2
/** More than a page has room for. */
const mostColumns = 24
/** Under two columns one row may be a label and two figures of something else. */
const fewestCells = 4

/** The lines with the rows of such tables in one line each; the same lines where there are none. */
export function withCellsInRows(printed: readonly string[]): readonly string[] {
  if (!mayHoldCells(printed)) return printed
  const lines: string[] = []
  for (let index = 0; index < printed.length; ) {
    const table = tableAt(printed, index)
    if (table) for (const row of table.rows) lines.push(row)
    else lines.push(printed[index] ?? '')
    index = table?.end ?? index + 1
  }
  return lines
}

/** Cheap: two lines of figures with an empty one between them. */
function mayHoldCells(lines: readonly string[]): boolean {
  return lines.some(
    (line, index) => isFigureLine(line) && lines[index + 1]?.trim() === '' && isFigureLine(lines[index + 2]),
  )
}

const longestFigure = 16
const isFigureLine = (line: string | undefined) =>
  line !== undefined && line.length <= longestFigure && isFigureCell(line.trim())

interface Table {
  readonly rows: readonly string[]
  /** The line behind the last cell. */
  readonly end: number
}

const sentenceEnds = /(?:^|[.:])\s*$/

/** The table whose first cell is the line at `from`, behind an empty line or right below a sentence; null where none begins there. */
function tableAt(lines: readonly string[], from: number): Table | null {
  if (!isFigureLine(lines[from]) || !sentenceEnds.test(lines[from - 1] ?? '')) return null
  const heads = figuresAt(lines, from)
  const columns = heads.length
  if (columns < fewestColumns || columns > mostColumns) return null
  const rows = [heads.join(' ')]
  let end = from + columns * 2
  let isOpen = true
  while (isOpen) {
    const label = lines[end]?.trim() ?? ''
    const figures = isLabelCell(label) && lines[end + 1]?.trim() === '' ? figuresAt(lines, end + 2) : []
    if (figures.length !== columns) break
    rows.push(`${label} ${figures.join(' ')}`)
    end += 2 + columns * 2
    // Right below the last cell the next paragraph may begin.
    isOpen = lines[end - 1]?.trim() === ''
    if (!isOpen) end -= 1
  }
  return (rows.length - 1) * columns >= fewestCells ? { rows, end } : null
}

/** The figures that stand in blocks of their own from a line on. */
function figuresAt(lines: readonly string[], from: number): string[] {
  const figures: string[] = []
  for (let index = from; isFigureLine(lines[index]) && figures.length <= mostColumns; index += 2) {
    figures.push(lines[index]?.trim() ?? '')
    if (lines[index + 1]?.trim() !== '') break
  }
  return figures
}

import type { Cell, Line, LineRole, StyleRun } from '../types.ts'
import { cellsOf, wordGap } from './cells.ts'
import { exact, type Row, type Run, roundSize } from './run.ts'

type Open<Made> = { -readonly [Key in keyof Made]: Made[Key] }

/** A line whose paragraphs, its cells' too, are still to be found out. */
export type OpenLine = Omit<Open<Line>, 'cells'> & { cells?: Open<Cell>[] }

/**
 * A row as a line: its text with the spaces that the gaps stand for, its cells where it has more than one, and its
 * styles where they differ from plain text in the line's own size.
 */
export function lineOf(row: Row, page: number, columns: readonly number[], role?: LineRole): OpenLine {
  const line: OpenLine = { text: '', page, startsBlock: false, x: row.x, y: row.y, size: row.size }
  if (role) line.role = role
  const styles: Open<StyleRun>[] = []
  const [only] = row.runs
  if (only && row.runs.length === 1) {
    line.text = only.text
    addStyle(styles, 0, only, row.size)
  } else writeCells(line, styles, row, columns)
  if (styles.length > 0) line.styles = exact(styles)
  for (const run of row.runs) if (run.uncertain) line.uncertain = true
  return line
}

/** Writes the text of a row of several runs, and its cells where it has more than one. */
function writeCells(line: OpenLine, styles: Open<StyleRun>[], row: Row, columns: readonly number[]): void {
  const cells: Cell[] = []
  let text = ''
  const all = cellsOf(row, columns)
  for (const runs of all) {
    if (text !== '') text += ' '
    const start = text.length
    let before: Run | undefined
    for (let index = 0; index < runs.length; index += 1) {
      const run = runs[index]
      if (!run) continue
      if (before && needsSpace(before, run, index, line.role)) text += ' '
      addStyle(styles, text.length, run, row.size)
      text += run.text
      before = run
    }
    if (all.length > 1)
      cells.push({ start, end: text.length, x: runs[0]?.x ?? row.x, right: before?.right ?? row.right })
  }
  line.text = text
  if (cells.length > 0) line.cells = exact(cells)
}

function needsSpace(before: Run, run: Run, index: number, role: LineRole | undefined): boolean {
  // A footnote's own mark stands apart from its text, however close it is drawn.
  if (role === 'footnote' && index === 1 && before.superscript) return true
  return run.x - before.right > wordGap * Math.max(before.size, run.size)
}

function addStyle(styles: Open<StyleRun>[], start: number, run: Run, size: number): void {
  const own = roundSize(run.size)
  const end = start + run.text.length
  if (!run.bold && !run.italic && !run.superscript && own === size) return
  const last = styles[styles.length - 1]
  const style: Open<StyleRun> = { start, end }
  if (run.bold) style.bold = true
  if (run.italic) style.italic = true
  if (run.superscript) style.superscript = true
  if (own !== size) style.size = own
  const isSame =
    last !== undefined &&
    start - last.end <= 1 &&
    last.bold === style.bold &&
    last.italic === style.italic &&
    last.superscript === style.superscript &&
    last.size === style.size
  if (last && isSame) last.end = end
  else styles.push(style)
}

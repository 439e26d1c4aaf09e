/**
 * Tables of figures in a text whose extraction prints them column by column, each column in a block of its own (`pdftotext` does so with most
 * tables that have no lines): the cells of one row have the same place in each block.
 */

import { isFigureCell, isLabelCell, kindOfFigure, longestCell, year } from './figures.ts'

/** Lines of a text with their tables row by row; the cells of a row are no column of questions, so a blank parts them. */
export interface OrderedLines {
  readonly lines: readonly string[]
  /** Indices of the lines whose place was guessed: rows of such tables. */
  readonly guessed: ReadonlySet<number>
  /** So many lines at the beginning are names of columns whose cells were put elsewhere: no words of a question. */
  readonly names?: number
}

/** Lines of a text between empty ones, `to` exclusive. */
interface Block {
  readonly from: number
  readonly to: number
}

/** A head and two figures. */
const fewestCells = 3
/** A number that may be the next question's, printed between the columns. */
const numberAlone = /^\d{1,3}\.$/

/** The lines with the tables that stand in them row by row; the same lines where there are none. */
export function withTablesInOrder(printed: readonly string[]): OrderedLines {
  if (!mayHoldTable(printed)) return { lines: printed, guessed: none }
  const all = printed.map((line) => line.trim())
  const blocks = blocksOf(all)
  const lines: string[] = []
  const rows = new Set<number>()
  let from = 0
  for (let index = 0; index < blocks.length; index += 1) {
    const table = tableAt(all, blocks, index, from)
    if (!table) continue
    for (const line of printed.slice(from, table.from)) lines.push(line)
    for (const cells of table.rows) {
      rows.add(lines.length)
      lines.push(cells.filter((cell) => cell !== '').join(' '))
    }
    // What stands below a table is another paragraph.
    lines.push('', ...table.behind)
    from = table.to
    while ((blocks[index + 1]?.from ?? from) < from) index += 1
  }
  if (rows.size === 0) return { lines: printed, guessed: none }
  return { lines: [...lines, ...printed.slice(from)], guessed: rows }
}

const none: ReadonlySet<number> = new Set()

/** Cheap: two lines of figures below each other, behind an empty line and a head of one or two lines. */
function mayHoldTable(lines: readonly string[]): boolean {
  return lines.some(
    (line, index) =>
      line === '' &&
      startsWithFigure(lines[index + 3]) &&
      (startsWithFigure(lines[index + 2]) || startsWithFigure(lines[index + 4])),
  )
}

const startsWithFigure = (line: string | undefined) =>
  line !== undefined && line.length < longestCell && isFigureCell(line.trim())

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let from = -1
  lines.forEach((line, index) => {
    if (line !== '' && from < 0) from = index
    if (line === '' && from >= 0) {
      blocks.push({ from, to: index })
      from = -1
    }
  })
  if (from >= 0) blocks.push({ from, to: lines.length })
  return blocks
}

/** The column that a block begins with, its head and the figures below it, and the line behind them; null where it begins with none. */
function columnIn(
  lines: readonly string[],
  { from, to }: Block,
): { readonly cells: readonly string[]; readonly end: number } | null {
  const first = lines[from] ?? ''
  // A long head is broken in a narrow column.
  const isBroken = isLabelCell(first) && isLabelCell(lines[from + 1] ?? '') && !isFigureCell(lines[from + 1] ?? '')
  const head = isBroken ? from + 1 : from
  let end = head + 1
  while (end < to && isFigureCell(lines[end] ?? '')) end += 1
  if (end - head < fewestCells || !(isLabelCell(first) || isFigureCell(first))) return null
  return { cells: [lines.slice(from, head + 1).join(' '), ...lines.slice(head + 1, end)], end }
}

interface Table {
  readonly from: number
  readonly to: number
  readonly rows: readonly (readonly string[])[]
  /** Lines that stood among the columns and belong behind them. */
  readonly behind: readonly string[]
}

/** The table whose first column of figures is the block at `index`, with its labels from the line `free` on, or null. */
function tableAt(lines: readonly string[], blocks: readonly Block[], index: number, free: number): Table | null {
  const first = blocks[index]
  const column = first ? columnIn(lines, first) : null
  if (!first || !column) return null
  const count = column.cells.length
  const before = blocks[index - 1]
  // What a table above took is not taken twice.
  const labelled =
    before && before.to > free ? labelsAtEnd(lines, { from: Math.max(before.from, free), to: before.to }, count) : null
  if (labelled) return tableOf(lines, blocks, { labels: labelled, first: index, count, isBefore: true })
  // The head of the first column is empty, so that its block begins lower than that of the second.
  const after = blocks[index + 1]
  if (!after || after.to - after.from !== count - 1 || first.to !== column.end) return null
  const own = lines.slice(after.from, after.to)
  if (!own.every(isLabelCell)) return null
  const labels = { from: first.from, cells: ['', ...own], behind: [] }
  return tableOf(lines, blocks, { labels, first: index, count, isBefore: false })
}

interface Labels {
  readonly from: number
  readonly cells: readonly string[]
  readonly behind: readonly string[]
}

/** The labels at the end of a block: as many as the column of figures has cells, or one less where their head is empty. */
function labelsAtEnd(lines: readonly string[], { from, to }: Block, count: number): Labels | null {
  const isNumber = numberAlone.test(lines[to - 1] ?? '')
  const end = isNumber ? to - 1 : to
  const behind = isNumber ? [lines[to - 1] ?? ''] : []
  let start = end
  const isFirst = (line: string) => isLabelCell(line) || year.test(line)
  while (start > from && end - start < count + 1 && isFirst(lines[start - 1] ?? '')) start -= 1
  const found = end - start
  // More lines than cells: nothing tells where the column begins.
  if (found === count) return { from: start, cells: lines.slice(start, end), behind }
  return found === count - 1 ? { from: start, cells: ['', ...lines.slice(start, end)], behind } : null
}

function tableOf(
  lines: readonly string[],
  blocks: readonly Block[],
  { labels, first, count, isBefore }: { labels: Labels; first: number; count: number; isBefore: boolean },
): Table | null {
  const columns: (readonly string[])[] = [labels.cells]
  let to = 0
  for (let index = first; index < blocks.length; index += 1) {
    if (!isBefore && index === first + 1) continue
    const block = blocks[index]
    if (!block) break
    const column = columnIn(lines, block)
    const size = block.to - block.from
    const isWords = columns.length > 1 && size === count && lines.slice(block.from, block.to).every(isLabelCell)
    if (column?.cells.length !== count && !isWords) break
    columns.push(column?.cells ?? lines.slice(block.from, block.to))
    to = column?.end ?? block.to
    if (to < block.to) break
  }
  to = Math.max(to, isBefore ? 0 : (blocks[first + 1]?.to ?? 0))
  const rows = labels.cells.map((_, row) => columns.map((cells) => cells[row] ?? ''))
  // Blocks that are rows already, one below the other: there each block has one figure of each kind.
  const figures = columns.slice(1)
  if (
    figures.length > 1 &&
    kindsIn(figures.map((cells) => cells.slice(1))) > kindsIn(rows.slice(1).map((cells) => cells.slice(1)))
  )
    return { from: labels.from, to, rows: columns, behind: labels.behind }
  return { from: labels.from, to, rows, behind: labels.behind }
}

/** How many kinds of figures stand beside others in these rows or columns. */
function kindsIn(groups: readonly (readonly string[])[]): number {
  return groups.reduce((sum, cells) => sum + new Set(cells.map(kindOfFigure)).size - 1, 0)
}

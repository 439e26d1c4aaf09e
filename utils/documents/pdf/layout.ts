import type { Line, LineRole } from '../types.ts'
import { markBlocks, type Placed, usualLeading } from './blocks.ts'
import { cellsOf } from './cells.ts'
import { readingOrder } from './columns.ts'
import { lineOf } from './compose.ts'
import { footnotesFrom } from './footnotes.ts'
import { type Edge, findFurniture, isPageMark, wordsOf } from './furniture.ts'
import { splitMargins } from './margins.ts'
import { measure } from './measures.ts'
import { rowsOf } from './rows.ts'
import type { Ruling } from './rulings.ts'
import type { PageText, Row } from './run.ts'
import { alignTables } from './table-align.ts'

/** What is known of the pages' horizontal lines, by the page's number. */
export type Rulings = ReadonlyMap<number, readonly Ruling[]>

/**
 * Text of pages as lines, in this order on each page: running header, margin boxes, the text column by column,
 * footnotes, running footer.
 */
export function layOut(pages: readonly PageText[], rulings: Rulings = new Map()): Line[] {
  return layOutTables(pages, rulings).lines
}

/** As `layOut`, and on which pages (their numbers) tables stand whose rows the rulings would tell better than the text. */
export function layOutTables(
  pages: readonly PageText[],
  rulings: Rulings,
): { readonly lines: Line[]; readonly unsettled: readonly number[] } {
  const measures = measure(pages)
  const sides = splitMargins(pages, measures)
  const rowed = pages.map((text, index) => ({ text, rows: rowsOf(sides[index]?.main ?? []) }))
  const furniture = findFurniture(rowed, measures.left)
  const {
    pages: texts,
    unsettled,
    starts: columns,
  } = alignTables(
    rowed.map(({ rows }, index) => rows.filter((row) => !furniture[index]?.has(row))),
    pages.map(({ page }) => rulings.get(page) ?? []),
  )
  const sequences = texts.map((rows) => readingOrder(rows, measures.left, measures.right))
  const leading = usualLeading(sequences.flat())
  const body: Placed[] = []
  const notes: Placed[] = []
  const others: Line[] = []
  let isInNotes = false
  for (const [index, { text }] of rowed.entries()) {
    const own = sequences[index] ?? []
    const line = (row: Row, role?: LineRole) => lineOf(row, text.page, columns, role)
    others.push(...edgesOf(furniture[index], line))
    others.push(...rowsOf(sides[index]?.margin ?? []).map((row) => line(row, marginRole(row))))
    let hasNotes = false
    for (const rows of own) {
      const from: number = reachesFoot(rows, own)
        ? footnotesFrom(rows, measures.size, text.height, isInNotes)
        : rows.length
      const limit = limitOf(rows, columns)
      body.push(...rows.slice(0, from).map((row) => ({ line: line(row), row, limit })))
      notes.push(...rows.slice(from).map((row) => ({ line: line(row, 'footnote'), row, limit })))
      hasNotes ||= from < rows.length
    }
    isInNotes = hasNotes
  }
  return {
    lines: inPageOrder([...others, ...markBlocks(body, leading), ...markNotes(notes)]),
    unsettled: unsettled.map((index) => pages[index]?.page ?? 1),
  }
}

/** Right edge of a column of text: its longest line. Rows of a table may be wider than the text between them. */
function limitOf(rows: readonly Row[], columns: readonly number[]): number {
  const isText = (row: Row) => row.runs.every((run) => run.column === undefined) && cellsOf(row, columns).length === 1
  return rows.reduce((limit, row) => (row.right > limit && isText(row) ? row.right : limit), 0)
}

/** Whether nothing of the page stands below this sequence of rows. */
function reachesFoot(rows: readonly Row[], all: readonly (readonly Row[])[]): boolean {
  const last = rows[rows.length - 1]
  if (!last) return false
  return !all.some(
    (other) => other !== rows && other.some((row) => row.y > last.y && row.x < last.right && row.right > last.x),
  )
}

function edgesOf(furniture: ReadonlyMap<Row, Edge> | undefined, line: (row: Row, role: LineRole) => Line): Line[] {
  return [...(furniture ?? [])].map(([row, edge]) => ({ ...line(row, edge), startsBlock: true }))
}

/** The house style of the ministries puts `Pagina 2 van 6` into the margin. */
function marginRole(row: Row): LineRole {
  return isPageMark(wordsOf(row)) ? 'footer' : 'margin'
}

/** Each note begins a block; so does the note that a page begins with, unless it goes on from the page before. */
function markNotes(notes: readonly Placed[]): Line[] {
  return notes.map(({ line, row }) => {
    const first = row.runs[0]
    const isMarked = first !== undefined && (first.superscript || /^\d{1,3}[.)]?(?:\s|$)/.test(first.text))
    return isMarked ? { ...line, startsBlock: true } : line
  })
}

const rank: Partial<Record<LineRole, number>> = { header: 0, margin: 1, footnote: 3, footer: 4 }

function inPageOrder(lines: readonly Line[]): Line[] {
  const rankOf = (line: Line) => (line.role ? (rank[line.role] ?? 2) : 2)
  return lines
    .map((line, index) => ({ line, index }))
    .sort(
      (one, other) =>
        one.line.page - other.line.page || rankOf(one.line) - rankOf(other.line) || one.index - other.index,
    )
    .map(({ line }) => line)
}

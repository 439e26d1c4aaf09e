import type { Line, LineRole } from '../types.ts'
import { markBlocks, type Placed, usualLeading } from './blocks.ts'
import { cellsOf } from './cells.ts'
import { flowsInColumns, type PageColumns, readingOrder } from './columns.ts'
import { lineOf, type OpenLine } from './compose.ts'
import { footnotesFrom } from './footnotes.ts'
import { type Edge, findFurniture, isPageMark, wordsOf } from './furniture.ts'
import { guttersOf } from './gutters.ts'
import { type Sides, splitMargins } from './margins.ts'
import { type Measures, measure } from './measures.ts'
import { rowsOf } from './rows.ts'
import type { Ruling } from './rulings.ts'
import { type PageText, type Row, wipe } from './run.ts'
import { type AlignedTables, alignTables, type FoundTables, findTables } from './table-align.ts'
import { threeColumns } from './three-columns.ts'

/** What is known of the pages' horizontal lines, by the page's number. */
export type Rulings = ReadonlyMap<number, readonly Ruling[]>

/**
 * Text of pages as lines, in this order on each page: running header, margin boxes, the text column by column,
 * footnotes, running footer.
 */
export function layOut(pages: readonly PageText[], rulings: Rulings = new Map()): Line[] {
  const rowed = rowPages(pages)
  return linesOf(rowed, alignRows(rowed, rulings))
}

/** Pages as rows, told apart from what stands around them: all that is known without their rulings. */
export interface RowedPages {
  readonly pages: readonly PageText[]
  readonly measures: Measures
  readonly sides: readonly Sides[]
  readonly furniture: readonly ReadonlyMap<Row, Edge>[]
  /** Rows of each page without margins, headers and footers. */
  readonly own: readonly (readonly Row[])[]
  readonly columns: readonly PageColumns[]
  readonly tables: FoundTables
}

export function rowPages(pages: readonly PageText[]): RowedPages {
  for (const { runs } of pages) wipe(runs)
  const measures = measure(pages)
  const sides = splitMargins(pages, measures)
  const rowed = pages.map((text, index) => ({ text, rows: rowsOf(sides[index]?.main ?? []) }))
  const furniture = findFurniture(rowed, measures)
  const own = rowed.map(({ rows }, index) => rows.filter((row) => !furniture[index]?.has(row)))
  const { left, right } = measures
  const gutters = own.map((rows) => guttersOf(rows, left, right))
  const three = threeColumns(own, gutters)
  const columns = gutters.map((each, page) => ({ gutters: each, three: three[page] ?? null }))
  const tables = findTables(own, (rows, page) => !flowsInColumns(rows, left, right, columns[page]))
  return { pages, measures, sides, furniture, own, columns, tables }
}

export interface AlignedRows extends AlignedTables {
  /** Numbers of the pages on which tables stand whose rows the rulings would tell better than the text. */
  readonly unsettledPages: readonly number[]
}

/** Puts the cells of tables where their rows begin. */
export function alignRows({ pages, tables }: RowedPages, rulings: Rulings): AlignedRows {
  const aligned = alignTables(
    tables,
    pages.map(({ page }) => rulings.get(page) ?? []),
  )
  return { ...aligned, unsettledPages: aligned.unsettled.map((index) => pages[index]?.page ?? 1) }
}

export function linesOf(
  { pages, measures, sides, furniture, own, columns }: RowedPages,
  { pages: texts, starts }: AlignedRows,
): Line[] {
  const sequences = texts.map((rows, page) =>
    // Rows of tables that were moved begin elsewhere.
    readingOrder(rows, measures.left, measures.right, rows === own[page] ? columns[page] : undefined),
  )
  const body: Placed[] = []
  const lines: OpenLine[] = []
  let isInNotes = false
  for (const [index, { page, height }] of pages.entries()) {
    const line = (row: Row, role?: LineRole) => lineOf(row, page, starts, role)
    const around = [
      ...edgesOf(furniture[index], line),
      ...rowsOf(sides[index]?.margin ?? []).map((row) => line(row, marginRole(row))),
    ]
    for (const role of ['header', 'margin'] as const) lines.push(...around.filter((each) => each.role === role))
    const text = textOf(sequences[index] ?? [], { size: measures.size, height, starts, isInNotes }, line)
    for (const placed of text.body) {
      body.push(placed)
      lines.push(placed.line)
    }
    lines.push(...text.notes, ...around.filter(({ role }) => role === 'footer'))
    isInNotes = text.notes.length > 0
  }
  markBlocks(body, usualLeading(sequences.flat()))
  return lines
}

interface Surroundings {
  readonly size: number
  readonly height: number
  readonly starts: readonly number[]
  /** The page before ended within its footnotes. */
  readonly isInNotes: boolean
}

/** The text of one page, sequence by sequence, and its footnotes. */
function textOf(
  sequences: readonly (readonly Row[])[],
  { size, height, starts, isInNotes }: Surroundings,
  line: (row: Row, role?: LineRole) => OpenLine,
): { readonly body: readonly Placed[]; readonly notes: readonly OpenLine[] } {
  const body: Placed[] = []
  const notes: OpenLine[] = []
  for (const rows of sequences) {
    const from = reachesFoot(rows, sequences)
      ? footnotesFrom(rows, size, height, isInNotes, notes.length > 0)
      : rows.length
    const limit = limitOf(rows, starts)
    for (const row of rows.slice(0, from)) body.push({ line: line(row), row, limit })
    for (const row of rows.slice(from)) notes.push(noteOf(row, line(row, 'footnote')))
  }
  return { body, notes }
}

/**
 * Right edge of a column of text: its longest line. Rows of a table may be wider than the text between them, and a few
 * words far right of its left edge are a box beside it.
 */
function limitOf(rows: readonly Row[], columns: readonly number[]): number {
  let left = Number.POSITIVE_INFINITY
  for (const { x } of rows) if (x < left) left = x
  let limit = 0
  for (const row of rows) {
    const isLong = row.right > limit && row.right - row.x > (row.right - left) / 2
    if (isLong && isText(row, columns)) limit = row.right
  }
  return limit
}

/** No cell of a table, and no cells beside each other. */
function isText(row: Row, columns: readonly number[]): boolean {
  for (const { column } of row.runs) if (column !== undefined) return false
  return row.runs.length === 1 || cellsOf(row, columns).length === 1
}

/** Whether nothing of the page stands below this sequence of rows. */
function reachesFoot(rows: readonly Row[], all: readonly (readonly Row[])[]): boolean {
  const last = rows[rows.length - 1]
  if (!last) return false
  return !all.some(
    (other) => other !== rows && other.some((row) => row.y > last.y && row.x < last.right && row.right > last.x),
  )
}

function edgesOf(
  furniture: ReadonlyMap<Row, Edge> | undefined,
  line: (row: Row, role: LineRole) => OpenLine,
): OpenLine[] {
  return [...(furniture ?? [])].map(([row, edge]) => {
    const own = line(row, edge)
    own.startsBlock = true
    return own
  })
}

/** The house style of the ministries puts `Pagina 2 van 6` into the margin. */
function marginRole(row: Row): LineRole {
  return isPageMark(wordsOf(row)) ? 'footer' : 'margin'
}

/** Each note begins a block; so does the note that a page begins with, unless it goes on from the page before. */
function noteOf(row: Row, line: OpenLine): OpenLine {
  const first = row.runs[0]
  if (first && (first.superscript || /^\d{1,3}[.)]?(?:\s|$)/.test(first.text))) line.startsBlock = true
  return line
}

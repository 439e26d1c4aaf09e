import type { Cell, Line, LineRole, StyleRun } from '../types.ts'

/** A part of a row that stands apart: a table cell, a column. `x` and `right` as in `Cell`. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly right: number
  /** As `Row.startsBlock`, for this piece alone, where the format tells. */
  readonly startsBlock?: boolean
}

export type Look = 'plain' | 'bold' | 'italic'

/** A raised number in the text, a note's mark as a rule. Offsets within `Row.text`. */
export interface Raised {
  readonly start: number
  readonly end: number
}

/**
 * A line as the parser works on it: blanks made alike, in pieces, with its look, and with what is known around it. All rows have all of
 * these, said or not: code that meets objects of one shape alone is much faster.
 */
export interface Row {
  readonly text: string
  /** Index of the line that this row was made of: what is cut from a row can be told by it. */
  readonly line: number
  readonly pieces: readonly Piece[]
  readonly page: number
  /** Runs of lines between page borders, from 0: notes stand at the end of one. Written once, before rows are changed or dropped. */
  segment: number
  readonly startsBlock: boolean
  /** Page furniture, a note or margin text stood before this row: a break here proves nothing. */
  readonly interrupted: boolean
  readonly role: LineRole | undefined
  readonly x: number | null
  readonly y: number | null
  readonly look: Look
  /** Length of the text's beginning that is not plain, where only the beginning is so; otherwise 0. */
  readonly lookEnds: number
  readonly raised: readonly Raised[]
  /** Marks of notes that were taken out of the text of this row. */
  readonly marks: readonly string[]
  readonly marker: Line['marker']
  /** As `Line.flows`. */
  readonly flows: boolean
  /** The format's reader guessed where this row belongs. */
  readonly uncertain: boolean
}

/** Blanks of every width are the same blank; one for one, so that offsets stay. */
const wideBlanks = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g
/** To look is cheaper than to replace what most lines have none of. */
const wideBlank = new RegExp(wideBlanks, '')

export function rowsOf(lines: readonly Line[]): Row[] {
  const rows: Row[] = []
  let blank = false
  lines.forEach((line, index) => {
    const flat = wideBlank.test(line.text) ? line.text.replace(wideBlanks, ' ') : line.text
    const text = flat.trim()
    const lead = text.length === flat.length ? 0 : flat.length - flat.trimStart().length
    if (text === '') {
      blank = true
      return
    }
    const { look, lookEnds } = line.styles ? lookOf(line.styles, lead, text) : plain
    const x = line.x ?? 0
    rows.push({
      text,
      line: index,
      pieces: line.cells ? piecesOf(line.cells, flat, text, x) : [{ text, x, right: x + text.length }],
      page: line.page,
      segment: 0,
      startsBlock: line.startsBlock || blank,
      interrupted: false,
      role: line.role,
      x: line.x ?? null,
      y: line.y ?? null,
      look,
      lookEnds,
      raised: line.styles ? raisedOf(line.styles, lead, text) : none,
      marks: none,
      marker: line.marker,
      flows: line.flows === true,
      uncertain: line.uncertain === true,
    })
    blank = false
  })
  return rows
}

function piecesOf(cells: readonly Cell[], flat: string, text: string, x: number): Piece[] {
  const pieces: Piece[] = []
  for (const { start, end, x, right, startsBlock } of cells) {
    const text = flat.slice(start, end).trim()
    if (text !== '') pieces.push(startsBlock === undefined ? { text, x, right } : { text, x, right, startsBlock })
  }
  return pieces.length > 0 ? pieces : [{ text, x, right: x + text.length }]
}

const plain = { look: 'plain', lookEnds: 0 } as const

function lookOf(styles: readonly StyleRun[], lead: number, text: string): { look: Look; lookEnds: number } {
  let bold = 0
  let italic = 0
  const plainBefore = (index: number) => text.slice(0, Math.max(0, index)).trim() === ''
  let lookEnds = 0
  for (const run of styles) {
    const start = Math.max(0, run.start - lead)
    const end = Math.min(text.length, run.end - lead)
    if (end <= start) continue
    if (run.bold) bold += end - start
    else if (run.italic) italic += end - start
    else continue
    if (plainBefore(start) || text.slice(lookEnds, start).trim() === '') lookEnds = end
  }
  const most = text.length * 0.6
  const look = bold >= most ? 'bold' : italic >= most ? 'italic' : 'plain'
  return { look, lookEnds: lookEnds >= text.length ? 0 : lookEnds }
}

const none: readonly never[] = []

/** A figure, or a small roman number. */
const mayBeMark = /\d|^\s*\[?[ivxl]{1,7}\]?\s*$/

function raisedOf(styles: readonly StyleRun[], lead: number, text: string): readonly Raised[] {
  if (!styles.some((run) => run.superscript)) return none
  return styles
    .filter((run) => run.superscript)
    .map((run) => ({ start: Math.max(0, run.start - lead), end: Math.min(text.length, run.end - lead) }))
    .filter((run) => run.end > run.start && mayBeMark.test(text.slice(run.start, run.end)))
}

/** The row with another text: pieces, looks and raised runs of the old text no longer fit and are dropped. */
export function withText(row: Row, text: string, changes: Partial<Row> = {}): Row {
  const x = row.pieces[0]?.x ?? 0
  return { ...row, text, pieces: [{ text, x, right: x + text.length }], raised: none, lookEnds: 0, ...changes }
}

/**
 * Drops rows and tells the row after each gap that it was interrupted. What is kept is copied stretch by stretch: few rows go, and
 * nobody is asked about each of the others.
 *
 * @param dropped indices, in any order
 */
export function withoutRows(rows: readonly Row[], dropped: Iterable<number>): Row[] {
  const stretches: Row[][] = []
  let from = 0
  let block = false
  const keepUpTo = (end: number) => {
    if (end <= from) return
    const stretch = rows.slice(from, end)
    const [first] = stretch
    if (from > 0 && first) stretch[0] = { ...first, interrupted: true, startsBlock: first.startsBlock || block }
    stretches.push(stretch)
    block = false
  }
  for (const index of Uint32Array.from(dropped).sort()) {
    keepUpTo(index)
    block ||= rows[index]?.startsBlock === true
    from = index + 1
  }
  keepUpTo(rows.length)
  return stretches.flat()
}

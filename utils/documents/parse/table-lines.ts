import type { Row } from './rows.ts'
import { endsSentence } from './sentences.ts'

/** The cells of a table's row, or null where the row is none: one wide gap or one figure may stand in any line. */
export function cellsOf(rows: readonly Row[], index: number): readonly string[] | null {
  const row = rows[index]
  if (!row) return null
  if (row.pieces.length > 1) return ownCells(rows, index, row)
  if (endsInFigure(row.text)) {
    const figures = figuresOf(row)
    if (figures.length > 0) return lostCells(rows, index, row, figures)
  }
  const below = rows[index + 1]
  return below && endsInFigure(below.text) ? headCells(rows, index, row) : null
}

/** The sign or number of a list's item, which a tab parts from its words. */
export const itemMark = /^(?:[•·▪▫■□●○◦–—-]|\d{1,2}[.)]|[a-z][.)])$/u

function ownCells(rows: readonly Row[], index: number, row: Row): readonly string[] | null {
  const [mark, words, ...others] = row.pieces
  if (
    mark &&
    words &&
    others.length === 0 &&
    row.role !== 'table-row' &&
    itemMark.test(mark.text) &&
    /\p{L}/u.test(words.text)
  )
    return null
  const beside = [rows[index - 1], rows[index + 1]].some((other) => (other?.pieces.length ?? 0) > 1)
  return row.role === 'table-row' || beside ? row.pieces.map(({ text }) => text.replace(/\s+/g, ' ')) : null
}

function lostCells(
  rows: readonly Row[],
  index: number,
  row: Row,
  figures: readonly string[],
): readonly string[] | null {
  const beside = [rows[index - 1], rows[index + 1]].some((other) => other && figuresOf(other).length === figures.length)
  return beside ? [row.text.slice(0, row.text.length - figures.join(' ').length).trim(), ...figures] : null
}

/** The head of such a table names as many columns. */
function headCells(rows: readonly Row[], index: number, row: Row): readonly string[] | null {
  const [below, next] = [rows[index + 1], rows[index + 2]].map((other) => (other ? figuresOf(other).length : 0))
  const isHead = row.text.length < longestCells && below !== undefined && below > 0 && below === next
  return isHead && !endsSentence(row.text) && !/[:,;]$/.test(row.text) ? [row.text] : null
}

const longestCells = 90

/** The figures that end a short line, behind the words of a table's first column: a table that has lost its columns. */
function figuresOf({ text, pieces }: Row): readonly string[] {
  if (pieces.length > 1 || text.length > longestCells || !endsInFigure(text)) return none
  const match = /^(?:\p{Lu}[\p{L} ’'.()/-]*|(?:19|20)\d{2})((?: (?:€ ?)?\d[\d.,]*%?){1,12})$/u.exec(text)
  return match?.[1]?.trim().split(' ') ?? none
}

const none: readonly string[] = []

/** Whether a figure ends the text: hardly any line of prose does, and all lines are asked. */
function endsInFigure(text: string): boolean {
  let last = text.length - 1
  if (text[last] === '%') last -= 1
  while (text[last] === '.' || text[last] === ',') last -= 1
  const sign = text.charAt(last)
  return sign >= '0' && sign <= '9'
}

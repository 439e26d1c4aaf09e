import type { Row } from './rows.ts'
import { endsSentence } from './sentences.ts'

/** The cells of a table's row, or null where the row is none: one wide gap or one figure may stand in any line. */
export function cellsOf(rows: readonly Row[], index: number): string[] | null {
  const row = rows[index]
  if (!row) return null
  if (row.pieces.length > 1) {
    const beside = [rows[index - 1], rows[index + 1]].some((other) => (other?.pieces.length ?? 0) > 1)
    return row.role === 'table-row' || beside ? row.pieces.map(({ text }) => text.replace(/\s+/g, ' ')) : null
  }
  const figures = figuresOf(row)
  if (figures.length > 0) {
    const beside = [rows[index - 1], rows[index + 1]].some(
      (other) => other && figuresOf(other).length === figures.length,
    )
    return beside ? [row.text.slice(0, row.text.length - figures.join(' ').length).trim(), ...figures] : null
  }
  // The head of such a table names as many columns.
  const below = [rows[index + 1], rows[index + 2]].map((other) => (other ? figuresOf(other).length : 0))
  const isHead = row.text.length < longestCells && below[0] !== undefined && below[0] > 0 && below[0] === below[1]
  return isHead && !endsSentence(row.text) && !/[:,;]$/.test(row.text) ? [row.text] : null
}

const longestCells = 90

/** The figures that end a short line, behind the words of a table's first column: a table that has lost its columns. */
function figuresOf({ text, pieces }: Row): string[] {
  if (pieces.length > 1 || text.length > longestCells) return []
  const match = /^(?:\p{Lu}[\p{L} ’'.()/-]*|(?:19|20)\d{2})((?: (?:€ ?)?\d[\d.,]*%?){1,12})$/u.exec(text)
  return match?.[1]?.trim().split(' ') ?? []
}

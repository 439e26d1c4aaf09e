import type { Piece, Row } from './rows.ts'

/**
 * In text laid out by characters a long line leaves one blank before the next column. Digits of a code or page that
 * stand exactly at a known column's edge are that column's, and words where all lines part there.
 */
export function partAtEdges(row: Row, edges: readonly number[], ofWords: ReadonlySet<number>): readonly Piece[] {
  if (!isLaidOut(row)) return row.pieces
  return row.pieces.flatMap((piece) => {
    for (const edge of edges) {
      const offset = edge - piece.x
      const cell = piece.text.slice(offset)
      if (offset <= 0 || piece.text[offset - 1] !== ' ') continue
      if (!ofWords.has(edge) && !/^\d[\dDZA-]{0,11}$/.test(cell)) continue
      const before = piece.text.slice(0, offset).trimEnd()
      return [
        { text: before, x: piece.x, right: piece.x + before.length },
        { text: cell, x: edge, right: piece.right },
      ]
    }
    return [piece]
  })
}

/** Plain text whose places count characters. */
export const isLaidOut = ({ x, role }: Row) => x === null && role !== 'table-row'

/** Rows that show a column of words by themselves. */
const fewestOfColumn = 2

/** The edges at which some rows have a column and all lines that run across have a blank before a word. */
export function edgesOfWords(rows: readonly Row[], edges: readonly number[]): ReadonlySet<number> {
  const laid = rows.filter(isLaidOut)
  return new Set(
    edges.filter((edge) => {
      const shown = laid.filter(({ pieces }) => pieces.some(({ x }) => x === edge)).length
      const across = laid.flatMap(({ pieces }) => pieces.filter(({ x, text }) => x < edge && x + text.length > edge))
      const isBlank = ({ x, text }: Piece) => text[edge - x - 1] === ' ' && text[edge - x] !== ' '
      return shown >= fewestOfColumn && across.length > 0 && across.every(isBlank)
    }),
  )
}

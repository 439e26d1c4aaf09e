import { isAt } from './column-edges.ts'
import { isLaidOut } from './laid-out-columns.ts'
import type { Piece, Row } from './rows.ts'
import type { Split } from './split.ts'
import type { Section } from './structure.ts'

/**
 * Text laid out by characters (`pdftotext -layout`) sets each page for itself: the columns of a table that goes on overleaf begin at other
 * places there. Where a row of the table goes on, its cells are found by the columns of their own page.
 */

/** Left edges of a table's columns on one page. */
interface Edges {
  readonly words: number
  readonly answer: number
}

/** The sections whose rows stand on several pages, with the cells of the later pages at the edges of the first; the others as they are. */
export function withEdgesOfFirstPage(sections: readonly Section[], splits: readonly Split[]): readonly Section[] {
  const byPage = new Map<number, Edges>()
  sections.forEach(({ rows: [first] }, index) => {
    const words = first?.pieces[0]?.x
    const answer = splits[index]?.answerEdge ?? null
    if (first && isLaidOut(first) && words !== undefined && answer !== null && !byPage.has(first.page))
      byPage.set(first.page, { words, answer })
  })
  if (byPage.size === 0) return sections
  return sections.map((section) => {
    const own = byPage.get(section.page)
    const last = section.rows.at(-1)?.page
    if (!own || last === undefined || last === section.page) return section
    const edgesOf = (page: number) => byPage.get(page) ?? twoColumns(section.rows.filter((row) => row.page === page))
    const others = new Map(section.rows.map(({ page }) => [page, page === section.page ? own : edgesOf(page)]))
    return { ...section, rows: section.rows.map((row) => moved(row, others.get(row.page) ?? own, own)) }
  })
}

/** Where only the end of a row stands on a page: the two edges at which all its rows of two cells begin; null where these differ. */
function twoColumns(rows: readonly Row[]): Edges | null {
  const pairs = rows.filter(({ pieces }) => pieces.length === 2)
  const [words, answer] = pairs[0]?.pieces ?? []
  if (!words || !answer) return null
  const isAlike = ({ pieces: [first, second] }: Row) => first?.x === words.x && second?.x === answer.x
  return pairs.every(isAlike) ? { words: words.x, answer: answer.x } : null
}

function moved(row: Row, from: Edges, to: Edges): Row {
  if (from === to || !isLaidOut(row)) return row
  const put = (piece: Piece, x: number): Piece => ({ ...piece, x, right: piece.right + x - piece.x })
  const pieces = row.pieces.map((piece) => {
    if (isAt(piece.x, from.answer)) return put(piece, to.answer)
    return isAt(piece.x, from.words) ? put(piece, to.words) : piece
  })
  return { ...row, pieces }
}

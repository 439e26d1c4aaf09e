import { isAt, pageCell, tolerance } from './column-edges.ts'
import { readHeading } from './headings.ts'
import type { Piece, Row } from './rows.ts'

/** What the head of a table tells of its columns: which holds questions, answers, pages, or facts that are neither. */

const answersHead = /^(?:Antwoord(?:en)?|Reactie)$/i
const questionsHead = /^Vra(?:ag|gen)$/i

/** A column that holds no words of an answer. */
const factsHead =
  /^(?:Blz|Bladzijden?|Pag|Pagina(?:’s|'s)?|Bron|Directie|Fractie|Partij|(?:Begrotings|Beleids)?[Aa]rtikel|Dossier|Kamerstuk|Document)\b/
/** Characters of what is no sentence: a name, a code, a figure. */
const longestFact = 16

/** Left edges of a table's two columns, where its head names questions and answers and no number; null where it does not. */
export function edgesOfPairs(rows: readonly Row[]): { readonly question: number; readonly answer: number } | null {
  for (const { pieces } of rows) {
    const [first, second] = pieces
    if (pieces.length !== 2 || !first || !second) continue
    if (questionsHead.test(first.text) && answersHead.test(second.text)) return { question: first.x, answer: second.x }
  }
  return null
}

/**
 * Whether the heads of a table's columns stand alone, one below the other, right above its first question: an extraction has printed it
 * column by column.
 */
export function isByColumns(above: readonly Row[]): boolean {
  const [questions, answers] = above.slice(-2)
  const isAlone = (row: Row | undefined, head: RegExp) =>
    row !== undefined && row.x === null && row.role === undefined && head.test(row.text)
  return isAlone(questions, questionsHead) && isAlone(answers, answersHead) && answers?.startsBlock === true
}

/**
 * Left edge of the column of facts behind the answers', where the head of a table names one; infinite where none does.
 *
 * @param inCells those of the rows that have several pieces
 */
export function edgeBeyondAnswers(inCells: readonly Row[], rows: readonly Row[]): number {
  const head = inCells.find(({ pieces }) => {
    const answers = pieces.findIndex(({ text }) => answersHead.test(text))
    return answers > 0 && pieces.slice(0, answers).some(({ text }) => questionsHead.test(text))
  })
  const answers = head?.pieces.findIndex(({ text }) => answersHead.test(text)) ?? 0
  const facts = head?.pieces
    .slice(answers + 1)
    .find((piece) => factsHead.test(piece.text) || areFacts(rows, head, piece))
  return facts ? facts.x - tolerance : Number.POSITIVE_INFINITY
}

/** Whether all that stands in the column of a head is short. */
function areFacts(rows: readonly Row[], head: Row, { x }: Piece): boolean {
  const cells = rows.flatMap((row) => (row === head ? [] : row.pieces.filter((piece) => isAt(piece.x, x))))
  return cells.length > 1 && cells.every(({ text }) => text.length <= longestFact)
}

const pagesHead = /^(?:Blz|Pag)\.?$|^(?:Bladzijden?|Pagina(?:’s|'s)?)\b/

/** Left edges of the columns of pages that the heads of tables name, among rows of several pieces. */
export function edgesOfPages(inCells: readonly Row[]): readonly number[] {
  return inCells.flatMap(({ pieces }) => pieces.filter(({ text }) => pagesHead.test(text)).map(({ x }) => x))
}

/** What stands in the column of pages beside «Antwoord», where the answer stands below that; null where it is the answer. */
export function pageBeside(row: Row, below: Row | undefined, edges: readonly number[]): string | null {
  const [cell, beside, ...others] = row.pieces
  if (!cell || !beside || others.length > 0 || !pageCell.test(beside.text)) return null
  if (!edges.some((edge) => isAt(beside.x, edge))) return null
  const isBelow = below?.pieces[0]?.x === cell.x && below.role === 'table-row' && readHeading(below.text) === null
  return isBelow ? beside.text : null
}

import { codeOfCell } from './printed-code.ts'
import type { Row } from './rows.ts'
import { endsAsking } from './sentences.ts'

/** Whether the columns are those of a table in the answer: below a question in one cell, and a paragraph of the answer in one cell too. */
export function isTableBelowAnswer(rows: readonly Row[]): boolean {
  const asked = rows.findIndex(({ text }) => endsAsking(text))
  const parted = rows.findIndex(({ pieces }) => pieces.length > 1)
  const [next, second] = [rows[asked + 1], rows[parted + 1]]
  if (asked < 0 || parted <= asked + 1 || second === undefined) return false
  const cells = rows[parted]?.pieces.length ?? 0
  // Text laid out by characters keeps no rows of tables: there the answer's words lead to them, and columns of facts are two at most.
  if (next?.x === null && next.role !== 'table-row')
    return Math.max(cells, second.pieces.length) > mostFacts && second.pieces.length > 1 && areNoFacts(rows, parted)
  if (next?.role !== 'table-row' || !next.startsBlock) return false
  return second.pieces.length === cells
}

/** A printed code and a page, beside the words of a question. */
const mostFacts = 2

/** Whether neither of a table's first two rows holds a printed code, as the rows of a question do. */
const areNoFacts = (rows: readonly Row[], first: number) =>
  rows.slice(first, first + 2).every(({ pieces }) => pieces.every(({ text }) => codeOfCell(text) === null))

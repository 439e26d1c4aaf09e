import { readHeading } from './headings.ts'
import type { Row } from './rows.ts'
import { endsAsking, endsSentence } from './sentences.ts'

/** `Antwoord Ja.`, `ANTWOORD De kosten …`: heading and first words in one line, and nothing that parts them; «Antwoord Algemene Rekenkamer» names who answers. */
const heading =
  /^(?:Antwoord|ANTWOORD) {1,4}(?=\p{Lu}\p{Ll}|U |[«“‘„€])(?!(?:Algemene Rekenkamer|Rekenkamer|Minister|Staatssecretaris|Kabinet|Regering|College)\b)/u
const begins = (text: string) => heading.test(text) && readHeading(text) === null
const fewest = 2

/**
 * The rows with «Antwoord:» where that word stands before the first words of an answer: right behind what asks, and where two such rows do
 * so, behind other sentences too («Graag een overzicht.»).
 *
 * @param beginningWithA the places of the rows that begin with that letter, in order
 * @param relabel puts «Antwoord:» for so many characters at a row's beginning
 */
export function withAnswersWithoutStop(
  rows: readonly Row[],
  beginningWithA: readonly number[],
  relabel: (row: Row, length: number) => Row,
): readonly Row[] {
  const before = (index: number) => rows[index - 1]?.text ?? ''
  const found = beginningWithA.filter((index) => begins(rows[index]?.text ?? '') && endsSentence(before(index)))
  const asked = found.filter((index) => endsAsking(before(index)))
  const labels = new Set(asked.length < fewest ? asked : found)
  if (labels.size === 0) return rows
  return rows.map((row, index) => (labels.has(index) ? relabel(row, heading.exec(row.text)?.[0].length ?? 0) : row))
}

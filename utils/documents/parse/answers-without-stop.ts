import { readHeading } from './headings.ts'
import type { Row } from './rows.ts'
import { endsAsking, endsSentence } from './sentences.ts'

const offices = '(?:(?:Algemene )?Rekenkamer|Minister|Staatssecretaris|Kabinet|Regering|College)'
/**
 * `Antwoord Ja.`, `ANTWOORD De kosten …`: heading and first words in one line, and nothing that parts them; «Antwoord Algemene Rekenkamer»
 * names who answers, «Antwoord Minister en Kamer …» does not.
 */
const heading = new RegExp(
  String.raw`^(?:Antwoord|ANTWOORD) {1,4}(?=\p{Lu}\p{Ll}|U |[«“‘„€])(?!${offices}\b(?!\s(?!van\b|voor\b)\p{Ll}))`,
  'u',
)
/** The same before any words, where other answers of the document begin so: «Antwoord • …», «Antwoord 12 gemeenten …». */
const headingOfAny = new RegExp(String.raw`^(?:Antwoord|ANTWOORD) {1,4}(?=\S)(?!${offices}$)`, 'u')
const beginsBy = (form: RegExp, text: string) => form.test(text) && readHeading(text) === null
const fewest = 2

/**
 * The rows with «Antwoord:» where that word stands before the first words of an answer: right behind what asks, and where two such rows do
 * so, behind the other sentences of a question too («Graag een overzicht.»).
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
  const labels = new Set(
    beginningWithA.filter((index) => beginsBy(heading, rows[index]?.text ?? '') && endsAsking(before(index))),
  )
  if (labels.size === 0) return rows
  if (labels.size >= fewest) {
    let last = -1
    for (const index of beginningWithA) {
      const text = rows[index]?.text ?? ''
      const isLabel =
        labels.has(index) ||
        (beginsBy(headingOfAny, text) && endsAsking(before(index))) ||
        (beginsBy(heading, text) && endsSentence(before(index)) && hasQuestion(rows, last, index))
      if (!isLabel) continue
      labels.add(index)
      last = index
    }
  }
  return rows.map((row, index) =>
    labels.has(index) ? relabel(row, headingOfAny.exec(row.text)?.[0].length ?? 0) : row,
  )
}

/** A question that asks without a question mark ends within so many rows. */
const rowsOfQuestion = 12
const beginsQuestion = /^(?:Vra(?:ag|gen) )?\d{1,4}/

/** Whether a question's number stands between the last such answer and a row: two answers behind each other are one, with a sentence that begins so. */
function hasQuestion(rows: readonly Row[], last: number, index: number): boolean {
  return rows.slice(Math.max(0, last + 1, index - rowsOfQuestion), index).some(({ text }) => beginsQuestion.test(text))
}

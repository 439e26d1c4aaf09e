import { beginsAnew } from './begins-anew.ts'
import { readHeading } from './headings.ts'
import { expandNumbers } from './numbers.ts'
import type { Row } from './rows.ts'
import { endsAsking } from './sentences.ts'

/** Puts «Antwoord» and its numbers for so many characters at a row's beginning. */
type Relabel = (row: Row, list: string, length: number) => Row

const letterAlone = /^A\s?:\s+/
const letterOfAnother = /^[B-Z]\s?:\s/
const letterAndNumbers =
  /^A\s?(\d{1,3}[a-z]?(?:\s?(?:[-–,&]|en|t\/m)\s?A?\d{1,3}[a-z]?)*)(?:\s?[.:)](?:\s+|$)|$|\s+(?=\p{Lu}))/u
const fewest = 2
/** Some questions end with «Graag een toelichting.» */
const mostAsked = 0.7

/**
 * The rows with «Antwoord» for `A1.`, `A5-7:` and `A:` behind questions that are numbered otherwise.
 *
 * @param beginningWithA the places of the rows that begin with that letter, in order
 */
export function withLettersOfAnswers(
  rows: readonly Row[],
  beginningWithA: readonly number[],
  relabel: Relabel,
): readonly Row[] {
  const lettered = beginningWithA.filter((index) => mayBeLetter.test(rows[index]?.text ?? ''))
  if (lettered.length < fewest) return rows
  return withNumbers(rows, lettered, relabel) ?? withLettersAlone(rows, lettered, relabel)
}

const mayBeLetter = /^A\s?[:\d]/

/** `A1.`, `A5-7:` behind headings of questions in words, each of which names the questions above it; null where these are something else. */
function withNumbers(rows: readonly Row[], lettered: readonly number[], relabel: Relabel): readonly Row[] | null {
  const labels = new Map<number, { readonly list: string; readonly length: number }>()
  const answered = new Set<string>()
  const asked = new Set<string>()
  let next = 0
  for (const row of lettered) {
    const match = letterAndNumbers.exec(rows[row]?.text ?? '')
    const list = match?.[1]?.replaceAll('A', '')
    if (!match || list === undefined) continue
    for (; next < row; next += 1) {
      const heading = readHeading(rows[next]?.text ?? '')
      if (heading?.type === 'answer' && heading.numbers.length > 0) return null
      if (heading?.type === 'question') for (const number of heading.numbers) asked.add(number)
    }
    const numbers = expandNumbers(list)
    // «A2: ernstig» may be a road or a class within an answer.
    const fits = numbers.every((number) => asked.has(number) && !answered.has(number))
    if (!fits || !beginsAnew(rows, row, match[0].length)) continue
    for (const number of numbers) answered.add(number)
    labels.set(row, { list, length: match[0].length })
  }
  if (labels.size < fewest || answered.size < asked.size * mostAsked) return null
  return rows.map((row, index) => {
    const label = labels.get(index)
    return label ? relabel(row, label.list, label.length) : row
  })
}

/** `A:` where that letter alone stands, behind questions that have numbers: «A: …» in an answer counts what it lists. */
function withLettersAlone(rows: readonly Row[], lettered: readonly number[], relabel: Relabel): readonly Row[] {
  const found = lettered.filter((index) => letterAlone.test(rows[index]?.text ?? ''))
  if (found.length < fewest || !found.every((index) => beginsAnew(rows, index, 0))) return rows
  if (rows.some(({ text }) => letterOfAnother.test(text))) return rows
  const asked = found.filter((index) => endsAsking(rows[index - 1]?.text ?? ''))
  if (asked.length < found.length * mostAsked) return rows
  const labels = new Set(found)
  return rows.map((row, index) => {
    const length = labels.has(index) ? (letterAlone.exec(row.text)?.[0].length ?? 0) : 0
    return length > 0 ? relabel(row, '', length) : row
  })
}

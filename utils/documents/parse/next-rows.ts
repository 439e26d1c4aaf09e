import type { Heading } from './headings.ts'
import type { Row } from './rows.ts'

/** What stands nearest behind each row, told in one pass from the end. */

/** A question asks, and is answered, within so many rows. */
const rowsOfQuestion = 16

/** For each row the next row that may carry a question's number. */
export function nextNumbered(numbered: readonly unknown[]): number[] {
  const next = new Array<number>(numbered.length).fill(numbered.length)
  for (let index = numbered.length - 2; index >= 0; index -= 1) {
    next[index] = numbered[index + 1] !== null ? index + 1 : (next[index + 1] ?? numbered.length)
  }
  return next
}

/** For each row the next heading of an answer, where it is within reach. */
export function nextAnswers(headings: readonly (Heading | null)[]): (number | null)[] {
  const nearest = new Array<number | null>(headings.length).fill(null)
  let answer: number | null = null
  for (let index = headings.length - 1; index >= 0; index -= 1) {
    nearest[index] = answer !== null && answer - index <= rowsOfQuestion ? answer : null
    if (headings[index]?.type === 'answer') answer = index
  }
  return nearest
}

interface QuestionMarks {
  /** The row that holds it, or -1. */
  readonly rows: Int32Array
  /** Characters from the row's start up to and including the mark. */
  readonly distances: Int32Array
}

/** For each row the next question mark, where it is within reach; as lists of numbers, for the rows are many. */
export function nearestQuestionMarks(rows: readonly Row[]): QuestionMarks {
  const nearest = { rows: new Int32Array(rows.length).fill(-1), distances: new Int32Array(rows.length) }
  let distance = 0
  let row = Number.POSITIVE_INFINITY
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const text = rows[index]?.text ?? ''
    const at = text.includes('?') ? text.search(/\?(?=\s|$|[»”"')\d])/) : -1
    distance = at >= 0 ? at + 1 : distance + text.length + 1
    if (at >= 0) row = index
    if (row - index > rowsOfQuestion) continue
    nearest.rows[index] = row
    nearest.distances[index] = distance
  }
  return nearest
}

import type { QuestionRow } from '#utils/database/schema.ts'
import { plainText, wordsOf } from '../search/found-words.ts'

/** A question with its words ready for filtering. */
export interface Filterable {
  readonly row: QuestionRow
  readonly words: string
}

export function filterable(rows: readonly QuestionRow[]): Filterable[] {
  return rows.map((row) => ({
    row,
    words: plainText(
      [
        ...[row, ...(row.joined ?? [])].flatMap(({ number, code }) => [number, code ?? '']),
        row.question,
        row.answer,
        ...row.footnotes.map(({ text }) => text),
      ].join('\n'),
    ),
  }))
}

/** Whether what was typed is a question's number (`155`, `2a`) and nothing else. */
export function isNumber(typed: string): boolean {
  return /^\d{1,5}[a-z]?$/iu.test(typed.trim())
}

/** The questions that fit what was typed: a number fits numbers that begin with it, words must all occur. */
export function filterQuestions(questions: readonly Filterable[], typed: string): QuestionRow[] {
  if (isNumber(typed)) {
    const number = typed.trim().toLowerCase()
    const byNumber = questions.filter(({ row }) => hasNumber(row, (own) => own.startsWith(number)))
    if (byNumber.length > 0) return byNumber.map(({ row }) => row)
  }
  const wanted = wordsOf(typed)
  return questions.filter(({ words }) => wanted.every((word) => words.includes(word))).map(({ row }) => row)
}

/** Whether the question, or one that was joined to it, has such a number. */
export function hasNumber(row: QuestionRow, fits: (number: string) => boolean): boolean {
  return [row, ...(row.joined ?? [])].some(({ number }) => fits(number.toLowerCase()))
}

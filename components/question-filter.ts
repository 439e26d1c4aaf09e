import type { QuestionRow } from '#utils/database/schema.ts'

/** Lower case without accents, so that «coordinator» finds «coördinator». */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A question with its words ready for filtering. */
export interface Filterable {
  readonly row: QuestionRow
  readonly words: string
}

export function filterable(rows: readonly QuestionRow[]): Filterable[] {
  return rows.map((row) => ({
    row,
    words: plainText(
      [row.number, row.code ?? '', row.question, row.answer, ...row.footnotes.map(({ text }) => text)].join('\n'),
    ),
  }))
}

/** Whether what was typed is a question's number (`155`, `2a`) and nothing else. */
export function isNumber(typed: string): boolean {
  return /^\d{1,5}[a-z]?$/iu.test(typed.trim())
}

/** The questions that fit what was typed: a number fits numbers that begin with it, words must all occur. */
export function filterQuestions(questions: readonly Filterable[], typed: string): QuestionRow[] {
  const wanted = plainText(typed).split(/\s+/u).filter(Boolean)
  if (isNumber(typed)) {
    const number = typed.trim().toLowerCase()
    const byNumber = questions.filter(({ row }) => row.number.toLowerCase().startsWith(number))
    if (byNumber.length > 0) return byNumber.map(({ row }) => row)
  }
  return questions.filter(({ words }) => wanted.every((word) => words.includes(word))).map(({ row }) => row)
}

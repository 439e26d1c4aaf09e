import type { CitedPaper } from '../../citations/cited-paper.ts'
import type { DocumentRow, QuestionRow } from '../../database/schema.ts'
import type { Separator } from './csv-table.ts'

/** A question with all that tells where it stands, for files that are read without Kamerlens. */
export interface ExportedQuestion {
  readonly question: QuestionRow
  readonly document: DocumentRow
  /** Its document as it is cited; null where that has no code (a file of the user's own). */
  readonly paper: CitedPaper | null
  /** Who asked and who answered its document. */
  readonly people: Pick<NonNullable<DocumentRow['facts']>, 'askedBy' | 'answeredBy'>
  /** The texts of the user's notes on it, in the order in which they were made. */
  readonly notes: readonly string[]
}

/** The words of these files, in the language of the interface. */
export interface QuestionWords {
  readonly question: (number: string) => string
  readonly answer: string
  readonly notes: string
  readonly untitled: string
  /** «Beantwoord», or what is in its place. */
  readonly status: (question: QuestionRow) => string
  readonly pointsTo: (number: string) => string
  readonly answeredWith: (numbers: readonly string[]) => string
  readonly askedBy: (question: ExportedQuestion) => string
  readonly answeredBy: (question: ExportedQuestion) => string
  /** A day in words. */
  readonly day: (date: string) => string
  readonly columns: Readonly<Record<QuestionColumn, string>>
  readonly separator: Separator
}

export const questionColumns = [
  'title',
  'citation',
  'date',
  'number',
  'printedCode',
  'question',
  'answer',
  'status',
  'askedBy',
  'answeredBy',
  'note',
  'url',
] as const

export type QuestionColumn = (typeof questionColumns)[number]

export const titleOf = ({ document, paper }: ExportedQuestion, words: QuestionWords): string =>
  document.title.trim() || paper?.title || words.untitled

/** The day of its document, `2023-05-22`; null where it is not known. */
export const dayOf = ({ document, paper }: ExportedQuestion): string | null =>
  (document.date ?? paper?.date)?.slice(0, 10) ?? null

/** The answer, or where it is, where it does not name that number itself; empty where there is none. */
export function answerOf({ question }: ExportedQuestion, words: QuestionWords): string {
  const numbers = question.answer.split(/[^0-9a-z]+/i)
  const others = question.answeredWith.filter((number) => number !== question.number)
  return [
    question.answer,
    question.pointsTo === null || numbers.includes(question.pointsTo) ? '' : words.pointsTo(question.pointsTo),
    others.length === 0 ? '' : words.answeredWith(others),
  ]
    .filter(Boolean)
    .join('\n\n')
}

import { isPaperForm, paperFile, paperForms } from '../../citations/paper-files.ts'
import { papersOf } from '../../citations/question-citations.ts'
import type { ExportedQuestion, QuestionWords } from './exported-question.ts'
import { questionsAsCsv } from './question-csv.ts'
import { questionsAsMarkdown } from './question-markdown.ts'

/** The forms in which questions go out: themselves, or the papers that they stand in. */
export const questionForms = ['csv', 'markdown', ...paperForms] as const

export type QuestionForm = (typeof questionForms)[number]

/** Questions as one file of this form, with the ending of its name; null where there is nothing to put in it. */
export function questionFile(
  form: QuestionForm,
  questions: readonly ExportedQuestion[],
  words: QuestionWords,
): { readonly blob: Blob; readonly ending: string } | null {
  if (isPaperForm(form)) {
    const papers = papersOf(questions)
    if (papers.length === 0) return null
    const { text, type, ending } = paperFile(form, papers)
    return { blob: new Blob([text], { type }), ending }
  }
  if (questions.length === 0) return null
  return form === 'csv'
    ? { blob: new Blob([questionsAsCsv(questions, words)], { type: 'text/csv' }), ending: 'csv' }
    : { blob: new Blob([questionsAsMarkdown(questions, words)], { type: 'text/markdown' }), ending: 'md' }
}

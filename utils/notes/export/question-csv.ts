import { officialCitation } from '../../citations/official.ts'
import { csvTable } from './csv-table.ts'
import {
  answerOf,
  dayOf,
  type ExportedQuestion,
  type QuestionColumn,
  type QuestionWords,
  questionColumns,
  titleOf,
} from './exported-question.ts'

/** Questions as a table for a spreadsheet, one a row. */
export function questionsAsCsv(questions: readonly ExportedQuestion[], words: QuestionWords): string {
  const rows = [
    questionColumns.map((column) => words.columns[column]),
    ...questions.map((question) => questionColumns.map((column) => cellOf(question, column, words))),
  ]
  return csvTable(rows, words.separator)
}

function cellOf(one: ExportedQuestion, column: QuestionColumn, words: QuestionWords): string {
  const { question, paper, notes } = one
  const cells: Readonly<Record<QuestionColumn, () => string>> = {
    title: () => titleOf(one, words),
    citation: () => (paper === null ? '' : officialCitation(paper)),
    date: () => dayOf(one) ?? '',
    number: () => question.number,
    printedCode: () => question.code ?? '',
    question: () => question.question,
    answer: () => answerOf(one, words),
    status: () => words.status(question),
    askedBy: () => words.askedBy(one),
    answeredBy: () => words.answeredBy(one),
    note: () => notes.join('\n\n'),
    url: () => paper?.url ?? '',
  }
  return cells[column]()
}

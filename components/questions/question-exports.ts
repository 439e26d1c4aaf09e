import { documentMessages } from '#locales/document.ts'
import { exportColumnMessages, exportMessages } from '#locales/export.ts'
import { format, locale } from '#locales/i18n.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { CitationForm } from '#utils/citations/form-names.ts'
import { isPaperForm } from '#utils/citations/paper-files.ts'
import { citeQuestions, type QuestionCitations } from '#utils/citations/question-citations.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { localDay } from '#utils/database/export/backup-file.ts'
import type { QuestionKey } from '#utils/database/library/kept-questions.ts'
import { isAnswered } from '#utils/documents/answered.ts'
import type { QuestionWords } from '#utils/notes/export/exported-question.ts'
import { type QuestionForm, questionFile } from '#utils/notes/export/question-files.ts'
import { answererOf, askerOf } from '../papers/people-words.ts'
import { sourcePlace } from '../papers/source-place.ts'
import type { Kept } from '../store/kept.ts'
import { saveFile } from '../transfer/save-file.ts'

/** Questions that were chosen, out of Kamerlens: as citations to copy, or as a file. */

/** The citations of these questions, in one of the forms. */
export async function citationsOf(
  kept: Pick<Kept, 'citableQuestions'>,
  keys: readonly QuestionKey[],
  form: CitationForm,
): Promise<Result<QuestionCitations>> {
  try {
    const { untitled } = documentMessages.get()
    const questions = (await kept.citableQuestions(keys)).map(({ question, list, paper }) => ({
      number: question.number,
      paper,
      title: list.title.trim() || untitled,
      place: sourcePlace(list, question)?.url ?? null,
    }))
    return { ok: true, value: citeQuestions(form, questions) }
  } catch (error) {
    return { ok: false, error: storeErrorOf(error) }
  }
}

/** These questions as a file, offered for saving; its name, and how many have no code and are not in it. */
export async function exportQuestions(
  kept: Pick<Kept, 'exportedQuestions'>,
  keys: readonly QuestionKey[],
  form: QuestionForm,
  now: Date,
): Promise<Result<{ readonly file: string; readonly withoutCode: number }, StoreError | 'no-papers'>> {
  try {
    const t = exportMessages.get()
    const questions = await kept.exportedQuestions(keys)
    const made = questionFile(form, questions, wordsNow())
    if (made === null) return { ok: false, error: questions.length === 0 ? 'not-found' : 'no-papers' }
    const file = `${isPaperForm(form) ? t.paperFileName : t.questionFileName}-${localDay(now)}.${made.ending}`
    saveFile(made.blob, file)
    const withoutCode = isPaperForm(form) ? questions.filter(({ paper }) => paper === null).length : 0
    return { ok: true, value: { file, withoutCode } }
  } catch (error) {
    return { ok: false, error: storeErrorOf(error) }
  }
}

function wordsNow(): QuestionWords {
  const t = documentMessages.get()
  const e = exportMessages.get()
  const { time } = format.get()
  return {
    question: (number) => e.question({ number }),
    answer: e.answer,
    notes: e.notes,
    untitled: t.untitled,
    status: (question) => (isAnswered(question) ? t.answered : t.unanswered),
    pointsTo: (number) => t.pointsTo({ number }),
    answeredWith: (numbers) => `${t.answeredWith(numbers.length)} ${numbers.join(', ')}`,
    askedBy: ({ question, people }) => (question.askedBy ?? people.askedBy).map(askerOf).join(', '),
    answeredBy: ({ people }) => people.answeredBy.map(answererOf).join(', '),
    day(date) {
      const moment = new Date(date)
      return Number.isNaN(moment.getTime()) ? date : time(moment, { dateStyle: 'long', timeZone: 'UTC' })
    },
    columns: exportColumnMessages.get(),
    separator: locale.get() === 'nl' ? ';' : ',',
  }
}

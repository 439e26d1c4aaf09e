import type { Question } from '../documents/types.ts'
import { isLive } from './named-documents.ts'
import type { KamerlensDatabase } from './open.ts'
import type { DocumentRow } from './schema.ts'
import { questionsAsRead } from './store-questions.ts'

type Answered = Pick<Question, 'answer' | 'pointsTo'>

/**
 * The kept reading with more in it than a new one of the same document (more answers, or as many to more questions);
 * null where the new one is to replace them all. The same source read again always does, and so does whatever follows
 * a removal: then the user or a better reader meant it.
 *
 * @param documents the kept rows of the document
 * @param reading its questions, and where they come from (`provenance` of the fact `questions`)
 */
export async function richerReading(
  db: KamerlensDatabase,
  documents: readonly DocumentRow[],
  reading: { readonly questions: readonly Answered[]; readonly from: string },
): Promise<{ readonly document: DocumentRow; readonly questions: readonly Question[] } | null> {
  let richest: { readonly document: DocumentRow; readonly questions: readonly Question[] } | null = null
  for (const document of documents) {
    if (questionsFrom(document) === reading.from || !isLive(document)) continue
    const questions = await questionsAsRead(db, document.id)
    if (hasMore(questions, richest?.questions ?? reading.questions)) richest = { document, questions }
  }
  return richest
}

/**
 * Whether another reading of a document stands in place of the one that there is: where there is none, where it has more, and where it
 * is later and has no less.
 *
 * @param isLater whether the other one is
 * @param mayBePoorer whether the later one counts whatever is in it
 */
export function standsInPlace(
  other: readonly Answered[],
  own: readonly Answered[],
  { isLater, mayBePoorer }: { readonly isLater: boolean; readonly mayBePoorer: boolean },
): boolean {
  if (own.length === 0 && other.length > 0) return true
  if (mayBePoorer) return isLater
  return hasMore(other, own) || (isLater && !hasMore(own, other))
}

/** Where its questions were read; undefined where that is not known. */
export const questionsFrom = ({ provenance }: DocumentRow): string | undefined =>
  provenance.find(({ fact }) => fact === 'questions')?.from

/** Whether one reading has more answers, or as many to more questions. */
function hasMore(one: readonly Answered[], other: readonly Answered[]): boolean {
  const answers = (questions: readonly Answered[]) =>
    questions.filter(({ answer, pointsTo }) => answer.trim() !== '' || pointsTo !== null).length
  return answers(one) > answers(other) || (answers(one) === answers(other) && one.length > other.length)
}

import type { documentMessages } from '#locales/document.ts'
import type { QuestionRow } from '#utils/database/schema.ts'
import { isAnswered } from '#utils/documents/answered.ts'

/** What a list says of an answer: that there is none, or which other one it only refers to; null where it stands for itself. */
export function answerWords(row: QuestionRow, texts: ReturnType<typeof documentMessages.get>): string | null {
  if (row.pointsTo !== null) return texts.refersTo({ number: row.pointsTo })
  return isAnswered(row) ? null : texts.unanswered
}

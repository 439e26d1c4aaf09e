import type { QuestionRow } from '#utils/database/schema.ts'
import { isDoubtful } from '#utils/documents/doubtful.ts'
import { Icon } from '../parts/icons.tsx'
import { answerWords } from '../questions/answer-words.ts'
import type { QuestionTexts } from '../questions/question-texts.ts'
import { memo } from '../rows/memo.ts'
import { FoundInside } from '../search/found-inside.tsx'
import { Found } from '../search/found-mark.tsx'

export interface ReaderQuestionProps {
  readonly row: QuestionRow
  readonly isPreliminary: boolean
  readonly texts: QuestionTexts
  readonly notes: number
  readonly isCurrent: boolean
  readonly onChoose: (order: number) => void
}

/** A question in the list beside the pages: its number, its first lines, and what is to be known of it. */
export const ReaderQuestion = memo(({ row, isPreliminary, texts, notes, isCurrent, onChoose }: ReaderQuestionProps) => {
  const { document: t, questions: q, popup } = texts
  const needsCheck = isDoubtful(row)
  const isCorrected = row.corrected !== undefined
  // An answer may stand on a page that is not read yet.
  const answer = isPreliminary ? null : answerWords(row, t)
  return (
    <li>
      <button
        type="button"
        class="kl-reader__question"
        data-order={row.order}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => onChoose(row.order)}
      >
        <span class="kl-reader__nr">
          <span class="kl-visually-hidden">{t.question({ number: '' })}</span>
          {row.number}
        </span>
        <span class="kl-clamp">
          <Found text={row.question.slice(0, 300)} />
        </span>
        <FoundInside row={row} seen={60} lines={2} />
        {(needsCheck || isCorrected || answer !== null || notes > 0) && (
          <span class="kl-reader__marks kl-small">
            {needsCheck && (
              <span class="kl-reader__doubt">
                <Icon name="warning" />
                {t.doubts}
              </span>
            )}
            {isCorrected && (
              <span class="kl-reader__corrected">
                <Icon name="correct" />
                {q.correctedByHand}
              </span>
            )}
            {answer !== null && <span>{answer}</span>}
            {notes > 0 && (
              <span>
                <span aria-hidden="true">
                  <Icon name="note" /> {notes}
                </span>
                <span class="kl-visually-hidden">{popup.notes(notes)}</span>
              </span>
            )}
          </span>
        )}
      </button>
    </li>
  )
})

import { documentMessages } from '#locales/document.ts'
import { readerMessages } from '#locales/reader.ts'
import type { JobRow } from '#utils/database/schema.ts'
import { useStore } from '../store/use-store.ts'
import type { QuestionsState } from './reader-state.ts'

export interface NoQuestionsProps {
  readonly state: QuestionsState
  readonly job: JobRow | null
  /** Whether the document is a notice of delay. */
  readonly isPostponed: boolean
  /** Whether the document is shown, and what is kept cannot be opened: then nothing is read, however long one waits. */
  readonly isStuck: boolean
}

/** Whether all has come of the reading that will. */
export function isRead(state: QuestionsState, job: JobRow | null): boolean {
  return state.type === 'begun' && (state.job === null || job?.state === 'failed')
}

/** What stands in the place of the list: why there are no questions, or not yet. */
export function NoQuestions({ state, job, isPostponed, isStuck }: NoQuestionsProps) {
  const t = useStore(readerMessages)
  const texts = useStore(documentMessages)
  const isOver = isRead(state, job)
  const said = isPostponed
    ? [texts.postponed, texts.postponedHint]
    : isOver && job?.error === 'no-questions'
      ? [t.noQuestions, t.noQuestionsHint]
      : null
  if (said !== null) {
    return (
      <div class="kl-reader__none">
        <p class="kl-reader__subtitle">{said[0]}</p>
        <p class="kl-muted">{said[1]}</p>
      </div>
    )
  }
  const sentence =
    isOver || isStuck || state.type === 'failed'
      ? t.notRead
      : state.type === 'asked'
        ? t.notReadYet
        : state.type === 'begun'
          ? t.readingStarts
          : t.waiting
  return (
    <div class="kl-reader__none">
      <p class="kl-muted">{sentence}</p>
    </div>
  )
}

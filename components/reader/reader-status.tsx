import { commonMessages } from '#locales/common.ts'
import { documentMessages } from '#locales/document.ts'
import { errorMessages } from '#locales/errors.ts'
import { factMessages } from '#locales/facts.ts'
import { readerMessages } from '#locales/reader.ts'
import { isUnderWay } from '#utils/database/rows/under-way.ts'
import type { JobRow } from '#utils/database/schema.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import type { QuestionsState } from './reader-state.ts'
import { useProgressSaid } from './use-progress-said.ts'

export interface ReaderStatusProps {
  /** 0 while unknown. */
  readonly pages: number
  readonly state: QuestionsState
  /** Whether the document itself could not be shown: then that is said, and nothing else. */
  readonly isFailed: boolean
  readonly job: JobRow | null
  /** Numbers of questions that are kept, and of those that need checking. */
  readonly questions: number
  readonly doubtful: number
  /** Whether it is a notice of delay, which may have no questions. */
  readonly isPostponed: boolean
  /** Whether it was opened from a private window. */
  readonly isPrivate: boolean
  /** Number of pieces of the text that stand with no question. */
  readonly outside: number
  readonly onCheck: () => void
  readonly onOutside: () => void
  readonly onRead: () => void
}

/** How far the reading of the questions is, and what is to be checked in them. */
export function ReaderStatus(props: ReaderStatusProps) {
  const { pages, state, isFailed, job, questions, doubtful, outside, onCheck, onOutside, onRead } = props
  const t = useStore(readerMessages)
  const errors = useStore(errorMessages)
  const facts = useStore(factMessages)
  const counted = pages > 0 ? t.pagesCount(pages) : ''
  const reading = job !== null && isUnderWay(job) ? job : null
  const failed = reading === null && questions === 0 && (state.type === 'failed' || job?.error !== undefined)
  const isAsked = state.type === 'asked' && questions === 0
  const texts = useStore(documentMessages)
  const isEmpty = job?.error === 'no-questions'
  const outcome =
    questions > 0
      ? t.found(questions)
      : props.isPostponed
        ? lowerFirst(texts.postponed)
        : isEmpty && reading === null
          ? t.noneFound
          : ''
  const going = reading === null ? '' : progressOf(reading, t)
  useProgressSaid(job, t.readingStarts, going, isFailed ? '' : outcome)
  if (isFailed) return null
  return (
    <div class="kl-reader__status kl-small">
      <p>
        {[counted, reading === null ? outcome : counted === '' ? going : lowerFirst(going)]
          .filter((part) => part !== '')
          .join(', ')}
      </p>
      {props.isPrivate && <p>{t.privateWindow}</p>}
      {failed && !isEmpty && <p role="alert">{errors[job?.error ?? 'unknown']}</p>}
      {reading !== null && <Bar job={reading} />}
      {doubtful > 0 && (
        <p class="kl-reader__doubtful">
          <span>{t.doubtful(doubtful)}</span>
          <button type="button" class="kl-button kl-button--plain" title={t.checkHint} onClick={onCheck}>
            {t.check}
          </button>
        </p>
      )}
      {outside > 0 && (
        <button type="button" class="kl-button kl-button--plain" onClick={onOutside}>
          {facts.outside(outside)}
        </button>
      )}
      {(isAsked || (failed && canReadAgain(job))) && (
        <button type="button" class="kl-button kl-button--plain" onClick={onRead}>
          {isAsked ? t.readAndKeep : t.readAgain}
        </button>
      )}
    </div>
  )
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1)

/** Failures of Kamerlens or the store may pass; those of the document stay. */
function canReadAgain(job: JobRow | null): boolean {
  const passing = ['unknown', 'quota', 'database-unavailable', 'unreachable', 'site-refused', 'cancelled', undefined]
  return passing.includes(job?.error)
}

function progressOf({ state, progress }: JobRow, t: ReturnType<typeof readerMessages.get>): string {
  const { phase, done, total, questions } = progress
  if (state === 'waiting') return t.waitingTurn
  if (phase !== 'reading' || total === 0) return t.readingStarts
  return questions > 0 ? t.foundSoFar(questions) : t.reading({ done, total })
}

function Bar({ job: { id, progress } }: { job: JobRow }) {
  const t = useStore(readerMessages)
  const common = useStore(commonMessages)
  const { actions } = useServices()
  const isKnown = progress.phase === 'reading' && progress.total > 0
  return (
    <>
      <progress
        class="kl-progress kl-reader__progress"
        aria-label={t.readingProgress}
        {...(isKnown ? { value: progress.done, max: progress.total } : {})}
      />
      <button type="button" class="kl-button kl-button--plain" onClick={() => void actions.cancelReading(id)}>
        {common.stop}
      </button>
    </>
  )
}

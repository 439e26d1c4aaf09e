import { useRef } from 'preact/hooks'
import { errorMessages } from '#locales/errors.ts'
import { readingMessages } from '#locales/reading.ts'
import { isUnderWay } from '#utils/database/rows/under-way.ts'
import type { DocumentRow, JobRow } from '#utils/database/schema.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { useSlow } from '../parts/use-slow.ts'
import { usePreliminary } from '../questions/preliminary.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { StopReading } from './stop-reading.tsx'
import './job-list.css'

export interface JobListProps {
  readonly onDocument: (document: DocumentRow) => void
  /** Opens the PDF of a reading in the reader; null where it is none, or is not at hand any more. */
  readonly readerOf?: ((job: JobRow) => (() => void) | null) | undefined
}

interface JobRowsProps extends JobListProps {
  readonly jobs: readonly JobRow[]
  readonly onClose: (job: JobRow) => void
}

/** Documents that are read, or were, each with what came of it. */
export function JobRows({ jobs, onDocument, readerOf, onClose }: JobRowsProps) {
  const t = useStore(readingMessages)
  const list = useRef<HTMLUListElement>(null)

  /** One works for an hour beside this list: what came to its end is not to stand there as long. */
  function close(job: JobRow) {
    // The button goes, and would take the focus with it.
    const rest = list.current?.parentElement?.querySelectorAll<HTMLElement>('button, a[href]') ?? []
    const next = [...rest].find((each) => each.closest('li')?.dataset.job !== job.id)
    next?.focus()
    onClose(job)
  }

  return (
    <ul ref={list} class="kl-jobs" aria-label={t.reading}>
      {jobs.map((job) => (
        <Job key={job.id} job={job} onDocument={onDocument} readerOf={readerOf} onClose={() => close(job)} />
      ))}
    </ul>
  )
}

function Job({ job, onDocument, readerOf, onClose }: JobListProps & { job: JobRow; onClose: () => void }) {
  const t = useStore(readingMessages)
  const errors = useStore(errorMessages)
  const { kept } = useServices()
  const { source, state, progress, error, document: id } = job
  const name = source.type === 'file' ? source.name : (source.title ?? '').trim() || source.url
  const { phase, done, total } = progress
  const known = state === 'running' && phase !== 'storing' && total > 0
  const isFetching = state === 'running' && phase === 'fetching'
  // A file of the user's own waits for no site.
  const isSlow = useSlow(isFetching && source.type === 'url' ? `${done}` : null)
  const toReader = readerOf?.(job) ?? null
  const open = async () => {
    const document = id === undefined ? null : await kept.document(id)
    if (document) onDocument(document)
  }
  return (
    <li class="kl-job" data-state={state} data-job={job.id}>
      <div class="kl-job__head">
        <p class="kl-job__name">{name}</p>
        {!isUnderWay(job) && (
          <IconButton icon="close" label={t.close({ name })} class="kl-job__close" onClick={onClose} />
        )}
      </div>
      {isUnderWay(job) && (
        <>
          <progress
            class="kl-progress"
            aria-label={t.progress({ name })}
            {...(known ? { value: done, max: total } : {})}
          />
          <p class="kl-job__line">
            <span class="kl-small kl-muted">
              {state === 'waiting' && t.waiting}
              {isFetching && (isSlow ? t.fetchingSlow : t.fetching)}
              {state === 'running' && phase === 'storing' && t.storing}
              {state === 'running' &&
                phase === 'reading' &&
                [...(total > 1 ? [t.pagesDone({ done, total })] : []), t.found(progress.questions)].join(', ')}
            </span>
            <StopReading job={job.id} name={name} />
          </p>
        </>
      )}
      {isUnderWay(job) && <FoundSoFar job={job.id} />}
      {state === 'done' && (
        <p class="kl-job__line" role="status">
          {/* Of all documents a notice of delay alone is kept without questions. */}
          <span class="kl-ok">{progress.questions === 0 ? t.postponed : t.done(progress.questions)}</span>
          {id !== undefined && (
            <button type="button" class="kl-button kl-button--plain" onClick={open}>
              {t.open}
            </button>
          )}
        </p>
      )}
      {toReader !== null && (
        <button type="button" class="kl-button kl-button--plain kl-job__reader" onClick={toReader}>
          {t.openReader}
        </button>
      )}
      {(state === 'failed' || state === 'cancelled') && (
        <p role="alert" class={state === 'failed' ? 'kl-danger' : 'kl-muted'}>
          {source.type === 'page' && error === 'no-questions'
            ? t.pageWithout
            : errors[error ?? (state === 'cancelled' ? 'cancelled' : 'unknown')]}
        </p>
      )}
    </li>
  )
}

/** Characters of a question that tell which it is. */
const telling = 160

/** What a reading has found so far, to look at alone: nothing of it is kept before all pages are read. */
function FoundSoFar({ job }: { job: string }) {
  const t = useStore(readingMessages)
  const questions = usePreliminary(job)
  if (questions.length === 0) return null
  return (
    <details class="kl-job__found kl-small">
      <summary>{t.soFar(questions.length)}</summary>
      <ol>
        {questions.map(({ order, number, question }) => (
          <li key={order}>
            <span class="kl-job__number">{number}</span>
            {question.slice(0, telling)}
          </li>
        ))}
      </ol>
    </details>
  )
}

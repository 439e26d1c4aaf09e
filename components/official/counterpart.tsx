import { useState } from 'preact/hooks'
import { counterpartMessages } from '#locales/counterpart.ts'
import { documentMessages } from '#locales/document.ts'
import { errorMessages } from '#locales/errors.ts'
import type { KeptCounterpart, Lookup } from '#utils/browser/protocol/lookup.ts'
import type { DocumentRow, JobRow } from '#utils/database/schema.ts'
import type { Code } from '#utils/references/types.ts'
import { QuestionBody } from '../questions/question-body.tsx'
import { jobBegun } from '../reading/begun-jobs.ts'
import { StopReading } from '../reading/stop-reading.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { counterpartProgress } from './counterpart-progress.ts'

/** Questions that are shown before the rest is left to their document. */
const mostQuestions = 5

export interface CounterpartProps {
  readonly lookup: Lookup
  readonly onCode: (code: Code) => void
  readonly onDocument: (document: DocumentRow, question?: number) => void
}

/**
 * The questions with their answers that belong to a code, from the paper that was read by itself; how far it is with it, or
 * why it is not here. Nothing where the code's own document shows them.
 */
export function Counterpart({ lookup, onCode, onDocument }: CounterpartProps) {
  const t = useStore(counterpartMessages)
  const d = useStore(documentMessages)
  const { counterpart, document: own, printed } = lookup
  if (counterpart === null) return null
  const { document, questions, questionCount, type } = counterpart
  const isShown = document !== null && (document.id === own?.id || printed.some(({ list }) => list.id === document.id))
  if (isShown || (document === null && counterpartProgress(counterpart) === null)) return null
  const shown = questions.slice(0, mostQuestions)
  const numbers = new Set(questions.map(({ number }) => number))
  return (
    <section class="kl-part" aria-label={type === 'written-questions' ? t.questions : t.answer}>
      <div>
        <h3 class="kl-part__title">{type === 'written-questions' ? t.questions : t.answer}</h3>
        {document !== null && (
          <button type="button" class="kl-inline kl-part__lead" onClick={() => onDocument(document)}>
            {document.title.trim() === '' ? d.untitled : document.title}
          </button>
        )}
      </div>
      <Progress counterpart={counterpart} />
      {document !== null &&
        shown.map((row) => (
          <article key={row.order}>
            <h4>
              <button type="button" class="kl-inline" onClick={() => onDocument(document, row.order)}>
                {d.question({ number: row.number })}
              </button>
            </h4>
            <QuestionBody
              row={row}
              numbers={numbers}
              onCode={onCode}
              onQuestion={(number) => onDocument(document, questions.find((each) => each.number === number)?.order)}
            />
          </article>
        ))}
      {document !== null && questionCount > shown.length && (
        <button type="button" class="kl-button" onClick={() => onDocument(document)}>
          {t.open(questionCount)}
        </button>
      )}
    </section>
  )
}

function Progress({ counterpart }: { counterpart: KeptCounterpart }) {
  const { job } = counterpart
  const progress = counterpartProgress(counterpart)
  if (progress === null) return null
  if (!progress.waits) return <Failure sentence={progress.sentence} job={job} />
  const name = job?.source.type === 'url' ? (job.source.title ?? job.source.url) : ''
  return (
    <div class="kl-job__line">
      <p class="kl-small kl-muted" role="status">
        {progress.sentence}
      </p>
      {job !== null && <StopReading job={job.id} name={name} />}
    </div>
  )
}

/** What did not come by itself, and reading it on the user's own action. */
function Failure({ sentence, job }: { sentence: string; job: JobRow | null }) {
  const t = useStore(counterpartMessages)
  const errors = useStore(errorMessages)
  const { actions } = useServices()
  const [error, setError] = useState<keyof typeof errors | null>(null)
  const source = sourceOf(job)
  async function read({ url, title }: { readonly url: string; readonly title?: string }) {
    const answer = await actions.readAddress(url, title ?? '')
    setError(answer.ok ? null : answer.error)
    if (answer.ok) jobBegun(answer.value.id)
  }
  return (
    <div class="kl-notice kl-notice--danger">
      <p role="alert">{error === null ? sentence : errors[error]}</p>
      {source !== null && (
        <button type="button" class="kl-button" onClick={() => void read(source)}>
          {t.read}
        </button>
      )}
    </div>
  )
}

/** The best address of what was to be read: the last one that was tried need not be it. */
function sourceOf(job: JobRow | null): { readonly url: string; readonly title?: string } | null {
  if (job?.source.type !== 'url') return null
  return { ...job.source, url: job.byItself?.addresses[0] ?? job.source.url }
}

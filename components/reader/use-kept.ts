import { useMemo, useRef } from 'preact/hooks'
import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'
import type { Question, Rest } from '#utils/documents/types.ts'
import { usePreliminary } from '../questions/preliminary.ts'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import type { QuestionsState } from './reader-state.ts'

const noRows: readonly QuestionRow[] = []
const noNotes: ReadonlyMap<number, number> = new Map()
const noRest: readonly Rest[] = []

/**
 * What is kept of the document, followed live while it is read. `preliminary`: the questions found so far, until those that
 * are kept are there, or none will be.
 */
export function useKept(state: QuestionsState) {
  const { kept } = useServices()
  const name = state.type === 'begun' ? state.document : null
  const jobId = state.type === 'begun' ? state.job : null
  const documents = useLive<DocumentRow | null>(async () => (name === null ? null : kept.document(name)), [name]).value
  const document = documents.state === 'ready' ? documents.value : null
  const id = document?.id ?? null
  const questions = useLive(async () => ({ id, rows: id === null ? noRows : await kept.questions(id) }), [id]).value
  // Of the document before, or of none, until the query has run for this one.
  const rows = questions.state === 'ready' && questions.value.id === id ? questions.value.rows : null
  const notes = useLive(async () => (id === null ? noNotes : kept.noteCounts(id)), [id]).value
  const rest = useLive(async () => (id === null ? noRest : kept.rest(id)), [id]).value
  const jobs = useLive(async () => (jobId === null ? [] : kept.jobs()), [jobId]).value
  const job = (jobs.state === 'ready' ? jobs.value.find((one) => one.id === jobId) : null) ?? null
  // What came of a reading holds for good: a document that is removed afterwards is not one that is being read.
  const settled = useRef<string | null>(null)
  if (job?.state === 'done' && document !== null && rows !== null) settled.current = job.id
  const isRead = job === null || job.state === 'failed' || job.state === 'cancelled' || settled.current === job.id
  const found = usePreliminary(jobId)
  const preliminary = useMemo(() => found.map((question) => preliminaryRow(question, name ?? '')), [found, name])
  return {
    document,
    rows: rows ?? noRows,
    preliminary: isRead ? noRows : preliminary,
    notes: notes.state === 'ready' ? notes.value : noNotes,
    rest: rest.state === 'ready' ? rest.value : noRest,
    job,
  }
}

/** Where the pages that are read so far end, its answer may end too: that is no doubt, and told of no question yet. */
const preliminaryRow = (question: Question, list: string): QuestionRow => ({
  ...question,
  list,
  doubts: [],
  complete: true,
})

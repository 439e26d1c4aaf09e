import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'
import type { Rest } from '#utils/documents/types.ts'
import { useLive } from '../live.ts'
import { useServices } from '../services.ts'
import type { QuestionsState } from './reader-state.ts'

const noRows: readonly QuestionRow[] = []
const noNotes: ReadonlyMap<number, number> = new Map()
const noRest: readonly Rest[] = []

/** What is kept of the document, followed live while it is read. */
export function useKept(state: QuestionsState) {
  const { kept } = useServices()
  const name = state.type === 'begun' ? state.document : null
  const jobId = state.type === 'begun' ? state.job : null
  const documents = useLive<DocumentRow | null>(async () => (name === null ? null : kept.document(name)), [name]).value
  const document = documents.state === 'ready' ? documents.value : null
  const id = document?.id ?? null
  const rows = useLive(async () => (id === null ? noRows : kept.questions(id)), [id]).value
  const notes = useLive(async () => (id === null ? noNotes : kept.noteCounts(id)), [id]).value
  const rest = useLive(async () => (id === null ? noRest : kept.rest(id)), [id]).value
  const jobs = useLive(async () => (jobId === null ? [] : kept.jobs()), [jobId]).value
  return {
    document,
    rows: rows.state === 'ready' ? rows.value : noRows,
    notes: notes.state === 'ready' ? notes.value : noNotes,
    rest: rest.state === 'ready' ? rest.value : noRest,
    job: (jobs.state === 'ready' ? jobs.value.find((job) => job.id === jobId) : null) ?? null,
  }
}

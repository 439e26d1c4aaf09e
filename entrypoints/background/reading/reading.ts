import type { ReadingResult, StartReading } from '#utils/browser/protocol/reading.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { storeDocument } from '#utils/database/documents/store-document.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { questionsOf } from '#utils/database/names/named-documents.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { isUnderWay } from '#utils/database/rows/under-way.ts'
import type { DocumentRow, JobError, JobProgress, JobRow } from '#utils/database/schema.ts'
import { failed, lagOrNot, resultOf } from '../results.ts'
import { createTurns } from '../turns.ts'
import { errorOfAttempts, forgetFinished, isSameAddress, jobElsewhere, newJob, openJobs } from './job-rows.ts'
import type { ReadingHost } from './reading-hosts.ts'

/** How often a job is begun before its document counts as one that cannot be read. */
const mostAttempts = 3

/** Milliseconds between two writes of a job's progress. */
const writePause = 250

export interface JobParts {
  readonly db: KamerlensDatabase
  readonly host: ReadingHost
  readonly store: typeof storeDocument
  readonly removeIncoming: (id: string) => Promise<void>
  readonly removeIncomingExcept: (ids: ReadonlySet<string>) => Promise<void>
  /** Asks to be woken (`resume`) from time to time while a job is open, and no longer when none is. */
  readonly watch: (isNeeded: boolean) => void | Promise<void>
  /** Tells who wants to know, such as the tab that started the job. The database row is already written. */
  readonly onChange?: (job: JobRow) => void
  /** Whether the browser lets us reach an address; left out where it always does. */
  readonly mayReach?: (url: string) => Promise<boolean>
  readonly now?: () => Date
  readonly newId?: () => string
}

export interface ReadingJobs {
  /** Queues a document. The same id again, or an address that is already being read, gives the job there is. */
  start(request: StartReading): Promise<Result<JobRow>>
  /** Ends a job that is not finished; nothing of it is kept. A finished job stays as it is. */
  cancel(id: string): Promise<Result<JobRow>>
  /** Begins what waits, where rows were written elsewhere (`pairs.ts`). */
  begin(): Promise<void>
  /** Takes up what a death of the background, of its host or of the browser left behind. Call it at each start. */
  resume(): Promise<void>
  /**
   * Removes the files that no open job needs: those of a browser that ended between laying them down and asking for
   * their reading or import. Call it right after a start: what is laid down since stays.
   */
  removeOrphans(): Promise<void>
  /** What the host reports. */
  progress(id: string, progress: JobProgress): Promise<void>
  result(id: string, result: ReadingResult): Promise<void>
}

/**
 * The documents being read: rows of the database, so that popup and library follow them live and a restart finds them
 * again. One is read at a time, in the order of asking; those that nobody asked for come last. A reading that fails leaves
 * everything kept as it was.
 */
export function createReadingJobs(parts: JobParts): ReadingJobs {
  const { db, host, store, removeIncoming, removeIncomingExcept, watch, onChange } = parts
  const { now = () => new Date(), newId = () => crypto.randomUUID(), mayReach = async () => true } = parts
  const lastWrite = new Map<string, { at: number; phase: JobProgress['phase'] }>()
  // Steps that choose or finish a job follow each other, or two of them could start two at once.
  const inTurn = createTurns()

  const write = async (job: JobRow): Promise<JobRow> => {
    const changed = { ...job, updatedAt: now().toISOString() }
    await db.write(['jobs'], () => db.jobs.put(changed))
    onChange?.(changed)
    return changed
  }

  const finish = async (job: JobRow, outcome: Pick<JobRow, 'state'> & Partial<JobRow>): Promise<JobRow> => {
    lastWrite.delete(job.id)
    const finished = await write({ ...job, ...outcome })
    if (job.source.type !== 'url') await removeIncoming(job.id)
    return finished
  }

  const begin = async (job: JobRow): Promise<void> => {
    if (job.attempts >= mostAttempts) {
      await finish(job, { state: 'failed', error: errorOfAttempts(job) })
      return
    }
    const running = await write({ ...job, state: 'running', attempts: job.attempts + 1 })
    try {
      await host.run(running)
    } catch (error) {
      // The host could not be started this time; the watch comes back to it, and gives up after some attempts.
      console.error(error)
    }
  }

  const next = async (): Promise<void> => {
    for (;;) {
      const jobs = await openJobs(db)
      const first = jobs[0]
      await watch(first !== undefined)
      if (!first) return host.close()
      if (jobs.some(({ state }) => state === 'running')) return
      await begin(first)
    }
  }

  const start = async ({ id, source }: StartReading): Promise<JobRow> => {
    const known = (await db.jobs.get(id)) ?? (await openJobs(db)).find((job) => isSameAddress(job.source, source))
    if (known?.byItself !== undefined && known.state === 'waiting') {
      // What was to be read by itself is asked for now.
      const { byItself: _, ...asked } = known
      return write(asked)
    }
    if (known) return known
    const job = await write(newJob(id, source, now()))
    await next()
    return (await db.jobs.get(id)) ?? job
  }

  const cancel = async (id: string): Promise<Result<JobRow>> => {
    const job = await db.jobs.get(id)
    if (!job) return { ok: false, error: 'not-found' }
    if (!isUnderWay(job)) return { ok: true, value: job }
    const cancelled = await finish(job, { state: 'cancelled', error: 'cancelled' })
    await host.cancel(id).catch((error: unknown) => console.error(error))
    await next()
    return { ok: true, value: cancelled }
  }

  const resume = async (): Promise<void> => {
    await forgetFinished(db, now())
    const [running] = (await openJobs(db)).filter(({ state }) => state === 'running')
    // A job whose host is alive is handed to it again, which it takes or ignores; that is no new attempt.
    if (running && (await host.isAlive())) await host.run(running).catch((error: unknown) => console.error(error))
    else if (running) await begin(running)
    await next()
  }

  const removeOrphans = async (): Promise<void> => {
    const jobs = await openJobs(db)
    await removeIncomingExcept(new Set(jobs.map(({ id }) => id)))
  }

  const progress = async (id: string, progress: JobProgress): Promise<void> => {
    const last = lastWrite.get(id)
    const at = now().getTime()
    if (last && last.phase === progress.phase && at - last.at < writePause) return
    lastWrite.set(id, { at, phase: progress.phase })
    const job = await db.jobs.get(id)
    if (job?.state === 'running') await write({ ...job, progress })
  }

  const result = async (id: string, result: ReadingResult): Promise<void> => {
    const job = await db.jobs.get(id)
    if (job?.state !== 'running') return
    if (result.ok) await keep(job, result)
    else await readElsewhere(job, result.error)
    await next()
  }

  /** What the host can't tell: to it a site that was taken back is one that does not answer. */
  const reasonOf = async ({ source }: JobRow, error: JobError): Promise<JobError> =>
    error === 'unreachable' && source.type === 'url' && !(await mayReach(source.url)) ? 'site-refused' : error

  /** At the next address where it may be: by a job of its own, since to the host this one runs until its result has been taken in. */
  const readElsewhere = async (job: JobRow, error: JobError): Promise<void> => {
    const elsewhere = jobElsewhere(job, error, newId(), now())
    if (elsewhere === null) {
      await finish(job, { state: 'failed', error: await reasonOf(job, error) })
      return
    }
    lastWrite.delete(job.id)
    await db.write(['jobs'], async () => {
      await db.jobs.delete(job.id)
      await db.jobs.put(elsewhere)
    })
  }

  const keep = async (job: JobRow, result: ReadingResult & { ok: true }): Promise<void> => {
    const questions = result.document.questions.length
    const pages = result.document.pages
    const stored = await write({ ...job, progress: { phase: 'storing', done: pages, total: pages, questions } })
    let document: DocumentRow
    try {
      document = await lagOrNot(store(db, result, job.source, now()))
    } catch (error) {
      console.error(error)
      await finish(stored, { state: 'failed', error: storeErrorOf(error) })
      return
    }
    // What is kept now counts, not what was read: a poorer reading leaves a richer one in its place.
    const kept = await questionsOf(db, document.id).count()
    await finish(
      { ...stored, progress: { ...stored.progress, questions: kept } },
      { state: 'done', document: document.id },
    )
  }

  return {
    start: (request) => resultOf(() => inTurn(() => start(request))),
    cancel: (id) => inTurn(() => cancel(id)).catch(failed),
    begin: () => inTurn(next),
    resume: () => inTurn(resume),
    removeOrphans: () => inTurn(removeOrphans),
    progress: (id, report) => inTurn(() => progress(id, report)),
    result: (id, report) => inTurn(() => result(id, report)),
  }
}

import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { JobError, JobProgress, JobRow, ReadingSource } from '#utils/database/schema.ts'
import { isPdfAddress } from '#utils/references/addresses/pdf-address.ts'

/** Milliseconds after which a finished job is forgotten. */
const memory = 7 * 24 * 60 * 60 * 1000

/** A job that waits its turn. */
export function newJob(id: string, source: ReadingSource, now: Date): JobRow {
  const at = now.toISOString()
  const progress: JobProgress = { phase: 'fetching', done: 0, total: 0, questions: 0 }
  return { id, source, state: 'waiting', progress, attempts: 0, createdAt: at, updatedAt: at }
}

/** Jobs that are not finished, the next one first. */
export async function openJobs(db: KamerlensDatabase): Promise<JobRow[]> {
  return (await db.jobs.where('state').anyOf('waiting', 'running').sortBy('createdAt')).sort(askedForFirst)
}

/** Whatever the user asked for goes before what is read by itself. */
function askedForFirst(one: JobRow, other: JobRow): number {
  return Number(one.byItself !== undefined) - Number(other.byItself !== undefined)
}

/** Finished jobs tell what was read and when: they are not kept longer than they are of use. */
export async function forgetFinished(db: KamerlensDatabase, now: Date): Promise<void> {
  const before = new Date(now.getTime() - memory).toISOString()
  await db.write(['jobs'], () =>
    db.jobs
      .where('state')
      .anyOf('done', 'failed', 'cancelled')
      .and((job) => job.updatedAt < before)
      .delete(),
  )
}

export function isSameAddress(one: ReadingSource, other: ReadingSource): boolean {
  return one.type === 'url' && other.type === 'url' && one.url === other.url
}

/** Why a job failed whose reader went down each time. */
export function errorOfAttempts({ error, source }: JobRow): JobError {
  return error ?? (isPdf(source) ? 'broken-pdf' : 'unknown')
}

/** Whether it is one by its name or address: what took its reader down each time was then most likely itself. */
function isPdf(source: ReadingSource): boolean {
  if (source.type === 'file') return /\.pdf$/i.test(source.name)
  return source.type === 'url' && isPdfAddress(source.url)
}

/**
 * The job that reads the paper of one that failed at the next address where it may stand.
 *
 * @returns null where it was not read by itself, or nothing is to be hoped of another source: it was stopped, or all are too large
 */
export function jobElsewhere(failed: JobRow, error: JobError, id: string, now: Date): JobRow | null {
  const { byItself, source, createdAt } = failed
  if (byItself === undefined || source.type !== 'url' || error === 'cancelled' || error === 'too-large') return null
  const url = byItself.addresses[byItself.addresses.indexOf(source.url) + 1]
  return url === undefined ? null : { ...newJob(id, { ...source, url }, now), byItself, createdAt }
}

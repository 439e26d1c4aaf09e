import { isUnderWay } from '#utils/database/rows/under-way.ts'
import type { JobRow } from '#utils/database/schema.ts'
import { later } from '../store/later.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { begunJobs } from './begun-jobs.ts'
import type { JobListProps } from './job-rows.tsx'

/** Most of the time nothing is being read. */
export const JobRows = later(async () => (await import('./job-rows.tsx')).JobRows)

/** Documents being read, with how far they are, «Stop», and what came of it: once a page. */
export function JobList(props: JobListProps) {
  const { kept } = useServices()
  const live = useLive(() => kept.jobs(), []).value
  const begun =
    live.state === 'ready' ? live.value.filter((job) => begunJobs.value.includes(job.id) || isUnderWay(job)) : []
  const jobs = begun.filter((job) => isUnderWay(job) || !begun.some((other) => isReadAgain(job, other)))
  function close(job: JobRow) {
    // What it stood in place of would come back.
    const gone = begun.filter((other) => other === job || (!isUnderWay(other) && isReadAgain(other, job)))
    begunJobs.value = begunJobs.value.filter((id) => !gone.some((other) => other.id === id))
  }
  return jobs.length === 0 ? null : <JobRows {...props} jobs={jobs} onClose={close} />
}

/** Whether what came of one reading stands no longer, as the same place is read once more. */
function isReadAgain({ source, createdAt }: JobRow, { source: other, createdAt: later }: JobRow): boolean {
  return source.type !== 'file' && other.type !== 'file' && source.url === other.url && createdAt < later
}

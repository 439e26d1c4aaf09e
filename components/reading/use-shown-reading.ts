import { useEffect } from 'preact/hooks'
import { readingMessages } from '#locales/reading.ts'
import { announce } from '../parts/announce.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { begunJobs } from './begun-jobs.ts'

/**
 * What came of a reading that was begun here stands in no list any more once its document is shown; who does not see that is told.
 *
 * @param document the document that is shown, or null
 */
export function useShownReading(document: string | null): void {
  const { kept } = useServices()
  const jobs = useLive(() => kept.jobs(), []).value
  useEffect(() => {
    if (document === null || jobs.state !== 'ready') return
    const shown = jobs.value.filter(
      (job) => job.state === 'done' && job.document === document && begunJobs.value.includes(job.id),
    )
    const [one] = shown
    if (one === undefined) return
    begunJobs.value = begunJobs.value.filter((id) => !shown.some((job) => job.id === id))
    const { questions } = one.progress
    const t = readingMessages.get()
    announce(questions === 0 ? t.postponed : t.done(questions))
  }, [jobs, document])
}

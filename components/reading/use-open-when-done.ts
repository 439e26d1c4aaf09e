import { useEffect, useRef } from 'preact/hooks'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { begunJobs } from './begun-jobs.ts'

/** Opens the document of a reading that was begun here, once, when it is there. */
export function useOpenWhenDone(open: (document: string) => void): void {
  const { kept } = useServices()
  const jobs = useLive(() => kept.jobs(), []).value
  const opened = useRef(new Set<string>())
  const begun = begunJobs.value
  useEffect(() => {
    if (jobs.state !== 'ready') return
    for (const { id, state, document } of jobs.value) {
      if (!begun.includes(id) || state !== 'done' || document === undefined || opened.current.has(id)) continue
      opened.current.add(id)
      open(document)
    }
  }, [jobs, begun])
}

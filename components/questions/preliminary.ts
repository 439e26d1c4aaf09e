import { useEffect, useState } from 'preact/hooks'
import type { Question } from '#utils/documents/types.ts'
import { useServices } from '../store/services.ts'

const nothing: readonly Question[] = []

/** What a reading that goes on has found on its first pages; empty while that is nothing, and where none is named. */
export function usePreliminary(job: string | null): readonly Question[] {
  const { readings } = useServices()
  const [found, setFound] = useState({ job, questions: nothing })
  useEffect(() => {
    if (job !== null) return readings.follow(job, (questions) => setFound({ job, questions }))
  }, [job])
  return found.job === job ? found.questions : nothing
}

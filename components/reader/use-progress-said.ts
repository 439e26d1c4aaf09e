import { useEffect, useRef } from 'preact/hooks'
import { isUnderWay } from '#utils/database/rows/under-way.ts'
import type { JobProgress, JobRow } from '#utils/database/schema.ts'
import { announce } from '../parts/announce.tsx'

/** Parts in which the reading of a long document is told to screen readers; one is of so many pages at least. */
const parts = 4
const leastPages = 10

/** Part of the pages that has been read, from 0: what is told once, however often the progress changes. */
function partRead({ phase, done, total }: JobProgress): number {
  if (phase === 'storing') return parts - 1
  if (phase !== 'reading' || total < parts * leastPages) return 0
  return Math.min(parts - 1, Math.floor((done * parts) / total))
}

/**
 * Says how far a reading is: at its begin, at each part of a long document, and what came of it. What is seen changes with every
 * page, and would leave a screen reader no rest.
 *
 * @param begun what is said at the begin
 * @param progress what is said on the way
 * @param outcome what is said at the end; empty while there is none, and where that is said otherwise
 */
export function useProgressSaid(job: JobRow | null, begun: string, progress: string, outcome: string): void {
  const reading = job !== null && isUnderWay(job) ? job : null
  const step = reading === null ? null : partRead(reading.progress)
  const latest = useRef({ begun, progress })
  latest.current = { begun, progress }
  useEffect(() => {
    if (step !== null) announce(step === 0 ? latest.current.begun : latest.current.progress)
  }, [step])
  useEffect(() => {
    if (reading === null && outcome !== '') announce(outcome)
  }, [reading === null, outcome])
}

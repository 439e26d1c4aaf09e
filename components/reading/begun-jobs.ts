import { signal } from '@preact/signals'
import type { JobRow } from '#utils/database/schema.ts'

/** Jobs that are still going on. */
export function isBusy({ state }: JobRow): boolean {
  return state === 'waiting' || state === 'running'
}

/** Jobs begun in this window: shown to their end, others only while they go on. */
export const begunJobs = signal<readonly string[]>([])

export function jobBegun(id: string): void {
  begunJobs.value = [...begunJobs.value, id]
}

import { signal } from '@preact/signals'

/** Jobs begun in this window: shown to their end, others only while they go on. */
export const begunJobs = signal<readonly string[]>([])

export function jobBegun(id: string): void {
  begunJobs.value = [...begunJobs.value, id]
}

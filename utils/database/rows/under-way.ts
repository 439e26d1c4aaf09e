import type { JobRow } from '../schema.ts'

/** Whether a reading waits for its turn or goes on. */
export function isUnderWay({ state }: Pick<JobRow, 'state'>): boolean {
  return state === 'waiting' || state === 'running'
}

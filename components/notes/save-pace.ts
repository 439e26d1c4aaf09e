import type { StoreError } from '#utils/browser/protocol/result.ts'

/** How soon a note is saved, again after an answer, and after none or a refusal. */

const retryDelays = [1_000, 3_000, 10_000, 30_000] as const

/**
 * Milliseconds before a failed save is tried again by itself; the last delay repeats.
 *
 * @param failures that there were before
 */
export const retryDelay = (failures: number): number =>
  retryDelays[Math.min(failures, retryDelays.length - 1)] ?? retryDelays[0]

/**
 * Milliseconds until an answer counts as lost: a background that is stopped in mid-save neither answers nor refuses.
 * Far above a cold start and a write; taking a slow answer for a lost one costs one repeated save.
 */
export const answerTime = 4_000

/**
 * Milliseconds between an answer and the next save. A save carries, and every view that follows the note reads, the whole
 * text: at each key that of a long one would keep the window from its typing.
 */
export function saveDelay({ length }: string): number {
  return length <= 10_000 ? 0 : Math.min(length / 100, 1_000)
}

/** Failures that the same request will meet again: only the user can do something about them. */
const lasting: ReadonlySet<StoreError> = new Set(['newer-database', 'upgrade-refused', 'invalid'])

/** Whether trying again by itself may come to something else. */
export const mayRetry = (error: StoreError): boolean => !lasting.has(error)

/**
 * Milliseconds without a key after which a sign that is still being composed is saved with all else: whoever leaves the
 * field to think, or for the day, ends no composition, and a half sign in an earlier text is less than words that no
 * copy has.
 */
export const longestHalf = 5_000

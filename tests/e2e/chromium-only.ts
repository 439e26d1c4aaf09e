import { beforeEach, inject } from 'vitest'

/**
 * Leaves the tests of a group, or of a file, out in Firefox, where a browser of its own would be asked the same again.
 *
 * @param reason what is under test there that is no browser's, and where else it is tested
 */
export function chromiumOnly(reason: string): void {
  beforeEach((context) => context.skip(inject('family') !== 'chromium', reason))
}

import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import { withTimeout } from '#utils/browser/with-timeout.ts'
import { StoreFailure } from '#utils/database/errors.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { resultOf } from '../results.ts'

/** Milliseconds for which another context may hold the database of the earlier schema open: mostly it is one that is being ended. */
const patience = 5_000

/**
 * Opens the database for a page that found one of an earlier schema: only here is there a snapshot before it is upgraded.
 *
 * @param wait milliseconds until a block by another context is told; a seam for tests
 */
export function openingHandlers(
  { db }: { readonly db: KamerlensDatabase },
  wait = patience,
): BackgroundHandlers<'database/open'> {
  let isBlocked = false
  db.on('blocked', () => {
    isBlocked = true
  })
  async function open(): Promise<true> {
    try {
      await db.open()
      return true
    } finally {
      isBlocked = false
    }
  }
  return {
    'database/open': () =>
      resultOf(() => {
        const opening = open()
        return withTimeout(opening, wait, () => {
          if (isBlocked) throw new StoreFailure('upgrade-blocked')
          return opening
        })
      }),
  }
}

import { isPrivateWindow } from '#utils/browser/private-window.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { isEarlier, storedVersion } from '#utils/database/journal/stored-version.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { StoreStatus } from './store-notice.tsx'

/**
 * Whether the database can be read and written by this version of Kamerlens.
 *
 * @param isPrivate whether this page is in a private window; a seam for tests
 */
export async function storeStatus(db: KamerlensDatabase, isPrivate = isPrivateWindow): Promise<StoreStatus> {
  try {
    return (await db.isWritable()) ? 'ready' : 'newer-database'
  } catch (error) {
    const code = storeErrorOf(error)
    if (code === 'upgrade-refused' || code === 'upgrade-unsecured' || code === 'upgrade-blocked') return code
    if (code === 'newer-database') return 'unreadable-database'
    return isPrivate() ? 'private-window' : 'database-unavailable'
  }
}

/** Milliseconds after which whoever waits is told what for. */
const waitsLong = 500

/** Tells the status once it is known; and before, where it takes long since the database is upgraded, that it is. */
export async function followStatus(db: KamerlensDatabase, tell: (status: StoreStatus) => void): Promise<void> {
  let isKnown = false
  const timer = setTimeout(async () => {
    const version = await storedVersion().catch(() => 0)
    if (!isKnown && isEarlier(version)) tell('upgrading')
  }, waitsLong)
  const status = await storeStatus(db)
  isKnown = true
  clearTimeout(timer)
  tell(status)
}

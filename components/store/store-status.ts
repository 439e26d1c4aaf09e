import { storeErrorOf } from '#utils/database/errors.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { StoreStatus } from './store-notice.tsx'

/** Whether the database can be read and written by this version of Kamerlens. */
export async function storeStatus(db: KamerlensDatabase): Promise<StoreStatus> {
  try {
    return (await db.isWritable()) ? 'ready' : 'newer-database'
  } catch (error) {
    const code = storeErrorOf(error)
    if (code === 'upgrade-refused' || code === 'upgrade-unsecured' || code === 'upgrade-blocked') return code
    return code === 'newer-database' ? 'unreadable-database' : 'database-unavailable'
  }
}

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { onTestFinished } from 'vitest'
import { type DatabaseOptions, type KamerlensDatabase, openDatabase } from '#utils/database/open.ts'

/** A database of its own in memory, closed when the test ends. The same `indexedDB` opens the same data again. */
export function openTestDatabase(options: DatabaseOptions = {}): KamerlensDatabase {
  const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange, ...options })
  onTestFinished(() => db.close())
  return db
}

/** Moments in a row, a second apart unless said. */
export function at(second: number): Date {
  return new Date(Date.UTC(2026, 10, 23, 12, 0, second))
}

/** What is changed when the clock says no more than at the change before is changed a millisecond after that. */
export const justAfter = (moment: Date): string => new Date(moment.getTime() + 1).toISOString()

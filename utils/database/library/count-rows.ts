import { countFollowed } from '../following/watches.ts'
import type { KamerlensDatabase } from '../open.ts'
import { countKept } from './kept.ts'

/** How much of each kind is kept, what was removed left out. Reads by Dexie alone (live queries). */
export interface RowCounts {
  readonly documents: number
  readonly questions: number
  readonly notes: number
  readonly corrections: number
  readonly followed: number
  /** Codes that the official services were asked about. */
  readonly lookups: number
}

export async function countRows(db: KamerlensDatabase): Promise<RowCounts> {
  const [kept, { followed }, corrections, lookups] = await Promise.all([
    countKept(db),
    countFollowed(db),
    db.corrections.filter(({ deletedAt }) => deletedAt === undefined).count(),
    db.lookups.count(),
  ])
  return { ...kept, corrections, followed, lookups }
}

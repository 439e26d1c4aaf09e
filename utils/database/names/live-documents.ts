import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentRow } from '../schema.ts'

/** Documents that were not removed. */
export async function liveDocuments(db: KamerlensDatabase): Promise<DocumentRow[]> {
  return (await db.documents.toArray()).filter(isLive)
}

type Dated = Pick<DocumentRow, 'id' | 'updatedAt'>

/** The one that changed last first. */
export const newestFirst = (a: Dated, b: Dated): number =>
  a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.id < b.id ? -1 : 1

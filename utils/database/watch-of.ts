import { lookedUp } from './lookups.ts'
import type { KamerlensDatabase } from './open.ts'
import type { DocumentId, LookupRow, WatchRow } from './schema.ts'

/** The row by which a thing is followed, under whichever of its names; undefined where it is not. */
export async function watchOf(db: KamerlensDatabase, id: DocumentId): Promise<WatchRow | undefined> {
  const names = [id, ...((await officialOf(db, id))?.aliases ?? [])]
  const rows = await db.watches.bulkGet([...new Set(names)])
  return rows.find((row) => row !== undefined && row.deletedAt === undefined)
}

/** What the services said of this very thing: its published questions have the number of a zaak, and are not the zaak. */
export async function officialOf(db: KamerlensDatabase, target: DocumentId): Promise<LookupRow | undefined> {
  const row = await lookedUp(db, target)
  return row?.aliases.includes(target) ? row : undefined
}

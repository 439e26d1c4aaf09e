import { lookedUp } from '../official/lookups.ts'
import type { KamerlensDatabase } from '../open.ts'
import type { DocumentId, LookupRow, WatchRow } from '../schema.ts'

/** The row by which a thing is followed, under whichever of its names; undefined where it is not. */
export async function watchOf(db: KamerlensDatabase, id: DocumentId): Promise<WatchRow | undefined> {
  return (await watchesOf(db, id)).find(({ deletedAt }) => deletedAt === undefined)
}

/** The row by which a thing was followed last, and is not any more. */
export async function formerWatchOf(db: KamerlensDatabase, id: DocumentId): Promise<WatchRow | undefined> {
  const former = (await watchesOf(db, id)).filter(({ deletedAt }) => deletedAt !== undefined)
  return former.toSorted((a, b) => (b.deletedAt ?? '').localeCompare(a.deletedAt ?? ''))[0]
}

async function watchesOf(db: KamerlensDatabase, id: DocumentId): Promise<readonly WatchRow[]> {
  const names = [id, ...((await officialOf(db, id))?.aliases ?? [])]
  const rows = await db.watches.bulkGet([...new Set(names)])
  return rows.filter((row) => row !== undefined)
}

/** What the services said of this very thing: its published questions have the number of a zaak, and are not the zaak. */
export async function officialOf(db: KamerlensDatabase, target: DocumentId): Promise<LookupRow | undefined> {
  const row = await lookedUp(db, target)
  return row?.aliases.includes(target) ? row : undefined
}

import type { News } from '../../sources/news.ts'
import { planOf } from '../../sources/plans.ts'
import { StoreFailure } from '../errors.ts'
import { findDocument } from '../names/named-documents.ts'
import { isFresh } from '../official/lookups.ts'
import type { KamerlensDatabase } from '../open.ts'
import { afterAll } from '../rows/later-of.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentId, LookupRow, WatchRow } from '../schema.ts'
import { formerWatchOf, officialOf, watchOf } from './watch-of.ts'
import { type Chance, isComplete, looked } from './watched-looks.ts'

/** What the user follows, and the user's own changes to it. */

/** Something followed, and what the services last said of it. */
export interface Followed {
  readonly watch: WatchRow
  readonly official: LookupRow | null
  /** As it is kept here, where the services said no title; null for none. */
  readonly title: string | null
}

/** Whether there is a service to ask: laws, rulings and files of the user's own can't be followed. */
export function canFollow(target: string): boolean {
  return planOf(target).length > 0
}

/** All that is followed, with unseen news first, then what had news last, then by the day since when. */
export function followed(db: KamerlensDatabase): Promise<readonly Followed[]> {
  return db.read(['watches', 'lookups', 'documents'], async () => {
    const rows = (await db.watches.toArray()).filter(isLive)
    const all = await Promise.all(
      rows.map(async (watch): Promise<Followed> => {
        const official = (await officialOf(db, watch.target)) ?? null
        const said = official?.document?.subject ?? official?.document?.title ?? null
        return { watch, official, title: said ?? (await findDocument(db, watch.target))?.title ?? null }
      }),
    )
    const lastNews = ({ watch: { news = [], since = '' } }: Followed) => news[0]?.at ?? since
    const unseen = ({ watch }: Followed) => (unseenOf(watch).length > 0 ? 1 : 0)
    return all.sort((a, b) => unseen(b) - unseen(a) || lastNews(b).localeCompare(lastNews(a)))
  })
}

/** How much is followed, and how many of its news were not seen. */
export async function countFollowed(db: KamerlensDatabase): Promise<{ followed: number; unseen: number }> {
  const rows = (await db.watches.toArray()).filter(isLive)
  return { followed: rows.length, unseen: rows.reduce((sum, row) => sum + unseenOf(row).length, 0) }
}

/** Its news that the user has not seen. */
export const unseenOf = ({ news = [] }: WatchRow): readonly News[] => news.filter(({ seen }) => !seen)

/** Follows from now on; what is known and young enough counts as the first look. */
export function follow(db: KamerlensDatabase, target: DocumentId, now: Date, chance: Chance): Promise<WatchRow> {
  return db.write(['watches', 'lookups'], async () => {
    const known = await watchOf(db, target)
    if (known !== undefined) return known
    const at = now.toISOString()
    const before = (await db.watches.get(target))?.updatedAt
    const row: WatchRow = { target, nextCheck: at, since: at, updatedAt: afterAll(at, before) }
    const official = await officialOf(db, target)
    const begun = official && isFresh(official, now) && isComplete(official) ? looked(row, official, now, chance) : row
    await db.watches.put(begun)
    return begun
  })
}

/** Follows it no more; undefined where it was not followed. */
export function unfollow(db: KamerlensDatabase, id: DocumentId, now: Date): Promise<WatchRow | undefined> {
  return db.write(['watches', 'lookups'], async () => {
    const row = await watchOf(db, id)
    if (row === undefined) return undefined
    const at = afterAll(now.toISOString(), row.updatedAt)
    await db.watches.put({ ...row, updatedAt: at, deletedAt: at })
    return row
  })
}

/**
 * Follows again what was just followed no more, under whichever of its names, as it was.
 *
 * @throws StoreFailure `not-found`
 */
export function refollow(db: KamerlensDatabase, id: DocumentId, now: Date): Promise<WatchRow> {
  return db.write(['watches', 'lookups'], async () => {
    const row = await formerWatchOf(db, id)
    if (row === undefined) throw new StoreFailure('not-found')
    const { deletedAt: _, ...live } = row
    const back = { ...live, updatedAt: afterAll(now.toISOString(), live.updatedAt) }
    await db.watches.put(back)
    return back
  })
}

/** The user has seen the news of one thing, or of all. */
export function markSeen(db: KamerlensDatabase, target: DocumentId | null, now: Date): Promise<unknown> {
  return changeWatches(db, target, (row) =>
    unseenOf(row).length === 0
      ? null
      : {
          ...row,
          updatedAt: afterAll(now.toISOString(), row.updatedAt),
          news: row.news?.map((one) => ({ ...one, seen: true })) ?? [],
        },
  )
}

/** Changes one row, or all that are followed; null leaves a row as it is. Gives how many were changed. */
export function changeWatches(
  db: KamerlensDatabase,
  target: DocumentId | null,
  change: (row: WatchRow) => WatchRow | null,
): Promise<number> {
  return db.write(['watches'], async () => {
    const rows = target === null ? await db.watches.toArray() : [await db.watches.get(target)]
    const changed = rows.flatMap((row) => (row !== undefined && isLive(row) ? (change(row) ?? []) : []))
    await db.watches.bulkPut(changed)
    return changed.length
  })
}

import { freshFor } from '../sources/freshness.ts'
import type { SourceFailure } from '../sources/http/errors.ts'
import type { LookedUp } from '../sources/resolve.ts'
import { namesOf } from './names.ts'
import type { KamerlensDatabase } from './open.ts'
import type { DocumentId, LookupRow } from './schema.ts'

/** An answer that is wanted no longer than this is still asked for after a start, milliseconds. */
const longestWish = 24 * 60 * 60_000

/** What the services said of a code under any of its names; undefined where they were never asked. */
export async function lookedUp(db: KamerlensDatabase, id: DocumentId): Promise<LookupRow | undefined> {
  const own = await db.lookups.get(id)
  if (own !== undefined) return own
  const rows = await db.lookups
    .where('aliases')
    .anyOf([...namesOf(id)])
    .toArray()
  // A zaak and its published questions have names alike: the thing of this very name goes before its twin.
  return rows.find(({ aliases }) => aliases.includes(id)) ?? rows[0]
}

/** Whether what is known is young enough not to ask again. */
export function isFresh({ expiresAt }: LookupRow, now: Date): boolean {
  return expiresAt !== null && expiresAt > now.toISOString()
}

/** Notes that an answer is wanted, before anybody is asked: it is still wanted when the background has died meanwhile. */
export function want(db: KamerlensDatabase, id: DocumentId, now: Date): Promise<LookupRow> {
  return db.write(['lookups'], async () => {
    const { failure: _, ...known } = (await lookedUp(db, id)) ?? unknown(id)
    const row = { ...known, wanted: now.toISOString() }
    await db.lookups.put(row)
    return row
  })
}

/** The answer is not wanted any more; a code of which nothing is known leaves no trace. */
export function unwant(db: KamerlensDatabase, id: DocumentId): Promise<void> {
  return db.write(['lookups'], async () => {
    const row = await lookedUp(db, id)
    if (row === undefined) return
    const { wanted: _, ...rest } = row
    if (row.askedAt === null) await db.lookups.delete(row.id)
    else await db.lookups.put(rest)
  })
}

/** The codes for which answers are wanted, the longest waiting first; wishes that are too old are dropped. */
export function wanted(db: KamerlensDatabase, now: Date): Promise<readonly LookupRow[]> {
  const since = new Date(now.getTime() - longestWish).toISOString()
  return db.write(['lookups'], async () => {
    const rows = await db.lookups.orderBy('wanted').toArray()
    for (const { id, wanted } of rows) if (wanted !== undefined && wanted < since) await unwant(db, id)
    return rows.filter(({ wanted }) => wanted !== undefined && wanted >= since)
  })
}

/** Keeps what the services said. Rows that turn out to be of one thing become one, under the id that was known first. */
export function keepFound(db: KamerlensDatabase, id: DocumentId, found: LookedUp, now: Date): Promise<LookupRow> {
  return db.write(['lookups'], async () => {
    const names = [...new Set([id, ...found.document.aliases])]
    const same = (await db.lookups.where('aliases').anyOf(names).distinct().toArray()).filter(
      // A zaak and its written questions are looked up under names alike, and are two things.
      ({ document }) => document === null || document.is === found.document.is,
    )
    const first = same.toSorted((a, b) => ((a.askedAt ?? '9') < (b.askedAt ?? '9') ? -1 : 1))[0]
    const row = foundRow(
      first?.id ?? id,
      [...new Set([...names, ...same.flatMap(({ aliases }) => aliases)])],
      found,
      now,
    )
    await db.lookups.bulkDelete(same.map((each) => each.id))
    await db.lookups.put(row)
    return row
  })
}

/** Keeps that the services know nothing of a code (any more); of what they once said nothing is thrown away. */
export function keepNotFound(db: KamerlensDatabase, id: DocumentId, now: Date): Promise<LookupRow> {
  return db.write(['lookups'], async () => {
    const row = notFoundRow((await lookedUp(db, id)) ?? unknown(id), now)
    await db.lookups.put(row)
    return row
  })
}

/**
 * Keeps why nobody answered. What was known stays as it was; the wish stays too where waiting helps (no connection, a
 * busy service).
 */
export function keepFailure(
  db: KamerlensDatabase,
  id: DocumentId,
  failure: SourceFailure,
  now: Date,
): Promise<LookupRow> {
  return db.write(['lookups'], async () => {
    const row = failedRow((await lookedUp(db, id)) ?? unknown(id), failure, now)
    await db.lookups.put(row)
    return row
  })
}

/** A code of which nothing is known. */
export const unknown = (id: DocumentId): LookupRow => ({
  id,
  aliases: [id],
  document: null,
  askedAt: null,
  expiresAt: null,
  failed: [],
})

/** The row of what was found, expiring by its kind. */
export function foundRow(id: DocumentId, aliases: readonly DocumentId[], found: LookedUp, now: Date): LookupRow {
  const isIncomplete = found.failed.some(({ code }) => code !== 'not-found')
  return {
    id,
    aliases,
    document: found.document,
    askedAt: now.toISOString(),
    expiresAt: after(now, freshFor(found.document, isIncomplete, now.getTime())),
    failed: found.failed,
  }
}

/** The row once the services say that they know nothing of it. */
export function notFoundRow({ wanted: _, failure: __, ...known }: LookupRow, now: Date): LookupRow {
  return { ...known, askedAt: now.toISOString(), expiresAt: after(now, freshFor(null, false, now.getTime())) }
}

/** The row once an attempt failed. */
export function failedRow({ wanted, ...known }: LookupRow, failure: SourceFailure, now: Date): LookupRow {
  const { code, retryAt } = failure
  const waits = code === 'offline' || code === 'busy'
  const failed = { ...known, failure: { code, retryAt, at: now.toISOString() } }
  return waits && wanted !== undefined ? { ...failed, wanted } : failed
}

const after = (now: Date, milliseconds: number): string => new Date(now.getTime() + milliseconds).toISOString()

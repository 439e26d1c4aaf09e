import { freshFor, longestAge } from '../../sources/freshness.ts'
import { mayPass, SourceFailure } from '../../sources/http/errors.ts'
import type { LookedUp } from '../../sources/resolve.ts'
import { namesOf } from '../names/names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isOver } from '../rows/later-of.ts'
import { rowsWith } from '../rows/rows-with.ts'
import type { DocumentId, Follow, LookupRow } from '../schema.ts'

/** An answer that is wanted no longer than this is still asked for after a start, milliseconds. */
const longestWish = 24 * 60 * 60_000

/** What the services said of a code under any of its names; undefined where they were never asked. */
export async function lookedUp(db: KamerlensDatabase, id: DocumentId): Promise<LookupRow | undefined> {
  const named = await rowsWith(db.lookups, 'aliases', namesOf(id), (row) => row.id)
  // A zaak and its published questions have names alike: the thing of this very name goes before its twin.
  return named.find((row) => row.id === id) ?? named.find(({ aliases }) => aliases.includes(id)) ?? named[0]
}

/** Whether what is known is young enough not to ask again. */
export function isFresh({ expiresAt }: LookupRow, now: Date): boolean {
  const left = Date.parse(expiresAt ?? '') - now.getTime()
  return left > 0 && left <= longestAge
}

/**
 * Notes that an answer is wanted, before anybody is asked: it is still wanted when the background has died meanwhile.
 *
 * @param follow what shall follow; what was to follow anyway stays
 */
export function want(db: KamerlensDatabase, id: DocumentId, now: Date, follow?: Follow): Promise<LookupRow> {
  return db.write(['lookups'], async () => {
    const { failure: _, ...known } = (await lookedUp(db, id)) ?? unknown(id)
    const row = { ...known, ...followOf([known, { follow }]), wanted: now.toISOString() }
    await db.lookups.put(row)
    return row
  })
}

/** The answer is not wanted any more; a code of which nothing is known leaves no trace. */
export function unwant(db: KamerlensDatabase, id: DocumentId): Promise<void> {
  return db.write(['lookups'], async () => {
    const row = await lookedUp(db, id)
    if (row === undefined) return
    const { wanted: _, follow: __, ...rest } = row
    if (row.askedAt === null) await db.lookups.delete(row.id)
    else await db.lookups.put(rest)
  })
}

/** The codes for which answers are wanted, the longest waiting first; wishes that are too old are dropped. */
export function wanted(db: KamerlensDatabase, now: Date): Promise<readonly LookupRow[]> {
  return db.write(['lookups'], async () => {
    const rows = await db.lookups.orderBy('wanted').toArray()
    const isPast = ({ wanted }: LookupRow) => wanted !== undefined && isOver(wanted, longestWish, now)
    for (const row of rows) if (isPast(row)) await unwant(db, row.id)
    return rows.filter((row) => row.wanted !== undefined && !isPast(row))
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
 * Keeps why nobody answered. What was known stays as it was; the wish stays too where it may be answered later (no
 * connection, no right, a busy service).
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
export function notFoundRow({ wanted: _, failure: __, follow: ___, ...known }: LookupRow, now: Date): LookupRow {
  return { ...known, askedAt: now.toISOString(), expiresAt: after(now, freshFor(null, false, now.getTime())) }
}

/** The row once an attempt failed. */
export function failedRow({ wanted, follow, ...known }: LookupRow, failure: SourceFailure, now: Date): LookupRow {
  const { code, retryAt } = failure
  const failed = { ...known, failure: { code, retryAt, at: now.toISOString() } }
  return mayPass(code) && wanted !== undefined ? { ...failed, wanted, ...followOf([{ follow }]) } : failed
}

/** What is to follow of all that was noted: a paper that is to be read is read, whoever else opens it. */
export function followOf(noted: readonly { readonly follow?: Follow | undefined }[]): { readonly follow?: Follow } {
  const all = noted.map(({ follow }) => follow)
  if (all.includes('reading')) return { follow: 'reading' }
  return all.includes('counterpart') ? { follow: 'counterpart' } : {}
}

const after = (now: Date, milliseconds: number): string => new Date(now.getTime() + milliseconds).toISOString()

/** The row of a code as it is after the services were asked. */
export function outcomeRow(known: LookupRow, outcome: LookedUp | SourceFailure, at: Date): LookupRow {
  if (!(outcome instanceof SourceFailure)) {
    return foundRow(known.id, [...new Set([...known.aliases, ...outcome.document.aliases])], outcome, at)
  }
  return outcome.code === 'not-found' ? notFoundRow(known, at) : failedRow(known, outcome, at)
}

import type { KamerlensDatabase } from '../open.ts'
import type { LookupRow } from '../schema.ts'
import { leanedOn } from './leaned-on.ts'

const day = 24 * 60 * 60_000
/** Milliseconds after which what the services said is thrown away, from when it was worth asking again. */
const longestStale = 30 * day
/** Looked through at most so often: the background starts many times a day. */
const pause = day

const lastKey = 'lookupsForgottenAt'

/**
 * Throws away what the official services said once it was not worth anything any more for a month, save where something
 * that the user keeps leans on it, or an answer is wanted. Call it at each start of the background.
 *
 * @returns the number of rows that went
 */
export async function forgetOld(db: KamerlensDatabase, now: Date): Promise<number> {
  const last = (await db.meta.get(lastKey))?.value
  const before = new Date(now.getTime() - longestStale).toISOString()
  if (typeof last === 'string' && Date.parse(last) > now.getTime() - pause && last <= now.toISOString()) return 0
  if ((await db.lookups.count()) === 0) return 0
  return db.write(['lookups', 'documents', 'notes', 'watches'], async () => {
    await db.meta.put({ key: lastKey, value: now.toISOString() })
    const old = await db.lookups.filter((row) => row.wanted === undefined && lastWorth(row) < before).toArray()
    if (old.length === 0) return 0
    const kept = await leanedOn(db)
    const going = old.filter(({ aliases }) => !aliases.some((alias) => kept.has(alias)))
    await db.lookups.bulkDelete(going.map(({ id }) => id))
    return going.length
  })
}

/** Until when a row was worth something: what nobody ever answered, at its last attempt. */
const lastWorth = ({ expiresAt, failure }: LookupRow): string => expiresAt ?? failure?.at ?? ''

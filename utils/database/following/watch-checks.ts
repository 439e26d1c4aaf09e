import type { SourceError } from '../../sources/http/errors.ts'
import { type News, newsKey } from '../../sources/news.ts'
import { isDue, nextTry } from '../../sources/pace.ts'
import { isNumber } from '../names/names.ts'
import { lookedUp } from '../official/lookups.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentId, LookupRow, WatchRow } from '../schema.ts'
import { joinSame } from './join-watches.ts'
import { officialOf } from './watch-of.ts'
import { type Chance, isComplete, looked } from './watched-looks.ts'
import { canFollow, changeWatches, type Followed, followed, unseenOf } from './watches.ts'

/** Checks of what is followed. Every change is one transaction, so that the background may die between any two. */

/** So long a check may take before it is taken for dead, and made again, milliseconds. */
const lease = 10 * 60_000

/** Who asks for a check again within so many milliseconds has its answer. */
const justNow = 60_000

/** What one check asks for at most: four requests of numbers, and one request each of all else, within a minute's budget. */
const mostOfCheck = { numbers: 100, others: 30 } as const

/** All of it is due for a check, but for what was checked a moment ago; gives how much is due. */
export function makeDue(db: KamerlensDatabase, now: Date): Promise<number> {
  return changeWatches(db, null, (row) => {
    const age = now.getTime() - Date.parse(row.lastChecked ?? '')
    return age >= 0 && age < justNow ? null : { ...row, nextCheck: now.toISOString() }
  })
}

/**
 * What is due for a check, as much as one may ask for. It is moved on before anybody is asked, so that a second alarm finds
 * nothing, and a check whose background dies is made again later.
 *
 * @param isBack the connection or the right to the sites is back: what failed without it is due
 */
export function takeDue(db: KamerlensDatabase, now: Date, isBack: boolean): Promise<readonly WatchRow[]> {
  return db.write(['watches'], async () => {
    const moment = now.getTime()
    const rows = (await db.watches.toArray()).filter(
      (row) => isLive(row) && canFollow(row.target) && (isDue(row.nextCheck, moment) || (isBack && wasCutOff(row))),
    )
    const byTime = rows.toSorted((a, b) => a.nextCheck.localeCompare(b.nextCheck))
    const numbers = byTime.filter(({ target }) => isNumber(target)).slice(0, mostOfCheck.numbers)
    const others = byTime.filter(({ target }) => !isNumber(target)).slice(0, mostOfCheck.others)
    const taken = [...numbers, ...others]
    const until = new Date(moment + lease).toISOString()
    await db.watches.bulkPut(taken.map((row) => ({ ...row, nextCheck: until })))
    return taken
  })
}

/**
 * Looks at what the services said since the last look, whoever asked them: what is new becomes news. What they said in part
 * alone is not looked at. Where they say that two things are one, it is followed once. True where anything was looked at.
 */
export function notice(db: KamerlensDatabase, now: Date, chance: Chance): Promise<boolean> {
  return db.write(['watches', 'lookups'], async () => {
    const live = (await db.watches.toArray()).filter(isLive)
    const known = await Promise.all(live.map(async (row) => [row, await officialOf(db, row.target)] as const))
    const changed: WatchRow[] = []
    const same: [WatchRow, LookupRow][] = []
    for (const [before, official] of known) {
      if (official === undefined || official.askedAt === null) continue
      const isNew = official.askedAt !== before.lastChecked
      if (isNew && !isComplete(official)) continue
      const row = isNew ? looked(before, official, now, chance) : before
      if (isNew) changed.push(row)
      same.push([row, official])
    }
    // Each was looked at by what was known of it: what is news to one of them alone is told too.
    const put = new Map([...changed, ...joinSame(same, now)].map((row) => [row.target, row]))
    await db.watches.bulkPut([...put.values()])
    return changed.length > 0
  })
}

/** Notes for those that a check brought nothing of why, and tries them again later; gives their targets. */
export function noteFailures(
  db: KamerlensDatabase,
  taken: readonly WatchRow[],
  now: Date,
  chance: Chance,
): Promise<readonly DocumentId[]> {
  return db.write(['watches', 'lookups'], async () => {
    const failed: WatchRow[] = []
    for (const before of taken) {
      const row = await db.watches.get(before.target)
      if (row === undefined || !isLive(row) || row.lastChecked !== before.lastChecked) continue
      const { code, retryAt } = whyNot(await lookedUp(db, row.target))
      const times = (row.failure?.times ?? 0) + 1
      const next = nextTry(times, retryAt, now.getTime(), chance())
      failed.push({
        ...row,
        nextCheck: new Date(next).toISOString(),
        failure: { code, at: now.toISOString(), times },
      })
    }
    await db.watches.bulkPut(failed)
    return failed.map(({ target }) => target)
  })
}

function whyNot(official: LookupRow | undefined): { readonly code: SourceError; readonly retryAt: number | null } {
  const part = official?.failed.find(({ code }) => code !== 'not-found')
  return official?.failure ?? part ?? { code: 'broken-answer', retryAt: null }
}

/** The browser has told of these news; what came while it did is still to be told. */
export function markTold(db: KamerlensDatabase, told: Awaited<ReturnType<typeof untold>>): Promise<unknown> {
  const keysOf = new Map(told.map(({ watch: { target }, news }) => [target, new Set(news.map(keyOf))]))
  return changeWatches(db, null, (row) => {
    const keys = keysOf.get(row.target)
    const isTold = (one: News) => keys?.has(keyOf(one)) === true
    return untoldOf(row).some(isTold)
      ? { ...row, news: row.news?.map((one) => (isTold(one) ? { ...one, told: true as const } : one)) ?? [] }
      : null
  })
}

/** The same may happen twice. */
const keyOf = (one: News): string => `${one.at} ${newsKey(one)}`

const untoldOf = (row: WatchRow): readonly News[] => unseenOf(row).filter(({ told }) => told !== true)

/** Followed things with news that was neither seen nor told, these news alone. */
export async function untold(
  db: KamerlensDatabase,
): Promise<readonly (Followed & { readonly news: readonly News[] })[]> {
  const all = (await followed(db)).map((one) => ({ ...one, news: untoldOf(one.watch) }))
  return all.filter(({ news }) => news.length > 0)
}

const wasCutOff = ({ failure }: WatchRow): boolean => failure?.code === 'offline' || failure?.code === 'withheld'

import { mostNews, mostPapers, type News, newsKey } from '../../sources/news.ts'
import { afterAll } from '../rows/later-of.ts'
import { isTouchedLater } from '../rows/removal.ts'
import type { LookupRow, WatchRow } from '../schema.ts'

/**
 * What is followed on two machines, joined: followed or not as the later change says, news of both, seen where it was seen
 * on one of them. Own checks go on as they are planned. The same join again changes nothing.
 */
export function joinWatches(own: WatchRow, other: WatchRow): WatchRow {
  const later = isTouchedLater(other, own) ? other : own
  const checked = (other.lastChecked ?? '') > (own.lastChecked ?? '') ? other : own
  const isSeen = own.papers !== undefined || other.papers !== undefined
  return {
    target: own.target,
    nextCheck: own.nextCheck,
    ...taken(checked, 'lastStatus', 'lastChecked'),
    ...taken(later, 'since', 'updatedAt', 'deletedAt'),
    ...(isSeen ? { papers: union(own.papers, other.papers, mostPapers) } : {}),
    ...(isSeen ? { decisions: longer(own.decisions, other.decisions) } : {}),
    ...(own.news || other.news ? { news: joinNews(own.news ?? [], other.news ?? []) } : {}),
    ...taken(own, 'failure'),
  }
}

/**
 * What is followed under several names that the services say are of one thing: the row that is followed longest takes in the others,
 * which are followed no more. So nobody is told twice of one thing, and one press ends it.
 *
 * @param looked what is followed, and what the services said of each, which it was looked at for
 * @returns the rows that change
 */
export function joinSame(looked: readonly (readonly [WatchRow, LookupRow])[], now: Date): readonly WatchRow[] {
  const changed: WatchRow[] = []
  for (const each of Map.groupBy(looked, ([, official]) => official.id).values()) {
    const [first, ...others] = each.map(([row]) => row).toSorted(followedFirst)
    if (first === undefined || others.length === 0) continue
    const updatedAt = afterAll(now.toISOString(), ...each.map(([row]) => row.updatedAt))
    const whole = others.reduce(joinWatches, first)
    changed.push({ ...whole, ...taken(first, 'since'), updatedAt })
    changed.push(...others.map((other) => ({ ...other, updatedAt, deletedAt: updatedAt })))
  }
  return changed
}

const followedFirst = (one: WatchRow, other: WatchRow): number => (one.since ?? '').localeCompare(other.since ?? '')

/**
 * What is followed as it was before it was joined. What the own checks have found or told since stays: nobody is told of the
 * same news twice, nor of none.
 *
 * @param left as the join left it
 */
export function undoneWatch({ before, left, now }: Record<'before' | 'left' | 'now', WatchRow>): WatchRow {
  const told = new Set((now.news ?? []).flatMap((one) => (one.told ? [newsKey(one)] : [])))
  const withTold = before.news?.map((one) => (told.has(newsKey(one)) ? { ...one, told: true as const } : one))
  const found =
    now.lastChecked === left.lastChecked ? { ...before, ...(withTold === undefined ? {} : { news: withTold }) } : now
  return {
    target: before.target,
    nextCheck: now.nextCheck,
    ...taken(found, 'lastStatus', 'lastChecked', 'papers', 'decisions', 'news'),
    ...taken(before, 'since', 'updatedAt', 'deletedAt'),
    ...taken(now, 'failure'),
  }
}

function taken<Key extends keyof WatchRow>(row: WatchRow, ...keys: readonly Key[]): Partial<Pick<WatchRow, Key>> {
  const known = keys.filter((key) => row[key] !== undefined)
  return Object.fromEntries(known.map((key) => [key, row[key]])) as Partial<Pick<WatchRow, Key>>
}

const union = (own: readonly string[] = [], other: readonly string[] = [], most: number): readonly string[] =>
  [...new Set([...other, ...own])].slice(-most)

/** The same words may be decided twice, so neither is added to the other. */
const longer = (own: readonly string[] = [], other: readonly string[] = []) => (other.length > own.length ? other : own)

/** The same may happen twice, and is then told twice by each of both. */
function joinNews(own: readonly News[], other: readonly News[]): readonly News[] {
  const others = Map.groupBy(other, newsKey)
  const joined = own.map((one): News => {
    const same = others.get(newsKey(one))?.shift()
    return { ...one, ...(same?.seen ? { seen: true } : {}), ...(same?.told ? { told: true } : {}) }
  })
  return [...joined, ...[...others.values()].flat()].toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, mostNews)
}

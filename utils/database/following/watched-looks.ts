import { dutchDay } from '../../sources/dates.ts'
import { mostNews, newsIn, type Seen, seenIn } from '../../sources/news.ts'
import { nextCheck } from '../../sources/pace.ts'
import type { LookupRow, WatchRow } from '../schema.ts'

/** From 0 up to 1: spreads what would otherwise come together. */
export type Chance = () => number

/** Whether all services that were asked said what they know. */
export const isComplete = ({ failed }: LookupRow): boolean => failed.every(({ code }) => code === 'not-found')

/** The row once an answer was looked at. */
export function looked(row: WatchRow, { document, askedAt }: LookupRow, now: Date, chance: Chance): WatchRow {
  const { failure: _, ...known } = row
  const next = new Date(nextCheck(document, now.getTime(), chance())).toISOString()
  const checked = { ...known, nextCheck: next, ...(askedAt === null ? {} : { lastChecked: askedAt }) }
  if (document === null) return checked
  const today = dutchDay(now.toISOString()) ?? ''
  const before = seenOf(row)
  const { status, papers, decisions } = seenIn(document, before, today)
  const news = [...newsIn(document, before, now.toISOString(), today), ...(row.news ?? [])].slice(0, mostNews)
  return { ...checked, papers, decisions, news, ...(status === null ? {} : { lastStatus: status }) }
}

function seenOf({ lastStatus, papers, decisions }: WatchRow): Seen | null {
  return papers === undefined ? null : { status: lastStatus ?? null, papers, decisions: decisions ?? [] }
}

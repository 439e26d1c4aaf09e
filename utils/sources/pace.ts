import { dutchDay } from './dates.ts'
import type { OfficialDocument } from './official-document.ts'
import { questionStatus } from './question-status.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Milliseconds between two checks of what is followed. */
const paces = { openQuestions: 6 * hour, other: day } as const
/** After a check that brought nothing; doubled each time, up to a day. */
const firstRetry = 30 * minute
/** No check is ever set further away than this: one that is comes from a clock that was wrong. */
const furthest = 2 * day
/** Hours in the Netherlands in which answers may appear: from seven until ten. */
const [morning, evening] = [7, 22]

/**
 * When something that is followed is worth checking again, milliseconds since 1970: open questions every six hours of the day,
 * all else daily. Counted from now: a machine that slept for a week checks once.
 *
 * @param document null where the services know nothing of it (yet)
 * @param chance from 0 up to 1: spreads checks that would otherwise come together
 */
export function nextCheck(document: OfficialDocument | null, now: number, chance: number): number {
  const today = dutchDay(new Date(now).toISOString()) ?? ''
  const status = document && questionStatus(document, today)
  const isOpen = status?.is === 'unanswered' || status?.is === 'postponed'
  const pace = isOpen ? paces.openQuestions : paces.other
  const next = now + pace * (1 + chance / 10)
  return isOpen ? byDay(next, chance) : next
}

/**
 * When to try again after a check that brought nothing.
 *
 * @param times how often in a row, from 1
 * @param retryAt before when the service does not want to be asked, or null
 */
export function nextTry(times: number, retryAt: number | null, now: number, chance: number): number {
  const pause = Math.min(firstRetry * 2 ** Math.min(times - 1, 10), day) * (1 + chance / 10)
  return Math.min(Math.max(now + pause, retryAt ?? 0), now + furthest)
}

/** Whether a check is due. One in a future that was never set comes from a clock that ran ahead. */
export function isDue(next: string, now: number): boolean {
  const moment = Date.parse(next)
  return !(moment > now && moment <= now + furthest)
}

/** The moment itself by day; in the night, a moment of the first hour of the morning after it. */
function byDay(moment: number, chance: number): number {
  const { hours, minutes } = clockInTheNetherlands(moment)
  if (hours >= morning && hours < evening) return moment
  const until = ((morning - hours + 24) % 24) * hour - minutes * minute
  return moment + until + chance * hour
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Whatever time zone the machine is in. */
function clockInTheNetherlands(moment: number): { readonly hours: number; readonly minutes: number } {
  const [hours = 0, minutes = 0] = clock.format(moment).split(':').map(Number)
  return { hours, minutes }
}

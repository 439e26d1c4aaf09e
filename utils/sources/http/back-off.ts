/** How long a service may keep us waiting before the user is told to try later, milliseconds. */
export const longestWait = 10_000
/** The first pause after «busy», milliseconds; each next one twice as long. */
const firstPause = 500
/** A service that says nothing is left alone so long after its last «busy», milliseconds. */
const restAfterBusy = 60_000
/** However long a service asks for, it is asked again after a day, milliseconds. */
const longestRest = 24 * 60 * 60_000

/**
 * The pause before attempt `attempt + 1`, in milliseconds: doubled each time, half of it left to chance, so that
 * many users who were refused together do not come back together; never less than the service asked for.
 *
 * @param attempt from 1
 * @param random from 0 up to 1
 * @param asked what `Retry-After` said, milliseconds, or null
 */
export function pauseAfter(attempt: number, random: number, asked: number | null): number {
  const whole = firstPause * 2 ** (attempt - 1)
  return Math.max(whole / 2 + (whole / 2) * random, asked ?? 0)
}

/** How long a service that stays busy is left alone, milliseconds. */
export function restOf(asked: number | null): number {
  return Math.min(asked ?? restAfterBusy, longestRest)
}

/**
 * `Retry-After` in milliseconds from `now`: seconds, or a date (RFC 9110 §10.2.3), which counts from the answer's own `Date` where
 * it has one, since the clock here may be wrong; null where it says nothing that can be understood, 0 for a date that has passed.
 */
export function retryAfter(headers: Headers, now: number): number | null {
  const written = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(written)) return Number(written) * 1_000
  const date = dateIn(written)
  return date === null ? null : Math.max(0, date - (dateIn(headers.get('date')?.trim() ?? '') ?? now))
}

function dateIn(written: string): number | null {
  const date = /[a-z]/i.test(written) ? Date.parse(written) : Number.NaN
  return Number.isNaN(date) ? null : date
}

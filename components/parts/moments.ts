import { dateLanguage, locale } from '#locales/i18n.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A calendar day (`2023-05-22`) in words: «22 mei 2023». */
export function dayInWords(written: string): string {
  const date = Date.parse(written)
  // A date without a time is read as UTC; any other time zone could show the day before.
  const words = () => new Intl.DateTimeFormat(dateLanguage(), { dateStyle: 'long', timeZone: 'UTC' }).format(date)
  return Number.isNaN(date) ? written : words()
}

/** How long ago something was: «3 uur geleden»; null within the last minute. */
export function agoInWords(since: Date, now: Date): string | null {
  const age = now.getTime() - since.getTime()
  if (age < minute) return null
  const [size, unit] =
    age < hour ? [minute, 'minute' as const] : age < 2 * day ? [hour, 'hour' as const] : [day, 'day' as const]
  return new Intl.RelativeTimeFormat(locale.get()).format(-Math.floor(age / size), unit)
}

/** The full minute in which a moment to come (milliseconds since 1970) has passed: what is done «na 15:02» is not to wait at 15:02. */
export const minuteAfter = (moment: number): Date => new Date(Math.ceil(moment / minute) * minute)

/** A moment to come: «15:02», on another day «24 jun 2023, 15:02». */
export function momentInWords(toCome: Date, now: Date): string {
  const moment = minuteAfter(toCome.getTime())
  const isToday = moment.toDateString() === now.toDateString()
  const style = isToday ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const)
  return new Intl.DateTimeFormat(dateLanguage(), style).format(moment)
}

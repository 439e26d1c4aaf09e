import { useEffect, useState } from 'preact/hooks'
import { format } from '#locales/i18n.ts'
import { officialMessages } from '#locales/official.ts'
import { minuteAfter } from '../parts/moments.ts'
import { useStore } from '../store/use-store.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago a moment (ISO 8601) was, in words that stay true while they stand there: «3 uur geleden». */
export function useAge(): (moment: string) => string {
  const t = useStore(officialMessages)
  const { relativeTime, time } = useStore(format)
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute / 2)
    return () => clearInterval(timer)
  }, [])
  return (moment) => {
    const age = Math.max(0, Math.max(now, Date.now()) - Date.parse(moment))
    if (age < minute) return t.justNow
    if (age < hour) return relativeTime(-Math.floor(age / minute), 'minute')
    if (age < day) return relativeTime(-Math.floor(age / hour), 'hour')
    if (age < 30 * day) return relativeTime(-Math.floor(age / day), 'day')
    return time(new Date(moment), { dateStyle: 'long' })
  }
}

/** A moment to come in words, without its day where that is today: «15:04», «24 nov. 15:04». */
export function useClockTime(): (moment: number) => string {
  const { time } = useStore(format)
  return (moment) => {
    const date = minuteAfter(moment)
    const isToday = date.toDateString() === new Date().toDateString()
    const day = isToday ? {} : ({ day: 'numeric', month: 'short' } as const)
    return time(date, { ...day, hour: '2-digit', minute: '2-digit' })
  }
}

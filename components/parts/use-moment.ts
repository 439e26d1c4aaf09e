import { followingMessages } from '#locales/following.ts'
import { format } from '#locales/i18n.ts'
import { useStore } from '../store/use-store.ts'

/** A moment in words: today by its time alone, else with its day. */
export function useMoment(): (at: string | number) => string {
  const t = useStore(followingMessages)
  const { time } = useStore(format)
  return (at) => {
    const moment = new Date(at)
    if (Number.isNaN(moment.getTime())) return ''
    const isToday = moment.toDateString() === new Date().toDateString()
    return isToday
      ? t.today({ time: time(moment, { timeStyle: 'short' }) })
      : time(moment, { dateStyle: 'medium', timeStyle: 'short' })
  }
}

import { format } from '#locales/i18n.ts'
import { useStore } from '../store/use-store.ts'

/** A document's date in words; it has a day and no time zone of its own. */
export function useDocumentDate(date: string | null | undefined): string | null {
  const { time } = useStore(format)
  if (date === undefined || date === null) return null
  const moment = new Date(date)
  return Number.isNaN(moment.getTime()) ? null : time(moment, { dateStyle: 'long', timeZone: 'UTC' })
}

/** A calendar day (`2023-05-22`) in words. */
export function useDay(): (day: string) => string {
  const { time } = useStore(format)
  return (day) => {
    const moment = new Date(day)
    return Number.isNaN(moment.getTime()) ? day : time(moment, { dateStyle: 'medium', timeZone: 'UTC' })
  }
}

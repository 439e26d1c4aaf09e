import { format } from '#locales/i18n.ts'
import { statusMessages } from '#locales/status.ts'
import { dutchDay } from '#utils/sources/dates.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { questionStatus } from '#utils/sources/question-status.ts'
import { type StatusWords, statusWords } from '#utils/sources/status-words.ts'
import { useStore } from '../store/use-store.ts'
import './official.css'

/** What has come of the written questions that a record is of, in words; null where there are none, or nothing tells. */
export function useStatus(): (official: OfficialDocument | null) => StatusWords | null {
  const t = useStore(statusMessages)
  const { time } = useStore(format)
  const dayOf = (day: string) => time(new Date(day), { dateStyle: 'long', timeZone: 'UTC' })
  return (official) => {
    const status = official && questionStatus(official, dutchDay(new Date().toISOString()) ?? '')
    return status && statusWords(t, status, dayOf)
  }
}

/** The status with its dates: a word that stands out, and what belongs to it. */
export function OfficialStatus({ official }: { official: OfficialDocument | null }) {
  const status = useStatus()(official)
  if (status === null) return null
  return (
    <p class="kl-status">
      <span class="kl-status__word" data-tone={status.tone}>
        {status.word}
      </span>
      {status.detail !== '' && <span class="kl-status__detail"> {status.detail}</span>}
    </p>
  )
}

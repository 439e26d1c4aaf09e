import { useId, useState } from 'preact/hooks'
import { backupMessages } from '#locales/backup.ts'
import { errorMessages } from '#locales/errors.ts'
import { format } from '#locales/i18n.ts'
import { useWatched } from '../following/use-watched.ts'
import { announce } from '../parts/announce.tsx'
import { errorSentence } from '../parts/error-text.tsx'
import { resting } from '../parts/resting.ts'
import { useStore } from '../store/use-store.ts'
import type { BackupActions, BackupResult, BackupView } from './backup.ts'
import './backup.css'

/** «Back-up»: where copies outside the browser go, how the last one went, and what can be done about it. */
export function BackupPart({ backup }: { backup: BackupActions }) {
  const t = useStore(backupMessages)
  const errors = useStore(errorMessages)
  const view = useWatched(backup)
  const title = useId()
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  async function make(how: () => Promise<BackupResult>, ifNothing: string) {
    setBusy(true)
    setSaid('')
    announce(t.busy)
    const answer = await how().catch((): BackupResult => ({ ok: false, error: 'unknown' }))
    setBusy(false)
    const sentence = answer.ok
      ? answer.value === null
        ? ifNothing
        : t.made({ file: answer.value })
      : errors[answer.error]
    setSaid(sentence)
    announce(sentence)
  }

  if (view === null) return null
  const { way, place, failure } = view
  return (
    <section class="kl-backup" aria-labelledby={title}>
      <h2 id={title} class="kl-backup__title">
        {t.title}
      </h2>
      <LastCopy view={view} />
      {way === null && <p class="kl-small kl-muted">{t.none}</p>}
      {way !== null && place === null && (
        <p class="kl-small kl-muted">{way === 'folder' ? t.aboutFolder : t.aboutDownloads}</p>
      )}
      {place !== null && !view.isAllowed && (
        <p class="kl-small">{place.type === 'folder' ? t.notAllowed({ folder: place.name }) : t.notAllowedDownloads}</p>
      )}
      {place !== null && view.isAllowed && failure !== null && said === '' && !isBusy && (
        <p class="kl-small kl-backup__failure">{t.failed({ reason: errorSentence(errors, failure.code) })}</p>
      )}
      {(isBusy || said !== '') && <p class="kl-small">{isBusy ? t.busy : said}</p>}
      <div class="kl-backup__buttons">
        {place !== null && (
          <button type="button" class="kl-button" {...resting(isBusy, () => void make(backup.makeNow, t.nothing))}>
            {view.isAllowed ? t.now : t.allow}
          </button>
        )}
        {way !== null && (place === null || place.type === 'folder') && (
          <button
            type="button"
            class={place === null ? 'kl-button' : 'kl-button kl-button--plain'}
            {...resting(isBusy, () => void make(backup.turnOn, ''))}
          >
            {way === 'downloads' ? t.turnOn : place === null ? t.chooseFolder : t.otherFolder}
          </button>
        )}
        {place !== null && (
          <button
            type="button"
            class="kl-button kl-button--plain"
            {...resting(isBusy, () => {
              setSaid('')
              void backup.turnOff()
            })}
          >
            {t.turnOff}
          </button>
        )}
      </div>
    </section>
  )
}

/** When the last copy outside the browser was made, and how. */
export function LastCopy({ view: { last } }: { view: BackupView }) {
  const t = useStore(backupMessages)
  const { time } = useStore(format)
  if (last === null) return <p class="kl-small">{t.never}</p>
  const when = time(new Date(last.at), { dateStyle: 'medium', timeStyle: 'short' })
  const sentences = {
    folder: t.lastFolder({ when, folder: last.folder ?? '' }),
    downloads: t.lastDownloads({ when }),
    export: t.lastExport({ when }),
  }
  return <p class="kl-small">{sentences[last.by]}</p>
}

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { format } from '#locales/i18n.ts'
import { noteMessages } from '#locales/note.ts'
import type { StoreError } from '#utils/browser/protocol/result.ts'
import { longestNote } from '#utils/notes/longest.ts'
import { announce } from '../parts/announce.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { useStore } from '../store/use-store.ts'
import type { NoteSession } from './note-session.ts'

/** Milliseconds between two spoken «Notitie bewaard»: more often it would be in the way of writing. */
const spokenEvery = 15_000

/** «typt…», «bewaard 14:02», that it is there no more, or why it is not saved and what to do; with what stands at the end of its line. */
export function NoteStatus({ session, children }: { session: NoteSession; children: ComponentChildren }) {
  const t = useStore(noteMessages)
  const { time } = useStore(format)
  const status = session.status.value
  const isUsual = !session.onlyHere.value && (status.type === 'typing' || status.type === 'saved')
  return (
    <>
      <Trouble session={session} />
      <div class="kl-note__end">
        {isUsual && (
          <p class="kl-note__status kl-small" data-status={status.type}>
            {status.type === 'saved'
              ? t.saved({ time: time(status.at, { hour: '2-digit', minute: '2-digit' }) })
              : t.typing}
          </p>
        )}
        {children}
      </div>
    </>
  )
}

/** What of it takes lines of its own; what came of saving is heard here too. */
function Trouble({ session }: { session: NoteSession }) {
  const t = useStore(noteMessages)
  const common = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const status = session.status.value
  const onlyHere = session.onlyHere.value
  const reasonOf = (error: StoreError) => {
    if (error === 'quota') return t.noRoom
    if (error === 'database-unavailable') return t.noStore
    // It stands in the field, and is tried again by itself.
    if (error === 'journal-unavailable') return errors['not-secured']
    return error === 'invalid' && isTooLong(session) ? t.tooLong : errors[error]
  }
  const spoken = useRef({ at: Number.NEGATIVE_INFINITY, type: '' })
  useEffect(() => {
    const now = performance.now()
    if (status.type === 'saved' && (now - spoken.current.at > spokenEvery || spoken.current.type === 'failed')) {
      announce(t.announceSaved)
      spoken.current = { at: now, type: 'saved' }
    }
    if (status.type === 'failed' && spoken.current.type !== 'failed') {
      announce(t.notSaved({ reason: reasonOf(status.error) }))
      spoken.current = { at: now, type: 'failed' }
    }
  }, [status, t, errors])
  if (status.type === 'untouched') return null
  if (status.type === 'failed') {
    return (
      <div class="kl-notice kl-notice--danger kl-note__failed">
        <p>
          {t.notSaved({ reason: reasonOf(status.error) })}
          {onlyHere && <span role="alert"> {t.onlyHere}</span>}
        </p>
        <CopyButton text={session.autosave.text} label={t.copyText} />
        <button type="button" class="kl-button kl-button--plain" onClick={() => session.autosave.retry()}>
          {common.retry}
        </button>
      </div>
    )
  }
  if (onlyHere) {
    return (
      <div class="kl-notice kl-notice--warning kl-note__failed">
        <p role="alert">{t.onlyHere}</p>
        <CopyButton text={session.autosave.text} label={t.copyText} />
      </div>
    )
  }
  return status.type === 'gone' ? <p class="kl-note__gone kl-small">{errors['not-found']}</p> : null
}

function isTooLong({ autosave }: NoteSession): boolean {
  return autosave.text.length > longestNote
}

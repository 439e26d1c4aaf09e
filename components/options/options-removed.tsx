import { useEffect, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { format } from '#locales/i18n.ts'
import { optionsMessages } from '#locales/options.ts'
import type { RemovedNote } from '#utils/database/library/removed-notes.ts'
import { namedIn, parseTarget } from '#utils/notes/target.ts'
import { codeOf } from '#utils/references/code.ts'
import { announce } from '../parts/announce.tsx'
import { errorSentence } from '../parts/error-text.tsx'
import { firstWords } from '../parts/first-words.ts'
import { FailedRead } from '../store/failed-read.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import type { OptionsActions } from './options.ts'

/** Notes that are shown at first, and with each press after that. */
const shownAtOnce = 10
/** Characters of a text, to know it by. */
const mostWords = 160

/** Notes that were removed, to be put back when the undo of their removal has gone. */
export function OptionsRemoved({ options }: { options: OptionsActions }) {
  const t = useStore(optionsMessages)
  const common = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const { time } = useStore(format)
  const { actions } = useServices()
  const [most, setMost] = useState(shownAtOnce)
  const [failure, setFailure] = useState('')
  const live = useLive(() => options.removedNotes(most + 1), [options, most]).value

  const place = useRef<HTMLDivElement>(null)
  /** The row to which the focus goes when the button goes that has it: else the keyboard starts again at the top of the page. */
  const next = useRef<number | null>(null)
  useEffect(() => {
    if (next.current === null || live.state !== 'ready' || document.activeElement !== document.body) return
    const buttons = [...(place.current?.querySelectorAll<HTMLElement>('li button') ?? [])]
    const shown = buttons[next.current] ?? buttons.at(-1) ?? place.current
    shown?.focus()
    next.current = null
  }, [live])

  async function restore({ note }: RemovedNote, index: number) {
    next.current = index
    const answer = await actions.restoreNote(note.id)
    setFailure(answer.ok ? '' : errorSentence(errors, answer.error))
    if (answer.ok) announce(t.putBack)
    else next.current = null
  }

  if (live.state === 'failed') return <FailedRead beside={common.failed} onAgain={live.again} />
  if (live.state === 'loading') return null
  return (
    <div ref={place} tabIndex={-1}>
      {live.value.length === 0 && <p class="kl-muted">{t.noneRemoved}</p>}
      {failure !== '' && (
        <p class="kl-notice kl-notice--danger" role="alert">
          {failure}
        </p>
      )}
      <ul class="kl-options__removed">
        {live.value.slice(0, most).map((removed, index) => (
          <li key={removed.note.id}>
            <div id={`removed-${removed.note.id}`}>
              <p>{firstWords(removed.note.body || (removed.note.passage?.quote.exact ?? ''), mostWords)}</p>
              <p class="kl-small kl-muted">
                {t.removedAt({
                  what: nameOf(removed),
                  when: time(new Date(removed.note.deletedAt ?? ''), { dateStyle: 'medium', timeStyle: 'short' }),
                })}
              </p>
            </div>
            <button
              type="button"
              class="kl-button"
              aria-describedby={`removed-${removed.note.id}`}
              onClick={() => void restore(removed, index)}
            >
              {t.putBackNote}
            </button>
          </li>
        ))}
      </ul>
      {live.value.length > most && (
        <button
          type="button"
          class="kl-button kl-button--plain"
          onClick={() => {
            next.current = most
            setMost(most + shownAtOnce)
          }}
        >
          {t.moreRemoved}
        </button>
      )}
    </div>
  )
}

/** What it is on, as it is cited, or by its title. */
function nameOf({ note, document }: RemovedNote): string {
  const target = parseTarget(note.target)
  const named = target === null ? note.target : namedIn(target)
  return codeOf(named)?.label ?? document?.title ?? note.places[0]?.title ?? ''
}

import { useId, useState } from 'preact/hooks'
import { format } from '#locales/i18n.ts'
import { noteMessages } from '#locales/note.ts'
import type { NoteVersionRow } from '#utils/database/schema.ts'
import { firstWords } from '../parts/first-words.ts'
import { Icon } from '../parts/icons.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { paragraphBidi } from './text-direction.ts'

/** Earlier texts that are listed; more are kept, and exported. */
const most = 50

/** The earlier texts of a note, newest first: each can be read, and put back. */
export function NoteHistory({ noteId, onRestore }: { noteId: string; onRestore: (text: string) => void }) {
  const t = useStore(noteMessages)
  const { kept } = useServices()
  const list = useId()
  const [isOpen, setOpen] = useState(false)
  const live = useLive(() => kept.versions(noteId), [noteId]).value
  if (live.state !== 'ready' || live.value.length === 0) return null
  return (
    <div class="kl-note__history">
      <button
        type="button"
        class="kl-button kl-button--plain kl-small"
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="history" />
        {t.history(live.value.length)}
      </button>
      {isOpen && (
        <ol id={list} class="kl-note__versions">
          {live.value.slice(0, most).map((version) => (
            <Version key={version.version} version={version} onRestore={onRestore} />
          ))}
        </ol>
      )}
    </div>
  )
}

function Version({ version, onRestore }: { version: NoteVersionRow; onRestore: (text: string) => void }) {
  const t = useStore(noteMessages)
  const { time } = useStore(format)
  const when = time(new Date(version.at), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li class="kl-note__version">
      <details>
        <summary>
          <span class="kl-small kl-muted">{when}</span> <span>{firstWords(version.body, 80)}</span>
        </summary>
        <p class="kl-note__earlier" style={{ unicodeBidi: paragraphBidi(version.body) }}>
          {version.body}
        </p>
        <button
          type="button"
          class="kl-button kl-small"
          aria-label={t.restoreOf({ when })}
          onClick={() => onRestore(version.body)}
        >
          {t.restore}
        </button>
      </details>
    </li>
  )
}

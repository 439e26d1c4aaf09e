import { useRef, useState } from 'preact/hooks'
import { noteMessages } from '#locales/note.ts'
import type { NotePlace, NoteRow } from '#utils/database/schema.ts'
import { Icon } from '../parts/icons.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { NoteEditor } from './note-editor.tsx'

/** Editors that are drawn at first, and more at each press: of hundreds on one paper all together take seconds. */
const [atFirst, more] = [30, 100]

export interface NotesProps {
  readonly target: string
  /** What the notes are on, for labels: «Vraag 155». */
  readonly subject: string
  readonly place?: NotePlace | undefined
  /** Put the cursor into the first note. */
  readonly focus?: boolean | undefined
  /** Show the notes that there are, with what they are on, and offer no new one. */
  readonly existingOnly?: boolean | undefined
  /** They are on a document, below its questions with notes of their own: their title says so. */
  readonly isOnWhole?: boolean | undefined
  /** Leave those on passages out: they are listed apart. */
  readonly withoutPassages?: boolean | undefined
}

/** The notes on one thing, all open for writing, and a field for a first one where there is none. */
export function Notes(props: NotesProps) {
  const { kept } = useServices()
  const live = useLive(() => kept.notesOn(props.target), [props.target]).value
  const known = useRef<readonly string[]>([])
  if (live.state === 'loading') return null
  const isShown = ({ passage }: NoteRow) => !(props.withoutPassages && passage !== undefined)
  if (live.state === 'ready') known.current = live.value.filter(isShown).map(({ id }) => id)
  // A store that can't be read still leaves the notes that are open, or a field to write in.
  return <NoteList key={props.target} {...props} stored={known.current} />
}

function NoteList(props: NotesProps & { readonly stored: readonly string[] }) {
  const { target, subject, place, focus, existingOnly, isOnWhole, stored } = props
  const t = useStore(noteMessages)
  const [drawn, setDrawn] = useState(atFirst)
  const [begun, setBegun] = useState<readonly string[]>([])
  // Removed in another window while someone writes here: it stays until the cursor leaves, and the next key revives it.
  const [writing, setWriting] = useState<string | null>(null)
  // Offered where there is no note yet; it makes way, untouched, for one that comes (back) from elsewhere.
  const offer = useRef<string>(crypto.randomUUID())
  const touched = useRef(false)
  // An editor keeps its place while it is open: a note that is saved, or another one that moves up in time, must not
  // take the cursor out of a text.
  const shown = useRef<readonly string[]>([])
  const seen = useRef(new Set<string>())
  // Removed here before this list ever heard that it was stored: both changes may come as one.
  const [removed, setRemoved] = useState<readonly string[]>([])
  const isGone = (id: string) =>
    id !== writing && (seen.current.has(id) || removed.includes(id)) && !stored.includes(id)
  // A note that was begun here and removed takes its field with it: what was removed must not stand there as if kept.
  if (isGone(offer.current)) {
    offer.current = crypto.randomUUID()
    touched.current = false
  }
  const offered = offer.current
  const kept = [...new Set([...shown.current, ...stored, ...begun])].filter((id) => id !== offered && !isGone(id))
  const isOffered = !existingOnly && (kept.length === 0 || touched.current)
  const ids = isOffered ? [offered, ...kept] : kept
  for (const id of stored) seen.current.add(id)
  shown.current = ids.filter((id) => id !== offered)
  if (ids.length === 0) return null
  const isOne = ids.length === 1
  // Those on something else than what is shown say on what they are.
  const named = isOne ? t.on : t.allOn
  const [one, several] = isOnWhole ? [t.onWhole, t.allOnWhole] : [t.note, t.notes]
  const title = existingOnly ? named({ subject }) : isOne ? one : several
  const isBegun = (id: string) => begun.includes(id)
  const open = ids.filter((id, index) => index < drawn || isBegun(id) || id === writing)
  return (
    <section class="kl-notes" aria-label={t.allOn({ subject })}>
      <div class="kl-notes__title">
        <h3>{title}</h3>
        {!existingOnly && ids.every((id) => stored.includes(id)) && (
          <button
            type="button"
            class="kl-button kl-button--plain"
            onClick={() => setBegun([...begun, crypto.randomUUID()])}
          >
            <Icon name="note" />
            {t.newNote}
          </button>
        )}
      </div>
      {open.map((id, index) => (
        <NoteEditor
          key={id}
          noteId={id}
          target={target}
          subject={subject}
          place={place}
          isNew={isBegun(id) || id === offered}
          focus={(focus && index === 0) || isBegun(id)}
          onRemoved={() => setRemoved((all) => [...all, id])}
          onWriting={(is) => setWriting((one) => (is ? id : one === id ? null : one))}
          onTouched={
            id === offered
              ? () => {
                  touched.current = true
                }
              : undefined
          }
        />
      ))}
      {open.length < ids.length && (
        <button type="button" class="kl-button kl-button--plain" onClick={() => setDrawn(drawn + more)}>
          {t.moreNotes(ids.length - open.length)}
        </button>
      )}
    </section>
  )
}

import { useEffect, useState } from 'preact/hooks'
import { noteMessages } from '#locales/note.ts'
import { passageMessages } from '#locales/passages.ts'
import type { BegunPassage } from '#utils/browser/protocol/passages.ts'
import type { Destination } from '../papers/destination.ts'
import { useLive } from '../store/live.ts'
import { NotHere, useWasHere } from '../store/not-here.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { NoteEditor } from './note-editor.tsx'
import { NoteView, useNoteSubject } from './note-view.tsx'

interface PassageViewProps {
  readonly id: string
  readonly onOpen: (destination: Destination) => void
  readonly focus?: boolean | undefined
}

/** A note on a passage: the one that is kept, or one that was begun at a selection. */
export function PassageView({ id, onOpen, focus }: PassageViewProps) {
  const notes = useStore(noteMessages)
  const { kept, actions } = useServices()
  const live = useLive(() => kept.note(id), [id]).value
  const [begun, setBegun] = useState<BegunPassage | null | 'asked'>('asked')
  useEffect(() => {
    actions.begunPassage(id).then(setBegun, () => setBegun(null))
  }, [id])
  // Once begun here it stays this editor, whatever is stored of it meanwhile: the cursor is in it.
  const [isBegunHere, setBegunHere] = useState(false)
  const isKept = live.state === 'ready' && live.value !== null
  const wasHere = useWasHere(id, isKept)
  useEffect(() => {
    if (begun !== 'asked' && begun !== null && live.state !== 'loading' && !isKept) setBegunHere(true)
  }, [begun, live.state])
  if (begun !== 'asked' && begun !== null && isBegunHere) return <BegunNote begun={begun} />
  if (live.state === 'loading' || begun === 'asked') return null
  if (isKept) return <NoteView id={id} onOpen={onOpen} focus={focus} />
  return begun !== null ? null : <NotHere wasHere={wasHere} removed={`${notes.deleted}. ${notes.deletedLater}`} />
}

/** A new note on a passage, with the cursor in it. */
export function BegunNote({ begun }: { begun: BegunPassage }) {
  const t = useStore(passageMessages)
  const { kept } = useServices()
  const documents = useLive(() => kept.document(begun.target), [begun.target]).value
  const subjectOf = useNoteSubject()
  const { id, target, passage, place } = begun
  const at = new Date().toISOString()
  const subject = subjectOf({
    note: {
      id,
      target,
      type: 'passage',
      body: '',
      version: 1,
      places: place ? [place] : [],
      createdAt: at,
      updatedAt: at,
    },
    tags: [],
    official: null,
    document: documents.state === 'ready' ? documents.value : null,
    question: null,
  })
  return (
    <article class="kl-document">
      <header class="kl-document__head">
        <p class="kl-muted kl-small">{t.noteOnPassage}</p>
        <h2 class="kl-document__title">{subject}</h2>
      </header>
      <NoteEditor
        noteId={id}
        target={target}
        subject={t.on({ document: subject })}
        isNew
        place={place}
        passage={passage}
        focus
      />
    </article>
  )
}

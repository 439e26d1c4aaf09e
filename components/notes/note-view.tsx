import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { documentMessages } from '#locales/document.ts'
import { noteMessages } from '#locales/note.ts'
import type { KeptNote } from '#utils/database/library/kept-notes.ts'
import { parseTarget } from '#utils/notes/target.ts'
import { withoutFragment } from '#utils/references/addresses/without-fragment.ts'
import { headingOf } from '#utils/sources/heading.ts'
import type { Destination } from '../papers/destination.ts'
import { announce } from '../parts/announce.tsx'
import { Found, FoundWords } from '../search/found-mark.tsx'
import { excerptAround } from '../search/found-words.ts'
import { FailedRead } from '../store/failed-read.tsx'
import { useLive } from '../store/live.ts'
import { NotHere, useWasHere } from '../store/not-here.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { NoteEditor } from './note-editor.tsx'
import { PassagePlace } from './passage-place.tsx'

/** A note by itself, under what it is on. */
export function NoteView(props: {
  readonly id: string
  readonly onOpen: (destination: Destination) => void
  readonly focus?: boolean | undefined
}) {
  const { id, onOpen, focus } = props
  const common = useStore(commonMessages)
  const t = useStore(noteMessages)
  const { codes, kept } = useServices()
  const subjectOf = useNoteSubject()
  const live = useLive(() => kept.note(id), [id]).value
  const [writing, setWriting] = useState(false)
  const last = useRef<KeptNote | null>(null)
  const opened = live.state === 'ready' && live.value !== null ? subjectOf(live.value) : null
  const wasHere = useWasHere(id, opened !== null)
  // Beside a list the focus stays in it: what opened is heard, as it is seen.
  useEffect(() => {
    if (opened !== null && focus !== true) announce(t.on({ subject: opened }))
  }, [id, opened !== null])
  if (live.state === 'loading') return null
  if (live.state === 'ready' && live.value !== null && live.value.note.deletedAt === undefined)
    last.current = live.value
  // Removed in another window while someone writes here: it stays until the cursor leaves, and the next key revives it.
  else if (!writing) last.current = null
  const one = last.current
  if (one === null) {
    if (live.state === 'failed') return <FailedRead beside={common.failed} onAgain={live.again} />
    return <NotHere wasHere={wasHere} removed={`${t.deleted}. ${t.deletedLater}`} />
  }
  const target = parseTarget(one.note.target)
  const code = codes.codeOf(target?.type === 'question' ? target.list : one.note.target)
  const destination: Destination | null =
    one.document !== null
      ? { type: 'document', id: one.document.id, question: one.question?.order }
      : code && { type: 'code', code }
  const subject = subjectOf(one)
  return (
    <article class="kl-document">
      <header class="kl-document__head">
        <h2 class="kl-document__title">
          {destination === null ? (
            subject
          ) : (
            <button type="button" class="kl-inline" onClick={() => onOpen(destination)}>
              {subject}
            </button>
          )}
        </h2>
        {one.question && (
          <p class="kl-muted">
            <Found text={one.question.question} />
          </p>
        )}
        {one.note.passage && <PassagePlace one={one} passage={one.note.passage} />}
        <FoundInNote body={one.note.body} />
      </header>
      <NoteEditor
        key={id}
        noteId={id}
        target={one.note.target}
        subject={subject}
        isNew={false}
        focus={focus}
        goesToFound
        onWriting={setWriting}
      />
    </article>
  )
}

/** Where the words stand that were looked for: the field below has no marks. */
function FoundInNote({ body }: { body: string }) {
  const excerpt = excerptAround(body, useContext(FoundWords))
  if (excerpt === null) return null
  return (
    <p class="kl-small">
      <Found text={excerpt} />
    </p>
  )
}

/** What to call the thing that a note is on. */
export function useNoteSubject(): (one: KeptNote) => string {
  const t = useStore(documentMessages)
  const { codes } = useServices()
  return ({ note, document, question, official }) => {
    const target = parseTarget(note.target)
    const id = target?.type === 'question' ? target.list : note.target
    const code = codes.codeOf(id)?.label
    const heading = headingOf(official)
    // A title alone does not say which of the papers of one name it is; a code alone not what it is about.
    const named = heading === null ? code : code === undefined ? heading : `${heading} (${code})`
    const title = document?.title.trim() || named || t.untitled
    const number = question?.number ?? (target?.type === 'question' ? target.number : null)
    if (number !== null) return `${t.question({ number })} · ${title}`
    return document === null ? (named ?? addressTitle(note)) : title
  }
}

/** A page without a code goes by the title that it had, else by its address. */
function addressTitle({ target, places }: KeptNote['note']): string {
  const url = /^url:(.+)$/u.exec(target)?.[1]
  if (url === undefined) return target
  const title = places.find((place) => withoutFragment(place.url) === url)?.title.trim()
  return title || url.replace(/^https?:\/\/(?:www\.)?/u, '')
}

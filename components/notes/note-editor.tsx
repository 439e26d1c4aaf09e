import { useRef } from 'preact/hooks'
import { locale } from '#locales/i18n.ts'
import { noteMessages } from '#locales/note.ts'
import type { KeptNote } from '#utils/database/library/kept-notes.ts'
import { wordsOfMarkdown } from '#utils/notes/markdown.ts'
import { useCodeOpener } from '../papers/code-opener.ts'
import { showNotDeleted } from '../parts/failure-words.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { offerUndo } from '../undo/undo.ts'
import { Markdown } from './markdown.tsx'
import { NoteColourField } from './note-colour.tsx'
import { NoteHistory } from './note-history.tsx'
import { NoteStatus } from './note-status.tsx'
import { NoteToolbar, useNoteEdits } from './note-toolbar.tsx'
import { NoteUndo, useNoteOffers } from './note-undo.tsx'
import { PassageQuote } from './passage-quote.tsx'
import { TagField } from './tag-field.tsx'
import { useGoingToFound } from './use-going-to-found.ts'
import { useNoteTags } from './use-note-tags.ts'
import { type EditedNote, useNoteText } from './use-note-text.ts'
import './note-editor.css'

export interface NoteEditorProps extends EditedNote {
  /** What the note is on, for the label: «Vraag 155». */
  readonly subject: string
  /** A note that is begun here: there is nothing to read before it can be typed in. */
  readonly isNew: boolean
  /** Whether it is gone to the words by which it was found, if any. */
  readonly goesToFound?: boolean | undefined
  /** The user has removed it. */
  readonly onRemoved?: (() => void) | undefined
  /** Whether the cursor is in its text or tags: an editor may not be taken away under someone's hands. */
  readonly onWriting?: ((writing: boolean) => void) | undefined
}

/** A note: its text, tags, and how far it is saved. */
export function NoteEditor(props: NoteEditorProps) {
  const { kept } = useServices()
  const live = useLive(() => kept.note(props.noteId), [props.noteId]).value
  // Without a store to read from there is still a field to type in: the text stays here and the status says so.
  if (live.state === 'loading' && !props.isNew) return <div class="kl-note kl-note--loading" />
  const isRead = live.state === 'ready'
  return <Editor {...props} stored={isRead ? live.value : null} isRead={isRead} />
}

/** @property isRead whether the store says that it holds `stored`; else it could not be read */
function Editor(props: NoteEditorProps & { readonly stored: KeptNote | null; readonly isRead: boolean }) {
  const { noteId, subject, stored, goesToFound, onTouched, onRemoved, onWriting } = props
  const t = useStore(noteMessages)
  const language = useStore(locale)
  const { actions } = useServices()
  const edits = useNoteEdits()
  const onCode = useCodeOpener()
  const offers = useNoteOffers()
  const { field, session, isPreview, setPreview, changed, make, restore } = useNoteText({ ...props, offers })
  const tags = useNoteTags(session, offers, onTouched)
  const first = useRef(stored)
  first.current ??= stored
  useGoingToFound(field, goesToFound === true)

  function keys(event: KeyboardEvent) {
    if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    const named = edits.find(({ key }) => key === event.key.toLowerCase())
    if (!named) return
    event.preventDefault()
    make(named.edit)
  }

  async function remove() {
    // What was typed last belongs to what undo must bring back.
    await session.autosave.settled()
    const words = wordsOfMarkdown(session.autosave.text.trim().slice(0, 500))
    const of = { words: words || (passage?.quote.exact ?? '') }
    const answer = await actions.deleteNote(noteId)
    if (answer.ok) {
      onRemoved?.()
      const { lags } = answer.value
      const text = () => noteMessages.get().deleted
      const later = () => noteMessages.get().deletedLater
      offerUndo({ text, of, lags, later, undo: () => actions.restoreNote(noteId) })
    } else showNotDeleted(answer.error)
  }

  // What it is on stays in sight, also where the store lost it.
  const passage = first.current?.note.passage ?? props.passage
  const label = t.on({ subject })
  return (
    <section
      class="kl-note"
      aria-label={label}
      onFocusIn={({ target }) => onWriting?.(isField(target))}
      onFocusOut={() => onWriting?.(false)}
    >
      {passage !== undefined && <PassageQuote passage={passage} />}
      <NoteToolbar edits={edits} isPreview={isPreview} onEdit={make} onPreview={setPreview} />
      {isPreview && (
        <div class="kl-note__shown">
          {session.autosave.text.trim() === '' ? (
            <p class="kl-muted">{t.nothingToShow}</p>
          ) : (
            <Markdown text={session.autosave.text} onCode={onCode} />
          )}
        </div>
      )}
      <textarea
        ref={field}
        class="kl-note__text"
        hidden={isPreview}
        aria-label={label}
        placeholder={t.placeholder}
        title={t.keys}
        lang={language}
        spellcheck
        rows={2}
        onInput={({ isComposing }) => changed(isComposing)}
        onCompositionEnd={() => changed()}
        onKeyDown={keys}
      />
      <div class="kl-note__below">
        <TagField tags={session.tags.value} field={tags.field} onChange={tags.change} />
        <NoteUndo offers={offers} />
        <NoteColourField
          colour={session.colour.value}
          onChoose={(colour) => {
            onTouched?.()
            session.colour.value = colour
            session.autosave.paint(colour)
          }}
        />
        <NoteStatus session={session}>
          {(stored || !['untouched', 'gone'].includes(session.status.value.type)) && (
            <IconButton icon="trash" label={t.delete} class="kl-note__delete" onClick={remove} />
          )}
        </NoteStatus>
      </div>
      <NoteHistory noteId={noteId} onRestore={restore} />
    </section>
  )
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}

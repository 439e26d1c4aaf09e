import { useStore } from '@nanostores/preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { locale } from '#locales/i18n.ts'
import { noteMessages } from '#locales/note.ts'
import type { NotePlace, Passage } from '#utils/database/schema.ts'
import { useCodeOpener } from './code-opener.ts'
import { IconButton } from './icon-button.tsx'
import { useLive } from './live.ts'
import { Markdown } from './markdown.tsx'
import { NoteHistory } from './note-history.tsx'
import { type NoteSession, openNoteSession } from './note-session.ts'
import { NoteStatus } from './note-status.tsx'
import { type MakeEdit, NoteToolbar, useNoteEdits } from './note-toolbar.tsx'
import { PassageQuote } from './passage-quote.tsx'
import { type KeptNote, useServices } from './services.ts'
import { type SharedField, shareField } from './shared-field.ts'
import { TagField } from './tag-field.tsx'
import { adoptText, applyEdit, grow } from './text-field.ts'
import { offerUndo, showFailure } from './undo-bar.tsx'
import './note-editor.css'

export interface NoteEditorProps {
  readonly noteId: string
  readonly target: string
  /** What the note is on, for the label: «Vraag 155». */
  readonly subject: string
  /** A note that is begun here: there is nothing to read before it can be typed in. */
  readonly isNew: boolean
  readonly place?: NotePlace | undefined
  /** The passage that a new note is on; a stored one knows its own. */
  readonly passage?: Passage | undefined
  readonly focus?: boolean | undefined
  /** The user has begun to write. */
  readonly onTouched?: (() => void) | undefined
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
  return <Editor {...props} stored={live.state === 'ready' ? live.value : null} />
}

function Editor(props: NoteEditorProps & { readonly stored: KeptNote | null }) {
  const { noteId, target, subject, stored, place, focus, onTouched, onRemoved, onWriting } = props
  const t = useStore(noteMessages)
  const common = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const language = useStore(locale)
  const { actions } = useServices()
  const edits = useNoteEdits()
  const onCode = useCodeOpener()
  const [isPreview, setPreview] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const held = useRef<NoteSession | null>(null)
  const shared = useRef<SharedField | null>(null)
  const adopting = useRef(false)

  held.current ??= openNoteSession({
    noteId,
    target,
    kept: stored,
    place,
    passage: props.passage,
    actions,
    onText: (text) => shared.current?.adopt(text),
  })
  const session = held.current

  useLayoutEffect(() => {
    if (!field.current) return
    // The field's text is the session's affair from here on: Preact may not put an older one back.
    field.current.value = session.autosave.text
    grow(field.current)
    if (focus) field.current.focus()
  }, [session, focus])
  useLayoutEffect(() => {
    const own = field.current
    if (!own) return
    shared.current = shareField(own, (text) => {
      adopting.current = true
      adoptText(own, text)
      adopting.current = false
      grow(own)
    })
    return () => shared.current?.release()
  }, [])
  // At once: an effect that waits for the next frame never runs for an editor that is gone by then, and neither does its end.
  useLayoutEffect(() => () => session.close(), [session])
  useEffect(() => {
    if (stored && stored.note.deletedAt === undefined) session.autosave.stored(stored.note, stored.tags)
  }, [session, stored])

  function changed() {
    if (adopting.current || !field.current || !shared.current) return
    onTouched?.()
    session.autosave.edit(shared.current.text(), session.tags.peek())
    grow(field.current)
  }

  function make(edit: MakeEdit) {
    if (!field.current) return
    // The browser's own undo takes part only while the field has the focus.
    field.current.focus()
    const { value, selectionStart, selectionEnd } = field.current
    // One edit, one save: the input events of its parts are left out.
    adopting.current = true
    applyEdit(field.current, edit(value, selectionStart, selectionEnd))
    adopting.current = false
    changed()
  }

  function keys(event: KeyboardEvent) {
    if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    const named = edits.find(({ key }) => key === event.key.toLowerCase())
    if (!named) return
    event.preventDefault()
    make(named.edit)
  }

  /** Puts a text in the place of what is there; the history keeps that, and so does undo. */
  function putText(text: string) {
    setPreview(false)
    make((value) => ({
      from: 0,
      to: value.length,
      insert: text,
      selectionStart: text.length,
      selectionEnd: text.length,
    }))
  }

  function restore(text: string) {
    const before = session.autosave.text
    putText(text)
    offerUndo({
      text: t.restored,
      undo: async () => {
        putText(before)
        return { ok: true, value: true }
      },
    })
  }

  async function remove() {
    // What was typed last belongs to what undo must bring back.
    await session.autosave.settled()
    const answer = await actions.deleteNote(noteId)
    if (answer.ok) {
      onRemoved?.()
      offerUndo({ text: t.deleted, undo: () => actions.restoreNote(noteId) })
    } else showFailure(common.notDeleted({ reason: errors[answer.error] }))
  }

  const passage = stored?.note.passage ?? props.passage
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
        onInput={changed}
        onKeyDown={keys}
      />
      <div class="kl-note__below">
        <TagField
          tags={session.tags.value}
          onChange={(tags) => {
            onTouched?.()
            session.tags.value = tags
            session.autosave.edit(session.autosave.text, tags)
          }}
        />
        <NoteStatus session={session} />
        {(stored || session.status.value.type !== 'untouched') && (
          <IconButton icon="trash" label={t.delete} class="kl-note__delete" onClick={remove} />
        )}
      </div>
      <NoteHistory noteId={noteId} onRestore={restore} />
    </section>
  )
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { locale } from '#locales/i18n.ts'
import { noteMessages } from '#locales/note.ts'
import type { NotePlace, Passage } from '#utils/database/schema.ts'
import { wordsOfMarkdown } from '#utils/notes/markdown.ts'
import { takeBack, watchClearing } from '#utils/notes/take-back.ts'
import { useCodeOpener } from './code-opener.ts'
import { showNotDeleted } from './failure-words.ts'
import { IconButton } from './icon-button.tsx'
import { useLive } from './live.ts'
import { Markdown } from './markdown.tsx'
import { NoteColourField } from './note-colour.tsx'
import { NoteHistory } from './note-history.tsx'
import { type NoteSession, openNoteSession } from './note-session.ts'
import { NoteStatus } from './note-status.tsx'
import { type MakeEdit, NoteToolbar, useNoteEdits } from './note-toolbar.tsx'
import { type NoteOffer, NoteUndo, useNoteOffers } from './note-undo.tsx'
import { PassageQuote } from './passage-quote.tsx'
import { type KeptNote, useServices } from './services.ts'
import { type SharedField, shareField } from './shared-field.ts'
import { TagField } from './tag-field.tsx'
import { adoptText, applyEdit, suit } from './text-field.ts'
import { offerUndo } from './undo.ts'
import { useGoingToFound } from './use-going-to-found.ts'
import { useStore } from './use-store.ts'
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
  /** Whether it is gone to the words by which it was found, if any. */
  readonly goesToFound?: boolean | undefined
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
  const isRead = live.state === 'ready'
  return <Editor {...props} stored={isRead ? live.value : null} isRead={isRead} />
}

/** @property isRead whether the store says that it holds `stored`; else it could not be read */
function Editor(props: NoteEditorProps & { readonly stored: KeptNote | null; readonly isRead: boolean }) {
  const { noteId, target, subject, stored, isRead, place, focus, goesToFound, onTouched, onRemoved, onWriting } = props
  const t = useStore(noteMessages)
  const language = useStore(locale)
  const { actions } = useServices()
  const edits = useNoteEdits()
  const onCode = useCodeOpener()
  const [isPreview, setPreview] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const held = useRef<NoteSession | null>(null)
  const shared = useRef<SharedField | null>(null)
  const adopting = useRef(false)
  const tagField = useRef<HTMLInputElement>(null)
  const clearing = useRef(watchClearing(stored?.note.body ?? ''))
  const cleared = useRef<string | null>(null)
  const removedTags = useRef<readonly string[]>([])
  const offers = useNoteOffers()
  const onMerged = useRef((_before: string, _after: string) => {})
  onMerged.current = (before, after) => offerText('merged', before, after)

  held.current ??= openNoteSession({
    noteId,
    target,
    kept: stored,
    place,
    passage: props.passage,
    actions,
    onText: (text) => {
      clearing.current.adopt(text)
      shared.current?.adopt(text)
    },
    onMerged: (before, after) => onMerged.current(before, after),
  })
  const session = held.current

  useLayoutEffect(() => {
    if (!field.current) return
    // The field's text is the session's affair from here on: Preact may not put an older one back.
    field.current.value = session.autosave.text
    suit(field.current)
    if (focus) field.current.focus()
  }, [session, focus])
  useLayoutEffect(() => {
    const own = field.current
    if (!own) return
    shared.current = shareField(own, (text) => {
      adopting.current = true
      adoptText(own, text)
      adopting.current = false
      suit(own)
    })
    return () => shared.current?.release()
  }, [])
  useGoingToFound(field, goesToFound === true)
  // At once: an effect that waits for the next frame never runs for an editor that is gone by then, and neither does its end.
  useLayoutEffect(() => () => session.close(), [session])
  const wasThere = useRef(false)
  const first = useRef(stored)
  first.current ??= stored
  useEffect(() => {
    if (stored && stored.note.deletedAt === undefined) {
      wasThere.current = true
      session.autosave.stored(stored.note, stored.tags)
    } else if (isRead && wasThere.current) session.autosave.gone()
  }, [session, stored, isRead])

  /** @param isHalf whether a sign is still being composed */
  function changed(isHalf = false) {
    if (adopting.current || !field.current || !shared.current) return
    onTouched?.()
    const text = shared.current.text()
    session.autosave.edit(text, session.tags.peek(), isHalf)
    suit(field.current)
    const before = clearing.current.type(text)
    if (before !== null) {
      cleared.current = before
      offerText('cleared', before, text)
    } else if (cleared.current !== null && takeBack(cleared.current, '', text) === null) {
      // It came back by the browser's own undo.
      cleared.current = null
      offers.withdraw('cleared')
    }
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

  /** Offers to take a change of the text back; what is written meanwhile stays. */
  function offerText(kind: Exclude<NoteOffer['kind'], 'tags'>, before: string, after: string) {
    const undo = () => {
      setPreview(false)
      const text = takeBack(before, after, session.autosave.text)
      if (text === null || !field.current) return
      // The field can be written in, as typing does it, only while it is shown.
      field.current.hidden = false
      field.current.focus()
      adopting.current = true
      adoptText(field.current, text)
      adopting.current = false
      changed()
    }
    offers.offer({ kind, text: () => noteMessages.get()[kind], undo })
  }

  function restore(text: string) {
    const before = session.autosave.text
    putText(text)
    offerText('restored', before, text)
  }

  function changeTags(tags: readonly string[]) {
    const before = session.tags.peek()
    onTouched?.()
    session.tags.value = tags
    session.autosave.edit(session.autosave.text, tags)
    const gone = before.filter((tag) => !tags.includes(tag))
    const last = gone.at(-1)
    if (last === undefined) return
    const isOffered = offers.all.some(({ kind }) => kind === 'tags')
    const all = [...(isOffered ? removedTags.current : []), ...gone]
    removedTags.current = all
    const text = () => noteMessages.get().tagsRemoved({ tag: last })(all.length)
    offers.offer({ kind: 'tags', text, undo: () => putTagsBack(all) })
  }

  /** Beside the tags that there are by now. */
  function putTagsBack(removed: readonly string[]) {
    const now = session.tags.peek()
    const missing = removed.filter((tag) => !now.some((other) => other.toLowerCase() === tag.toLowerCase()))
    changeTags([...now, ...new Set(missing)])
    tagField.current?.focus()
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
      offerUndo({ text, of, lags, undo: () => actions.restoreNote(noteId) })
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
        <TagField tags={session.tags.value} field={tagField} onChange={changeTags} />
        <NoteUndo offers={offers} />
        <NoteColourField
          colour={session.colour.value}
          onChoose={(colour) => {
            onTouched?.()
            session.colour.value = colour
            session.autosave.paint(colour)
          }}
        />
        <NoteStatus session={session} />
        {(stored || !['untouched', 'gone'].includes(session.status.value.type)) && (
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

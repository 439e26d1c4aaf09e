import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { noteMessages } from '#locales/note.ts'
import type { KeptNote } from '#utils/database/library/kept-notes.ts'
import type { NotePlace, Passage } from '#utils/database/schema.ts'
import { takeBack, watchClearing } from '#utils/notes/take-back.ts'
import { useServices } from '../store/services.ts'
import { type NoteSession, openNoteSession } from './note-session.ts'
import type { MakeEdit } from './note-toolbar.tsx'
import type { NoteOffer, NoteOffers } from './note-undo.tsx'
import { type SharedField, shareField } from './shared-field.ts'
import { adoptText, applyEdit, suit } from './text-field.ts'

/** The note whose text it is. */
export interface EditedNote {
  readonly noteId: string
  readonly target: string
  readonly place?: NotePlace | undefined
  /** The passage that a new note is on; a stored one knows its own. */
  readonly passage?: Passage | undefined
  readonly focus?: boolean | undefined
  /** The user has begun to write. */
  readonly onTouched?: (() => void) | undefined
}

export interface NoteTextOptions extends EditedNote {
  readonly stored: KeptNote | null
  /** Whether the store says that it holds `stored`; else it could not be read. */
  readonly isRead: boolean
  readonly offers: NoteOffers
}

/** A note's text: the field that it is written in, and the session that keeps it. */
export interface NoteText {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly session: NoteSession
  /** Whether the text is shown as it will be read; the field is then hidden. */
  readonly isPreview: boolean
  setPreview(isPreview: boolean): void
  /** The field was typed in. @param isHalf whether a sign is still being composed */
  changed(isHalf?: boolean): void
  /** Changes what is selected, as one edit. */
  make(edit: MakeEdit): void
  /** Puts an earlier text in the place of what is there, and offers to take that back. */
  restore(text: string): void
}

export function useNoteText(options: NoteTextOptions): NoteText {
  const { noteId, target, place, passage, focus, stored, isRead, offers, onTouched } = options
  const { actions } = useServices()
  const [isPreview, setPreview] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const held = useRef<NoteSession | null>(null)
  const shared = useRef<SharedField | null>(null)
  const adopting = useRef(false)
  const clearing = useRef(watchClearing(stored?.note.body ?? ''))
  const cleared = useRef<string | null>(null)
  const onMerged = useRef((_before: string, _after: string) => {})
  onMerged.current = (before, after) => offerText('merged', before, after)

  held.current ??= openNoteSession({
    noteId,
    target,
    kept: stored,
    place,
    passage,
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
      inOneEdit(() => adoptText(own, text))
      suit(own)
    })
    return () => shared.current?.release()
  }, [])
  // At once: an effect that waits for the next frame never runs for an editor that is gone by then, and neither does its end.
  useLayoutEffect(() => () => session.close(), [session])
  const wasThere = useRef(false)
  useEffect(() => {
    if (stored && stored.note.deletedAt === undefined) {
      wasThere.current = true
      session.autosave.stored(stored.note, stored.tags)
    } else if (isRead && wasThere.current) session.autosave.gone()
  }, [session, stored, isRead])

  /** The input events of its parts are left out. */
  function inOneEdit(change: () => void) {
    adopting.current = true
    change()
    adopting.current = false
  }

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
    const own = field.current
    if (!own) return
    // The browser's own undo takes part only while the field has the focus.
    own.focus()
    const { value, selectionStart, selectionEnd } = own
    // One save too.
    inOneEdit(() => applyEdit(own, edit(value, selectionStart, selectionEnd)))
    changed()
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
      const own = field.current
      if (text === null || !own) return
      // The field can be written in, as typing does it, only while it is shown.
      own.hidden = false
      own.focus()
      inOneEdit(() => adoptText(own, text))
      changed()
    }
    offers.offer({ kind, text: () => noteMessages.get()[kind], undo })
  }

  function restore(text: string) {
    const before = session.autosave.text
    putText(text)
    offerText('restored', before, text)
  }

  return { field, session, isPreview, setPreview, changed, make, restore }
}

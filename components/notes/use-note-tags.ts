import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { noteMessages } from '#locales/note.ts'
import type { NoteSession } from './note-session.ts'
import type { NoteOffers } from './note-undo.tsx'

/** A note's tags: saved with its text, and what was taken off is offered back. */
export interface NoteTags {
  /** Where tags are typed. */
  readonly field: RefObject<HTMLInputElement | null>
  change(tags: readonly string[]): void
}

export function useNoteTags(session: NoteSession, offers: NoteOffers, onTouched: (() => void) | undefined): NoteTags {
  const field = useRef<HTMLInputElement>(null)
  const removed = useRef<readonly string[]>([])

  function change(tags: readonly string[]) {
    const before = session.tags.peek()
    onTouched?.()
    session.tags.value = tags
    session.autosave.edit(session.autosave.text, tags)
    const gone = before.filter((tag) => !tags.includes(tag))
    const last = gone.at(-1)
    if (last === undefined) return
    const isOffered = offers.all.some(({ kind }) => kind === 'tags')
    const all = [...(isOffered ? removed.current : []), ...gone]
    removed.current = all
    const text = () => noteMessages.get().tagsRemoved({ tag: last })(all.length)
    offers.offer({ kind: 'tags', text, undo: () => putBack(all) })
  }

  /** Beside the tags that there are by now. */
  function putBack(tags: readonly string[]) {
    const now = session.tags.peek()
    const missing = tags.filter((tag) => !now.some((other) => other.toLowerCase() === tag.toLowerCase()))
    change([...now, ...new Set(missing)])
    field.current?.focus()
  }

  return { field, change }
}

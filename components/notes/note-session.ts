import { type Signal, signal } from '@preact/signals'
import type { KeptNote } from '#utils/database/library/kept-notes.ts'
import type { NotePlace, Passage } from '#utils/database/schema.ts'
import type { NoteColour } from '#utils/notes/colours.ts'
import { mergeTexts } from '#utils/notes/merge.ts'
import type { Actions } from '../store/actions.ts'
import { type Autosave, createAutosave } from './autosave.ts'
import type { SaveStatus } from './autosave-options.ts'
import { type Draft, draftKey, draftRows } from './draft-rows.ts'

/** An editor's tie to the store: autosave, draft, and the lock that says that this draft has an owner. */
export interface NoteSession {
  readonly autosave: Autosave
  readonly status: Signal<SaveStatus>
  readonly tags: Signal<readonly string[]>
  readonly colour: Signal<NoteColour | null>
  /** True while the text is neither stored nor in the draft: closing the window would lose it. */
  readonly onlyHere: Signal<boolean>
  /** Gives the draft up: what is left is still sent, and sent again by the next window if this one closes first. */
  close(): void
}

/** Milliseconds without a key before «typt…» gives way: a status that changes at each key would only flicker. */
const quietTime = 600

/** The editors that are open on this page. */
const open = new Set<Autosave>()

/** Waits until what was typed on this page is stored, as far as it can be: what is done to notes next is done to those. */
export async function notesSettled(): Promise<void> {
  await Promise.all([...open].map((autosave) => autosave.settled()))
}

export function openNoteSession(options: {
  readonly noteId: string
  readonly target: string
  /** The note as stored; null for a new one. */
  readonly kept: KeptNote | null
  readonly place?: NotePlace | undefined
  readonly passage?: Passage | undefined
  readonly actions: Actions
  readonly onText: (text: string) => void
  readonly onMerged: (before: string, after: string) => void
}): NoteSession {
  const { noteId, kept } = options
  const key = draftKey(noteId, crypto.randomUUID())
  const rows = draftRows(localStorage, key)
  const status = signal<SaveStatus>({ type: 'untouched' })
  const tags = signal<readonly string[]>(kept?.tags ?? [])
  const colour = signal<NoteColour | null>(kept?.note.colour ?? null)
  const onlyHere = signal(false)
  const releaseLock = holdLock(key)
  let closed = false
  let settling: ReturnType<typeof setTimeout> | undefined
  let warning: ReturnType<typeof setTimeout> | undefined

  function show(next: SaveStatus) {
    clearTimeout(settling)
    if (status.peek().type !== 'typing' || next.type === 'typing' || next.type === 'failed') status.value = next
    else
      settling = setTimeout(() => {
        status.value = next
      }, quietTime)
  }

  function isSafe() {
    clearTimeout(warning)
    warning = undefined
    onlyHere.value = false
  }

  function keepDraft(draft: Draft): boolean {
    if (rows.write(draft)) {
      isSafe()
      return true
    }
    // The older text that is left there would come back as an edit of its own beside the newer one.
    rows.remove()
    // A save that goes well takes less than this: no need to alarm anyone about a draft that nobody will miss.
    warning ??= setTimeout(() => {
      onlyHere.value = true
    }, quietTime)
    return false
  }

  const autosave = createAutosave({
    noteId,
    // A note that was made under another name of the same thing stays on that name.
    target: kept?.note.target ?? options.target,
    opened: kept?.note.body ?? '',
    version: kept?.note.version ?? 0,
    tags: tags.peek(),
    colour: kept?.note.colour,
    place: options.place,
    passage: kept === null ? options.passage : kept.note.passage,
    save: options.actions.saveNote,
    writeDraft: keepDraft,
    removeDraft: () => {
      isSafe()
      rows.remove()
      if (closed) releaseLock()
    },
    merge: mergeTexts,
    onText: (text, rowTags, rowColour) => {
      tags.value = rowTags
      colour.value = rowColour
      options.onText(text)
    },
    onMerged: options.onMerged,
    onStatus: show,
    now: () => new Date(),
    wait: (task, milliseconds) => {
      const timer = setTimeout(task, milliseconds)
      return () => clearTimeout(timer)
    },
  })
  const leave = () => autosave.leave()
  addEventListener('pagehide', leave)
  open.add(autosave)
  return {
    autosave,
    status,
    tags,
    colour,
    onlyHere,
    close() {
      closed = true
      removeEventListener('pagehide', leave)
      open.delete(autosave)
      clearTimeout(settling)
      void autosave.settled().then((stored) => {
        if (!stored) autosave.leave()
        releaseLock()
      })
    },
  }
}

/** Holds a lock until released or until this context ends, however it ends. */
function holdLock(name: string): () => void {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  void navigator.locks.request(name, () => held)
  return release
}

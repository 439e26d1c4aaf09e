import type { SavedNote, SaveNote } from '#utils/browser/protocol/keeping.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { NotePlace, Passage } from '#utils/database/schema.ts'
import type { NoteColour } from '#utils/notes/colours.ts'
import type { Draft } from './draft-rows.ts'

/** What an autosave (`autosave.ts`) is told, and what it tells. */

export type SaveStatus =
  | { readonly type: 'untouched' }
  | { readonly type: 'typing' }
  | { readonly type: 'saved'; readonly at: Date }
  | { readonly type: 'failed'; readonly error: StoreError }
  /** The store had it, and has it no more; nothing was typed since. */
  | { readonly type: 'gone' }

/** What the store holds of a note. */
export interface StoredText {
  readonly body: string
  readonly colour?: NoteColour
  readonly version: number
}

export interface AutosaveOptions {
  readonly noteId: string
  readonly target: string
  /** The stored text (empty for a new note) and its version (0 for a new note). */
  readonly opened: string
  readonly version: number
  readonly tags: readonly string[]
  readonly colour?: NoteColour | undefined
  readonly place?: NotePlace | undefined
  /** Of a note on a passage: sent of a new one alone, as a stored one keeps its own, and where the store lost the row. */
  readonly passage?: Passage | undefined
  /** Resolves when the background has answered; rejects when the answer was lost. */
  readonly save: (request: SaveNote) => Promise<Result<SavedNote>>
  /** False where it could not be written: then nothing but a save keeps the text, and that waits for no pause. */
  readonly writeDraft: (draft: Draft) => boolean
  readonly removeDraft: () => void
  /** Three-way merge: both edits kept, once. */
  readonly merge: (base: string, mine: string, theirs: string) => string
  /** The text to show has become another than the one typed: put it into the field, the caret where it belongs. */
  readonly onText: (text: string, tags: readonly string[], colour: NoteColour | null) => void
  /** What was typed here met another window's edit: the text that stood here, and the one that has both. */
  readonly onMerged: (before: string, after: string) => void
  readonly onStatus: (status: SaveStatus) => void
  readonly now: () => Date
  /** Runs `task` after `milliseconds`; returns its cancellation. */
  readonly wait: (task: () => void, milliseconds: number) => () => void
}

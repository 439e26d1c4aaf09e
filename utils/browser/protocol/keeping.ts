import type { DocumentId, NotePlace, NoteRow, Passage } from '../../database/schema.ts'
import type { Correction } from '../../documents/corrections.ts'
import type { NoteColour } from '../../notes/colours.ts'

/** What is asked for and answered when notes and corrections are saved. */

/** What is saved of a note beside its text, each where it was touched or is new. */
export interface BesideText {
  /** The tags as they shall be; absent where they were not touched. */
  readonly tags?: readonly string[]
  /**
   * The tags that the editor last knew to be stored: only what differs from them is added or removed, so that two
   * windows keep each other's tags. Without it `tags` replaces what is stored.
   */
  readonly openedTags?: readonly string[]
  /** The colour as it shall be, null for none; absent where it was not touched. */
  readonly colour?: NoteColour | null
  readonly place?: NotePlace
  /** Of a new note on a passage; a note that is stored already keeps its own. */
  readonly passage?: Passage
}

export interface SaveNote extends BesideText {
  /** Random UUID, made by the editor when the note is begun: sending a save twice stores it once. */
  readonly id: string
  readonly target: string
  /** The text that the editor last knew to be stored (empty for a new note): edits are saved as differences against it. */
  readonly opened: string
  readonly body: string
}

export interface SavedNote {
  readonly note: NoteRow
  /** True when another window's edit was merged in: `note.body` then differs from the body that was sent. */
  readonly merged: boolean
}

/** Rows that were chosen to have something done with all of them. */
export interface ChosenRows {
  readonly notes: readonly string[]
  readonly documents: readonly DocumentId[]
}

/** A tag of a note; `createdAt` where it is given back as it was. */
export interface TagChange {
  readonly noteId: string
  readonly tag: string
  readonly createdAt?: string
}

/** Tags that notes get, and tags that are taken from them. */
export interface ChangeTags {
  readonly put: readonly TagChange[]
  readonly remove: readonly TagChange[]
  /**
   * Of a change that undoes another: when each note was last changed before that one, which it says again, unless something else
   * became of it since: `by` is the version that the other one made.
   */
  readonly moments?: readonly { readonly noteId: string; readonly before: string; readonly by: number }[]
}

/** How many rows of a change of many are done. */
export interface ChangeProgress {
  readonly done: number
  readonly total: number
}

/** A request whose progress is told under a name of its own, where one is given (`change-progress.ts`). */
export interface ToldProgress {
  readonly progress?: string
}

/** What a change of many rows did. `lags`: the second copy does not have it yet, and follows as soon as it can. */
export type Done<Value> = Value & { readonly lags?: true }

/** Corrections that are made, and corrections that are taken back, in one list. */
export interface ChangeCorrections {
  readonly list: DocumentId
  readonly put: readonly Correction[]
  /** By what they are about; their anchors say nothing. */
  readonly remove: readonly Correction[]
  /** Brings back what was there, whether it fits what is read now or not: an undo. */
  readonly restores?: true
}

import type { ToldProgress } from './keeping.ts'

/** Files that go out and come in: imports, and copies outside the browser. */

export interface ImportCounts {
  readonly documents: number
  readonly questions: number
  readonly notes: number
  readonly tags: number
  /** What is followed. */
  readonly followed: number
}

export interface ImportRequest extends ToldProgress {
  /** Name of the file that was laid down. */
  readonly file: string
  /** Of a file that is cut off or damaged, take what is whole. */
  readonly salvage?: true
  readonly choice?: ImportChoice
  /** What is followed stays as it is here, whatever the file's maker follows. */
  readonly follow?: false
}

/**
 * What becomes of a note whose text is another one in the file than here: both are merged where this is absent, `mine` keeps
 * what is here, `theirs` takes the file's, and what was here stays among the earlier texts.
 */
export type ImportChoice = 'mine' | 'theirs'

/** A note whose text is another one in the file than here: of both texts what differs, with some words before and behind it. */
export interface ConflictingNote {
  readonly mine: string
  readonly theirs: string
}

/** What kind of file it is: our own export, or notes of other programs. */
export type ImportKind = 'kamerlens' | 'web-annotation' | 'hypothesis'

/** What an import changes. */
export interface ImportChanges {
  readonly added: ImportCounts
  readonly changed: ImportCounts
  readonly unchanged: ImportCounts
  /** Notes whose text is another one in the file than here; absent where there are none. */
  readonly conflicts?: number
  /** Of what the file's maker follows, what is not followed here; absent where there is none, and the same where it is left out. */
  readonly follows?: number
  /** It changes nothing that could be undone, also not of what is followed; absent where it changes anything. */
  readonly changesNothing?: true
}

export interface ImportPreview extends ImportChanges {
  readonly kind: ImportKind
  /** The first of the notes in conflict; absent where there are none, and once it was imported. */
  readonly conflicting?: readonly ConflictingNote[]
  /** Records that could not be read, of a file that is not whole. */
  readonly lost?: number
  /** Annotations of another program that could not become a note. */
  readonly skipped?: number
}

/** What came of undoing an import. */
export interface ImportUndone {
  readonly documents: number
  readonly notes: number
  /** Of what is followed; absent where there is none. */
  readonly followed?: number
  /** What the user has changed since, or written on, and is left as it is. */
  readonly stayed: { readonly documents: number; readonly notes: number }
}

/** Why a copy outside the browser was not made. */
export type BackupError =
  | 'no-permission'
  | 'folder-gone'
  | 'no-room'
  | 'in-use'
  /** What was read back, or its size, is not what was written. */
  | 'not-same'
  | 'not-finished'

export type ImportError =
  | 'not-an-export'
  | 'cut-off'
  | 'newer-export'
  | 'damaged'
  | 'too-large'
  /** Of files of annotations. */
  | 'damaged-annotations'
  | 'too-many-annotations'
  | 'no-annotations'

import type { DocumentEntry, NoteEntry } from '#utils/database/library/kept-order.ts'
import type { QuestionOutline } from '#utils/database/library/kept-questions.ts'
import type { Destination } from '../papers/destination.ts'
import type { Found } from '../store/kept.ts'
import type { TransferActions } from '../transfer/transfer-actions.ts'
import type { LibraryView } from './library-rows.tsx'

/** Everything kept, as lists are ordered and narrowed by; null while it is read. */
export interface LibraryEntries {
  readonly documents: readonly DocumentEntry[] | null
  readonly outline: QuestionOutline | null
  /** The same, narrowed or not. */
  readonly wholeOutline: QuestionOutline | null
  readonly noteIds: readonly string[] | null
  /** Comes later than the ids, and after changes for a while says what was before. */
  readonly notes: readonly NoteEntry[] | null
  readonly lost: readonly NoteEntry[] | null
  /** One string made of the questions that have a note: it changes when they do. Null while that is not known. */
  readonly noted: string | null
  /** The lists that could not be read, each with what has it read again. */
  readonly failed: ReadonlyMap<LibraryView, () => void>
}

export interface LibraryListProps {
  readonly view: LibraryView
  /** Results of a search, which replace the whole; null while nothing is searched for. */
  readonly found: Found | null
  readonly entries: LibraryEntries
  readonly transfers: TransferActions
  readonly open: Destination | undefined
  readonly onOpen: (destination: Destination) => void
}

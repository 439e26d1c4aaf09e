import type { BegunPassage } from '#utils/browser/protocol/passages.ts'
import type { NoteRow } from '#utils/database/schema.ts'

/** A note on a passage of the document, and where that stands in the pages. */
export interface PlacedPassage {
  readonly note: NoteRow
  /** `unknown` while it is still looked for. */
  readonly state: 'exact' | 'inexact' | 'missing' | 'unknown'
  /** From 1; null while it is not found. */
  readonly page: number | null
}

/** How far the pages have been searched for passages that do not stand where they stood; null while nothing is to be searched. */
export interface PassageSearch {
  readonly done: number
  readonly total: number
}

/** A note on a passage that is opened beside the pages; `begun`: not stored yet. Each object is one wish. */
export interface OpenedPassage {
  readonly id: string
  readonly begun: BegunPassage | null
}

/** The passages of the document, and what can be done with them. */
export interface PassagesInReader {
  readonly all: readonly PlacedPassage[]
  readonly search: PassageSearch | null
  readonly opened: OpenedPassage | null
  /** Whether something of the pages is selected. */
  readonly isSelected: boolean
  readonly onBegin: () => void
  /** Scrolls to a passage and opens the note on it. */
  readonly onShow: (id: string) => void
  readonly onClose: () => void
}

import type { NotePlace, Passage } from '../../database/schema.ts'
import type { Quote } from '../../notes/passages/quote.ts'

/** A note that is begun on a passage. */
export interface BegunPassage {
  /** The id of the note. */
  readonly id: string
  readonly target: string
  readonly passage: Passage
  /** Where it was taken; absent in private windows. */
  readonly place?: NotePlace
}

/** What of a passage a page needs to find it. */
export interface SoughtPassage {
  /** The id of the note on it. */
  readonly id: string
  readonly quote: Quote
}

/**
 * How a passage stands on a page: in its very words, in words that differ a little, not there, or not looked for (yet).
 */
export type PassageState = 'exact' | 'inexact' | 'missing' | 'unknown'

export interface PassageOnPage {
  readonly id: string
  readonly state: PassageState
}

/** What a document answers that is asked for its selection. */
export type SelectionAnswer =
  | { readonly state: 'quote'; readonly quote: Quote; readonly url: string; readonly title: string }
  | { readonly state: 'nothing' | 'too-long' }
  /** The reader: the note is begun there. */
  | { readonly state: 'taken' }

/** To the content script of one document, and to the reader: of passages. */
export interface PassageMessages {
  /** The selection as a quote. `isThere`: there is one for certain, where the browser may not tell (shadow trees). */
  'page/selection': (request: { isThere: boolean }) => SelectionAnswer
  'page/passages': () => readonly PassageOnPage[]
  /** Scroll to a passage and flash it once; false where it is not there. */
  'page/show-passage': (request: { id: string }) => boolean
  /** To the next passage, around the end; false where there is none. */
  'page/step-passage': () => boolean
  /** Escape was pressed in another document of the page: the card goes. */
  'page/dismiss': () => void
  /** Something kept has changed: ask for the passages again. */
  'page/refresh': () => void
}

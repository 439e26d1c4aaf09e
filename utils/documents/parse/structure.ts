import type { Asker, Footnote } from '../types.ts'
import type { Row } from './rows.ts'

/** A place where a question may start. */
export interface Start {
  readonly row: number
  /** As printed; several where a heading names several. */
  readonly numbers: readonly string[]
  /** Offset in the row's text where the question's own text starts; the text's length where the number stands alone. */
  readonly textStart: number
  readonly family: StartFamily
  /** How much this looks like a question's start, by itself. */
  readonly score: number
  /** Nobody printed a number here, and what stands here may be no question of its own. */
  readonly guessed?: boolean
  /** The page asked about, where its column stands between the number and the question. */
  readonly pageAsked?: string
}

/** Starts of one family look alike; one document uses one family (DOMAIN §2, «Layouts»). */
export type StartFamily = 'marker' | 'heading' | 'row' | 'dotted' | 'paragraph'

/** The starts of a document's questions, all in one layout. */
export interface Layout {
  readonly family: StartFamily
  readonly starts: readonly Start[]
  /** Left edge of the answers' column, where the head of a table names it and nothing else tells. */
  readonly answerEdge?: number
  /** Columns were printed through each other: the starts are in print order, their numbers are not. */
  readonly isMixed?: true
}

/** The rows under one number or heading, until the next one. */
export interface Section {
  readonly type: 'question' | 'answer'
  /** As printed; for an answer the numbers that its heading names, maybe none. */
  readonly numbers: readonly string[]
  readonly page: number
  readonly segment: number
  /** Without number and heading. */
  readonly rows: Row[]
  /** Left edge of the number, where it stands in a place of its own. */
  readonly numberX: number | null
  /** Left edge of the heading's cell, where it is all that stands in its cell of that row and other cells stand beside it. */
  readonly headingX?: number
  /** Marks of notes that stood at the heading itself. */
  readonly marks: readonly string[]
  /** As `Start.guessed`. */
  readonly guessed?: boolean
  /** The page asked about, where it stands beside the heading of the answer. */
  readonly pageAsked?: string
  /** Whose heading stands above, in lists that are ordered by who asks. */
  readonly askedBy: readonly Asker[] | null
  /** Distance of the number or heading from the top of its page, in points. */
  readonly top: number | null
  /** Index of the line that holds the number or heading. */
  readonly line: number
}

/** A note at the foot of a page (or at the end of the document), with the segment whose marks it explains. */
export interface Note extends Footnote {
  readonly segment: number
  readonly rows: readonly Row[]
}

/** The notes under each mark, in print order. */
export type NotesByMark = ReadonlyMap<string, readonly Note[]>

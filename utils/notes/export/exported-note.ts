import type { DocumentRow, NoteRow, QuestionRow } from '../../database/schema.ts'
import type { NoteColour } from '../colours.ts'
import type { Quote } from '../passages/quote.ts'

/** A note with all that tells what it is on, for files that are read without Kamerlens. */
export interface ExportedNote {
  readonly note: NoteRow
  readonly tags: readonly string[]
  /** The document that it is on, or in whose list its question stands, where that is kept. */
  readonly document: DocumentRow | null
  readonly question: QuestionRow | null
  /** Canonical id of what it is on: `2023D19158`; null where it has none (a file of the user's own). */
  readonly id: string | null
  /** What its file is called by: as much of its citation as what is kept tells, so that a look-up gives it no other name. */
  readonly label: string | null
  /** The same in the official way of citing: «Kamerstukken II 2022/23, 36 360 VIII, nr. 5». */
  readonly citation: string | null
  /** What it is on, in words. */
  readonly title: string
  /** Official pages of it, best first. */
  readonly urls: readonly string[]
  /** The passage that it is on. */
  readonly quote: Quote | null
}

/** The words of these files, in the language of the interface. */
export interface ExportWords {
  readonly question: (number: string) => string
  readonly answer: string
  readonly notes: string
  readonly colours: Readonly<Record<NoteColour, string>>
  readonly columns: Readonly<Record<ExportColumn, string>>
}

export const exportColumns = [
  'code',
  'citation',
  'title',
  'number',
  'question',
  'answer',
  'passage',
  'note',
  'tags',
  'colour',
  'created',
  'changed',
  'url',
  'id',
] as const

export type ExportColumn = (typeof exportColumns)[number]

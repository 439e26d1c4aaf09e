import type { Lookup } from '#utils/browser/protocol/lookup.ts'
import type { CitableQuestion } from '#utils/database/export/exported-questions.ts'
import type { Followed } from '#utils/database/following/watches.ts'
import type { Recovered } from '#utils/database/journal/recover.ts'
import type { KeptExample } from '#utils/database/library/example.ts'
import type { KeptDocument } from '#utils/database/library/kept-documents.ts'
import type { KeptNote } from '#utils/database/library/kept-notes.ts'
import type { DocumentEntry, NoteEntry } from '#utils/database/library/kept-order.ts'
import type { KeptQuestion, QuestionKey, QuestionOutline } from '#utils/database/library/kept-questions.ts'
import type { FacetedQuestion } from '#utils/database/library/question-facets.ts'
import type { DossierContents } from '#utils/database/lookup/dossier.ts'
import type {
  DocumentId,
  DocumentRow,
  JobRow,
  LookupRow,
  NoteRow,
  NoteVersionRow,
  QuestionRow,
} from '#utils/database/schema.ts'
import type { Rest } from '#utils/documents/types.ts'
import type { ExportedQuestion } from '#utils/notes/export/exported-question.ts'
import type { Code } from '#utils/references/types.ts'
import type { Hint, IndexedField } from '#utils/search/query/query.ts'
import type { SearchOrder } from '#utils/search/ranking/ranking.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'

export interface KeptCounts {
  readonly documents: number
  readonly questions: number
  readonly notes: number
}

/** What a search over everything kept found: at most a few hundred of each kind. */
export interface Found {
  readonly documents: readonly KeptDocument[]
  readonly questions: readonly KeptQuestion[]
  readonly notes: readonly KeptNote[]
  /** Whether there may be more than that. */
  readonly more: boolean
  /** The parts of the query that were not understood. */
  readonly hints: readonly Hint[]
  /** Words that were searched for instead of mistyped ones. */
  readonly corrected: readonly string[]
  /** Words to mark, folded. */
  readonly marked: readonly string[]
  /** The index was not ready: every row was read instead, and fields were ignored. */
  readonly isUnready: boolean
  /** Only the first of each kind; the complete result follows. */
  readonly isPartial?: true
}

/** Receives what a followed query gives. */
export interface Told<Value> {
  readonly next: (value: Value) => void
  readonly error: (error: unknown) => void
}

/** Reads of what is kept. Every function reads through Dexie only, so that `follow` can follow it. */
export interface Kept {
  /** Runs a query made of these reads, and runs it again whenever rows that it read change, in whichever window. Returns a function that ends this. */
  follow<Value>(query: () => Promise<Value>, told: Told<Value>): () => void
  lookup(code: Code): Promise<Lookup>
  /** By id, the look-ups of those codes about which something is kept or was asked. */
  summaries(codes: readonly Code[]): Promise<ReadonlyMap<string, Lookup>>
  document(id: DocumentId): Promise<DocumentRow | null>
  /**
   * The papers of a dossier (`dossier-36360-VIII`), named by the services or kept.
   *
   * @param today in the Netherlands
   * @param told what the services said, where that is not stored
   */
  dossier(id: string, today: string, told: OfficialDocument | null): Promise<DossierContents>
  /** What the official services said of a code, or that they are being asked; null if they never were. */
  official(id: string): Promise<LookupRow | null>
  questions(list: DocumentId): Promise<readonly QuestionRow[]>
  /** The parts of a document that are in no record; empty if there are none, or if an older reading did not say. */
  rest(document: DocumentId): Promise<readonly Rest[]>
  /** Numbers of notes on the questions of a list, by the question's `order`. */
  noteCounts(list: DocumentId): Promise<ReadonlyMap<number, number>>
  notesOn(target: string): Promise<readonly NoteRow[]>
  note(id: string): Promise<KeptNote | null>
  /** The stored text of a note, then its earlier ones; empty if there is no such note. */
  textsOf(noteId: string): Promise<readonly string[]>
  /** The earlier texts of a note, newest first. */
  versions(noteId: string): Promise<readonly NoteVersionRow[]>
  /** Notes that name a code, though they are on something else; newest first. */
  notesNaming(code: Code): Promise<readonly KeptNote[]>
  /** All tags in use, the commonest first. */
  tags(): Promise<readonly string[]>
  counts(): Promise<KeptCounts>
  /** What lists of documents are ordered and filtered by, the last changed first. */
  documentEntries(): Promise<readonly DocumentEntry[]>
  /** The documents with these ids, in this order. */
  documentsAt(ids: readonly DocumentId[]): Promise<readonly KeptDocument[]>
  /** How many questions each document has, in the order of `documentEntries`. */
  questionOutline(): Promise<QuestionOutline>
  /** A stretch of all questions, by document and order, from a given place on. */
  questionsFrom(outline: QuestionOutline, from: number, limit: number): Promise<readonly KeptQuestion[]>
  /** All questions as filters see them, in the order of `questionsFrom`. Reads everything: not to be followed live. */
  questionFacets(): Promise<readonly FacetedQuestion[]>
  /** How many corrections of a list do not fit its latest reading. */
  unfitCorrections(list: DocumentId): Promise<number>
  /** When something was last corrected by hand or put back; empty if nothing ever was. */
  lastCorrection(): Promise<string>
  questionsAt(keys: readonly QuestionKey[]): Promise<readonly KeptQuestion[]>
  /** The same with what is needed to cite them; those that are gone are left out. */
  citableQuestions(keys: readonly QuestionKey[]): Promise<readonly CitableQuestion[]>
  /** The same with the notes on them. */
  exportedQuestions(keys: readonly QuestionKey[]): Promise<readonly ExportedQuestion[]>
  /** Questions that name a code, newest documents first; one more than `most` where there are more. */
  mentions(code: Code, most: number): Promise<readonly KeptQuestion[]>
  /** The ids of notes, the last changed first. */
  noteIds(): Promise<readonly string[]>
  /** The notes with these ids, in this order. */
  notesAt(ids: readonly string[]): Promise<readonly KeptNote[]>
  /** What lists of notes are filtered by, in the order of `noteIds`. Reads everything: not to be followed live. */
  noteEntries(): Promise<readonly NoteEntry[]>
  /** The tags of these notes, with how many of them have each; the commonest first. */
  tagsOn(ids: readonly string[]): Promise<readonly (readonly [tag: string, count: number])[]>
  /**
   * @param onFirst receives the first results where the rest takes longer
   * @param signal aborted when nobody waits for the result any more
   */
  search(typed: string, order: SearchOrder, onFirst?: (first: Found) => void, signal?: AbortSignal): Promise<Found>
  /** Values of a field among what is kept that begin so, folded; at most `most`. */
  fieldValues(field: IndexedField, start: string, most: number): Promise<readonly string[]>
  /**
   * Calls back when a search may have a different result; returns a function that ends this.
   *
   * @param onChange `byServices`: whether the change may also come from what the official services said of what is kept
   */
  followSearch(onChange: (byServices: boolean) => void): () => void
  /** Newest first. */
  jobs(): Promise<readonly JobRow[]>
  /** What was repaired at the last start, until the user has read about it. */
  recovered(): Promise<Recovered | null>
  /** What is left of the example that comes with Kamerlens. */
  example(): Promise<KeptExample>
  /** All that is followed, with what the services last said of it. */
  followed(): Promise<readonly Followed[]>
  /** How much is followed, and how much of its news has not been seen. */
  countFollowed(): Promise<{ readonly followed: number; readonly unseen: number }>
  /** Under any of its names. */
  isFollowed(target: string): Promise<boolean>
}

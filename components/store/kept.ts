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
import type { Hint, IndexedField } from '#utils/search/query.ts'
import type { SearchOrder } from '#utils/search/ranking.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'

export interface KeptCounts {
  readonly documents: number
  readonly questions: number
  readonly notes: number
}

/** What a search over everything kept found, at most some hundreds of each. */
export interface Found {
  readonly documents: readonly KeptDocument[]
  readonly questions: readonly KeptQuestion[]
  readonly notes: readonly KeptNote[]
  /** Whether there may be more than that. */
  readonly more: boolean
  /** What of the query was not understood. */
  readonly hints: readonly Hint[]
  /** Words that were searched for in place of one with typing errors. */
  readonly corrected: readonly string[]
  /** Words to mark, folded. */
  readonly marked: readonly string[]
  /** Whether the index was not ready: everything was read instead, and fields did not count. */
  readonly isUnready: boolean
  /** Whether these are only the first of each kind, and all that is found follows. */
  readonly isPartial?: true
}

/** Who is told what a followed query brings. */
export interface Told<Value> {
  readonly next: (value: Value) => void
  readonly error: (error: unknown) => void
}

/** Reads of what is kept. Every function reads by Dexie alone, so that `follow` can follow it. */
export interface Kept {
  /** Runs a query of these reads, and again whenever rows that it read were changed, by whichever window. Returns what ends it. */
  follow<Value>(query: () => Promise<Value>, told: Told<Value>): () => void
  lookup(code: Code): Promise<Lookup>
  /** Look-ups of those codes of which something is kept, or which were asked for, by id. */
  summaries(codes: readonly Code[]): Promise<ReadonlyMap<string, Lookup>>
  document(id: DocumentId): Promise<DocumentRow | null>
  /**
   * The papers of a dossier (`dossier-36360-VIII`), named by the services or kept.
   *
   * @param today in the Netherlands
   * @param told what the services said, where it is not written down
   */
  dossier(id: string, today: string, told: OfficialDocument | null): Promise<DossierContents>
  /** What the official services said of a code, or whether they are being asked; null where they never were. */
  official(id: string): Promise<LookupRow | null>
  questions(list: DocumentId): Promise<readonly QuestionRow[]>
  /** What of a document stands in no record; empty where nothing does, or where it was not told. */
  rest(document: DocumentId): Promise<readonly Rest[]>
  /** Numbers of notes on the questions of a list, by the question's `order`. */
  noteCounts(list: DocumentId): Promise<ReadonlyMap<number, number>>
  notesOn(target: string): Promise<readonly NoteRow[]>
  note(id: string): Promise<KeptNote | null>
  /** The text of a note that is stored now, then the earlier ones; empty where there is none. */
  textsOf(noteId: string): Promise<readonly string[]>
  /** The earlier texts of a note, newest first. */
  versions(noteId: string): Promise<readonly NoteVersionRow[]>
  /** Notes that name a code, though they are on something else; newest first. */
  notesNaming(code: Code): Promise<readonly KeptNote[]>
  /** All tags in use, the commonest first. */
  tags(): Promise<readonly string[]>
  counts(): Promise<KeptCounts>
  /** Documents as lists are ordered and narrowed by, the one that changed last first. */
  documentEntries(): Promise<readonly DocumentEntry[]>
  /** The documents with these ids, in this order. */
  documentsAt(ids: readonly DocumentId[]): Promise<readonly KeptDocument[]>
  /** How many questions each document has, in the order of `documentEntries`. */
  questionOutline(): Promise<QuestionOutline>
  /** Some of all questions, by document and order, from a place among them on. */
  questionsFrom(outline: QuestionOutline, from: number, limit: number): Promise<readonly KeptQuestion[]>
  /** All questions as filters see them, in the order of `questionsFrom`. Reads everything: not to be followed live. */
  questionFacets(): Promise<readonly FacetedQuestion[]>
  /** How many corrections of a list do not fit what was read of it last. */
  unfitCorrections(list: DocumentId): Promise<number>
  /** When something was last corrected by hand or put back; empty where nothing ever was. */
  lastCorrection(): Promise<string>
  questionsAt(keys: readonly QuestionKey[]): Promise<readonly KeptQuestion[]>
  /** The same with what they are cited by; those that are gone are left out. */
  citableQuestions(keys: readonly QuestionKey[]): Promise<readonly CitableQuestion[]>
  /** The same with the notes on them besides. */
  exportedQuestions(keys: readonly QuestionKey[]): Promise<readonly ExportedQuestion[]>
  /** Questions that name a code, newest documents first; one more than `most` where there are more. */
  mentions(code: Code, most: number): Promise<readonly KeptQuestion[]>
  /** The ids of notes, the one that changed last first. */
  noteIds(): Promise<readonly string[]>
  /** The notes with these ids, in this order. */
  notesAt(ids: readonly string[]): Promise<readonly KeptNote[]>
  /** Notes as lists are narrowed by, in the order of `noteIds`. Reads everything: not to be followed live. */
  noteEntries(): Promise<readonly NoteEntry[]>
  /** The tags of these notes, with how many of them have each; the commonest first. */
  tagsOn(ids: readonly string[]): Promise<readonly (readonly [tag: string, count: number])[]>
  /**
   * @param onFirst told what comes first, where the rest takes longer
   * @param signal ends it: nobody waits for it any more
   */
  search(typed: string, order: SearchOrder, onFirst?: (first: Found) => void, signal?: AbortSignal): Promise<Found>
  /** Values of a field among what is kept that begin so, folded; at most `most`. */
  fieldValues(field: IndexedField, start: string, most: number): Promise<readonly string[]>
  /**
   * Tells when a search may find something else; returns what ends it.
   *
   * @param onChange `byServices`, also because of what the official services said of what is kept
   */
  followSearch(onChange: (byServices: boolean) => void): () => void
  /** Newest first. */
  jobs(): Promise<readonly JobRow[]>
  /** What was put right at the last start, until the user has read it. */
  recovered(): Promise<Recovered | null>
  /** What there is of the example that Kamerlens brings along. */
  example(): Promise<KeptExample>
  /** All that is followed, with what the services last said of it. */
  followed(): Promise<readonly Followed[]>
  /** How much is followed, and how many of its news were not seen. */
  countFollowed(): Promise<{ readonly followed: number; readonly unseen: number }>
  /** Under any of its names. */
  isFollowed(target: string): Promise<boolean>
}

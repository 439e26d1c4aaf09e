import type { ReadonlySignal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type {
  ChangeCorrections,
  ChangeProgress,
  ChangeTags,
  ChosenRows,
  Done,
  SavedNote,
  SaveNote,
} from '#utils/browser/protocol/keeping.ts'
import type { LookUpRequest, Lookup } from '#utils/browser/protocol/lookup.ts'
import type { BegunPassage } from '#utils/browser/protocol/passages.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { CitationForm } from '#utils/citations/form-names.ts'
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
import type { Question, Rest } from '#utils/documents/types.ts'
import type { ExportedQuestion } from '#utils/notes/export/exported-question.ts'
import type { Code, Reference } from '#utils/references/types.ts'
import type { Hint, IndexedField } from '#utils/search/query.ts'
import type { SearchOrder } from '#utils/search/ranking.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'

export type { DocumentEntry, Followed, KeptDocument, KeptNote, KeptQuestion, NoteEntry, QuestionKey, QuestionOutline }

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
  /** Notes on passages of a document, under any name of it. */
  passagesOf(document: DocumentId): Promise<readonly NoteRow[]>
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

/** Is told how far a change of many rows is. */
export type OnProgress = (progress: ChangeProgress) => void

/** What a user can have done. All resolve; a failure is a value that the catalogue has a sentence for. */
export interface Actions {
  saveNote(request: SaveNote): Promise<Result<SavedNote>>
  deleteNote(id: string): Promise<Result<Done<NoteRow>>>
  restoreNote(id: string): Promise<Result<Done<NoteRow>>>
  deleteDocument(id: DocumentId): Promise<Result<Done<DocumentRow>>>
  restoreDocument(id: DocumentId): Promise<Result<Done<DocumentRow>>>
  /** Corrects how a document was split; answers the change that undoes it. */
  changeCorrections(change: ChangeCorrections): Promise<Result<Done<ChangeCorrections>>>
  /** All of these or none; answers those that were removed by this. */
  deleteChosen(chosen: ChosenRows, onProgress?: OnProgress): Promise<Result<Done<ChosenRows>>>
  restoreChosen(chosen: ChosenRows, onProgress?: OnProgress): Promise<Result<Done<ChosenRows>>>
  /** Tags of many notes; answers the change that undoes it. */
  changeTags(change: ChangeTags, onProgress?: OnProgress): Promise<Result<Done<ChangeTags>>>
  /** The user has read what was put right. */
  forgetRecovered(): Promise<Result<true>>
  /** Reads the questions of the document at an official address. */
  readAddress(url: string, title: string): Promise<Result<JobRow>>
  cancelReading(id: string): Promise<Result<JobRow>>
  follow(target: string): Promise<Result<true>>
  /** By whichever of its names. */
  unfollow(target: string): Promise<Result<true>>
  /** Undoes `unfollow`. */
  refollow(target: string): Promise<Result<true>>
  /** The news of all that is followed were seen. */
  seeNews(): Promise<Result<true>>
  /** Has all that is followed checked now. */
  checkFollowed(): Promise<Result<true>>
  /** Whether the browser may show notifications. */
  mayNotify(): Promise<boolean>
  /** Asks the user whether it may; straight from a click. */
  askToNotify(): Promise<boolean>
  /** Goes to the place of a passage, by the id of the note on it. */
  openPassage(id: string): Promise<Result<true>>
  /** A note on a passage that was begun and is not stored yet. */
  begunPassage(id: string): Promise<BegunPassage | null>
  /** To the clipboard, with its layout (HTML) for what takes that; false where the browser refused. */
  copy(text: string, rich?: string | null): Promise<boolean>
}

/** What the reader is asked to show: an official PDF, or a file that lies ready for it. */
export type OpenReader =
  | { readonly url: string; readonly title: string; readonly question?: number; readonly passage?: string }
  | { readonly file: string; readonly name: string; readonly question?: number; readonly passage?: string }

/** Looking codes up at the official services. */
export interface LookUps {
  /**
   * Has them asked, unless what is known is young enough; the answer is written to the database. Over a private window,
   * which not every screen knows of beforehand, it is waited for and given, and nothing is written.
   */
  start(request: LookUpRequest): Promise<Result<true | LookupRow>>
  /** The answer is not wanted any more. */
  stop(id: string): Promise<Result<true>>
  /** Asks the user for the right to the official sites, where it was taken back; call it straight from a click. */
  askRight(): Promise<boolean>
  /** In a private window, where nothing is written: waits, and gives what came of it. Null in other windows. */
  readonly privately: ((request: LookUpRequest) => Promise<Result<LookupRow>>) | null
}

/** The form of citing a paper that was used last. */
export interface CitationChoice {
  readonly form: ReadonlySignal<CitationForm>
  choose(form: CitationForm): void
}

/** The ways into the reader. */
export interface ReaderWays {
  open(request: OpenReader): Promise<Result<true>>
  /** The name of a document's own file as long as its bytes are at hand; else null. */
  fileOf(document: DocumentRow): Promise<string | null>
}

/** The pure layer's readers of codes. */
export interface Codes {
  readCode(input: string): Code | null
  /** What a user typed or pasted on purpose: a code, or a dossier by its number. */
  readTyped(input: string): Code | null
  codeOf(id: string): Code | null
  findReferences(text: string): readonly Reference[]
  /** Where only `codeOf` is there so far, and the others recognise nothing: all of them, once they are. */
  readonly all?: () => Promise<Codes>
}

/** Readings that go on, beside the jobs of the database. */
export interface Readings {
  /** Follows what a reading has found so far; nothing of it is settled, or kept. Returns what ends it. */
  follow(job: string, onQuestions: (questions: readonly Question[]) => void): () => void
}

export interface Services {
  readonly kept: Kept
  readonly actions: Actions
  readonly lookUps: LookUps
  readonly citation: CitationChoice
  readonly codes: Codes
  readonly reader: ReaderWays
  readonly readings: Readings
}

const context = createContext<Services | null>(null)

export const ServicesProvider = context.Provider

export function useServices(): Services {
  const services = useContext(context)
  if (services === null) throw new Error('A screen needs <ServicesProvider>.')
  return services
}

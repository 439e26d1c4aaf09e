import type { StoreError } from '../browser/protocol/result.ts'
import type { Correction, ShownQuestion } from '../documents/corrections.ts'
import type { DocumentFacts, Question, ReadingError, Rest } from '../documents/types.ts'
import type { NoteColour } from '../notes/colours.ts'
import type { Quote } from '../notes/passages/quote.ts'
import type { ReferenceKind } from '../references/types.ts'
import type { SourceError } from '../sources/http/errors.ts'
import type { News } from '../sources/news.ts'
import type { OfficialDocument } from '../sources/official-document.ts'
import type { FailedSource } from '../sources/resolve.ts'

/**
 * The rows of the database, schema version 3 (DESIGN «Data», SAFETY §2, SYNC). All dates are ISO 8601 strings in UTC.
 * Written by the background alone; extension pages read.
 */

/** `2023D19158`, `kst-36360-VIII-5`, or `file:<sha256 in hex>` until an official id is known. */
export type DocumentId = string

export interface DocumentLink {
  readonly rel: 'page' | 'file' | 'publication'
  readonly url: string
}

/** A document that was read or is kept. `id` is as first known and never rewritten; other names go into `aliases`. */
export interface DocumentRow {
  readonly id: DocumentId
  readonly kind: ReferenceKind | 'file'
  readonly title: string
  /** Every name that leads here, `id` included: D-number, kst-, ah-tk-, kv-tk-, GUID, `file:<sha256>`. */
  readonly aliases: readonly string[]
  readonly dossier?: string
  /** Date of the document itself. */
  readonly date?: string
  readonly links: readonly DocumentLink[]
  /** Where each fact came from and when. */
  readonly provenance: readonly { readonly fact: string; readonly from: string; readonly at: string }[]
  readonly pages?: number
  /** What the document says of itself; absent in what an older Kamerlens read. */
  readonly facts?: DocumentFacts
  readonly createdAt: string
  readonly updatedAt: string
  /** Removed by the user, can be undone; absent while kept. */
  readonly deletedAt?: string
  /** Of a removed one: its `updatedAt` before, which it has again when that is taken back (`rows/removal.ts`). */
  readonly changedAt?: string
  /** When a removal was taken back, as long as nothing was changed since. */
  readonly restoredAt?: string
}

/** A question record as it is shown, the user's corrections applied; primary key `[list+order]`. */
export interface QuestionRow extends ShownQuestion {
  readonly list: DocumentId
}

/** The questions of a list as they were read; there only while corrections make what is shown differ from it. */
export interface OriginalRow {
  readonly list: DocumentId
  readonly questions: readonly Question[]
}

/** What of a document landed in no record: apart from its row, so that lists of documents stay light. */
export interface RestRow {
  readonly document: DocumentId
  readonly rest: readonly Rest[]
}

/** A correction by hand; primary key `[list+number+occurrence+kind]`. */
export interface CorrectionRow extends Correction {
  readonly list: DocumentId
  readonly updatedAt: string
  /** Taken back; the row stays, so that an older copy of it that is imported does not bring it back. */
  readonly deletedAt?: string
}

/** What a note is on. A passage adds to the document that it stands in where, and in which words. */
export type TargetType = 'document' | 'question' | 'passage'

/** A place where a note was made or changed. */
export interface NotePlace {
  readonly url: string
  readonly title: string
}

/** What a passage note is on: words of its target's document, and where they were taken. */
export interface Passage {
  readonly quote: Quote
  /** The address that it was taken from, without fragment; absent for a file of the user's own, and from private windows. */
  readonly url?: string
  readonly format: 'page' | 'pdf'
  /** Of a PDF: the page on which it begins, from 1. The quote's place is counted from the start of that page. */
  readonly page?: number
}

/** Whether a passage was found where it was last looked for. Of this machine alone: it is no change, and no export holds it. */
export interface PassageSeen {
  readonly lastFound?: string
  /** Since when it is not found any more; absent while it is. */
  readonly orphanSince?: string
}

export interface NoteRow {
  /** Random UUID. */
  readonly id: string
  /**
   * The reference as first known: a canonical code or document id (`2023D19158`, `file:…`), or a question as
   * `<list>#<number>`, with `~2` for the second question of that number (see `utils/notes/target.ts`). A passage of a
   * page that has no code is in `url:https://…`.
   */
  readonly target: string
  readonly type: TargetType
  /** There where `type` is `passage`. */
  readonly passage?: Passage
  readonly seen?: PassageSeen
  /** Markdown. */
  readonly body: string
  /** Absent where it has none. No index: an older Kamerlens carries it along as it is. */
  readonly colour?: NoteColour
  /** From 1, rises with each stored change. */
  readonly version: number
  /** Fingerprints of the last saves that made this text, newest first: a save that is sent again changes nothing. */
  readonly saves?: readonly string[]
  readonly places: readonly NotePlace[]
  readonly createdAt: string
  readonly updatedAt: string
  /** Deleted notes stay as rows, so that a later edit revives them and a deletion can be undone and synced. */
  readonly deletedAt?: string
  /** Of a deleted one: its `updatedAt` before, which it has again when that is taken back (`rows/removal.ts`). */
  readonly changedAt?: string
  /** When a deletion was taken back, as long as nothing was changed since. */
  readonly restoredAt?: string
}

/** One row a tag; primary key `[noteId+tag]`. */
export interface NoteTagRow {
  readonly noteId: string
  readonly tag: string
  readonly createdAt: string
}

/** A code that a note's text names; primary key `[noteId+code]`. Derived from the text, so no export holds it. */
export interface NoteMentionRow {
  readonly noteId: string
  /** Canonical id. */
  readonly code: string
}

/** Earlier texts; primary key `[noteId+version]`. */
export interface NoteVersionRow {
  readonly noteId: string
  readonly version: number
  readonly body: string
  readonly at: string
}

/** What the user follows: a code, a zaak or a dossier. */
export interface WatchRow {
  /** Canonical id: `2023D19158`, `kst-36360-VIII-5`, `2023Z08012`, `dossier-36360-VIII`. */
  readonly target: string
  /** From when on it is worth checking; moved on before anybody is asked, so that no check is made twice. */
  readonly nextCheck: string
  /** `QuestionStatus['is']` as it was seen last. */
  readonly lastStatus?: string
  /** Since when it is followed. */
  readonly since?: string
  /** The user's last change: followed, followed no more, news seen. */
  readonly updatedAt?: string
  /** When the services gave the answer that was looked at last; absent before the first look. */
  readonly lastChecked?: string
  /** Every name of every paper that was seen with it. */
  readonly papers?: readonly string[]
  readonly decisions?: readonly string[]
  /** Newest first, `mostNews` at most. */
  readonly news?: readonly News[]
  /** Why the last check brought nothing, and how many in a row did not. */
  readonly failure?: WatchFailure
  /** Followed no more, can be undone; the row stays, so that an older copy of it that is imported does not bring it back. */
  readonly deletedAt?: string
}

export interface WatchFailure {
  readonly code: SourceError
  readonly at: string
  readonly times: number
}

/**
 * What the official services said of a code, and what is still being asked. A cache: a row goes when it is old and
 * nothing that the user keeps leans on it.
 */
export interface LookupRow {
  /** Canonical id that was first looked up; never rewritten. */
  readonly id: DocumentId
  /** Every name that leads here, `id` included. */
  readonly aliases: readonly DocumentId[]
  /** What is known; null where the services know nothing of it, or never answered. */
  readonly document: OfficialDocument | null
  /** When the services last answered, that they know nothing of it included; null where they never did. */
  readonly askedAt: string | null
  /** From when on it is worth asking again; null where the services never answered. */
  readonly expiresAt: string | null
  /** Services that could not add to what is known. */
  readonly failed: readonly FailedSource[]
  /** Why the last attempt brought nothing; absent after one that did, and while one is under way. */
  readonly failure?: LookupFailure
  /** Since when an answer is wanted; absent where none is. It outlives the background, which takes it up again. */
  readonly wanted?: string
  /**
   * What follows once it is found, since the user opened a code: `counterpart`, it is that code, and its counterpart is looked
   * up; `reading`, it is the counterpart, and is read. It outlives the background as `wanted` does.
   */
  readonly follow?: Follow
}

export type Follow = 'counterpart' | 'reading'

export interface LookupFailure {
  readonly code: SourceError
  /** When it makes sense to ask again, milliseconds since 1970, where the service says so. */
  readonly retryAt: number | null
  readonly at: string
}

/** Where a reading job takes its bytes from. */
export type ReadingSource =
  | { readonly type: 'url'; readonly url: string; readonly title?: string }
  /**
   * A page as the user sees it, or a file of this address that is here already: its HTML or bytes lie in the origin
   * private file system under `incoming/<job id>`.
   */
  | { readonly type: 'page'; readonly url: string; readonly title: string }
  /** A file that the user dropped; its bytes lie in the origin private file system under `incoming/<job id>`. */
  | { readonly type: 'file'; readonly name: string; readonly size: number }

/** Why a document was not kept: it could not be read, its site was taken back, or what was read could not be stored. */
export type JobError = ReadingError | 'site-refused' | StoreError

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

/** A document being read. It survives the popup and is taken up again after the background's death. */
export interface JobRow {
  readonly id: string
  readonly source: ReadingSource
  readonly state: JobState
  readonly progress: JobProgress
  readonly error?: JobError
  /** The document that came out of it. */
  readonly document?: DocumentId
  readonly attempts: number
  /** There where nobody asked for it: see `ReadingByItself`. */
  readonly byItself?: ReadingByItself
  readonly createdAt: string
  readonly updatedAt: string
}

/**
 * A reading that follows from the opening of a code (`LookupRow.follow`). It waits for all that the user asked for, and has
 * narrower bounds.
 */
export interface ReadingByItself {
  /** The names of the paper that is read. */
  readonly names: readonly DocumentId[]
  /** Where it may be read, best first: the job's address is the one of them that it is tried at. */
  readonly addresses: readonly string[]
}

export interface JobProgress {
  readonly phase: 'fetching' | 'reading' | 'storing'
  /** Pages, or bytes while fetching; `total` 0 while unknown. */
  readonly done: number
  readonly total: number
  readonly questions: number
}

export interface MetaRow {
  readonly key: string
  readonly value: unknown
}

/** A database written by a newer Kamerlens may be read from `minReader` on and written from `minWriter` on. */
export const schemaVersion = 3

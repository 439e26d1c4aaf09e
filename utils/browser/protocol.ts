import type {
  DocumentId,
  DocumentRow,
  JobRow,
  LookupRow,
  NotePlace,
  NoteRow,
  Passage,
  QuestionRow,
  ReadingSource,
} from '../database/schema.ts'
import type { Correction } from '../documents/corrections.ts'
import type { DocumentType } from '../documents/types.ts'
import type { NoteColour } from '../notes/colours.ts'
import type { Quote } from '../notes/passages/quote.ts'
import type { Code, Name } from '../references/types.ts'

/**
 * Every message between Kamerlens' contexts. Plain JSON only (Chromium sends JSON, Firefox clones); dates as ISO
 * strings. Each type lists which contexts may send it in `utils/browser/senders.ts`; the background checks sender and
 * payload before it acts (SAFETY §3, «forged messages»).
 */

/** Why something was not stored. A closed set: each has a sentence for the user in the catalogue. */
export type StoreError =
  | 'database-unavailable'
  | 'quota'
  | 'newer-database'
  /** After an upgrade of its schema rows would have been missing, or too many; it was not made. */
  | 'upgrade-refused'
  /** The database has it, the journal not yet. */
  | 'not-secured'
  | 'not-found'
  | 'invalid'
  | 'unknown'

export type Result<Value, Failure extends string = StoreError> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure }

/** What a page names, as it tells: labels and addresses follow from the id, so that no page has a say in them. */
export interface PageName extends Name {
  /** How often it stands on the page. */
  readonly count: number
  /** Whether it stands only in text that the page does not show now: a closed section, a hidden tab. */
  readonly collapsed: boolean
}

/** A code of the page, as the popup shows it. */
export interface PageCode extends Code, PageName {}

/** Why a page has no codes to show. */
export type PageEmptyReason =
  /** Switched off. */
  | 'off-everywhere'
  | 'off-site'
  /** It was read. */
  | 'no-codes'
  | 'pdf'
  /** An official site, or one that the user added, that is not read. */
  | 'no-permission'
  | 'not-reached'
  /** Any other site: only when asked. */
  | 'other-site'
  | 'other-pdf'
  /** Where the browser lets no extension work: its own pages, its store, what it does not name. */
  | 'closed-page'
  /** Beside the side panel, to which the browser names the official and the added sites alone. */
  | 'unseen'
  | 'store-page'
  | 'file'
  | 'own-page'

export interface PageReport {
  readonly url: string
  readonly title: string
  /** MIME type of the document: `text/html`, `application/pdf` (the wrapper of Chromium's viewer). */
  readonly contentType: string
  /** In order of first appearance. */
  readonly codes: readonly PageName[]
}

/** What is kept about a code: the same query for the card, in popup and in library. */
export interface Lookup {
  readonly code: Code
  /** The document that this code names, when kept. */
  readonly document: DocumentRow | null
  /** Questions that carry this as their printed code (DOMAIN §0), each with the list it stands in. */
  readonly printed: readonly { readonly question: QuestionRow; readonly list: DocumentRow }[]
  /** The number of questions of `document`. */
  readonly questionCount: number
  /** Notes on the code, on the document under any of its names, and on the questions above; newest first. */
  readonly notes: readonly NoteRow[]
  /** What the official services said of it, or whether they are being asked; null where they never were. */
  readonly official: LookupRow | null
  /** Whether the user follows it, under any of its names; absent where no service could be asked about it. */
  readonly followed?: boolean
  /** The paper that answers it, or that it answers, as far as the services named one; null where they did not. */
  readonly counterpart: KeptCounterpart | null
}

/** What the card shows of a code: what is kept, and what the official services say in words, since catalogues are large. */
export interface CardLookup extends Omit<Lookup, 'official'> {
  /** Of the code itself first, then of what else the same letters may name (`CardRequest.alternatives`). */
  readonly records: readonly [CardRecord, ...CardRecord[]]
  /** Whether the services are asked only when the user says so («eerst vragen»). */
  readonly asksFirst: boolean
}

/** What the official services say of one code, and whether they are being asked. */
export interface CardRecord {
  readonly code: Code
  /** `unkept`: no service keeps such things. `failed`: the last attempt brought nothing; what was known is still there. */
  readonly state: 'unkept' | 'unasked' | 'asking' | 'found' | 'not-found' | 'failed'
  /** Whether it is young enough not to ask again. */
  readonly isFresh: boolean
  readonly known: RecordWords | null
  /** What is asked of whom, to be shown while it is; empty where no service keeps it. */
  readonly asking: string
  /** What came of the last attempt: that it is not found, why it failed, what may be missing; empty where there is nothing to say. */
  readonly notice: string
}

/** A record of the official services in the language of the interface. */
export interface RecordWords {
  /** Kind, as the service has it, and date. */
  readonly kind: string
  readonly title: string
  /** What has come of written questions; `tone` tells how good that is. */
  readonly status: { readonly word: string; readonly detail: string; readonly tone: string } | null
  readonly facts: readonly RecordFact[]
  /** Official addresses, https. */
  readonly links: readonly string[]
  /** How old it is: «Stand van 3 uur geleden». */
  readonly age: string
}

/** «Gevraagd door»: «Van Zuilen (D66)». */
export interface RecordFact {
  readonly name: string
  readonly text: string
  /** The official page of it. */
  readonly url?: string
}

/** The counterpart (`utils/sources/counterpart.ts`) of a code, and how far it is with it. */
export interface KeptCounterpart {
  /** The best of its names. */
  readonly id: DocumentId
  /** Null where it is not known yet whether it is an answer. */
  readonly type: DocumentType | null
  readonly document: DocumentRow | null
  /** Its first questions, each with question and answer where one of the two papers has them. */
  readonly questions: readonly QuestionRow[]
  /** Of all of them. */
  readonly questionCount: number
  /** Its own look-up; null where there was none. */
  readonly official: LookupRow | null
  /** Its reading: the one under way, else the last one, while the document is not kept. */
  readonly job: JobRow | null
  /** How far it is, or why it is not here: for pages, whose scripts have no catalogue of it. */
  readonly told?: Told
}

/** One sentence for the user, and whether it goes on by itself. */
export interface Told {
  readonly sentence: string
  readonly waits: boolean
}

export type CodeState = 'known' | 'noted'

export interface SaveNote {
  /** Random UUID, made by the editor when the note is begun: sending a save twice stores it once. */
  readonly id: string
  readonly target: string
  /** The text that the editor last knew to be stored (empty for a new note): edits are saved as differences against it. */
  readonly opened: string
  readonly body: string
  /** The tags as they shall be; absent where they were not touched. */
  readonly tags?: readonly string[]
  /**
   * The tags that the editor last knew to be stored: only what differs from them is added or removed, so that two
   * windows keep each other's tags. Without it `tags` replaces what is stored.
   */
  readonly openedTags?: readonly string[]
  /** The colour as it shall be, null for none; absent where it was not touched. */
  readonly colour?: NoteColour | null
  readonly place?: NotePlace
  /** Of a new note on a passage; a note that is stored already keeps its own. */
  readonly passage?: Passage
}

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

export interface SavedNote {
  readonly note: NoteRow
  /** True when another window's edit was merged in: `note.body` then differs from the body that was sent. */
  readonly merged: boolean
}

/** Corrections that are made, and corrections that are taken back, in one list. */
export interface ChangeCorrections {
  readonly list: DocumentId
  readonly put: readonly Correction[]
  /** By what they are about; their anchors say nothing. */
  readonly remove: readonly Correction[]
  /** Brings back what was there, whether it fits what is read now or not: an undo. */
  readonly restores?: true
}

/** Rows that were chosen to have something done with all of them. */
export interface ChosenRows {
  readonly notes: readonly string[]
  readonly documents: readonly DocumentId[]
}

/** A tag of a note; `createdAt` where it is given back as it was. */
export interface TagChange {
  readonly noteId: string
  readonly tag: string
  readonly createdAt?: string
}

/** Tags that notes get, and tags that are taken from them. */
export interface ChangeTags {
  readonly put: readonly TagChange[]
  readonly remove: readonly TagChange[]
}

export interface LookUpRequest {
  readonly id: string
  /** Asks again, however young what is known is. */
  readonly fresh?: true
}

/** A code that a page names. */
export interface CardRequest {
  readonly id: string
  /**
   * What the same letters may name there (`Mention.alternatives`). Heeded where the page names it as well, or where it
   * follows from the id.
   */
  readonly alternatives?: readonly string[]
}

export interface StartReading {
  readonly id: string
  readonly source: ReadingSource
}

export interface ImportCounts {
  readonly documents: number
  readonly questions: number
  readonly notes: number
  readonly tags: number
}

export interface ImportRequest {
  /** Name of the file that was laid down. */
  readonly file: string
  /** Of a file that is cut off or damaged, take what is whole. */
  readonly salvage?: true
  readonly choice?: ImportChoice
}

/**
 * What becomes of a note whose text is another one in the file than here: both are merged where this is absent, `mine` keeps
 * what is here, `theirs` takes the file's, and what was here stays among the earlier texts.
 */
export type ImportChoice = 'mine' | 'theirs'

/** What kind of file it is: our own export, or notes of other programs. */
export type ImportKind = 'kamerlens' | 'web-annotation' | 'hypothesis'

/** What an import changes. */
export interface ImportChanges {
  readonly added: ImportCounts
  readonly changed: ImportCounts
  readonly unchanged: ImportCounts
  /** Notes whose text is another one in the file than here; absent where there are none. */
  readonly conflicts?: number
}

export interface ImportPreview extends ImportChanges {
  readonly kind: ImportKind
  /** Records that could not be read, of a file that is not whole. */
  readonly lost?: number
  /** Annotations of another program that could not become a note. */
  readonly skipped?: number
}

/** To the background. */
export interface BackgroundMessages {
  /** Content script, in a frame that can't see the page around it: the host name of that page. */
  'page/site': () => string
  /** Content script: nothing is looked for here any more, a switch was turned off. */
  'page/stopped': () => void
  /** Content script: this page's, or frame's, codes changed; badge. */
  'page/report': (report: PageReport) => void
  /** Content script: put the finder's script into this document; false where that is refused. */
  'page/load': () => boolean
  /** Content script: put the card's script into the page, for this code; false where that is refused. */
  'card/load': (request: { id: string }) => boolean
  /** Content script: the card of a code that the page names. */
  'card/lookup': (request: CardRequest) => Result<CardLookup>
  /** Content script: have the official services asked about a code that the page names; `page/refresh` tells of the answer. */
  'card/look-up': (request: CardRequest & LookUpRequest) => Result<true>
  /** Content script: the answer is not wanted any more. */
  'card/look-up-stop': (request: CardRequest) => void
  /** Content script: follow a code that the page names, or follow it no more. From private windows too: it is on purpose. */
  'card/follow': (request: { id: string; on: boolean }) => Result<true>
  /** Content script: how to paint these ids; ids that are not kept are left out. */
  'card/states': (request: { ids: readonly string[] }) => Record<string, CodeState>
  /** Content script: open the popup-like note editor for a code (card's «Notitie», the note command). */
  'card/note': (request: { id: string }) => void
  /** Content script: read the document behind a link or this page. */
  'card/read': (request: { url: string; title: string }) => Result<{ job: string }>
  /** Content script: end a reading that this page's card started. */
  'card/stop': (request: { job: string }) => void

  /** Content script, over a PDF that the browser shows: put the script of the chip there; false where that is refused. */
  'chip/load': () => boolean
  /**
   * Open an official PDF in the reader. From the tab that shows it (the chip; the popup over `tabId`) it takes that tab's
   * place, so that going back leads back; from a link it gets a tab of its own. `question`, `passage`: the order of the question, or the note on the passage, to
   * go to, in the reader that shows the document already, where there is one.
   */
  'reader/open': (request: {
    url: string
    title: string
    tabId?: number
    question?: number
    passage?: string
  }) => Result<true>
  /** The same of a file of the user's own, whose bytes lie under `incoming/<file>`. */
  'reader/open-file': (request: { file: string; name: string; question?: number; passage?: string }) => Result<true>

  /** Content script: put the script of passages into this document; false where that is refused. */
  'passages/load': () => boolean
  /** Content script: the passages of the document that this page is of, and which of them the user came for. */
  'passages/list': () => Result<{ readonly passages: readonly SoughtPassage[]; readonly wanted: string | null }>
  /** Content script: the text of a note on one of them. */
  'passages/note': (request: { id: string }) => Result<{ readonly body: string }>
  /** Content script: open a note on one of them. */
  'passages/edit': (request: { id: string }) => void
  /**
   * Content script or reader: which of them were found, and which were not in what was read whole. `url`: of the reader,
   * where the PDF is from; of a page the browser tells.
   */
  'passages/looked': (request: { found: readonly string[]; missing: readonly string[]; url?: string }) => void
  /** Extension pages: go to the place of a passage. */
  'passages/open': (request: { id: string }) => Result<true>
  /** Popup: the passages on the page in a tab, and how they stand there. */
  'tab/passages': (request: { tabId: number }) => readonly PassageOnPage[]
  /** Popup: scroll the page in a tab to a passage and flash it once. */
  'tab/show-passage': (request: { tabId: number; id: string }) => boolean

  /** Popup: what the page in a tab names, its frames included; null where nothing answers. */
  'tab/report': (request: { tabId: number }) => PageReport | null
  /** Popup: scroll the page in a tab to a code and flash it once; repeated calls walk its occurrences in all frames. */
  'tab/go-to': (request: { tabId: number; id: string }) => boolean
  /** Popup: find the codes of the page in a tab this once, on a site that is none of ours; false where it is refused. */
  'tab/search': (request: { tabId: number }) => boolean

  /** Extension pages. */
  /** Has the official services asked; the answers are written to the database, where live queries see them. */
  'look-up/start': (request: LookUpRequest) => Result<true>
  'look-up/stop': (request: { id: string }) => Result<true>
  /** The same from a private window, where nothing is written: waits, and gives what came of it. */
  'look-up/private': (request: LookUpRequest) => Result<LookupRow>
  /** Follow a code, a zaak or a dossier; its checks go on in the background. */
  'watch/add': (request: { target: string }) => Result<true>
  /** By whichever of its names. */
  'watch/remove': (request: { target: string }) => Result<true>
  /** Undoes `watch/remove`. */
  'watch/restore': (request: { target: string }) => Result<true>
  /** The user has seen the news of one thing, or of all (null). */
  'watch/seen': (request: { target: string | null }) => Result<true>
  /** Check all of it now; the answer comes before the services' answers, which live queries see. */
  'watch/check': () => Result<true>
  'note/save': (request: SaveNote) => Result<SavedNote>
  'note/delete': (request: { id: string }) => Result<NoteRow>
  'note/restore': (request: { id: string }) => Result<NoteRow>
  'document/delete': (request: { id: string }) => Result<DocumentRow>
  'document/restore': (request: { id: string }) => Result<DocumentRow>
  /** Removes all of these, or none of them; answers those that were not removed already. */
  'chosen/delete': (request: ChosenRows) => Result<ChosenRows>
  /** Puts all of these back, or none of them. */
  'chosen/restore': (request: ChosenRows) => Result<ChosenRows>
  /** Changes all of these tags, or none of them; answers the change that undoes it. */
  'tags/change': (request: ChangeTags) => Result<ChangeTags>
  /** The user has read what was put right at a start. */
  'recovered/read': () => Result<true>
  /** A search found that its index is not there, not ready or damaged; answers at once. */
  'search/check': () => Result<true>
  /** Corrects how a document was split, or takes that back; answers the change that undoes it. */
  'correction/change': (request: ChangeCorrections) => Result<ChangeCorrections>
  /** The bytes of a `file` source lie under `incoming/<id>` before this is sent. */
  'reading/start': (request: StartReading) => Result<JobRow>
  /** Read the page in this tab («Vragen van deze pagina bewaren»). */
  'reading/page': (request: { tabId: number }) => Result<JobRow, StoreError | 'no-page'>
  'reading/cancel': (request: { id: string }) => Result<JobRow>
  /** The export file lies under `incoming/<file>`: bytes do not travel in messages. */
  'import/preview': (request: ImportRequest) => Result<ImportPreview, StoreError | ImportError>
  'import/apply': (request: ImportRequest) => Result<ImportPreview, StoreError | ImportError>
  /** Everything that Kamerlens holds, settings and second copy included; nothing brings it back. */
  'everything/erase': () => Result<true, StoreError | 'half-erased'>
  /**
   * A copy outside the browser, where copies are turned on and one is due, or `wanted` in any case: its name; null where none
   * was to be made.
   */
  'backup/run': (request: { wanted: boolean }) => Result<string | null, StoreError | BackupError>
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

/** The place of a frame among those of its page that name codes. */
export interface AmongFrames {
  /** References in the frames before it, and in all of them. */
  readonly before: number
  readonly total: number
  /** Whether the user comes from another frame: the step is to its first or last reference. */
  readonly enter: boolean
}

/**
 * What a note would be on in one document, and how surely it is what the user means; the highest weight is taken. 5: its
 * card is open, 4: pointed at, 3: stepped to, 2: merely in view, less in a document without the focus.
 */
export interface Chosen {
  readonly id: string
  readonly weight: number
}

/** To the content script of one document: a page, or a frame of it. */
export interface PageMessages {
  /** What it names now; answered where we are at work, refused where not. */
  'page/list': () => PageReport
  /** Scroll to the code and flash it once; repeated calls walk its occurrences. */
  'page/go-to': (request: { id: string }) => boolean
  /** Keyboard commands. */
  /** False, with the card closed, where the step leads out of a frame that is one of several. */
  'page/step': (request: { direction: 1 | -1; among?: AmongFrames }) => boolean
  'page/chosen': () => Chosen | null
  /** The page's own HTML, for reading its questions. */
  'page/html': () => { url: string; title: string; html: string }
  /** Something kept has changed: ask for the states of this page's codes again. */
  'page/refresh': () => void
  /** How a reading that this page's card started (`card/read`) goes on; sent to the tab that started it. */
  'page/reading': (request: {
    job: string
    state: import('../database/schema.ts').JobState
    progress: import('../database/schema.ts').JobProgress
    error?: import('../database/schema.ts').JobError
    /** Why it failed, for the user: the catalogue of errors would be a large part of the content script. */
    sentence?: string
  }) => void
}

/** To the content script of one document, and to the reader: of passages. */
export interface PassageMessages {
  /** The selection as a quote. `isThere`: there is one for certain, where the browser may not tell (shadow trees). */
  'page/selection': (request: { isThere: boolean }) => SelectionAnswer
  'page/passages': () => readonly PassageOnPage[]
  /** Scroll to a passage and flash it once; false where it is not there. */
  'page/show-passage': (request: { id: string }) => boolean
  /** To the next passage, around the end; false where there is none. */
  'page/step-passage': () => boolean
  /** Something kept has changed: ask for the passages again. */
  'page/refresh': () => void
}

/** To the content script of one document, also while a switch keeps it from its work there. */
export interface PresenceMessages {
  /** A permission was taken back: ask whether this document is still one of ours, and end where it is not. */
  'page/check': () => void
}

/** Between the background and the context that hosts the reading worker (Chromium: the offscreen document). */
export interface ReadingHostMessages {
  'host/run': (job: JobRow) => void
  /** Whether a job is at work there. */
  'host/is-running': () => boolean
  'host/cancel': (request: { id: string }) => void
}

export interface ReadingReports {
  'job/progress': (request: { id: string; progress: import('../database/schema.ts').JobProgress }) => void
  'job/result': (request: { id: string; result: ReadingResult }) => void
}

/** What the worker made of a source: the records to store, or why not. */
export type ReadingResult =
  | {
      readonly ok: true
      readonly document: import('../documents/types.ts').QuestionDocument
      /** Hex SHA-256 of the bytes that were read. */
      readonly sha256: string
      /** The address that the bytes came from after redirects; null for a file. */
      readonly url: string | null
      readonly byteLength: number
    }
  | {
      readonly ok: false
      /** `unknown`: a fault of ours, not of the document. */
      readonly error: import('../documents/types.ts').ReadingError | 'unknown'
      readonly detail?: string
    }

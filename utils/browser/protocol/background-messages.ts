import type { DocumentRow, JobRow, LookupRow, NoteRow } from '../../database/schema.ts'
import type { CardLookup, CardRequest, CodeState } from './card.ts'
import type { ChangeCorrections, ChangeTags, ChosenRows, Done, SavedNote, SaveNote, ToldProgress } from './keeping.ts'
import type { Asker, LookUpMany, LookUpRequest } from './lookup.ts'
import type { PageReport } from './page-report.ts'
import type { PassageOnPage, SoughtPassage } from './passages.ts'
import type { StartReading } from './reading.ts'
import type { Result, StoreError } from './result.ts'
import type { BackupError, ImportError, ImportPreview, ImportRequest, ImportUndone } from './transfer.ts'

/**
 * Messages to the background. As all between Kamerlens' contexts they are plain JSON (Chromium sends JSON, Firefox clones), dates
 * as ISO strings. Each type lists which contexts may send it in `utils/browser/senders.ts`; the background checks sender and
 * payload before it acts (SAFETY §3, «forged messages»).
 */
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
  /** Content script: Escape was pressed where no card is; one that stands in another frame of the page goes. */
  'card/dismiss': () => void

  /** Content script, over a PDF that the browser shows: put the script of the chip there; false where that is refused. */
  'chip/load': () => boolean
  /**
   * Open an official PDF in the reader. From the tab that shows it (the chip; the popup over `tabId`) it takes that
   * tab's place, so that going back leads back; from a link it gets a tab of its own. `question`, `passage`: the order
   * of the question, or the note on the passage, to go to, in the reader that shows the document already, where there
   * is one. `isPrivate`: over a private window, by a page of ours that is in none.
   */
  'reader/open': (request: {
    url: string
    title: string
    tabId?: number
    isPrivate?: true
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
  'look-up/many': (request: LookUpMany) => Result<true>
  /** `isPrivate`: what was asked over a private window; wishes on the disk go on. */
  'look-up/stop': (request: { id: string; isPrivate?: true } & Asker) => Result<true>
  /** The same from a private window, where nothing is written: waits, and gives what came of it. */
  'look-up/private': (request: LookUpRequest & Asker) => Result<LookupRow>
  /** Follow codes, zaken or dossiers, all of them or none; their checks go on in the background. No more than `mostTogether`. */
  'watch/add': (request: { targets: readonly string[] }) => Result<true>
  /** By whichever of their names. */
  'watch/remove': (request: { targets: readonly string[] }) => Result<true>
  /** Undoes `watch/remove` of one. */
  'watch/restore': (request: { target: string }) => Result<true>
  /** The user has seen the news of one thing, or of all (null). */
  'watch/seen': (request: { target: string | null }) => Result<true>
  /** Check all of it now; the answer comes before the services' answers, which live queries see. */
  'watch/check': () => Result<number>
  'note/save': (request: SaveNote) => Result<SavedNote>
  'note/delete': (request: { id: string }) => Result<Done<NoteRow>>
  'note/restore': (request: { id: string }) => Result<Done<NoteRow>>
  'document/delete': (request: { id: string }) => Result<Done<DocumentRow>>
  'document/restore': (request: { id: string }) => Result<Done<DocumentRow>>
  /** Removes all of these, or none of them; answers those that were not removed already. */
  'chosen/delete': (request: ChosenRows & ToldProgress) => Result<Done<ChosenRows>>
  /** Puts all of these back, or none of them. */
  'chosen/restore': (request: ChosenRows & ToldProgress) => Result<Done<ChosenRows>>
  /** Changes all of these tags, or none of them; answers the change that undoes it. */
  'tags/change': (request: ChangeTags & ToldProgress) => Result<Done<ChangeTags>>
  /** Opens the database, and upgrades one of an earlier schema: a page does not. */
  'database/open': () => Result<true>
  /** The user has read what was put right at a start. */
  'recovered/read': () => Result<true>
  /** A search found that its index is not there, not ready or damaged; answers at once. */
  'search/check': () => Result<true>
  /** Corrects how a document was split, or takes that back; answers the change that undoes it. */
  'correction/change': (request: ChangeCorrections) => Result<Done<ChangeCorrections>>
  /** The bytes of a `file` source lie under `incoming/<id>` before this is sent. */
  'reading/start': (request: StartReading) => Result<JobRow>
  /** Read the page in this tab («Vragen bewaren»). */
  'reading/page': (request: { tabId: number }) => Result<JobRow, StoreError | 'no-page'>
  'reading/cancel': (request: { id: string }) => Result<JobRow>
  /** The export file lies under `incoming/<file>`: bytes do not travel in messages. */
  'import/preview': (request: ImportRequest) => Result<ImportPreview, StoreError | ImportError>
  'import/apply': (request: ImportRequest) => Result<Done<ImportPreview>, StoreError | ImportError>
  /** Undoes the last import, which is told by the name of its file. */
  'import/undo': (request: { file: string } & ToldProgress) => Result<Done<ImportUndone>>
  /** Everything that Kamerlens holds, settings and second copy included; nothing brings it back. */
  'everything/erase': () => Result<true, StoreError | 'half-erased'>
  /**
   * A copy outside the browser, where copies are turned on and one is due, or `wanted` in any case: its name; null where none
   * was to be made.
   */
  'backup/run': (request: { wanted: boolean }) => Result<string | null, StoreError | BackupError>
}

import type {
  ChangeCorrections,
  ChangeProgress,
  ChangeTags,
  ChosenRows,
  Done,
  SavedNote,
  SaveNote,
} from '#utils/browser/protocol/keeping.ts'
import type { BegunPassage } from '#utils/browser/protocol/passages.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { DocumentId, DocumentRow, JobRow, NoteRow } from '#utils/database/schema.ts'

/** Receives the progress of a change of many rows. */
export type OnProgress = (progress: ChangeProgress) => void

/** What a user can do. Every action resolves; a failure is a value for which the catalogue has a sentence. */
export interface Actions {
  saveNote(request: SaveNote): Promise<Result<SavedNote>>
  deleteNote(id: string): Promise<Result<Done<NoteRow>>>
  restoreNote(id: string): Promise<Result<Done<NoteRow>>>
  deleteDocument(id: DocumentId): Promise<Result<Done<DocumentRow>>>
  restoreDocument(id: DocumentId): Promise<Result<Done<DocumentRow>>>
  /** Corrects how a document was split; gives the change that undoes it. */
  changeCorrections(change: ChangeCorrections): Promise<Result<Done<ChangeCorrections>>>
  /** Removes all of these or none; gives those that this removed. */
  deleteChosen(chosen: ChosenRows, onProgress?: OnProgress): Promise<Result<Done<ChosenRows>>>
  restoreChosen(chosen: ChosenRows, onProgress?: OnProgress): Promise<Result<Done<ChosenRows>>>
  /** Changes the tags of many notes; gives the change that undoes it. */
  changeTags(change: ChangeTags, onProgress?: OnProgress): Promise<Result<Done<ChangeTags>>>
  /** The user has read what was repaired. */
  forgetRecovered(): Promise<Result<true>>
  /** Reads the questions of the document at an official address. */
  readAddress(url: string, title: string): Promise<Result<JobRow>>
  cancelReading(id: string): Promise<Result<JobRow>>
  /** All of them, or none; no more than `mostTogether`. */
  follow(...targets: readonly string[]): Promise<Result<true>>
  /** By whichever of their names. */
  unfollow(...targets: readonly string[]): Promise<Result<true>>
  /** Undoes `unfollow` of one. */
  refollow(target: string): Promise<Result<true>>
  /** The user has seen all news. */
  seeNews(): Promise<Result<true>>
  /** Checks everything that is followed now. */
  checkFollowed(): Promise<Result<number>>
  /** Whether the browser may show notifications. */
  mayNotify(): Promise<boolean>
  /** Asks the user for that; must be called directly from a click. */
  askToNotify(): Promise<boolean>
  /** Goes to the place of a passage, by the id of the note on it. */
  openPassage(id: string): Promise<Result<true>>
  /** A note on a passage that was begun and is not stored yet. */
  begunPassage(id: string): Promise<BegunPassage | null>
  /** To the clipboard, with its layout (HTML) for what takes that; false where the browser refused. */
  copy(text: string, rich?: string | null): Promise<boolean>
}

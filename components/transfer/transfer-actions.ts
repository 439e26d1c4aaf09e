import type { ChosenRows, Done } from '#utils/browser/protocol/keeping.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { ImportError, ImportPreview, ImportRequest, ImportUndone } from '#utils/browser/protocol/transfer.ts'
import type { CitationForm } from '#utils/citations/form-names.ts'
import type { PaperCitations } from '#utils/citations/paper-citations.ts'
import type { PaperForm } from '#utils/citations/paper-files.ts'
import type { JobRow } from '#utils/database/schema.ts'
import type { NoteForm } from '#utils/notes/export/note-files.ts'
import type { OnProgress } from '../store/actions.ts'

/** What a search that is on found: its notes, of which there may be none where it found something else. */
export interface NotesFound {
  readonly words: string
  /** Null where there are more than a search shows. */
  readonly count: number | null
}

/** What goes out: what a search for these words finds, rows that were chosen, or (null) all. */
export type ExportScope = string | ChosenRows | null

/** How a file is imported. */
export type ImportOptions = Omit<ImportRequest, 'file' | 'progress'>

/** What is kept out as a file, and in again. */
export interface TransferActions {
  /**
   * Everything kept as a file, offered for saving; gives its name. More than an import takes at once becomes several.
   *
   * @param chosen only these, with what belongs to them
   */
  exportAll(chosen?: ChosenRows): Promise<Result<readonly string[]>>
  /** Notes as a file for other programs, offered for saving; its name. */
  exportNotes(form: NoteForm, scope: ExportScope): Promise<Result<string, StoreError | 'no-notes'>>
  /**
   * Papers that are kept or that notes are on, as a file for programs that keep references, offered for saving; its name, and
   * how many have no code and are not in it.
   */
  exportPapers(
    form: PaperForm,
    scope: ExportScope,
  ): Promise<Result<{ readonly file: string; readonly withoutCode: number }, StoreError | 'no-papers'>>
  /** The papers of chosen rows, cited in one of the forms to be copied, and how many have no code and are not in it. */
  citePapers(form: CitationForm, chosen: ChosenRows): Promise<Result<PaperCitations & { readonly withoutCode: number }>>
  /** Lays a file down and tells what importing it would change. */
  previewImport(
    file: File,
    options: ImportOptions,
    onProgress?: OnProgress,
  ): Promise<Result<{ readonly file: string; readonly preview: ImportPreview }, StoreError | ImportError>>
  /** The same of a file that was laid down, imported another way. */
  previewAgain(file: string, options: ImportOptions): Promise<Result<ImportPreview, StoreError | ImportError>>
  applyImport(
    file: string,
    options: ImportOptions,
    onProgress?: OnProgress,
  ): Promise<Result<Done<ImportPreview>, StoreError | ImportError>>
  /** Undoes the last import, which was of this file. */
  undoImport(file: string, onProgress?: OnProgress): Promise<Result<Done<ImportUndone>>>
  /** The import is not wanted after all. */
  dropImport(file: string): Promise<void>
}

/** What the library can do besides. */
export interface LibraryActions extends TransferActions {
  readFile(file: File): Promise<Result<JobRow, StoreError | 'too-large' | 'empty-file'>>
  /** Opens a PDF that was given here in the reader; null where there is none of a reading with this id. */
  readerOf(job: string): (() => void) | null
}

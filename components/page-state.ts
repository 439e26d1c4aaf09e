import type { PageCode, PageEmptyReason, Result, StoreError } from '#utils/browser/protocol.ts'
import type { JobRow, NotePlace } from '#utils/database/schema.ts'

/** What the popup knows of the page under it. */
export type PageState =
  | { readonly type: 'loading' }
  | { readonly type: 'codes'; readonly codes: readonly PageCode[]; readonly place?: NotePlace | undefined }
  | { readonly type: 'empty'; readonly reason: PageEmptyReason; readonly place?: NotePlace | undefined }

/** What can be done with the page under the popup. */
export interface PageActions {
  /** Scrolls the page to a code and flashes it once. */
  goTo(id: string): void
  /** Reads the questions of the page, or of the PDF that the tab shows. */
  saveQuestions(): Promise<Result<JobRow, StoreError | 'no-page'>>
  /** Asks for the official sites. */
  allow(): void
  reload(): void
}

/** Whether there is something on the page that questions could be read from. */
export function canSave(page: PageState): boolean {
  return page.type === 'codes' || (page.type === 'empty' && (page.reason === 'no-codes' || page.reason === 'pdf'))
}

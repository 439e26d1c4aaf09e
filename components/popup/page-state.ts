import type { PageCode, PageEmptyReason } from '#utils/browser/protocol/page-report.ts'
import type { PassageOnPage } from '#utils/browser/protocol/passages.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { Switch, Switches } from '#utils/browser/settings/switches.ts'
import type { JobRow, NotePlace } from '#utils/database/schema.ts'

/** The site under the popup. */
export interface PageSite {
  /** Host name; empty where there is none (a page of the browser itself). */
  readonly host: string
  /** An official one, one that the user added, any other one, or no web page at all. */
  readonly kind: 'official' | 'added' | 'other' | 'none'
  readonly switches: Switches
  /** Those of them that an administrator has fixed; absent where there are none. */
  readonly fixed?: Partial<Switches>
}

/** What the popup knows of the page under it. */
export type PageState =
  | { readonly type: 'loading' }
  | {
      readonly type: 'codes'
      readonly codes: readonly PageCode[]
      readonly site: PageSite
      readonly place?: NotePlace | undefined
    }
  | {
      readonly type: 'empty'
      readonly reason: PageEmptyReason
      readonly site: PageSite
      readonly place?: NotePlace | undefined
    }

/** What can be done with the page under the popup. */
export interface PageActions {
  /** Scrolls the page to a code and flashes it once. */
  goTo(id: string): void
  /** The passages on the page, and how they stand there. */
  passages(): Promise<readonly PassageOnPage[]>
  /** Scrolls the page to a passage and flashes it once. */
  showPassage(id: string): void
  /** Reads the questions of the page, or of the PDF that the tab shows. */
  saveQuestions(): Promise<Result<JobRow, StoreError | 'no-page'>>
  /** Opens the PDF that the tab shows in the reader. */
  openReader(): void
  /** Asks for the official sites; whether the browser gave them. */
  allow(): Promise<boolean>
  reload(): void
  /** Switches Kamerlens, here or everywhere, or its looking up by itself on or off. */
  turn(name: Switch, on: boolean): void
  /** On any other site: finds the codes of this page, this once. */
  search(): void
  /** Asks for this site, for good; whether the browser gave it. */
  addSite(): Promise<boolean>
  /** Gives it back. */
  removeSite(): void
}

/** Whether there is something on the page that questions could be read from. */
export function canSave(page: PageState): boolean {
  return page.type === 'codes' || (page.type === 'empty' && (page.reason === 'no-codes' || page.reason === 'pdf'))
}

import type { Code, Name } from '../../references/types.ts'

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

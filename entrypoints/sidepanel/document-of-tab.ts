import { browser } from 'wxt/browser'
import type { PageState } from '#components/popup/page-state.ts'
import { documentOfAddress } from '#utils/database/notes/passages.ts'
import type { DocumentId } from '#utils/database/schema.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import type { ActiveTab } from '../popup/active-page.ts'
import { readerSourceOf } from '../reader/reader-source.ts'

/** What a tab is of. */
export interface TabDocument {
  /** Null where nothing is to be kept of it: what Kamerlens has no business with, and private pages without a code. */
  readonly document: DocumentId | null
  /** A code stands for it, or the reader shows it: more than a page that has an address. */
  readonly isDocument: boolean
}

/** The document that a tab shows, in the page itself or in the reader. */
export function documentOfTab({ url, incognito }: Pick<ActiveTab, 'url' | 'incognito'>, state: PageState): TabDocument {
  const reader = browser.runtime.getURL('/reader.html')
  if (url.startsWith(`${reader}?`)) {
    const document = documentInReader(url)
    return { document, isDocument: document !== null }
  }
  const isRead = state.type === 'codes' || (state.type === 'empty' && state.reason === 'no-codes')
  const document = isRead || isOfficialUrl(url) ? documentOfAddress(url) : null
  const isDocument = document !== null && !document.startsWith('url:')
  return { document: incognito && !isDocument ? null : document, isDocument }
}

/** A document out of a private window is named by an id that says nothing, so here it is none. */
function documentInReader(url: string): DocumentId | null {
  const source = readerSourceOf(new URL(url).search)
  if (source.type === 'address') return documentOfAddress(source.url)
  if (source.type === 'none') return null
  const sha256 = /^reader-([0-9a-f]{64})$/.exec(source.id)?.[1]
  return sha256 === undefined ? null : `file:${sha256}`
}

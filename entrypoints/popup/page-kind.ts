import { browser } from 'wxt/browser'
import type { PageEmptyReason } from '#utils/browser/protocol/page-report.ts'

/** Where browsers keep extensions out although the address is one of the web. */
const stores = [
  /^https:\/\/chromewebstore\.google\.com\//,
  /^https:\/\/chrome\.google\.com\/webstore(?=[/?#]|$)/,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons(?=[/?#]|$)/,
  /^https:\/\/addons\.mozilla\.org\//,
]

export type PageKind = 'web' | Extract<PageEmptyReason, 'closed-page' | 'store-page' | 'file' | 'own-page'>

/**
 * What kind of page an address is, for the reason why there is nothing to see.
 *
 * @param url empty where the browser does not tell
 */
export function pageKind(url: string): PageKind {
  if (stores.some((store) => store.test(url))) return 'store-page'
  if (/^https?:/i.test(url)) return 'web'
  if (/^file:/i.test(url)) return 'file'
  return url.startsWith(browser.runtime.getURL('/')) ? 'own-page' : 'closed-page'
}

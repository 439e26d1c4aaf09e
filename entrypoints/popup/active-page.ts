import { browser } from 'wxt/browser'
import type { PageState } from '#components/page-state.ts'
import { sendToPage } from '#utils/browser/messages.ts'
import { isPermitted, mayReadOfficialHosts } from '#utils/browser/permissions.ts'
import type { PageCode, PageName } from '#utils/browser/protocol.ts'
import { codeOf } from '#utils/references/code.ts'
import { isOfficialUrl } from '#utils/references/sites.ts'

/** The tab under the popup. */
export interface ActiveTab {
  readonly id: number
  readonly url: string
  readonly title: string
  readonly incognito: boolean
}

export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined) return null
  return { id: tab.id, url: tab.url ?? '', title: tab.title ?? '', incognito: tab.incognito }
}

/** What the page names, or why that can't be known. */
export async function readPage(tab: ActiveTab | null): Promise<PageState> {
  if (tab === null) return { type: 'empty', reason: 'not-official' }
  const place = placeOf(tab)
  try {
    const report = await sendToPage(tab.id, 'page/list')
    if (report.codes.length > 0) return { type: 'codes', codes: report.codes.flatMap(cited), place }
    return { type: 'empty', reason: report.contentType === 'application/pdf' ? 'pdf' : 'no-codes', place }
  } catch {
    // Without the right to a host the browser names no address either, unless the popup was opened by its button.
    if (tab.url === '' && !(await mayReadOfficialHosts())) return { type: 'empty', reason: 'no-permission' }
    if (!isOfficialUrl(tab.url)) return { type: 'empty', reason: 'not-official' }
    if (!(await isPermitted(tab.url))) return { type: 'empty', reason: 'no-permission' }
    // Firefox's viewer runs no content script, so the address has to tell.
    return { type: 'empty', reason: isPdfAddress(tab.url) ? 'pdf' : 'not-reached', place }
  }
}

/** Milliseconds between two looks at a page that is being reached. */
const looks = [100, 200, 400, 800, 1600]

/** Reads the page after a permission: until the background has reached it, it is «not reached». */
export async function readPageSoon(find: () => Promise<ActiveTab | null>): Promise<PageState> {
  let state = await readPage(await find())
  for (const pause of looks) {
    if (state.type !== 'empty' || state.reason !== 'not-reached') break
    await new Promise((resolve) => setTimeout(resolve, pause))
    state = await readPage(await find())
  }
  return state
}

/** A note remembers where it was made, but nothing of a private window. */
function placeOf({ url, title, incognito }: ActiveTab) {
  return incognito || !isOfficialUrl(url) ? undefined : { url, title }
}

/** Addresses of official files that a browser shows as a PDF (DOMAIN §1.1, §1.2). */
export function isPdfAddress(url: string): boolean {
  const { hostname, pathname } = new URL(url)
  return /\.pdf$/i.test(pathname) || (hostname === 'www.tweedekamer.nl' && pathname.startsWith('/downloads/'))
}

/** What a page names, with its label and address. */
function cited({ id, count, collapsed }: PageName): PageCode[] {
  const code = codeOf(id)
  return code ? [{ ...code, count, collapsed }] : []
}

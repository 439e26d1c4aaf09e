import { browser } from 'wxt/browser'
import type { PageSite, PageState } from '#components/popup/page-state.ts'
import { type FirstAnswers, firstAnswers } from '#utils/browser/first-answers.ts'
import { sendToBackground } from '#utils/browser/messages.ts'
import { isPermitted, mayReadOfficialHosts } from '#utils/browser/permissions.ts'
import type { PageCode, PageEmptyReason, PageName, PageReport } from '#utils/browser/protocol/page-report.ts'
import { rememberedIn } from '#utils/browser/session/named-in-tabs.ts'
import { readAllSwitches, switchesAmong } from '#utils/browser/settings/switches.ts'
import { withTimeout } from '#utils/browser/with-timeout.ts'
import type { NotePlace } from '#utils/database/schema.ts'
import { isPdfAddress } from '#utils/references/addresses/pdf-address.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import { codeOf } from '#utils/references/code.ts'
import { pageKind } from './page-kind.ts'

/** The tab under the popup, or beside the panel. */
export interface ActiveTab {
  readonly id: number
  readonly windowId: number
  readonly url: string
  readonly title: string
  readonly incognito: boolean
}

export async function activeTab(): Promise<ActiveTab | null> {
  return tabAmong(await browser.tabs.query({ active: true, currentWindow: true }))
}

/** What is needed of the tab that was asked for. */
export function tabAmong([tab]: Awaited<FirstAnswers['tabs']>): ActiveTab | null {
  if (tab?.id === undefined) return null
  const { id, windowId, url = '', title = '', incognito } = tab
  return { id, windowId, url, title, incognito }
}

/** Host name of the page in a tab; empty where it has none. */
export function hostOf(tab: ActiveTab | null): string {
  return tab !== null && /^https?:/i.test(tab.url) ? new URL(tab.url).hostname : ''
}

/** What to say of a page whose address the browser keeps to itself. */
type Nameless = Extract<PageEmptyReason, 'closed-page' | 'unseen'>

/** What a page names, once it is told; null where nothing tells. */
type Answer = Promise<PageReport | null> | null

/** What the page names, or why that can't be known. */
export async function readPage(tab: ActiveTab | null, nameless: Nameless = 'closed-page'): Promise<PageState> {
  // Asked at once, and not only when it is known to matter: the popup waits for it.
  const asked = tab === null || tab.url === '' ? null : reportOf(tab.id)
  return stateOf(tab, asked, siteOf(tab), nameless)
}

/**
 * The same, shown as soon as anything is known of it: first what it named when the background last heard of it. For what it names
 * now the background may have to be started, which takes what the first screen needs; so it is asked after that.
 *
 * @param found called with the tab before anything is shown
 * @param show called once or twice
 * @param calm what was shown stands on the screen, with all that belongs to it
 */
export async function readPageAtOnce(
  found: (tab: ActiveTab | null) => void,
  show: (state: PageState) => void,
  calm: Promise<unknown>,
  { tabs, session, stored, managed }: FirstAnswers = firstAnswers(),
): Promise<void> {
  const tab = tabAmong(await tabs)
  found(tab)
  const remembered = tab === null ? null : session.then((all) => rememberedIn(all, tab)).catch(() => null)
  const ask = () => (tab === null || tab.url === '' ? null : reportOf(tab.id, remembered))
  const site = siteOf(
    tab,
    Promise.all([stored, managed]).then(([own, fixed]) => switchesAmong(own, fixed)),
  )
  const first = await stateOf(tab, remembered, site)
  // Why there is nothing, that can't tell.
  if (first.type !== 'codes') return show(await stateOf(tab, ask(), site))
  show(first)
  await calm
  const asked = ask()
  await asked
  // A switch may have been turned since the first of it was shown.
  show(await stateOf(tab, asked, siteOf(tab)))
}

async function stateOf(
  tab: ActiveTab | null,
  asked: Answer,
  knownSite: Promise<PageSite>,
  nameless: Nameless = 'closed-page',
): Promise<PageState> {
  const site = await knownSite
  const empty = (reason: PageEmptyReason, place?: NotePlace): PageState => ({ type: 'empty', reason, site, place })
  if (!site.switches.everywhere) return empty('off-everywhere')
  if (tab === null) return empty('closed-page')
  // Without the right to a host the browser names no address either, unless the popup was opened by its button.
  if (tab.url === '' && !(await mayReadOfficialHosts())) return empty('no-permission')
  if (tab.url === '') return empty(nameless)
  const kind = pageKind(tab.url)
  if (kind !== 'web') return empty(kind)
  if (site.kind !== 'other' && !site.switches.site) return empty('off-site')
  const report = await asked
  const place = placeOf(tab, report !== null)
  if (report === null) return empty(await whyUnread(tab, site), place)
  if (report.codes.length > 0) return { type: 'codes', codes: report.codes.flatMap(cited), site, place }
  return empty(report.contentType === 'application/pdf' ? pdfOn(site) : 'no-codes', place)
}

async function whyUnread({ url }: ActiveTab, site: PageSite): Promise<PageEmptyReason> {
  if (site.kind === 'official' && !(await isPermitted(url))) return 'no-permission'
  // Firefox's viewer runs no content script, so the address has to tell.
  if (isPdfAddress(url)) return pdfOn(site)
  return site.kind === 'other' ? 'other-site' : 'not-reached'
}

/** Only of the official sites can Kamerlens fetch a PDF by itself. */
const pdfOn = ({ kind }: PageSite): PageEmptyReason => (kind === 'official' ? 'pdf' : 'other-pdf')

/** How Kamerlens stands to the site of a tab; null for a page of our own. */
export async function siteOf(tab: ActiveTab | null, all = readAllSwitches()): Promise<PageSite> {
  const host = hostOf(tab)
  const { switches, fixed } = (await all)(host)
  const turned = { switches, ...(Object.keys(fixed).length > 0 ? { fixed } : {}) }
  if (tab === null || host === '') return { host: '', kind: 'none', ...turned }
  if (isOfficialUrl(tab.url)) return { host, kind: 'official', ...turned }
  return { host, kind: (await isPermitted(tab.url)) ? 'added' : 'other', ...turned }
}

/** Milliseconds for an answer: a background that is stopped at the wrong moment gives none, and is asked again. */
const reportTimeout = 4000

/** @param otherwise what holds where the background does not answer */
const reportOf = (tabId: number, otherwise: Answer = null): Promise<PageReport | null> =>
  withTimeout(sendToBackground('tab/report', { tabId }), reportTimeout, () => otherwise).catch(() => otherwise)

/** Milliseconds between two looks at a page that is being reached. */
const looks = [100, 200, 400, 800, 1600]

/**
 * Reads a page that is about to be reached, by a permission, a switch or a search.
 *
 * @param before why it is not read as long as it is not
 */
export async function readPageSoon(
  find: () => Promise<ActiveTab | null>,
  before: readonly PageEmptyReason[] = ['not-reached'],
  nameless: Nameless = 'closed-page',
): Promise<PageState> {
  let state = await readPage(await find(), nameless)
  for (const pause of looks) {
    if (state.type !== 'empty' || !before.includes(state.reason)) break
    await new Promise((resolve) => setTimeout(resolve, pause))
    state = await readPage(await find(), nameless)
  }
  return state
}

/** A note remembers where it was made: on the official sites, or where the user had Kamerlens search; never in private. */
function placeOf({ url, title, incognito }: ActiveTab, isRead: boolean): NotePlace | undefined {
  return !incognito && (isRead || isOfficialUrl(url)) ? { url, title } : undefined
}

/** What a page names, with its label and address. */
export function cited({ id, count, collapsed }: PageName): PageCode[] {
  const code = codeOf(id)
  return code ? [{ ...code, count, collapsed }] : []
}

import { browser } from 'wxt/browser'
import type { PageActions, PageState } from '#components/popup/page-state.ts'
import { backgroundActions } from '#components/store/background-actions.ts'
import { ask, sendToBackground } from '#utils/browser/messages.ts'
import { giveSiteBack, requestOfficialHosts, requestSite } from '#utils/browser/permissions.ts'
import type { PageEmptyReason } from '#utils/browser/protocol/page-report.ts'
import { forgetSearched } from '#utils/browser/session/searched-tabs.ts'
import { turnSwitch } from '#utils/browser/settings/switches.ts'
import { type ActiveTab, activeTab, hostOf } from './active-page.ts'

/** The screen that shows a page, popup or side panel. */
export interface PageOnScreen {
  /** What is shown of the page. */
  readonly state: () => PageState
  /** The tab, once it is known: a permission may be asked for only within the click itself. */
  readonly here: () => ActiveTab | null
  /**
   * Reads the page anew after an action.
   *
   * @param before why it is not read as long as the action has not reached it: looked at again until it has
   */
  readonly look: (...before: readonly PageEmptyReason[]) => Promise<void>
  /** The browser lets Kamerlens do nothing on the page. */
  readonly refused: () => void
  /** What was asked for goes on in another place. */
  readonly leave: () => void
}

/** What popup and side panel do with a page. */
export function pageActionsOn({ state, here, look, refused, leave }: PageOnScreen): PageActions {
  const turnOn = () => turnSwitch('site', hostOf(here()), true)

  return {
    async goTo(id) {
      const tab = here()
      if (tab) await sendToBackground('tab/go-to', { tabId: tab.id, id }).catch(() => false)
    },
    async passages() {
      const tab = here() ?? (await activeTab())
      return tab === null ? [] : sendToBackground('tab/passages', { tabId: tab.id })
    },
    showPassage(id) {
      const tab = here()
      if (tab) sendToBackground('tab/show-passage', { tabId: tab.id, id }).catch(() => false)
    },
    async saveQuestions() {
      const tab = here()
      if (tab === null) return { ok: false, error: 'no-page' }
      const page = state()
      const isPdf = page.type === 'empty' && page.reason === 'pdf'
      return isPdf ? backgroundActions.readAddress(tab.url, tab.title) : ask('reading/page', { tabId: tab.id })
    },
    async openReader() {
      const tab = here()
      if (tab === null) return
      const { id: tabId, url, title } = tab
      const answer = await ask('reader/open', { url, title, tabId })
      if (answer.ok) leave()
    },
    allow() {
      const isGiven = requestOfficialHosts().catch(() => false)
      // What the tab shows may be named only from then on.
      void isGiven.then(() => look('not-reached'))
      return isGiven
    },
    async reload() {
      const tab = here()
      if (tab === null) return
      await browser.tabs.reload(tab.id)
      leave()
    },
    async turn(name, on) {
      await turnSwitch(name, hostOf(here()), on)
      await look('not-reached')
    },
    async search() {
      const tab = here()
      if (tab === null) return
      await turnOn()
      const isIn = await sendToBackground('tab/search', { tabId: tab.id }).catch(() => false)
      if (isIn) await look('not-reached', 'other-site')
      else refused()
    },
    addSite() {
      // The browser's question may close the popup: what is left to do then is the background's.
      const isGiven = requestSite(here()?.url ?? '').catch(() => false)
      void isGiven.then(() => look('not-reached'))
      void turnOn()
      return isGiven
    },
    async removeSite() {
      const tab = here()
      if (tab === null) return
      await forgetSearched(tab.id)
      // A wider permission, given in the browser's settings, is not ours to take back: the switch does what is meant.
      if (!(await giveSiteBack(tab.url))) await turnSwitch('site', hostOf(tab), false)
      await look()
    },
  }
}

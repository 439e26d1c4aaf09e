import type { Signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { backgroundActions } from '#components/background-actions.ts'
import type { PageActions, PageState } from '#components/page-state.ts'
import { ask, sendToBackground } from '#utils/browser/messages.ts'
import { giveSiteBack, requestOfficialHosts, requestSite } from '#utils/browser/permissions.ts'
import { forgetSearched } from '#utils/browser/searched-tabs.ts'
import { turnSwitch } from '#utils/browser/switches.ts'
import { type ActiveTab, activeTab, hostOf, readPage, readPageSoon } from './active-page.ts'

/**
 * What the popup does with the page under it.
 *
 * @param page shown state of the page, written after each action
 * @param here the tab, once it is known: a permission may be asked for only within the click itself
 */
export function pageActionsOn(page: Signal<PageState>, here: () => ActiveTab | null): PageActions {
  const look = async (...before: Parameters<typeof readPageSoon>[1] & object) => {
    page.value = await (before.length > 0 ? readPageSoon(activeTab, before) : readPage(await activeTab()))
  }
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
      const isPdf = page.value.type === 'empty' && page.value.reason === 'pdf'
      return isPdf ? backgroundActions.readAddress(tab.url, tab.title) : ask('reading/page', { tabId: tab.id })
    },
    async openReader() {
      const tab = here()
      if (tab === null) return
      const { id: tabId, url, title } = tab
      const answer = await ask('reader/open', { url, title, tabId })
      if (answer.ok) close()
    },
    allow() {
      // What the tab shows may be named only from then on.
      const again = () => look('not-reached')
      requestOfficialHosts().then(again, again)
    },
    async reload() {
      const tab = here()
      if (tab === null) return
      await browser.tabs.reload(tab.id)
      close()
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
      else if (page.value.type !== 'loading') page.value = { ...page.value, type: 'empty', reason: 'closed-page' }
    },
    addSite() {
      const again = () => look('not-reached')
      // The browser's question may close the popup: what is left to do then is the background's.
      requestSite(here()?.url ?? '').then(again, again)
      void turnOn()
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

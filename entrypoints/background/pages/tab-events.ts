import { browser } from 'wxt/browser'
import { isReadable } from '#utils/browser/permissions.ts'
import { rememberNamed } from '#utils/browser/session/named-in-tabs.ts'
import { forgetSearched } from '#utils/browser/session/searched-tabs.ts'
import type { Passages } from '../passages/passages.ts'
import { reachMissedFrames } from './frames.ts'
import type { Pages } from './pages.ts'
import { onDocumentGone } from './ports.ts'
import { forgetOtherSite } from './sites.ts'
import type { Walking } from './walking.ts'

interface Parts {
  readonly pages: Pages
  readonly walking: Pick<Walking, 'forget'>
  readonly passages: Pick<Passages, 'forget'>
  /** Shows how many codes the page in a tab names. */
  readonly counted: (tabId: number) => Promise<void>
}

/** Keeps what is known of the page in each tab true while tabs load, change and close. */
export function followTabs({ pages, walking, passages, counted }: Parts): void {
  browser.tabs.onRemoved.addListener(async (tabId) => {
    pages.forget(tabId)
    walking.forget(tabId)
    await Promise.all([forgetSearched(tabId), rememberNamed(tabId, null), passages.forget(tabId)])
  })
  browser.tabs.onUpdated.addListener(async (tabId, { status, url: address }, { url }) => {
    if (status === 'loading') {
      // At the same address only a frame may load: the page and the other frames would report nothing new.
      if (address === undefined) pages.loads(tabId)
      else pages.forget(tabId)
      walking.forget(tabId)
      await Promise.all([counted(tabId), forgetOtherSite(tabId, url)])
    }
    if (status === 'complete') await pages.loaded(tabId)
    // Pages that were only taken out of the back/forward cache, or changed their address alone, report nothing new.
    if (status === 'complete' && url !== undefined && (await isReadable(url, tabId))) {
      if (!import.meta.env.FIREFOX) await reachMissedFrames(tabId)
      if ((await pages.report(tabId)) !== null) await counted(tabId)
    }
  })
  onDocumentGone(async (frame) => {
    await pages.check(frame)
    await counted(frame.tabId)
  })
}

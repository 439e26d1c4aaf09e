import { browser } from 'wxt/browser'
import { sendToPage, tellAllFrames, topOf } from '#utils/browser/messages.ts'
import { injectInto } from './inject.ts'
import { readableTabs } from './sites.ts'

/** Milliseconds in which changes are gathered before pages are told; a burst of saves is one refresh. */
const gathering = 200

/** Tells the pages that we work on that something kept has changed, soon after the last of a burst. */
export function createRefresher(wait: (task: () => void, milliseconds: number) => unknown = setTimeout): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    wait(() => {
      waiting = false
      refreshPages()
    }, gathering)
  }
}

async function refreshPages(): Promise<void> {
  const tabs = await readableTabs().catch(() => [])
  await Promise.allSettled(tabs.map((tabId) => tellAllFrames(tabId, 'page/refresh')))
}

/**
 * Reaches the tabs that were open before the installation, an update or a permission. Tabs that answer have it already;
 * tabs that may not be touched are passed over.
 */
export async function reachOpenTabs(): Promise<void> {
  const tabs = await readableTabs().catch(() => [])
  await Promise.allSettled(tabs.map(async (tabId) => (await isReached(tabId)) || (await injectInto(tabId))))
}

/**
 * After a permission was taken back: every document of ours asks where it is, is refused where it may no longer be, and
 * ends. All tabs, since the browser no longer says which ones they are.
 */
export async function leaveOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({})
  await Promise.allSettled(tabs.map(async ({ id }) => id !== undefined && tellAllFrames(id, 'page/check')))
}

function isReached(tabId: number): Promise<boolean> {
  return sendToPage(topOf(tabId), 'page/list').then(
    () => true,
    () => false,
  )
}

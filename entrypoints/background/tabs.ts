import { browser } from 'wxt/browser'
import { sendToPage } from '#utils/browser/messages.ts'
import { officialMatchPatterns } from '#utils/references/sites.ts'

/** Milliseconds in which changes are gathered before pages are told; a burst of saves is one refresh. */
const gathering = 200

/** The open tabs on official sites. Hosts that the user took back are not listed by the browser. */
export async function officialTabs(): Promise<readonly number[]> {
  const tabs = await browser.tabs.query({ url: [...officialMatchPatterns] })
  return tabs.flatMap(({ id, discarded }) => (id === undefined || discarded === true ? [] : [id]))
}

/** Tells the pages of the official sites that something kept has changed, soon after the last of a burst. */
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
  const tabs = await officialTabs().catch(() => [])
  await Promise.allSettled(tabs.map((tabId) => sendToPage(tabId, 'page/refresh')))
}

/**
 * Gives the tabs that were open before the installation, an update or a permission what pages opened later get by
 * themselves. The manifest says which files: their names are the build's business. Tabs that answer have it already;
 * tabs that may not be touched are passed over.
 */
export async function reachOpenTabs(): Promise<void> {
  const { content_scripts: scripts = [] } = browser.runtime.getManifest()
  const tabs = await officialTabs().catch(() => [])
  await Promise.allSettled(
    tabs.map(async (tabId) => {
      if (await isReached(tabId)) return
      for (const { css = [], js = [] } of scripts) {
        if (css.length > 0) await browser.scripting.insertCSS({ target: { tabId }, files: [...css] })
        if (js.length > 0) await browser.scripting.executeScript({ target: { tabId }, files: [...js] as never })
      }
    }),
  )
}

function isReached(tabId: number): Promise<boolean> {
  return sendToPage(tabId, 'page/list').then(
    () => true,
    () => false,
  )
}

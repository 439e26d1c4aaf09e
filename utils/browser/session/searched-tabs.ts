import { browser } from 'wxt/browser'

/**
 * Tabs whose page is on no official site and was searched once, on the user's click. In session storage: it outlives
 * the background's stop, and neither the browser's end nor a private window leaves anything of it on disk.
 */
const prefix = 'searched-tab.'

/** The page in a tab may be searched, until the tab shows another site. */
export async function rememberSearched(tabId: number, url: string): Promise<void> {
  await browser.storage.session.set({ [prefix + tabId]: new URL(url).origin })
}

export async function forgetSearched(tabId: number): Promise<void> {
  await browser.storage.session.remove(prefix + tabId)
}

/** Whether the user had a page of this address's origin searched in this tab. */
export async function isSearched(tabId: number, url: string): Promise<boolean> {
  const origin = (await browser.storage.session.get(prefix + tabId))[prefix + tabId]
  return origin !== undefined && URL.parse(url)?.origin === origin
}

export async function searchedTabs(): Promise<readonly number[]> {
  const all = Object.keys(await browser.storage.session.get(null))
  return all.filter((key) => key.startsWith(prefix)).map((key) => Number(key.slice(prefix.length)))
}

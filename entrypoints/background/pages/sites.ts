import { type Browser, browser } from 'wxt/browser'
import { addedPatterns, isPermitted } from '#utils/browser/permissions.ts'
import { forgetSearched, isSearched, rememberSearched, searchedTabs } from '#utils/browser/session/searched-tabs.ts'
import { officialMatchPatterns } from '#utils/references/addresses/sites.ts'
import { injectInto } from './inject.ts'

/** The one registration, for all sites that the user added: what is granted says which. */
const registration = 'added-sites'

let last: Promise<void> = Promise.resolve()

/**
 * Has the content script run on exactly the sites that the user added. What the browser has granted is the only record
 * of them, so a permission that is given or taken back anywhere is enough, and this may be called at any time.
 */
export function registerAddedSites(): Promise<void> {
  // One after the other: two at once would both find nothing registered.
  last = last.then(register).catch((error: unknown) => console.error(error))
  return last
}

async function register(): Promise<void> {
  const [matches, registered] = await Promise.all([
    addedPatterns(),
    browser.scripting.getRegisteredContentScripts({ ids: [registration] }),
  ])
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [registration] })
    return
  }
  const scripts = browser.runtime.getManifest().content_scripts ?? []
  const script: Browser.scripting.RegisteredContentScript = {
    id: registration,
    matches: [...matches],
    js: scripts.flatMap(({ js = [] }) => js.map(pathOf)),
    css: scripts.flatMap(({ css = [] }) => css.map(pathOf)),
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle',
    persistAcrossSessions: true,
  }
  if (registered.length > 0) await browser.scripting.updateContentScripts([script])
  else await browser.scripting.registerContentScripts([script])
}

/** A file of the package as registrations want it: Firefox names those of its manifest by their whole address. */
const pathOf = (file: string): string => new URL(file, browser.runtime.getURL('/')).pathname.slice(1)

/**
 * The open tabs in which Kamerlens may work: on official sites, on added ones, and where the user had a page searched.
 * Hosts that the user took back are not listed by the browser.
 */
export async function readableTabs(): Promise<readonly number[]> {
  const [tabs, searched] = await Promise.all([
    browser.tabs.query({ url: [...officialMatchPatterns, ...(await addedPatterns())] }),
    searchedTabs(),
  ])
  const open = tabs.flatMap(({ id, discarded }) => (id === undefined || discarded === true ? [] : [id]))
  return [...new Set([...open, ...searched])]
}

/**
 * Finds the codes of the page in a tab this once, whatever its site: the click on Kamerlens' button lets the extension
 * into this one page (`activeTab`). False where the browser refuses all the same.
 */
export async function searchOnce(tabId: number): Promise<boolean> {
  const { url } = await browser.tabs.get(tabId)
  if (url === undefined || !/^https?:/i.test(url)) return false
  await rememberSearched(tabId, url)
  try {
    await injectInto(tabId)
    return true
  } catch {
    await forgetSearched(tabId)
    return false
  }
}

/** Forgets that a page was searched once the tab shows another site, or one that we may no longer know. */
export async function forgetOtherSite(tabId: number, url: string | undefined): Promise<void> {
  if (url === undefined || !(await isSearched(tabId, url)) || (await isPermitted(url))) await forgetSearched(tabId)
}

import { browser } from 'wxt/browser'
import { isOfficialHost, isOfficialUrl, officialMatchPatterns } from '../references/addresses/sites.ts'
import { isSearched } from './session/searched-tabs.ts'

/**
 * The pattern of an address's site, as it is asked for, registered and given back: its scheme and host. Without a
 * port, which Firefox' patterns can't name. Null for what is no web address.
 */
export function sitePattern(url: string): string | null {
  const { protocol, hostname } = URL.parse(url) ?? { protocol: '', hostname: '' }
  return /^https?:$/.test(protocol) && hostname !== '' ? `${protocol}//${hostname}/*` : null
}

/** Whether the user lets the extension work on an address now. Firefox users may take any host back. */
export async function isPermitted(url: string): Promise<boolean> {
  const pattern = sitePattern(url)
  if (pattern === null) return false
  try {
    return await browser.permissions.contains({ origins: [pattern] })
  } catch {
    // A host that no match pattern can name (an IPv6 address in Firefox) can't have been granted.
    return false
  }
}

/** The patterns of the sites that the user added to the official ones. */
export async function addedPatterns(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll()
  // Browsers list the official sites too, also one by one where the user gave only some of them.
  return origins.filter((pattern) => {
    const host = /^(?:\*|https?):\/\/(?:\*\.)?([^/*]+)\/\*$/.exec(pattern)?.[1]
    return host === undefined ? pattern.includes('://') : !isOfficialHost(host)
  })
}

/** Gives patterns back, as `addedPatterns` names them. False where the browser keeps one. */
export async function givePatternsBack(origins: readonly string[]): Promise<boolean> {
  await browser.permissions.remove({ origins: [...origins] }).catch(() => false)
  const left = await addedPatterns()
  return !origins.some((pattern) => left.includes(pattern))
}

/** Asks the user for patterns that were given back; call it straight from a click. */
export function requestPatterns(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] })
}

/** Calls back after each permission that is given or taken back, until it is stopped. */
export function watchPermissions(onChange: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions
  const listener = () => onChange()
  onAdded.addListener(listener)
  onRemoved.addListener(listener)
  return () => {
    onAdded.removeListener(listener)
    onRemoved.removeListener(listener)
  }
}

/** Whether the user lets the extension work on all official sites. */
export function mayReadOfficialHosts(): Promise<boolean> {
  return browser.permissions.contains({ origins: [...officialMatchPatterns] })
}

/** Asks the user for all official hosts; call it straight from a click. */
export function requestOfficialHosts(): Promise<boolean> {
  return browser.permissions.request({ origins: [...officialMatchPatterns] })
}

/** Whether the user lets us show notifications of the browser. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] })
}

/** Asks the user for notifications; call it straight from a click. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] })
}

/** Gives the right to show notifications back. */
export async function giveNotificationsBack(): Promise<void> {
  await browser.permissions.remove({ permissions: ['notifications'] })
}

/** Asks the user for the site of an address; call it straight from a click. */
export async function requestSite(url: string): Promise<boolean> {
  const pattern = sitePattern(url)
  return pattern !== null && browser.permissions.request({ origins: [pattern] })
}

/** Gives the site of an address back. False where a wider permission, given in the browser's settings, still covers it. */
export async function giveSiteBack(url: string): Promise<boolean> {
  const pattern = sitePattern(url)
  if (pattern !== null) await browser.permissions.remove({ origins: [pattern] }).catch(() => false)
  return !(await isPermitted(url))
}

/**
 * Whether content scripts may be at work at an address in a tab: an official site, one that the user added, or a page
 * that the user had searched there.
 */
export async function isReadable(url: string, tabId: number): Promise<boolean> {
  return isOfficialUrl(url) || (await isPermitted(url)) || (await isSearched(tabId, url))
}

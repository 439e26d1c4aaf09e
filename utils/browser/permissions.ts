import { browser } from 'wxt/browser'
import { isOfficialUrl, officialMatchPatterns } from '../references/sites.ts'

/** Whether the user lets the extension work on an address now. Firefox users may take any host back. */
export async function isPermitted(url: string): Promise<boolean> {
  if (!/^https?:/i.test(url)) return false
  try {
    return await browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] })
  } catch {
    // A host that no match pattern can name (an IPv6 address in Firefox) can't have been granted.
    return false
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

/** Whether content scripts may be at work at an address: an official site, or one that the user added. */
export async function isReadable(url: string): Promise<boolean> {
  return isOfficialUrl(url) || (await isPermitted(url))
}

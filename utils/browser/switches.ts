import { browser } from 'wxt/browser'

/**
 * The off switches. One key a switch, so that two windows that turn different ones never write over each other; a
 * switch that is on is no key at all, and a site that was never switched off leaves no trace.
 *
 * @wxt-dev/storage was looked at: the content script reads these keys on every page, and would carry all of the library
 * (drivers, migrations, a lock) for two reads and a listener.
 */
export interface Switches {
  /** «Overal». */
  readonly everywhere: boolean
  /** «Op deze site». */
  readonly site: boolean
}

export type Switch = keyof Switches

const keyOf = (name: Switch, host: string): string =>
  name === 'everywhere' ? 'switch.everywhere' : `switch.site.${host}`

/**
 * How the switches stand for a site.
 *
 * @param host host name of the page in the tab, without port; empty for a page that has none
 */
export async function readSwitches(host: string): Promise<Switches> {
  const keys = [keyOf('everywhere', host), keyOf('site', host)] as const
  // The one place that reads: what an administrator fixes (`storage.managed`, SAFETY §4) will be laid over it here.
  const stored = await browser.storage.local.get([...keys])
  return { everywhere: stored[keys[0]] !== false, site: stored[keys[1]] !== false }
}

/** Turns a switch. The user does so on purpose, so it is kept, in a private window too. */
export async function turnSwitch(name: Switch, host: string, on: boolean): Promise<void> {
  const key = keyOf(name, host)
  if (on) await browser.storage.local.remove(key)
  else await browser.storage.local.set({ [key]: false })
}

/** Calls back with the switches of a site after each change, from whichever window. Returns what stops it. */
export function watchSwitches(host: string, onChange: (switches: Switches) => void): () => void {
  const listener = (changes: object, area: string): void => {
    const concerns = Object.hasOwn(changes, keyOf('everywhere', host)) || Object.hasOwn(changes, keyOf('site', host))
    if (area === 'local' && concerns) readSwitches(host).then(onChange, () => undefined)
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}

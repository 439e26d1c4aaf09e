import { browser } from 'wxt/browser'

/**
 * What the user switches off. One key a switch, so that two windows that turn different ones never write over each other; a
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
  /** «Vanzelf opzoeken bij aanwijzen», on every site; off, a card asks first. */
  readonly lookUp: boolean
}

export type Switch = keyof Switches

const keysOf = (host: string): Readonly<Record<Switch, string>> => ({
  everywhere: 'switch.everywhere',
  site: `switch.site.${host}`,
  lookUp: 'switch.look-up',
})

/** Whether a card asks before it has anything looked up; settings that can't be read leave that to the user too. */
export async function asksFirst(): Promise<boolean> {
  return readSwitches('').then(
    ({ lookUp }) => !lookUp,
    () => true,
  )
}

/**
 * How the switches stand for a site.
 *
 * @param host host name of the page in the tab, without port; empty for a page that has none
 */
export async function readSwitches(host: string): Promise<Switches> {
  const keys = keysOf(host)
  // The one place that reads: what an administrator fixes (`storage.managed`, SAFETY §4) will be laid over it here.
  const stored = await browser.storage.local.get(Object.values(keys))
  const isOn = (name: Switch): boolean => stored[keys[name]] !== false
  return { everywhere: isOn('everywhere'), site: isOn('site'), lookUp: isOn('lookUp') }
}

/** Turns a switch. The user does so on purpose, so it is kept, in a private window too. */
export async function turnSwitch(name: Switch, host: string, on: boolean): Promise<void> {
  const key = keysOf(host)[name]
  if (on) await browser.storage.local.remove(key)
  else await browser.storage.local.set({ [key]: false })
}

/** Calls back after each change of the switches of a site, from whichever window, as long as this context lives. */
export function watchSwitches(host: string, onChange: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.values(keysOf(host)).some((key) => key in changes)) onChange()
  })
}

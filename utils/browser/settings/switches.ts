import { browser } from 'wxt/browser'
import { isOfficialHost } from '../../references/addresses/sites.ts'
import { readManaged } from './managed.ts'

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
  /** «Op deze site»: off where the host itself is, or all of an official site. */
  readonly site: boolean
  /** «Vanzelf opzoeken bij aanwijzen», on every site; off, a card asks first. */
  readonly lookUp: boolean
}

export type Switch = keyof Switches

const sitePrefix = 'switch.site.'

/** `www.tweedekamer.nl` → `tweedekamer.nl` */
const domainOf = (host: string) => host.split('.').slice(-2).join('.')

/** The names that a user switches a host off by: its own, and that of all of an official site (`tweedekamer.nl`). */
const hostsOf = (host: string) => [host, isOfficialHost(host) ? domainOf(host) : host] as const

/** The keys of a switch: it is on where none of them is off, and turned at the first of them. */
function keysOf(host: string): Readonly<Record<Switch, readonly [string, ...string[]]>> {
  // Of all of `tweedekamer.nl` in the list of official sites, of `www.tweedekamer.nl` over a page.
  const [own, domain] = hostsOf(host)
  return {
    everywhere: ['switch.everywhere'],
    site: [sitePrefix + own, sitePrefix + domain],
    lookUp: ['switch.look-up'],
  }
}

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
  const [stored, fixed] = await Promise.all([
    browser.storage.local.get(Object.values(keysOf(host)).flat()),
    readFixedSwitches(host),
  ])
  return { ...switchesIn(stored, host), ...fixed }
}

/** The switches of a site, and which of them are fixed. */
export type SwitchesOf = (host: string) => { readonly switches: Switches; readonly fixed: Partial<Switches> }

/** The same of any site, once all that is stored was read: it need not be known before. */
export async function readAllSwitches(): Promise<SwitchesOf> {
  return switchesAmong(...(await Promise.all([browser.storage.local.get(null), readManaged()])))
}

/** @param stored all that is; `managed` what an administrator has fixed */
export function switchesAmong(stored: Stored, managed: Stored): SwitchesOf {
  return (host) => {
    const fixed = fixedIn(managed, host)
    return { switches: { ...switchesIn(stored, host), ...fixed }, fixed }
  }
}

/** The switches of a site that an administrator has fixed, and how: the user can't turn them. */
export async function readFixedSwitches(host: string): Promise<Partial<Switches>> {
  return fixedIn(await readManaged(), host)
}

type Stored = Readonly<Record<string, unknown>>

function switchesIn(stored: Stored, host: string): Switches {
  const keys = keysOf(host)
  const isOn = (name: Switch): boolean => keys[name].every((key) => stored[key] !== false)
  return { everywhere: isOn('everywhere'), site: isOn('site'), lookUp: isOn('lookUp') }
}

/** To an administrator the name of a domain is all of it, official or not (`managed-schema.json`). */
function fixedIn({ everywhere, lookUp, sitesOff }: Stored, host: string): Partial<Switches> {
  const isFixedOff = Array.isArray(sitesOff) && [host, domainOf(host)].some((each) => sitesOff.includes(each))
  return {
    ...(typeof everywhere === 'boolean' ? { everywhere } : {}),
    ...(typeof lookUp === 'boolean' ? { lookUp } : {}),
    ...(isFixedOff ? { site: false } : {}),
  }
}

/** The hosts that an administrator has switched off. */
export async function hostsFixedOff(): Promise<readonly string[]> {
  const { sitesOff } = await readManaged()
  return Array.isArray(sitesOff) ? sitesOff.filter((host) => typeof host === 'string') : []
}

/** Turns a switch. The user does so on purpose, so it is kept, in a private window too. */
export async function turnSwitch(name: Switch, host: string, on: boolean): Promise<void> {
  const keys = keysOf(host)[name]
  if (on) await browser.storage.local.remove([...keys])
  else await browser.storage.local.set({ [keys[0]]: false })
}

/** The hosts of which Kamerlens is switched off, an official site among them as its domain (`tweedekamer.nl`). */
export async function hostsOff(): Promise<readonly string[]> {
  const stored = await browser.storage.local.get(null)
  return Object.keys(stored).flatMap((key) =>
    key.startsWith(sitePrefix) && stored[key] === false ? key.slice(sitePrefix.length) : [],
  )
}

/** Calls back after each change of any switch, from whichever window, until it is stopped. */
export function watchAllSwitches(onChange: () => void): () => void {
  const listener = (changes: Readonly<Record<string, unknown>>) => {
    if (Object.keys(changes).some((key) => key.startsWith('switch.'))) onChange()
  }
  browser.storage.local.onChanged.addListener(listener)
  return () => browser.storage.local.onChanged.removeListener(listener)
}

/** Calls back after each change of the switches of a site, from whichever window, as long as this context lives. */
export function watchSwitches(host: string, onChange: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.values(keysOf(host)).some((keys) => keys.some((key) => key in changes))) onChange()
  })
}

import { officialSites } from '../../references/addresses/sites.ts'
import { addedPatterns, mayReadOfficialHosts, watchPermissions } from '../permissions.ts'
import { hostsFixedOff, hostsOff, readSwitches, watchAllSwitches } from './switches.ts'

export type OfficialSite = (typeof officialSites)[number]

/** A site that the user added: what the browser has granted is the only record of it. */
export interface AddedSite {
  /** Host name; `*` where the browser was told to let Kamerlens onto all sites. */
  readonly host: string
  /** The granted patterns: http and https may both be there. */
  readonly patterns: readonly string[]
  readonly on: boolean
  /** Switched off by an administrator. */
  readonly isFixed?: true
}

/** Where Kamerlens works, and where not. */
export interface SiteList {
  readonly everywhere: boolean
  readonly official: readonly { readonly host: OfficialSite; readonly on: boolean; readonly isFixed?: true }[]
  /** False where the user took official sites back in the browser's settings. */
  readonly mayReadOfficial: boolean
  readonly added: readonly AddedSite[]
  /** Other hosts that were switched off: a part of an official site, or a site that was searched once. */
  readonly off: readonly { readonly host: string; readonly isFixed?: true }[]
}

export async function readSiteList(): Promise<SiteList> {
  const [{ everywhere }, hosts, fixedHosts, patterns, mayReadOfficial] = await Promise.all([
    readSwitches(''),
    hostsOff(),
    hostsFixedOff(),
    addedPatterns(),
    mayReadOfficialHosts(),
  ])
  const isOff = new Set([...hosts, ...fixedHosts])
  const fixed = (host: string) => (fixedHosts.includes(host) ? { isFixed: true as const } : {})
  const granted = Map.groupBy(patterns, hostOfPattern)
  const added = [...granted].map(([host, all]) => ({ host, patterns: all, on: !isOff.has(host), ...fixed(host) }))
  const named = new Set<string>([...officialSites, ...granted.keys()])
  return {
    everywhere,
    official: officialSites.map((host) => ({ host, on: !isOff.has(host), ...fixed(host) })),
    mayReadOfficial,
    added: added.toSorted((one, other) => one.host.localeCompare(other.host)),
    off: [...isOff]
      .filter((host) => !named.has(host))
      .toSorted()
      .map((host) => ({ host, ...fixed(host) })),
  }
}

/** The host that a match pattern is of, without «and all below it», since switches are by host; `*` for all. */
function hostOfPattern(pattern: string): string {
  return /^[^:]+:\/\/(?:\*\.)?([^/]+)\//.exec(pattern)?.[1] ?? '*'
}

/** Calls back after each change of it, from whichever window or the browser's settings, until it is stopped. */
export function watchSiteList(onChange: () => void): () => void {
  const stops = [watchAllSwitches(onChange), watchPermissions(onChange)]
  return () => {
    for (const stop of stops) stop()
  }
}

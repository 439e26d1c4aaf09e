/**
 * The official sites, one row each: the match patterns of the content script and the only hosts that the extension
 * ever contacts. Source: DESIGN «Hosts»; all of them are named in the first release, because hosts that an update
 * adds are not granted in Firefox and disable the extension in Chrome until accepted.
 */
export const officialMatchPatterns = [
  '*://*.tweedekamer.nl/*',
  '*://*.officielebekendmakingen.nl/*',
  '*://*.eerstekamer.nl/*',
  '*://*.rijksoverheid.nl/*',
  '*://open.overheid.nl/*',
  '*://repository.overheid.nl/*',
] as const

const officialDomains = ['tweedekamer.nl', 'officielebekendmakingen.nl', 'eerstekamer.nl', 'rijksoverheid.nl'] as const
const officialHosts = ['open.overheid.nl', 'repository.overheid.nl'] as const

/** The official sites as the user knows them, each with all hosts below it. */
export const officialSites = [...officialDomains, ...officialHosts] as const

/** Whether a host name (lower case, no port) is one that `officialMatchPatterns` covers. */
export function isOfficialHost(host: string): boolean {
  return (
    officialHosts.some((official) => host === official) ||
    officialDomains.some((domain) => host === domain || host.endsWith(`.${domain}`))
  )
}

/** Whether an address is a web address (http or https, standard port) of an official site. */
export function isOfficialUrl(url: string): boolean {
  const match = /^https?:\/\/([^/?#\\@:]+)(?=[/?#]|$)/i.exec(url)
  return match?.[1] !== undefined && isOfficialHost(match[1].toLowerCase())
}

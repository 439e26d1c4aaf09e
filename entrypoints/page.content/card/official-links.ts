import { cardMessages } from '#locales/card.ts'
import { isPdfAddress } from '#utils/references/addresses/pdf-address.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import { element } from './element.ts'

export interface OfficialLink {
  readonly label: string
  readonly url: string
}

/** One link a site, the first of it: the code's own page, then the other places where it is published. https only. */
export function officialLinks(addresses: readonly string[]): OfficialLink[] {
  const bySite = new Map<string, OfficialLink>()
  for (const address of addresses) {
    const url = URL.parse(address)
    if (url?.protocol !== 'https:') continue
    const label = siteName(url.hostname)
    if (!bySite.has(label)) bySite.set(label, { label, url: url.href })
  }
  return [...bySite.values()]
}

/** A link that leaves the page as it is. */
export function externalLink({ label, url }: OfficialLink): HTMLElement {
  return element(
    'a',
    { href: url, target: '_blank', rel: 'noopener noreferrer' },
    label,
    element('span', { 'aria-hidden': 'true' }, '\u00a0↗'),
    element('span', { class: 'unseen' }, ` (${cardMessages.get().newTab})`),
  )
}

function siteName(host: string): string {
  const texts = cardMessages.get()
  if (host.endsWith('tweedekamer.nl')) return texts.tweedeKamer
  if (host.endsWith('eerstekamer.nl')) return texts.eersteKamer
  if (host.endsWith('officielebekendmakingen.nl')) return texts.publication
  return host.replace(/^www\./, '')
}

/**
 * Whether an address is likely the text of a document rather than a page about one: only there is it worth offering to
 * read its questions. Source: DOMAIN §1.1 (files of the Tweede Kamer), §1.2 (publications).
 */
export function isReadable(address: string): boolean {
  if (isFile(address)) return true
  const url = URL.parse(address)
  if (url === null || !isOfficialUrl(address)) return false
  // `metadata.xml` lies beside each publication and says things about it.
  if (/(?<!\/metadata)\.(?:docx|xml)$/i.test(url.pathname)) return true
  return url.hostname.endsWith('officielebekendmakingen.nl') && /^\/[a-z]+-[\w-]+(?:\.html)?$/i.test(url.pathname)
}

/** Whether an official address is likely a PDF: those can be opened in the reader. */
export function isFile(address: string): boolean {
  return isOfficialUrl(address) && isPdfAddress(address)
}

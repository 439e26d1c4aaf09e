import { codeOfUrl } from '../references/code.ts'
import { isOfficialUrl } from '../references/sites.ts'
import type { Code } from '../references/types.ts'
import * as dom from './natives.ts'

/** Every address with a code has digits, but for Senate dossiers (`kst-cxxiv-g`). Spares most links the parsing. */
const perhapsCode = /\d{2}|kst-/i

/**
 * The code that a link's address carries; null for links that lead elsewhere, or to a place on this very page (on a
 * publication's page each note anchor resolves to that page's own address).
 *
 * @param pageUrl address of the page
 */
export function codeOfLink(link: HTMLAnchorElement, pageUrl: string): Code | null {
  const href = dom.attribute(link, 'href')
  if (href === null || !perhapsCode.test(href)) return null
  const url = link.href
  if (withoutFragment(url) === withoutFragment(pageUrl) || !isOfficialUrl(url)) return null
  return codeOfUrl(url)
}

function withoutFragment(url: string): string {
  const hash = url.indexOf('#')
  return hash < 0 ? url : url.slice(0, hash)
}

import { nameOfUrl } from '../references/addresses/address.ts'
import type { Name } from '../references/types.ts'
import * as dom from './natives.ts'

/**
 * What every address with a code has: a registration or CELEX number, a hyphen before a digit as publication ids have,
 * the beginning of a Senate dossier's (`kst-cxxiv-g`), of an ECLI, a law's id, a document of the Commission. Spares most links the parsing.
 */
const perhapsCode = /^(?!#).*?(?:\d{4}[a-z]\d{4}|-\d|kst-|ecli|bwb|cvdr|\/eli\/|(?:com|swd|join|sec)(?::|%3a)\d{4})/i
/**
 * The same as far as a selector can say it, so that the browser leaves out most links by itself: the years of the numbers
 * begin with 19 or 20, those of rulings with 18 as well. To look for letters in any case costs it twice what a digit does.
 * Note anchors are the most of all links of a publication.
 */
const chosen =
  'a:is([href*="-"],[href*="20"],[href*="19"],[href*="18"],[href*="bwb" i],[href*="CVDR"]):not([href^="#"])'

/** The links of a subtree whose address is worth a closer look. */
export const linksWorthIt = (root: Node): readonly HTMLAnchorElement[] => dom.linksIn(root, chosen).filter(mayCarryCode)

/** Whether a link's address is worth a closer look. */
function mayCarryCode(link: HTMLAnchorElement): boolean {
  return perhapsCode.test(dom.attribute(link, 'href') ?? '')
}

/**
 * The code that a link's address carries; null for links that lead elsewhere, or to a place on this very page (on a
 * publication's page each note anchor resolves to that page's own address).
 *
 * @param pageUrl address of the page
 */
export function codeOfLink(link: HTMLAnchorElement, pageUrl: string): Name | null {
  if (!mayCarryCode(link)) return null
  const url = link.href
  return withoutFragment(url) === withoutFragment(pageUrl) ? null : nameOfUrl(url)
}

function withoutFragment(url: string): string {
  const hash = url.indexOf('#')
  return hash < 0 ? url : url.slice(0, hash)
}

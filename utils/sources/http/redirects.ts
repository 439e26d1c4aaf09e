import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import { SourceFailure } from './errors.ts'
import type { Surroundings } from './surroundings.ts'

const mostRedirects = 5

/** Whether a look-up may go there: https, an official host, no user and no port. */
export function mayBeAsked(url: string): boolean {
  return /^https:/i.test(url) && isOfficialUrl(url)
}

/** A missing publication is not a 404 but a redirect to a page that says so (DOMAIN §2). */
export function isErrorPage(url: string): boolean {
  return /\/errors\/404|fout404/i.test(url)
}

/**
 * Asks, and follows to official places alone. Node says where a redirect leads, so that no other place is contacted;
 * a browser does not, and follows by itself, kept to the official hosts by the extension's `connect-src`.
 *
 * @throws SourceFailure `elsewhere`, `not-found` for the error page of a missing publication; what `fetch` throws
 */
export async function fetchOfficial(
  url: string,
  init: RequestInit,
  fetch: Surroundings['fetch'],
): Promise<{ response: Response; url: string }> {
  let at = url
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    if (!mayBeAsked(at)) throw new SourceFailure('elsewhere', at)
    if (isErrorPage(at)) throw new SourceFailure('not-found', at)
    const response = await fetch(at, { ...init, redirect: 'manual' })
    if (response.type === 'opaqueredirect') return followed(at, init, fetch)
    const location = [301, 302, 303, 307, 308].includes(response.status) ? response.headers.get('location') : null
    if (location === null) return { response, url: at }
    await response.body?.cancel().catch(() => undefined)
    at = URL.parse(location, at)?.href ?? location
  }
  throw new SourceFailure('broken-answer', 'too many redirects')
}

async function followed(
  url: string,
  init: RequestInit,
  fetch: Surroundings['fetch'],
): Promise<{ response: Response; url: string }> {
  let response: Response
  try {
    response = await fetch(url, { ...init, redirect: 'follow' })
  } catch (error) {
    init.signal?.throwIfAborted()
    // It answered a moment ago: where it sends to now, the policy keeps us from.
    throw new SourceFailure('elsewhere', error instanceof Error ? error.message : String(error))
  }
  const at = response.url || url
  const wrong = !mayBeAsked(at) ? 'elsewhere' : isErrorPage(at) ? 'not-found' : null
  if (wrong === null) return { response, url: at }
  await response.body?.cancel().catch(() => undefined)
  throw new SourceFailure(wrong, at)
}

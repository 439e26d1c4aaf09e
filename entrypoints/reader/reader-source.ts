import { isIncomingName } from '#utils/browser/incoming.ts'
import { openedPrivately } from '#utils/browser/session/private-openings.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'

/** What the reader is to show. */
export type ReaderSource =
  | { readonly type: 'address'; readonly url: string; readonly title: string; readonly isPrivate: boolean }
  /** A file of the user's own; its bytes lie in the origin private file system under `incoming/<id>`. */
  | { readonly type: 'file'; readonly id: string; readonly name: string }
  /** Nothing, or an address that is none of the official sites'. */
  | { readonly type: 'none'; readonly refused: string | null }

const longestTitle = 300

/** What the reader's own address stands for: with an id out of a private window what was kept under it. */
export async function sourceOfPage(search: string): Promise<ReaderSource> {
  const { query, isPrivate } = await openedPrivately(search)
  return readerSourceOf(query, isPrivate)
}

/**
 * Reads the reader's own address: `?url=https://…&title=…` or `?file=<id>&name=…`. Anyone may make such an address, so
 * nothing but official documents, over https, and files that Kamerlens itself laid down comes out of it.
 *
 * @param isPrivate whether it was asked for in a private window
 */
export function readerSourceOf(query: string, isPrivate = false): ReaderSource {
  const parameters = new URLSearchParams(query)
  const text = (name: string) => (parameters.get(name) ?? '').replace(/\s+/g, ' ').trim().slice(0, longestTitle)
  const file = parameters.get('file')
  if (file !== null && isIncomingName(file)) return { type: 'file', id: file, name: text('name') }
  const address = parameters.get('url')
  if (address === null) return { type: 'none', refused: null }
  const url = officialAddress(address)
  if (url === null) return { type: 'none', refused: address.slice(0, longestTitle) }
  return { type: 'address', url, title: text('title'), isPrivate }
}

/** The https address of an official document, without user, port or fragment; null for any other address. */
function officialAddress(address: string): string | null {
  const url = URL.parse(address.replace(/^http:/i, 'https:'))
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  url.hash = ''
  return isOfficialUrl(url.href) ? url.href : null
}

import type { KamerlensDatabase } from '../open.ts'
import type { DocumentId, DocumentRow } from '../schema.ts'
import { withoutRijkswet } from './alike.ts'
import { isShared } from './names.ts'

/** UTF-16 code units of the longest name of a document: what is longer is no address that anyone comes back to, and no export holds it. */
export const longestName = 2_000

/** What tells a document from all others, best first. */
export interface Identity {
  /** Official ids, canonical, best first. */
  readonly official: readonly DocumentId[]
  /** `file:<sha256>` of the bytes. */
  readonly file: DocumentId
  /** `url:<address>`, where the document was found; null for a file of the user's own, and where that is no name (`longestName`). */
  readonly address: DocumentId | null
}

/** Aliases that no official service gave: by content, or by address. */
export function isOfficialId(id: DocumentId): boolean {
  return !/^(?:file|url):/.test(id)
}

/**
 * @param ownIds official ids that the document carries or that its address names, canonical, best first
 * @param url the address that the bytes came from, or null
 */
export function identityOf(ownIds: readonly DocumentId[], sha256: string, url: string | null): Identity {
  const ids = [...new Set(ownIds.flatMap((id) => [id, withoutRijkswet(id)]))]
  // Question and answer share their zaak: its number names a document only where nothing better is known (DOMAIN §3).
  const own = ids.filter((id) => !isShared(id))
  return {
    official: own.length > 0 ? own : ids.slice(0, 1),
    file: `file:${sha256}`,
    address: url === null ? null : nameOf(url),
  }
}

/** The names that a document with this identity is found by. */
export function aliasesOf({ official, file, address }: Identity): readonly DocumentId[] {
  // An address is a name only for want of a better one: what stands at an address can become another document. The
  // bytes of a page differ each time it is asked for; they name it only where it has no address either.
  if (official.length > 0) return [...official, file]
  return address === null ? [file] : [file, address]
}

/** The stored documents, removed ones too, that have this identity; the one that was known first, first. */
export async function documentsWith(db: KamerlensDatabase, identity: Identity): Promise<DocumentRow[]> {
  const names = [...identity.official, identity.file, ...(identity.address === null ? [] : [identity.address])]
  const found = await db.documents.where('aliases').anyOf(names).distinct().toArray()
  const same = found.filter((document) => {
    if (document.aliases.some((alias) => alias === identity.file || identity.official.includes(alias))) return true
    return !document.aliases.some(isOfficialId)
  })
  return same.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0))
}

/** Null too for an address that is too long to be a name. */
function nameOf(url: string): DocumentId | null {
  const name = addressAlias(url)
  return name === null || name.length > longestName ? null : name
}

/** The name by which a document goes that has no better one: its address, without fragment. Null for no web address. */
export function addressAlias(url: string): DocumentId | null {
  try {
    const { protocol, host, pathname, search } = new URL(url)
    return protocol === 'https:' || protocol === 'http:' ? `url:https://${host}${pathname}${search}` : null
  } catch {
    return null
  }
}

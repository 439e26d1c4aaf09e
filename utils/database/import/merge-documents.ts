import { isOfficial } from '../documents/join-documents.ts'
import { questionsFrom } from '../documents/richer-reading.ts'
import { isOfficialId } from '../names/identity.ts'
import { isShared } from '../names/names.ts'
import { isLive } from '../rows/live.ts'
import { isTouchedLater, joinedMoments, withMoments } from '../rows/removal.ts'
import type { DocumentId, DocumentRow } from '../schema.ts'

/**
 * The stored document that an imported one is: under the same id, or sharing a name that only one document has.
 *
 * @param byAlias stored documents by each of their aliases
 */
function sameDocument(document: DocumentRow, byAlias: ReadonlyMap<DocumentId, DocumentRow>): DocumentRow | undefined {
  const sameId = byAlias.get(document.id)
  if (sameId !== undefined) return sameId
  const telling = document.aliases.filter((alias) => !isShared(alias) && !alias.startsWith('url:'))
  const named = telling.map((alias) => byAlias.get(alias)).find((found) => found !== undefined)
  if (named !== undefined || document.aliases.some(isOfficialId)) return named
  // By address alone only where neither has an official name: what stands at an address can become another document.
  const found = document.aliases.map((alias) => byAlias.get(alias)).find((stored) => stored !== undefined)
  return found?.aliases.some(isOfficialId) ? undefined : found
}

/**
 * What an imported document is here, and the stored one that it is joined with, if any.
 *
 * A file says of itself which paper it is, an official address does not (`documents/store-document.ts`): where a paper is kept as it was read
 * at an official address, what another machine read in a file of the user's own under that paper's names becomes a document
 * beside it, and stays that one whichever of them is removed later. Where one was removed before, they are one document.
 *
 * @param byAlias stored documents by each of their aliases
 */
export function placeOf(
  document: DocumentRow,
  byAlias: ReadonlyMap<DocumentId, DocumentRow>,
): { readonly document: DocumentRow; readonly own: DocumentRow | undefined } {
  const same = sameDocument(document, byAlias)
  const beside = same === undefined ? null : besideOfficial(same, document)
  if (same === undefined || beside === null) return { document, own: same }
  const own = sameDocument(beside, byAlias)
  return own !== undefined || (isLive(same) && isLive(document)) ? { document: beside, own } : { document, own: same }
}

/** Under the names of those of its bytes alone that the official one does not have; null where it has them all, or is none. */
function besideOfficial(own: DocumentRow, other: DocumentRow): DocumentRow | null {
  if (!isOfficial(own) || isOfficial(other) || questionsFrom(other) === undefined) return null
  const aliases = other.aliases.filter((alias) => alias.startsWith('file:') && !own.aliases.includes(alias))
  const [id] = aliases
  return id === undefined ? null : { ...other, id, kind: 'file', aliases, links: [] }
}

/**
 * Whether one of two rows of a document was read from the same place as the other, or after it was removed: then the later of both
 * is meant, however much is in it (see `documents/richer-reading.ts`).
 */
export function isReadAnew(own: DocumentRow, other: DocumentRow): boolean {
  const from = questionsFrom(own)
  return !isLive(own) || !isLive(other) || (from !== undefined && from === questionsFrom(other))
}

/**
 * Joins what two machines know of one document: names and links of both, the facts as the reading has them whose questions stay.
 *
 * @param replaces whether that is the other's
 */
export function mergeDocuments(own: DocumentRow, other: DocumentRow, replaces: boolean): DocumentRow {
  const [read, rest] = replaces ? [other, own] : [own, other]
  const state = isTouchedLater(other, own) ? other : own
  const links = new Map([...own.links, ...other.links].map((link) => [link.url, link]))
  const told = new Map([...rest.provenance, ...read.provenance].map((fact) => [fact.fact, fact]))
  return {
    ...withMoments(read, joinedMoments(own, other, state)),
    id: own.id,
    aliases: [...new Set([...own.aliases, ...other.aliases])],
    links: [...links.values()],
    provenance: replaces ? [...told.values()] : own.provenance,
    createdAt: [own.createdAt, other.createdAt].sort()[0] ?? own.createdAt,
  }
}

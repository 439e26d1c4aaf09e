import { isOfficialId } from './identity.ts'
import { isShared } from './names.ts'
import type { DocumentId, DocumentRow } from './schema.ts'

/**
 * The stored document that an imported one is: under the same id, or sharing a name that only one document has.
 *
 * @param byAlias stored documents by each of their aliases
 */
export function sameDocument(
  document: DocumentRow,
  byAlias: ReadonlyMap<DocumentId, DocumentRow>,
): DocumentRow | undefined {
  const sameId = byAlias.get(document.id)
  if (sameId !== undefined) return sameId
  const telling = document.aliases.filter((alias) => !isShared(alias) && !alias.startsWith('url:'))
  const named = telling.map((alias) => byAlias.get(alias)).find((found) => found !== undefined)
  if (named !== undefined || document.aliases.some(isOfficialId)) return named
  // By address alone only where neither has an official name: what stands at an address can become another document.
  const found = document.aliases.map((alias) => byAlias.get(alias)).find((stored) => stored !== undefined)
  return found?.aliases.some(isOfficialId) ? undefined : found
}

/** Joins what two machines know of one document: names and links of both, the facts as the later reading has them. */
export function joinDocuments(own: DocumentRow, other: DocumentRow): DocumentRow {
  const later = other.updatedAt > own.updatedAt ? other : own
  const earlier = later === own ? other : own
  const links = new Map([...own.links, ...other.links].map((link) => [link.url, link]))
  const facts = new Map([...earlier.provenance, ...later.provenance].map((fact) => [fact.fact, fact]))
  return {
    ...later,
    id: own.id,
    aliases: [...new Set([...own.aliases, ...other.aliases])],
    links: [...links.values()],
    provenance: later === own ? own.provenance : [...facts.values()],
    createdAt: [own.createdAt, other.createdAt].sort()[0] ?? own.createdAt,
  }
}

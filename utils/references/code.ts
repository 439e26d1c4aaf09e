import { type IdFamily, idFamilies } from './ids.ts'
import type { Code } from './types.ts'

/** The families that an id may be of, by its first character: most ids need one look. */
const byFirst = new Map<string, IdFamily[]>()
for (const family of idFamilies) {
  for (const character of family.firsts) {
    byFirst.set(character, [...(byFirst.get(character) ?? []), family])
  }
}

/** The code that a whole id names, in whatever case it is written (`kst-36360-viii-5`), or null. */
export function codeOfWritten(written: string): Code | null {
  for (const family of byFirst.get(written.charAt(0).toLowerCase()) ?? []) {
    const code = read(family, written)
    if (code) return code
  }
  return null
}

/**
 * The code of a canonical id: its kind, its label in the official way of citing and its official page, for places that
 * store the id alone. Null for anything that is not a canonical id, such as the `file:` ids of documents.
 */
export function codeOf(id: string): Code | null {
  const code = codeOfWritten(id)
  return code?.id === id ? code : null
}

function read(family: IdFamily, written: string): Code | null {
  const parts = family.pattern.exec(written)?.slice(1)
  return parts ? codeOfParts(family, parts) : null
}

/** The code of parts that are known to be of the family's shape; null where they contradict each other. */
export function codeOfParts(family: IdFamily, parts: readonly string[]): Code | null {
  const id = family.canonical(parts)
  return id ? { kind: family.kind, id, label: family.label(parts), url: family.url(id) } : null
}

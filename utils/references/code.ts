import { nameOfUrl } from './addresses/address.ts'
import { citations } from './ids/citations.ts'
import { familyOf } from './ids/ids.ts'
import type { Code } from './types.ts'

/** The code that a whole id names, in whatever case it is written (`kst-36360-viii-5`), or null. */
export function codeOfWritten(written: string): Code | null {
  const known = familyOf(written)
  if (!known) return null
  const citation = citations[known.family.name]
  return { ...known.name, label: citation.label(known.parts), url: citation.url(known.name.id) }
}

/**
 * The code of a canonical id: its kind, its label in the official way of citing and its official page, for places that
 * store the id alone. Null for anything that is not a canonical id, such as the `file:` ids of documents.
 */
export function codeOf(id: string): Code | null {
  const code = codeOfWritten(id)
  return code?.id === id ? code : null
}

/** The code that an address of an official site stands for (`nameOfUrl`). */
export function codeOfUrl(url: string): Code | null {
  const name = nameOfUrl(url)
  return name && codeOf(name.id)
}

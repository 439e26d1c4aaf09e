import { codeOfWritten } from './code.ts'
import { readCode } from './read.ts'
import { hyphens, unseen } from './text/characters.ts'
import type { Code } from './types.ts'

/** The whole of what was typed: «36 360 VIII», «dossier 36410», «36.360-viii», «21 501-20», «23 908 (R1519)». */
const written = new RegExp(
  `^(?:(?:kamerstuk)?dossier(?:nr\\.?| nr\\.?| nummer)?[ ${hyphens}:]{1,2})?(\\d\\d)[ .]?(\\d{3})` +
    `(?:[${hyphens}](\\d{1,2})|[ ${hyphens}]{1,3}\\(?(r\\d{3,4})\\)?|[ ${hyphens}]{1,3}([ivxlc]{1,7}[ab]?|[a-z]))?$`,
  'i',
)

/** The page of a dossier: of the publications by its path, of the Tweede Kamer by its parameter, where that names no paper. */
const addresses: readonly RegExp[] = [
  /^https?:\/\/zoek\.officielebekendmakingen\.nl\/dossier\/(\d{5}(?:-[a-z0-9]{1,7})?)\/?(?:[?#]|$)/i,
  /^https?:\/\/(?:www\.)?tweedekamer\.nl\/[^?#]{0,200}\?(?![^#]*\bd?id=)(?:[^#]*&)?dossier=(\d{5}(?:-[a-z0-9]{1,7})?)(?:[&#]|$)/i,
]

/**
 * The dossier that someone typed or pasted, as long as nothing else was: believed only where a reader enters a code, since
 * the same letters may name a paper (`36410-A`, DOMAIN §1.2). Null for anything else.
 */
export function readDossier(input: string): Code | null {
  const text = input.replace(unseen, '').replace(/\s+/g, ' ').trim()
  for (const address of addresses) {
    const number = address.exec(text)?.[1]
    if (number !== undefined) return codeOfWritten(`dossier-${number}`)
  }
  const [, first, last, council, rijkswet, letters] = written.exec(text) ?? []
  if (first === undefined || last === undefined) return null
  const addition = council ?? rijkswet ?? letters
  return codeOfWritten(`dossier-${first}${last}${addition === undefined ? '' : `-${addition}`}`)
}

/** The code that someone typed or pasted (`readCode`), or the dossier: «21 501-20» is a paper, «dossier 21 501-20» is not. */
export function readTyped(input: string): Code | null {
  const named = /^\s*(?:kamerstuk)?dossier/i.test(input) ? readDossier(input) : null
  return named ?? readCode(input) ?? readDossier(input)
}

/** `36360` or `36360-VIII` of a kst- id, with or without a session (DOMAIN §1.2); null where the id names no dossier. */
export function dossierOfPaper(id: string): string | null {
  return /^kst-(?:\d{8}-)?(\d{5}(?:-(?:[A-Z]+|\d+|R\d+))??)-[A-Z\d]+[a-z]?(?:-[bhnv]\d+){0,2}$/.exec(id)?.[1] ?? null
}

/** The number in the id of a dossier, in any case: `dossier-36360-VIII` → `36360-VIII`; null for other ids. */
export function dossierNumber(id: string): string | null {
  return /^dossier-(\d{5}(?:-[A-Z0-9]{1,8})?)$/i.exec(id)?.[1]?.toUpperCase() ?? null
}

/** The code of a dossier by its number, as papers and services name it: `36360`, `36360-VIII`. */
export function dossierCode(number: string): Code | null {
  return codeOfWritten(`dossier-${number}`)
}

import type { Name, ReferenceKind } from '../types.ts'

/**
 * The families of canonical ids: one row says how an id is built and what kind of thing it names. Every way of writing a
 * code ends in one of these rows, so a new family is one row here, one in `citations.ts` (how it is cited, where it is
 * found), and its notations are rows of `forms.ts` and `typed.ts`. Source: DOMAIN §1.
 */
export type FamilyName =
  | 'document'
  | 'zaak'
  | 'activiteit'
  | 'kamerstuk'
  | 'senate'
  | 'senate-session'
  | 'kst'
  | 'dossier'
  | 'kamervraag'
  | 'kvr'
  | 'aanhangsel'
  | 'ah'
  | 'handelingen'
  | 'nds'
  | 'bijlage'
  | 'stb'
  | 'stcrt'
  | 'trb'
  | 'ecli'
  | 'bwb'
  | 'celex'
  | 'commission'
  | 'st'
  | 'toezegging'

export interface IdFamily {
  readonly name: FamilyName
  readonly kind: ReferenceKind
  /** The characters that an id may begin with, in lower case. */
  readonly firsts: string
  /** The whole id in any case; the groups are the parts that `citations.ts` needs. */
  readonly pattern: RegExp
  readonly spelling: keyof typeof spellings
  /** Whether its second and third part are the years of a session (vergaderjaar), which follow one another. */
  readonly hasSession?: boolean
}

const upper = (text: string) => text.toUpperCase()

/** How the letters of a canonical id are written: small, as capitals, or as capitals but for prefix, house and suffix. */
const spellings = {
  small: (written: string) => written.toLowerCase(),
  capitals: (written: string) => upper(written).replace(/^CELEX:|-INIT$/, ''),
  mixed: (written: string) =>
    written
      .toLowerCase()
      .replace(/(?<=-)(?<!^(?:kv|nds)-)(?:0{0,4}[a-z]{1,12}|(?:kv)?r\d{3,5}|20\d\d[dz]\d{5})(?=-|$)/g, upper),
}

/** `-b1` bijlage, `-h1` herdruk, `-n1` and `-v1` corrections: a publication of its own beside the one it belongs to. */
const suffix = '((?:-[bhnv]\\d{1,3}){0,2})'
const session = '((?:18|19|20)\\d{2})((?:18|19|20)\\d{2})'

/** A row: most ids are written small, and begin like the name of their family. */
const row = (
  name: FamilyName,
  kind: ReferenceKind,
  pattern: string,
  spelling: keyof typeof spellings = 'small',
  firsts = name.charAt(0),
): IdFamily => ({ name, kind, firsts, pattern: new RegExp(`^${pattern}$`, 'i'), spelling })

/** Senate letters are capitals, but the letter of an old Senate number is small: `42e`. */
export const pieceCase = (ondernummer: string) =>
  /^\d/.test(ondernummer) ? ondernummer.toLowerCase() : ondernummer.toUpperCase()
const registration = (kind: 'document' | 'zaak' | 'activiteit', letter: string) =>
  row(kind, kind, `(20\\d{2}${letter}\\d{5})`, 'capitals', '2')

/** `stb`, `stcrt` and `trb`: year and number. */
const gazette = (name: 'stb' | 'stcrt' | 'trb', kind: ReferenceKind) =>
  row(name, kind, `${name}-((?:18|19|20)\\d{2})-([1-9]\\d{0,5})${suffix}`)

/** `kv-tk-2023Z08012`, `nds-tk-2022D42137`: a house and a registration number. */
const numbered = (name: FamilyName, kind: ReferenceKind, prefix: string, letters: string) =>
  row(name, kind, `${prefix}-(tk|ek)-(20\\d{2}${letters}\\d{5})${suffix}`, 'mixed')

export const idFamilies: readonly IdFamily[] = [
  registration('document', 'D'),
  registration('zaak', 'Z'),
  registration('activiteit', 'A'),
  // Dossier, Rijkswet number, toevoeging (budget chapter, chapter letter or Council sub-dossier), ondernummer.
  row(
    'kamerstuk',
    'kamerstuk',
    `kst-(\\d{5})(?:-(r\\d{3,4}))?(?:-([ivx]{1,6}[ab]?|[a-z]|\\d{1,2}))?-([1-9]\\d{0,3}[a-z]?|[a-z]{1,2})${suffix}`,
    'mixed',
  ),
  row('senate', 'kamerstuk', `kst-([mdclxvi]{2,12})-([1-9]\\d{0,3}|[a-z]{1,2})${suffix}`, 'mixed', 'k'),
  // Papers of the Senate until 2010, whose ids begin with the years of the session: it began its numbers anew in each. Noughts may
  // fill up its roman dossiers.
  {
    ...row(
      'senate-session',
      'kamerstuk',
      `(kst)-${session}-(\\d{5}|0{0,4}[mdclxvi]{1,12})(?:-([ivx]{1,6}[ab]?|[a-z]|\\d{1,2}))?-([1-9]\\d{0,3}[a-z]?|[a-z]{1,2})${suffix}`,
      'mixed',
      'k',
    ),
    hasSession: true,
  },
  row('kst', 'kamerstuk', `kst-(\\d{6,7})${suffix}`),
  // No paper, but what papers are filed in: with its budget chapter, Council sub-dossier or Rijkswet number where it has one.
  row('dossier', 'dossier', 'dossier-(\\d{5})(?:-([a-z]{1,7}|r\\d{3,4}|\\d{1,2}))?', 'mixed'),
  numbered('kamervraag', 'kamervraag', 'kv', 'Z'),
  // Questions of before 2008, when their numbers had no year.
  { ...row('kvr', 'kamervraag', `kv-(tk|ek)-${session}-(KVR\\d{3,5})${suffix}`, 'mixed'), hasSession: true },
  { ...row('aanhangsel', 'aanhangsel', `ah-(tk|ek)-${session}-([1-9]\\d{0,4})${suffix}`), hasSession: true },
  // The answers of since 2025-2026, and some old ones: their ids say neither the chamber nor the number.
  row('ah', 'aanhangsel', `ah-(\\d{6,7})${suffix}`),
  {
    ...row('handelingen', 'handelingen', `h-(tk|ek|vv)-${session}-([1-9]\\d{0,4})-([1-9]\\d{0,4})${suffix}`),
    hasSession: true,
  },
  numbered('nds', 'publication', 'nds', '[DZ]'),
  row('bijlage', 'bijlage', `blg-(\\d{4,8})${suffix}`),
  gazette('stb', 'staatsblad'),
  gazette('stcrt', 'staatscourant'),
  gazette('trb', 'tractatenblad'),
  row('ecli', 'ecli', '(ECLI:[A-Z]{2}:[A-Z0-9.]{1,9}:\\d{4}:[A-Z0-9.]{1,25})', 'capitals'),
  row('bwb', 'bwb', '(BWB[RVWN]\\d{7}|CVDR\\d{5,7})', 'capitals', 'bc'),
  row(
    'celex',
    'eu',
    '(?:CELEX:)?([1-9C])((?:19|20)\\d\\d)([A-Z]{1,2})(\\d{4})((?:R?\\(\\d\\d\\))?)',
    'capitals',
    '123456789c',
  ),
  row('commission', 'eu', '(COM|SWD|JOIN|SEC)\\(((?:19|20)\\d\\d)\\)([1-9]\\d{0,3})', 'capitals', 'csj'),
  // A document of the Council: `INIT` is the first of its versions, which citations do not say.
  row('st', 'eu', 'ST-(\\d{4,5})-20(\\d\\d)(?:-INIT)?((?:-(?:ADD|COR|REV)-\\d\\d?){0,2})', 'capitals'),
  row('toezegging', 'toezegging', '(T0\\d{4})', 'capitals'),
]

/** The families that an id may be of, by its first character: most ids need one look. */
const byFirst = new Map<string, IdFamily[]>()
for (const family of idFamilies) {
  for (const character of family.firsts) byFirst.set(character, [...(byFirst.get(character) ?? []), family])
}

const nameIn = ({ kind, spelling }: IdFamily, written: string): Name => ({ kind, id: spellings[spelling](written) })

/** The family of a whole id, its parts and what it names, in whatever case it is written (`kst-36360-viii-5`), or null. */
export function familyOf(
  written: string,
): { readonly family: IdFamily; readonly parts: readonly string[]; readonly name: Name } | null {
  for (const family of byFirst.get(written.charAt(0).toLowerCase()) ?? []) {
    const parts = family.pattern.exec(written)?.slice(1)
    if (!parts) continue
    if (family.hasSession && Number(parts[2]) !== Number(parts[1]) + 1) return null
    return { family, parts, name: nameIn(family, written) }
  }
  return null
}

/** What an id names: asked of each that is found, so without its parts, which are dear. */
export function nameOfWritten(written: string): Name | null {
  for (const family of byFirst.get(written.charAt(0).toLowerCase()) ?? []) {
    if (!family.pattern.test(written)) continue
    return family.hasSession ? (familyOf(written)?.name ?? null) : nameIn(family, written)
  }
  return null
}

import type { Name, ReferenceKind } from './types.ts'

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
  | 'senate kamerstuk'
  | 'kamerstuk without dossier'
  | 'dossier'
  | 'kamervraag'
  | 'aanhangsel'
  | 'handelingen'
  | 'niet-dossierstuk'
  | 'bijlage'
  | 'stb'
  | 'stcrt'
  | 'trb'
  | 'ecli'
  | 'bwb'
  | 'celex'
  | 'commission document'
  | 'toezegging'

export interface IdFamily {
  readonly name: FamilyName
  readonly kind: ReferenceKind
  /** The characters that an id may begin with, in lower case. */
  readonly firsts: string
  /** The whole id in any case; the groups are the parts that `canonical` and `citations.ts` need. */
  readonly pattern: RegExp
  /** Null where the shape fits but the parts contradict each other. */
  readonly canonical: (parts: readonly string[]) => string | null
}

/** `-b1` bijlage, `-h1` herdruk, `-n1` and `-v1` corrections: a publication of its own beside the one it belongs to. */
const suffix = '((?:-[bhnv]\\d{1,3}){0,2})'
const session = '((?:18|19|20)\\d{2})((?:18|19|20)\\d{2})'

const whole = (pattern: string) => new RegExp(`^${pattern}$`, 'i')
const upper = ([id = '']: readonly string[]) => id.toUpperCase()
/** Senate letters are capitals, but the letter of an old Senate number is small: `42e`. */
export const pieceCase = (ondernummer: string) =>
  /^\d/.test(ondernummer) ? ondernummer.toLowerCase() : ondernummer.toUpperCase()
/** A session (vergaderjaar) spans two successive years. */
const isSession = (first = '', second = '') => Number(second) === Number(first) + 1

const registration = (kind: 'document' | 'zaak' | 'activiteit', letter: string): IdFamily => ({
  name: kind,
  kind,
  firsts: '2',
  pattern: whole(`(20\\d{2}${letter}\\d{5})`),
  canonical: upper,
})

/** `stb`, `stcrt` and `trb`: year and number. */
const gazette = (name: 'stb' | 'stcrt' | 'trb', kind: ReferenceKind): IdFamily => ({
  name,
  kind,
  firsts: name.charAt(0),
  pattern: whole(`${name}-((?:18|19|20)\\d{2})-([1-9]\\d{0,5})${suffix}`),
  canonical: ([year, number, extra = '']) => `${name}-${year}-${number}${extra.toLowerCase()}`,
})

/** `kv-tk-2023Z08012`, `nds-tk-2022D42137`: a house and a registration number. */
const numbered = (name: FamilyName, kind: ReferenceKind, prefix: string, letters: string): IdFamily => ({
  name,
  kind,
  firsts: prefix.charAt(0),
  pattern: whole(`${prefix}-(tk|ek)-(20\\d{2}${letters}\\d{5})${suffix}`),
  canonical: ([house = '', number = '', extra = '']) =>
    `${prefix}-${house.toLowerCase()}-${number.toUpperCase()}${extra.toLowerCase()}`,
})

/** Dossier, Rijkswet number, toevoeging (budget chapter, chapter letter or Council sub-dossier), ondernummer. */
const kamerstukFamily: IdFamily = {
  name: 'kamerstuk',
  kind: 'kamerstuk',
  firsts: 'k',
  pattern: whole(
    `kst-(\\d{5})(?:-(r\\d{3,4}))?(?:-([ivx]{1,6}[ab]?|[a-z]|\\d{1,2}))?-([1-9]\\d{0,3}[a-z]?|[a-z]{1,2})${suffix}`,
  ),
  canonical: ([dossier = '', rijkswet = '', toevoeging = '', ondernummer = '', extra = '']) =>
    `kst-${dossier}${rijkswet && `-${rijkswet.toUpperCase()}`}${toevoeging && `-${toevoeging.toUpperCase()}`}-${pieceCase(ondernummer)}${extra.toLowerCase()}`,
}

export const idFamilies: readonly IdFamily[] = [
  registration('document', 'D'),
  registration('zaak', 'Z'),
  registration('activiteit', 'A'),
  kamerstukFamily,
  {
    name: 'senate kamerstuk',
    kind: 'kamerstuk',
    firsts: 'k',
    pattern: whole(`kst-([mdclxvi]{2,12})-([1-9]\\d{0,3}|[a-z]{1,2})${suffix}`),
    canonical: ([dossier = '', ondernummer = '', extra = '']) =>
      `kst-${dossier.toUpperCase()}-${ondernummer.toUpperCase()}${extra.toLowerCase()}`,
  },
  {
    name: 'kamerstuk without dossier',
    kind: 'kamerstuk',
    firsts: 'k',
    pattern: whole(`kst-(\\d{6,7})${suffix}`),
    canonical: ([number, extra = '']) => `kst-${number}${extra.toLowerCase()}`,
  },
  {
    // No paper, but what `36410-A` may name as well: the dossier of a budget chapter.
    name: 'dossier',
    kind: 'publication',
    firsts: 'd',
    pattern: whole('dossier-(\\d{5})-([a-p])'),
    canonical: ([digits, chapter = '']) => `dossier-${digits}-${chapter.toUpperCase()}`,
  },
  numbered('kamervraag', 'kamervraag', 'kv', 'Z'),
  {
    name: 'aanhangsel',
    kind: 'aanhangsel',
    firsts: 'a',
    pattern: whole(`ah-(tk|ek)-${session}-([1-9]\\d{0,4})${suffix}`),
    canonical: ([house = '', first, second, number, extra = '']) =>
      isSession(first, second) ? `ah-${house.toLowerCase()}-${first}${second}-${number}${extra.toLowerCase()}` : null,
  },
  {
    name: 'handelingen',
    kind: 'handelingen',
    firsts: 'h',
    pattern: whole(`h-(tk|ek|vv)-${session}-([1-9]\\d{0,4})-([1-9]\\d{0,4})${suffix}`),
    canonical: ([house = '', first, second, one, two, extra = '']) =>
      isSession(first, second)
        ? `h-${house.toLowerCase()}-${first}${second}-${one}-${two}${extra.toLowerCase()}`
        : null,
  },
  numbered('niet-dossierstuk', 'publication', 'nds', '[DZ]'),
  {
    name: 'bijlage',
    kind: 'bijlage',
    firsts: 'b',
    pattern: whole(`blg-(\\d{4,8})${suffix}`),
    canonical: ([number, extra = '']) => `blg-${number}${extra.toLowerCase()}`,
  },
  gazette('stb', 'staatsblad'),
  gazette('stcrt', 'staatscourant'),
  gazette('trb', 'tractatenblad'),
  {
    name: 'ecli',
    kind: 'ecli',
    firsts: 'e',
    pattern: whole('(ECLI:[A-Z]{2}:[A-Z0-9.]{1,9}:\\d{4}:[A-Z0-9.]{1,25})'),
    canonical: upper,
  },
  {
    name: 'bwb',
    kind: 'bwb',
    firsts: 'b',
    pattern: whole('(BWB[RVWN]\\d{7})'),
    canonical: upper,
  },
  {
    name: 'celex',
    kind: 'eu',
    firsts: '123456789c',
    pattern: whole('(?:CELEX:)?([1-9C])((?:19|20)\\d\\d)([A-Z]{1,2})(\\d{4})((?:R?\\(\\d\\d\\))?)'),
    canonical: (parts) => parts.join('').toUpperCase(),
  },
  {
    name: 'commission document',
    kind: 'eu',
    firsts: 'csj',
    pattern: whole('(COM|SWD|JOIN|SEC)\\(((?:19|20)\\d\\d)\\)([1-9]\\d{0,3})'),
    canonical: ([series = '', year, number]) => `${series.toUpperCase()}(${year})${number}`,
  },
  {
    name: 'toezegging',
    kind: 'toezegging',
    firsts: 't',
    pattern: whole('(T0\\d{4})'),
    canonical: upper,
  },
]

/** The families that an id may be of, by its first character: most ids need one look. */
const byFirst = new Map<string, IdFamily[]>()
for (const family of idFamilies) {
  for (const character of family.firsts) byFirst.set(character, [...(byFirst.get(character) ?? []), family])
}

/** The family of a whole id and its parts, in whatever case it is written (`kst-36360-viii-5`), or null. */
export function familyOf(written: string): { readonly family: IdFamily; readonly parts: readonly string[] } | null {
  for (const family of byFirst.get(written.charAt(0).toLowerCase()) ?? []) {
    const parts = family.pattern.exec(written)?.slice(1)
    if (parts) return { family, parts }
  }
  return null
}

/** What an id names. */
export function nameOfWritten(written: string): Name | null {
  const known = familyOf(written)
  return known && nameOfParts(known.family, known.parts)
}

/** The same for parts that are known to be of the family's shape; null where they contradict each other. */
export function nameOfParts(family: IdFamily, parts: readonly string[]): Name | null {
  const id = family.canonical(parts)
  return id ? { kind: family.kind, id } : null
}

import type { ReferenceKind } from './types.ts'

/**
 * The families of canonical ids: one row says how an id is built, what kind of thing it names, how it is officially
 * cited and where it is found. Every way of writing a code ends in one of these rows, so a new family is one row here
 * and its notations are rows of `forms.ts` and `typed.ts`. Source: DOMAIN §1.
 */
export interface IdFamily {
  readonly name: string
  readonly kind: ReferenceKind
  /** The characters that an id may begin with, in lower case. */
  readonly firsts: string
  /** The whole id in any case; the groups are what `canonical` and `label` need. */
  readonly pattern: RegExp
  /** Null where the shape fits but the parts contradict each other. */
  readonly canonical: (parts: readonly string[]) => string | null
  readonly label: (parts: readonly string[]) => string
  readonly url: (id: string) => string
  /** Any spelling → canonical id and label; its tests. */
  readonly examples: readonly (readonly [written: string, id: string, label: string])[]
}

const detailPage = 'https://www.tweedekamer.nl/kamerstukken/detail'
const publicationPage = (id: string) => `https://zoek.officielebekendmakingen.nl/${id}.html`

/** `-b1` bijlage, `-h1` herdruk, `-n1` and `-v1` corrections: a publication of its own beside the one it belongs to. */
const suffix = '((?:-[bhnv]\\d{1,3}){0,2})'
const session = '((?:18|19|20)\\d{2})((?:18|19|20)\\d{2})'

function family(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`, 'i')
}

function suffixLabel(written = ''): string {
  if (written === '') return ''
  const names: Record<string, string> = { b: 'bijlage ', h: 'herdruk ', n: 'n', v: 'v' }
  const parts = written.toLowerCase().match(/[bhnv]\d+/g) ?? []
  return parts.map((part) => ` (${names[part.charAt(0)] ?? ''}${part.slice(1)})`).join('')
}

/** `2022/23`, but `1999/2000`: the way sessions are cited. */
function sessionLabel(first = '', second = ''): string {
  return `${first}/${first.slice(0, 2) === second.slice(0, 2) ? second.slice(2) : second}`
}

/** A session (vergaderjaar) spans two successive years. */
function isSession(first = '', second = ''): boolean {
  return Number(second) === Number(first) + 1
}

const chamber = (letters = '') => (letters.toLowerCase() === 'ek' ? 'I' : 'II')
const isNumber = (ondernummer = '') => /^\d/.test(ondernummer)
/** Senate letters are capitals, but the letter of an old Senate number is small: `42e`. */
const pieceCase = (ondernummer: string) =>
  isNumber(ondernummer) ? ondernummer.toLowerCase() : ondernummer.toUpperCase()
const ondernummerLabel = (ondernummer = '') =>
  isNumber(ondernummer) ? `nr. ${pieceCase(ondernummer)}` : pieceCase(ondernummer)

const registration = (name: string, kind: ReferenceKind, letter: string, page: string): IdFamily => ({
  name,
  kind,
  firsts: '2',
  pattern: family(`(20\\d{2}${letter}\\d{5})`),
  canonical: ([number = '']) => number.toUpperCase(),
  label: ([number = '']) => number.toUpperCase(),
  url: (id) => page.replaceAll('#', id),
  examples: [[`2023${letter}01234`, `2023${letter}01234`, `2023${letter}01234`]],
})

/** `stb`, `stcrt` and `trb`: year and number. */
const gazette = (prefix: string, kind: ReferenceKind, abbreviation: string): IdFamily => ({
  name: kind,
  kind,
  firsts: prefix.charAt(0),
  pattern: family(`${prefix}-((?:18|19|20)\\d{2})-([1-9]\\d{0,5})${suffix}`),
  canonical: ([year, number, extra = '']) => `${prefix}-${year}-${number}${extra.toLowerCase()}`,
  label: ([year, number, extra]) => `${abbreviation} ${year}, ${number}${suffixLabel(extra)}`,
  url: publicationPage,
  examples: [[`${prefix.toUpperCase()}-2023-123-N1`, `${prefix}-2023-123-n1`, `${abbreviation} 2023, 123 (n1)`]],
})

/** Names of European acts changed with the treaties: number and year changed places in 2015, the community its name. */
function europeanLabel(year: string, type: string, number: string): string | null {
  const names: Record<string, string> = { R: 'Verordening', L: 'Richtlijn', D: 'Besluit', F: 'Kaderbesluit' }
  const name = names[type]
  if (!name) return null
  if (type === 'F') return `${name} ${year}/${number}/JBZ`
  if (Number(year) >= 2015) return `${name} (EU) ${year}/${number}`
  const community = Number(year) > 2009 ? 'EU' : Number(year) > 1992 ? 'EG' : 'EEG'
  const short = Number(year) < 1999 ? year.slice(2) : year
  return type === 'R' ? `${name} (${community}) nr. ${number}/${short}` : `${name} ${short}/${number}/${community}`
}

export const kamerstukFamily: IdFamily = {
  name: 'kamerstuk',
  kind: 'kamerstuk',
  firsts: 'k',
  // Dossier, Rijkswet number, toevoeging (budget chapter, chapter letter or Council sub-dossier), ondernummer.
  pattern: family(
    `kst-(\\d{5})(?:-(r\\d{3,4}))?(?:-([ivx]{1,6}[ab]?|[a-z]|\\d{1,2}))?-([1-9]\\d{0,3}[a-z]?|[a-z]{1,2})${suffix}`,
  ),
  canonical: ([dossier = '', rijkswet = '', toevoeging = '', ondernummer = '', extra = '']) =>
    `kst-${dossier}${rijkswet && `-${rijkswet.toUpperCase()}`}${toevoeging && `-${toevoeging.toUpperCase()}`}-${pieceCase(ondernummer)}${extra.toLowerCase()}`,
  label: ([dossier = '', rijkswet, toevoeging, ondernummer, extra]) =>
    `Kamerstuk ${dossier.slice(0, 2)} ${dossier.slice(2)}${rijkswet ? ` (${rijkswet.toUpperCase()})` : ''}${
      toevoeging ? `${isNumber(toevoeging) ? '-' : ' '}${toevoeging.toUpperCase()}` : ''
    }, ${ondernummerLabel(ondernummer)}${suffixLabel(extra)}`,
  url: publicationPage,
  examples: [
    ['kst-36360-5', 'kst-36360-5', 'Kamerstuk 36 360, nr. 5'],
    ['kst-36360-viii-5', 'kst-36360-VIII-5', 'Kamerstuk 36 360 VIII, nr. 5'],
    ['kst-29800-IXB-12', 'kst-29800-IXB-12', 'Kamerstuk 29 800 IXB, nr. 12'],
    ['kst-21501-02-1996', 'kst-21501-02-1996', 'Kamerstuk 21 501-02, nr. 1996'],
    ['kst-36410-A-30', 'kst-36410-A-30', 'Kamerstuk 36 410 A, nr. 30'],
    ['kst-35010-c', 'kst-35010-C', 'Kamerstuk 35 010, C'],
    ['kst-25295-BM', 'kst-25295-BM', 'Kamerstuk 25 295, BM'],
    ['kst-30560-VIII-A', 'kst-30560-VIII-A', 'Kamerstuk 30 560 VIII, A'],
    ['kst-23908-r1519-103', 'kst-23908-R1519-103', 'Kamerstuk 23 908 (R1519), nr. 103'],
    ['kst-24138-228B', 'kst-24138-228b', 'Kamerstuk 24 138, nr. 228b'],
    ['kst-36360-5-B1', 'kst-36360-5-b1', 'Kamerstuk 36 360, nr. 5 (bijlage 1)'],
    ['kst-36360-5-h1', 'kst-36360-5-h1', 'Kamerstuk 36 360, nr. 5 (herdruk 1)'],
    ['kst-35010-C-v1', 'kst-35010-C-v1', 'Kamerstuk 35 010, C (v1)'],
  ],
}

export const idFamilies: readonly IdFamily[] = [
  registration('document', 'document', 'D', `${detailPage}?id=#&did=#`),
  registration('zaak', 'zaak', 'Z', `${detailPage}?id=#`),
  registration(
    'activiteit',
    'activiteit',
    'A',
    'https://www.tweedekamer.nl/debat_en_vergadering/commissievergaderingen/details?id=#',
  ),
  kamerstukFamily,
  {
    name: 'kamerstuk of a Senate dossier',
    kind: 'kamerstuk',
    firsts: 'k',
    pattern: family(`kst-([mdclxvi]{2,12})-([1-9]\\d{0,3}|[a-z]{1,2})${suffix}`),
    canonical: ([dossier = '', ondernummer = '', extra = '']) =>
      `kst-${dossier.toUpperCase()}-${ondernummer.toUpperCase()}${extra.toLowerCase()}`,
    label: ([dossier = '', ondernummer, extra]) =>
      `Kamerstuk ${dossier.toUpperCase()}, ${ondernummerLabel(ondernummer)}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [
      ['kst-CXLVI-AB', 'kst-CXLVI-AB', 'Kamerstuk CXLVI, AB'],
      ['kst-cxxiv-g', 'kst-CXXIV-G', 'Kamerstuk CXXIV, G'],
    ],
  },
  {
    name: 'kamerstuk without a dossier',
    kind: 'kamerstuk',
    firsts: 'k',
    pattern: family(`kst-(\\d{6,7})${suffix}`),
    canonical: ([number, extra = '']) => `kst-${number}${extra.toLowerCase()}`,
    label: ([number, extra]) => `Kamerstuk ${number}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [['kst-1158283', 'kst-1158283', 'Kamerstuk 1158283']],
  },
  {
    name: 'kamervraag',
    kind: 'kamervraag',
    firsts: 'k',
    pattern: family(`kv-(tk|ek)-(20\\d{2}Z\\d{5})${suffix}`),
    canonical: ([house = '', number = '', extra = '']) =>
      `kv-${house.toLowerCase()}-${number.toUpperCase()}${extra.toLowerCase()}`,
    label: ([, number = '', extra]) => `Kamervragen ${number.toUpperCase()}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [['kv-tk-2023z08012', 'kv-tk-2023Z08012', 'Kamervragen 2023Z08012']],
  },
  {
    name: 'aanhangsel',
    kind: 'aanhangsel',
    firsts: 'a',
    pattern: family(`ah-(tk|ek)-${session}-([1-9]\\d{0,4})${suffix}`),
    canonical: ([house = '', first, second, number, extra = '']) =>
      isSession(first, second) ? `ah-${house.toLowerCase()}-${first}${second}-${number}${extra.toLowerCase()}` : null,
    label: ([house, first, second, number, extra]) =>
      `Aanhangsel Handelingen ${chamber(house)} ${sessionLabel(first, second)}, nr. ${number}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [
      ['ah-tk-20222023-2345', 'ah-tk-20222023-2345', 'Aanhangsel Handelingen II 2022/23, nr. 2345'],
      ['AH-EK-19992000-7', 'ah-ek-19992000-7', 'Aanhangsel Handelingen I 1999/2000, nr. 7'],
    ],
  },
  {
    name: 'handelingen',
    kind: 'handelingen',
    firsts: 'h',
    pattern: family(`h-(tk|ek|vv)-${session}-([1-9]\\d{0,4})-([1-9]\\d{0,4})${suffix}`),
    canonical: ([house = '', first, second, one, two, extra = '']) =>
      isSession(first, second)
        ? `h-${house.toLowerCase()}-${first}${second}-${one}-${two}${extra.toLowerCase()}`
        : null,
    label: ([house = '', first, second, one, two, extra]) => {
      const series = house.toLowerCase() === 'vv' ? 'VV' : chamber(house)
      // Until 2010 the two numbers are the first and the last page, since then the meeting and the item.
      const pages = Number(first) < 2010 && Number(one) <= Number(two)
      const place = pages ? `p. ${one}-${two}` : `nr. ${one}, item ${two}`
      return `Handelingen ${series} ${sessionLabel(first, second)}, ${place}${suffixLabel(extra)}`
    },
    url: publicationPage,
    examples: [
      ['h-tk-20132014-41-1', 'h-tk-20132014-41-1', 'Handelingen II 2013/14, nr. 41, item 1'],
      ['h-tk-19961997-1012-1042', 'h-tk-19961997-1012-1042', 'Handelingen II 1996/97, p. 1012-1042'],
      ['h-ek-20222023-12-3', 'h-ek-20222023-12-3', 'Handelingen I 2022/23, nr. 12, item 3'],
    ],
  },
  {
    name: 'unpublished piece without a dossier (niet-dossierstuk)',
    kind: 'publication',
    firsts: 'n',
    pattern: family(`nds-(tk|ek)-(20\\d{2}[DZ]\\d{5})${suffix}`),
    canonical: ([house = '', number = '', extra = '']) =>
      `nds-${house.toLowerCase()}-${number.toUpperCase()}${extra.toLowerCase()}`,
    label: ([, number = '', extra]) => `Niet-dossierstuk ${number.toUpperCase()}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [['nds-tk-2022D42137', 'nds-tk-2022D42137', 'Niet-dossierstuk 2022D42137']],
  },
  {
    name: 'bijlage',
    kind: 'bijlage',
    firsts: 'b',
    pattern: family(`blg-(\\d{4,8})${suffix}`),
    canonical: ([number, extra = '']) => `blg-${number}${extra.toLowerCase()}`,
    label: ([number, extra]) => `Bijlage ${number}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [['blg-1234567', 'blg-1234567', 'Bijlage 1234567']],
  },
  gazette('stb', 'staatsblad', 'Stb.'),
  gazette('stcrt', 'staatscourant', 'Stcrt.'),
  gazette('trb', 'tractatenblad', 'Trb.'),
  {
    name: 'ecli',
    kind: 'ecli',
    firsts: 'e',
    pattern: family('(ECLI:[A-Z]{2}:[A-Z0-9.]{1,9}:\\d{4}:[A-Z0-9.]{1,25})'),
    canonical: ([ecli = '']) => ecli.toUpperCase(),
    label: ([ecli = '']) => ecli.toUpperCase(),
    url: (id) =>
      id.startsWith('ECLI:NL:')
        ? `https://deeplink.rechtspraak.nl/uitspraak?id=${id}`
        : `https://e-justice.europa.eu/ecli/${id}`,
    examples: [
      ['ecli:nl:hr:2001:ab1838', 'ECLI:NL:HR:2001:AB1838', 'ECLI:NL:HR:2001:AB1838'],
      ['ECLI:EU:C:2015:650', 'ECLI:EU:C:2015:650', 'ECLI:EU:C:2015:650'],
    ],
  },
  {
    name: 'law in the Basiswettenbestand',
    kind: 'bwb',
    firsts: 'b',
    pattern: family('(BWB[RVWN]\\d{7})'),
    canonical: ([id = '']) => id.toUpperCase(),
    label: ([id = '']) => id.toUpperCase(),
    url: (id) => `https://wetten.overheid.nl/${id}`,
    examples: [['bwbr0005537', 'BWBR0005537', 'BWBR0005537']],
  },
  {
    name: 'act of the European Union, by its CELEX number',
    kind: 'eu',
    firsts: '123456789c',
    pattern: family('(?:CELEX:)?([1-9C])((?:19|20)\\d\\d)([A-Z]{1,2})(\\d{4})((?:R?\\(\\d\\d\\))?)'),
    canonical: ([sector = '', year, type = '', number, part = '']) =>
      `${sector}${year}${type}${number}${part}`.toUpperCase(),
    label: ([sector, year = '', type = '', number = '', part = '']) =>
      (sector === '3' && part === '' && europeanLabel(year, type.toUpperCase(), String(Number(number)))) ||
      `CELEX ${sector}${year}${type}${number}${part}`.toUpperCase(),
    url: (id) => `https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:${id}`,
    examples: [
      ['32016R0679', '32016R0679', 'Verordening (EU) 2016/679'],
      ['32007r1234', '32007R1234', 'Verordening (EG) nr. 1234/2007'],
      ['32014L0024', '32014L0024', 'Richtlijn 2014/24/EU'],
      ['31995L0046', '31995L0046', 'Richtlijn 95/46/EG'],
      ['32008D0615', '32008D0615', 'Besluit 2008/615/EG'],
      ['32002F0584', '32002F0584', 'Kaderbesluit 2002/584/JBZ'],
      ['62013CJ0131', '62013CJ0131', 'CELEX 62013CJ0131'],
    ],
  },
  {
    name: 'document of the European Commission',
    kind: 'eu',
    firsts: 'csj',
    pattern: family('(COM|SWD|JOIN|SEC)\\(((?:19|20)\\d\\d)\\)([1-9]\\d{0,3})'),
    canonical: ([series = '', year, number]) => `${series.toUpperCase()}(${year})${number}`,
    label: ([series = '', year, number]) => `${series.toUpperCase()}(${year}) ${number}`,
    url: (id) => `https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=${id.replace(/[()]/g, ':')}:FIN`,
    examples: [['com(2023)123', 'COM(2023)123', 'COM(2023) 123']],
  },
  {
    name: 'commitment to the Senate (toezegging)',
    kind: 'toezegging',
    firsts: 't',
    pattern: family('(T0\\d{4})'),
    canonical: ([id = '']) => id.toUpperCase(),
    label: ([id = '']) => `Toezegging ${id.toUpperCase()}`,
    // The Senate's own addresses say nothing (DOMAIN §2): its search finds the number.
    url: (id) => `https://www.eerstekamer.nl/zoeken?q=${id}`,
    examples: [['t02867', 'T02867', 'Toezegging T02867']],
  },
]

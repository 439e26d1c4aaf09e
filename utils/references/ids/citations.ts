import { type FamilyName, pieceCase } from './ids.ts'

/** How an id is officially cited, and where what it names is found: one row for each family of `ids.ts`. */
export interface Citation {
  /** @param parts of `IdFamily.pattern` */
  readonly label: (parts: readonly string[]) => string
  /** @param id canonical */
  readonly url: (id: string) => string
  /** Any spelling → canonical id and label; its tests. */
  readonly examples: readonly (readonly [written: string, id: string, label: string])[]
}

const detailPage = 'https://www.tweedekamer.nl/kamerstukken/detail'
const publicationPage = (id: string) => `https://zoek.officielebekendmakingen.nl/${id}.html`
const lawPage = 'https://eur-lex.europa.eu/legal-content/NL/TXT/?uri='

function suffixLabel(written = ''): string {
  const names: Record<string, string> = { b: 'bijlage ', h: 'herdruk ' }
  const parts = written.toLowerCase().match(/[bhnv]\d+/g) ?? []
  return parts.map((part) => ` (${names[part.charAt(0)] ?? part.charAt(0)}${part.slice(1)})`).join('')
}

/** `2022/23`, but `1999/2000`: the way sessions are cited. */
export function sessionLabel(first = '', second = ''): string {
  return `${first}/${first.slice(0, 2) === second.slice(0, 2) ? second.slice(2) : second}`
}

const chamber = (letters = '') => (letters.toLowerCase() === 'ek' ? 'I' : 'II')
const isNumber = (ondernummer = '') => /^\d/.test(ondernummer)
const ondernummerLabel = (ondernummer = '') => `${isNumber(ondernummer) ? 'nr. ' : ''}${pieceCase(ondernummer)}`
const spaced = (dossier = '') => `${dossier.slice(0, 2)} ${dossier.slice(2)}`

/** What stands behind the number of a dossier: ` VIII`, `-20`, ` (R1519)`. */
function additionLabel(addition = ''): string {
  if (addition === '') return ''
  if (isNumber(addition)) return `-${addition}`
  return /^r\d/i.test(addition) ? ` (${addition.toUpperCase()})` : ` ${addition.toUpperCase()}`
}

const registration = (letter: string, page: string): Citation => ({
  label: ([number = '']) => number.toUpperCase(),
  url: (id) => page.replaceAll('#', id),
  examples: [[`2023${letter}01234`, `2023${letter}01234`, `2023${letter}01234`]],
})

const gazette = (prefix: string, abbreviation: string): Citation => ({
  label: ([year, number, extra]) => `${abbreviation} ${year}, ${number}${suffixLabel(extra)}`,
  url: publicationPage,
  examples: [[`${prefix.toUpperCase()}-2023-123-N1`, `${prefix}-2023-123-n1`, `${abbreviation} 2023, 123 (n1)`]],
})

/** Names of European acts changed with the treaties: number and year changed places in 2015, the community its name. */
function europeanLabel(year: string, type: string, number: string): string | null {
  const names: Record<string, string> = {
    R: 'Verordening',
    L: 'Richtlijn',
    D: 'Besluit',
    F: 'Kaderbesluit',
    H: 'Aanbeveling',
  }
  const name = names[type]
  if (!name) return null
  if (type === 'F') return `${name} ${year}/${number}/JBZ`
  if (Number(year) >= 2015) return `${name} (EU) ${year}/${number}`
  const community = Number(year) > 2009 ? 'EU' : Number(year) > 1992 ? 'EG' : 'EEG'
  const short = Number(year) < 1999 ? year.slice(2) : year
  return type === 'R' ? `${name} (${community}) nr. ${number}/${short}` : `${name} ${short}/${number}/${community}`
}

export const citations: Readonly<Record<FamilyName, Citation>> = {
  document: registration('D', `${detailPage}?id=#&did=#`),
  zaak: registration('Z', `${detailPage}?id=#`),
  activiteit: registration('A', 'https://www.tweedekamer.nl/debat_en_vergadering/commissievergaderingen/details?id=#'),
  kamerstuk: {
    label: ([dossier, rijkswet, toevoeging, ondernummer, extra]) =>
      `Kamerstuk ${spaced(dossier)}${additionLabel(rijkswet)}${additionLabel(toevoeging)}, ${ondernummerLabel(ondernummer)}${suffixLabel(extra)}`,
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
  },
  senate: {
    label: ([dossier = '', ondernummer, extra]) =>
      `Kamerstuk ${dossier.toUpperCase()}, ${ondernummerLabel(ondernummer)}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [
      ['kst-CXLVI-AB', 'kst-CXLVI-AB', 'Kamerstuk CXLVI, AB'],
      ['kst-cxxiv-g', 'kst-CXXIV-G', 'Kamerstuk CXXIV, G'],
    ],
  },
  'senate-session': {
    label: ([, first, second, dossier = '', toevoeging, ondernummer, extra]) =>
      `Kamerstukken I ${sessionLabel(first, second)}, ${/^[1-9]/.test(dossier) ? spaced(dossier) : dossier.replace(/^0+/, '').toUpperCase()}${additionLabel(toevoeging)}, ${ondernummerLabel(ondernummer)}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [
      ['kst-20082009-32024-c', 'kst-20082009-32024-C', 'Kamerstukken I 2008/09, 32 024, C'],
      ['KST-20082009-31700-iv-d', 'kst-20082009-31700-IV-D', 'Kamerstukken I 2008/09, 31 700 IV, D'],
      ['kst-20002001-26976-175A', 'kst-20002001-26976-175a', 'Kamerstukken I 2000/01, 26 976, nr. 175a'],
      ['kst-20092010-lxxxiii-b', 'kst-20092010-LXXXIII-B', 'Kamerstukken I 2009/10, LXXXIII, B'],
      ['kst-20072008-00lxi-a', 'kst-20072008-00LXI-A', 'Kamerstukken I 2007/08, LXI, A'],
    ],
  },
  kst: {
    label: ([number, extra]) => `Kamerstuk ${number}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [['kst-1158283', 'kst-1158283', 'Kamerstuk 1158283']],
  },
  dossier: {
    label: ([dossier, addition]) => `Dossier ${spaced(dossier)}${additionLabel(addition)}`,
    url: (id) => `https://zoek.officielebekendmakingen.nl/dossier/${id.slice('dossier-'.length)}`,
    examples: [
      ['dossier-36410-a', 'dossier-36410-A', 'Dossier 36 410 A'],
      ['dossier-36360', 'dossier-36360', 'Dossier 36 360'],
      ['dossier-36360-viii', 'dossier-36360-VIII', 'Dossier 36 360 VIII'],
      ['dossier-21501-02', 'dossier-21501-02', 'Dossier 21 501-02'],
      ['dossier-23908-r1519', 'dossier-23908-R1519', 'Dossier 23 908 (R1519)'],
    ],
  },
  kamervraag: {
    label: ([, number = '', extra]) => `Kamervragen ${number.toUpperCase()}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [['kv-tk-2023z08012', 'kv-tk-2023Z08012', 'Kamervragen 2023Z08012']],
  },
  kvr: {
    label: ([, first, second, number = '', extra]) =>
      `Kamervragen ${sessionLabel(first, second)}, ${number.toUpperCase()}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [['kv-tk-20062007-kvr27039', 'kv-tk-20062007-KVR27039', 'Kamervragen 2006/07, KVR27039']],
  },
  aanhangsel: {
    label: ([house, first, second, number, extra]) =>
      `Aanhangsel Handelingen ${chamber(house)} ${sessionLabel(first, second)}, nr. ${number}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [
      ['ah-tk-20222023-2345', 'ah-tk-20222023-2345', 'Aanhangsel Handelingen II 2022/23, nr. 2345'],
      ['AH-EK-19992000-7', 'ah-ek-19992000-7', 'Aanhangsel Handelingen I 1999/2000, nr. 7'],
    ],
  },
  ah: {
    label: ([number, extra]) => `Aanhangsel Handelingen, ah-${number}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [
      ['AH-1251487', 'ah-1251487', 'Aanhangsel Handelingen, ah-1251487'],
      ['ah-187909', 'ah-187909', 'Aanhangsel Handelingen, ah-187909'],
    ],
  },
  handelingen: {
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
  nds: {
    label: ([, number = '', extra]) => `Niet-dossierstuk ${number.toUpperCase()}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [['nds-tk-2022D42137', 'nds-tk-2022D42137', 'Niet-dossierstuk 2022D42137']],
  },
  bijlage: {
    label: ([number, extra]) => `Bijlage ${number}${suffixLabel(extra)}`,
    url: publicationPage,
    examples: [['blg-1234567', 'blg-1234567', 'Bijlage 1234567']],
  },
  stb: gazette('stb', 'Stb.'),
  stcrt: gazette('stcrt', 'Stcrt.'),
  trb: gazette('trb', 'Trb.'),
  ecli: {
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
  bwb: {
    label: ([id = '']) => id.toUpperCase(),
    // `CVDR…`: a regulation of a municipality, a province or a water board.
    url: (id) => `https://${id.startsWith('C') ? 'lokaleregelgeving' : 'wetten'}.overheid.nl/${id}`,
    examples: [
      ['bwbr0005537', 'BWBR0005537', 'BWBR0005537'],
      ['cvdr612345', 'CVDR612345', 'CVDR612345'],
    ],
  },
  celex: {
    label: ([sector, year = '', type = '', number = '', part = '']) =>
      (sector === '3' && part === '' && europeanLabel(year, type.toUpperCase(), String(Number(number)))) ||
      `CELEX ${sector}${year}${type}${number}${part}`.toUpperCase(),
    url: (id) => `${lawPage}CELEX:${id}`,
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
  commission: {
    label: ([series = '', year, number]) => `${series.toUpperCase()}(${year}) ${number}`,
    url: (id) => `${lawPage}${id.replace(/[()]/g, ':')}:FIN`,
    examples: [['com(2023)123', 'COM(2023)123', 'COM(2023) 123']],
  },
  st: {
    label: ([number, year, part = '']) => `ST ${number}/${year}${part.replaceAll('-', ' ').toUpperCase()}`,
    url: (id) => `https://data.consilium.europa.eu/doc/document/${id}${/[DR]/.test(id) ? '' : '-INIT'}/nl/pdf`,
    examples: [
      ['ST-6655-2023-INIT', 'ST-6655-2023', 'ST 6655/23'],
      ['st-10456-2022-rev-1', 'ST-10456-2022-REV-1', 'ST 10456/22 REV 1'],
      ['ST-1234-2021-ADD-1', 'ST-1234-2021-ADD-1', 'ST 1234/21 ADD 1'],
    ],
  },
  toezegging: {
    label: ([id = '']) => `Toezegging ${id.toUpperCase()}`,
    // The Senate's own addresses say nothing (DOMAIN §2): its search finds the number.
    url: (id) => `https://www.eerstekamer.nl/zoeken?q=${id}`,
    examples: [['t02867', 'T02867', 'Toezegging T02867']],
  },
}

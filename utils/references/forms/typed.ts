import { hyphens } from '../text/characters.ts'

/**
 * Ways of writing a code that are believed only where a reader enters one: looser than `forms.ts` (which is asked
 * first), since there is no page of prose around it. The text has its white space collapsed to single spaces, so every part below is bounded.
 * Rows are tried in order, and what one has read is hidden from the next. Source: DOMAIN §1.1 to §1.3.
 */
export interface TypedForm {
  readonly name: string
  readonly pattern: RegExp
  /** The id in any case, or null. */
  readonly read: (parts: readonly (string | undefined)[]) => string | null
  /** Typed → id, or null; its tests. */
  readonly examples: readonly (readonly [typed: string, id: string | null])[]
}

const dash = `[${hyphens}]`
/** Nothing may run on: digits, letters, or a decimal. */
const left = `(?<![0-9a-z]|\\d[.,])`
const right = `(?![0-9a-z]|[.,]\\d)`

/** The lead word may be glued to its dossier: `Kamerstuk36600`. */
const dossier = `(?:${left}|(?<=kamerstuk|kamerstukken|kst))(\\d{2})[ .]?(\\d{3})(?!\\d)`
const rijkswet = `(?:[ ${hyphens}]{0,2}\\(?(r\\d{3,4})\\)?)?`
const toevoeging = `(?: ?${dash}? ?([ivx]{1,6}[ab]?|[a-z])(?![0-9a-z])| ?${dash} ?(\\d{2})(?!\\d))?`
const between = '[ ,;:]{0,3}'
const number = `(?:nummer|nr|no)\\.? ?(\\d{1,4})${right}(?! ?${dash} ?\\d)`

function expression(pattern: string): RegExp {
  return new RegExp(pattern, 'gi')
}

function kamerstuk(...parts: readonly (string | undefined)[]): string {
  return ['kst', ...parts.filter(Boolean)].join('-')
}

/** Senate letters; two of them in lower case are more likely a Dutch word (`36 360, en`, `36 360, de`). */
const isOndernummer = (written = '') => !/^[a-z]{2}$/.test(written)

/** A budget chapter of more than one letter: no Senate piece bears such a letter in a text of this kind. */
const chapter = /^[ivx]{2,6}[ab]?$/i

export const typedForms: readonly TypedForm[] = [
  {
    name: 'registration number in any case',
    pattern: expression(`${left}(20\\d{2})[ .-]?([dza])[ .-]?(\\d(?: ?\\d){4})(?![0-9a-z_])`),
    read: ([year, letter, digits = '']) => `${year}${letter}${digits.replace(/ /g, '')}`,
    examples: [
      ['2023d19158', '2023D19158'],
      ['2023D19 158', '2023D19158'],
      [' 2023 D 19158 ', '2023D19158'],
      ['zaak 2023z08012.', '2023Z08012'],
      ['2023-D-19158', '2023D19158'],
      ['9a3e1b2c-77d0-4c1a-8b1e-2023d19158ab', null],
    ],
  },
  {
    name: 'kamerstuk with «nr.»',
    pattern: expression(`${dossier}${rijkswet}${toevoeging}${between}${number}`),
    read: ([one = '', two = '', wet, letters, council, ondernummer]) =>
      kamerstuk(one + two, wet, letters ?? council, ondernummer),
    examples: [
      ['Kamerstuk 36 360, nr. 5', 'kst-36360-5'],
      ['36 360 VIII, nr. 5', 'kst-36360-VIII-5'],
      ['Kamerstukken II 2022/23, 36 360 VIII, nr. 5', 'kst-36360-VIII-5'],
      ['Kamerstukken II, vergaderjaar 2022/2023 36 229, nr. 29', 'kst-36229-29'],
      ['Kamerstukken, 2022-2023, 29628, nr. 1135', 'kst-29628-1135'],
      ['Kamerstuk 36 410 A, nr. 51', 'kst-36410-A-51'],
      ['Kamerstuk36600 XII, nr. 42', 'kst-36600-XII-42'],
      ['21 501-20, nr. 1996', 'kst-21501-20-1996'],
      ['36 351 (R2184), nr. 7', 'kst-36351-R2184-7'],
      ['kamerstuk 22.112 nr 9', 'kst-22112-9'],
      ['36360 viii nr.5', 'kst-36360-VIII-5'],
      ['motie-Jansen/De Vries (33576, nr. 105)', 'kst-33576-105'],
      ['Kamerstuk 36 360, nrs. 1–3', null],
      ['Kamerstuk 36 360, nr. 1–3', null],
    ],
  },
  {
    name: 'kst in spaces',
    pattern: expression(
      `(?<![0-9a-z])kst[ -]?(\\d{2})[ .]?(\\d{3})(?: ?${dash}? ?([ivx]{1,6}[ab]?|[a-z]))? (\\d{1,4}|[a-z]{1,2})${right}`,
    ),
    read: ([one = '', two = '', letters, ondernummer]) =>
      isOndernummer(ondernummer) ? kamerstuk(one + two, letters, ondernummer) : null,
    examples: [
      ['kst 36360 5', 'kst-36360-5'],
      ['kst 36360 viii 5', 'kst-36360-VIII-5'],
    ],
  },
  {
    name: 'kamerstuk in hyphens',
    pattern: expression(`${dossier}((?:${dash}\\(?[0-9a-z]{1,6}\\)?| ?${dash} ?\\d{1,4}){1,5})${right}`),
    read: ([one = '', two = '', rest = '']) => {
      const segments = rest.split(/[^0-9a-z]+/i).filter(Boolean)
      return segments.length === 1 && chapter.test(segments[0] ?? '') ? null : kamerstuk(one + two, ...segments)
    },
    examples: [
      ['36360-5', 'kst-36360-5'],
      ['36360-VIII-5', 'kst-36360-VIII-5'],
      ['kst 36360-viii-5', 'kst-36360-VIII-5'],
      ['21501-20-1996', 'kst-21501-20-1996'],
      ['amendement 36067 – 61', 'kst-36067-61'],
      ['23908-(R1519)-131', 'kst-23908-R1519-131'],
      ['25295-BM', 'kst-25295-BM'],
      ['36360-5-b1', 'kst-36360-5-b1'],
      // A single letter alone may be a Senate piece or a budget chapter: the piece is the reading that has a page.
      ['36410-A', 'kst-36410-A'],
      ['kst36360-5', 'kst-36360-5'],
      ['36 410-VIII', null],
      ['36360-5-foo', null],
      ['36360 - de laatste', null],
      ['070-3183040', null],
    ],
  },
  {
    name: 'kamerstuk in spaces, with a budget chapter',
    pattern: expression(`${dossier} ?([ivx]{1,6}[ab]?) (\\d{1,4})${right}`),
    read: ([one = '', two = '', letters, ondernummer]) => kamerstuk(one + two, letters, ondernummer),
    examples: [
      ['36360 VIII 5', 'kst-36360-VIII-5'],
      ['Postbus 20015 2500 EA', null],
    ],
  },
  {
    name: 'kamerstuk of a Senate dossier',
    pattern: expression(
      `${left}((?=[clxvi]{3,10}[ ,${hyphens}])(?:x?[cl])[clxvi]{1,9})(?: ?, ?(?:letter |nr\\.? ?)?| ?${dash} ?| letter )([a-z]{1,2}|\\d{1,4})${right}`,
    ),
    read: ([roman, ondernummer]) => (isOndernummer(ondernummer) ? kamerstuk(roman, ondernummer) : null),
    examples: [
      ['(CLV, letter A)', 'kst-CLV-A'],
      ['CXLVI-AB', 'kst-CXLVI-AB'],
      ['cxxiv-g', 'kst-CXXIV-G'],
    ],
  },
  {
    name: 'answer by six digits',
    pattern: expression(`${left}ah${dash}(\\d{6})${right}`),
    read: ([number = '']) => `ah-${number}`,
    examples: [
      ['ah-187909', 'ah-187909'],
      ['AH-1879091234', null],
    ],
  },
]

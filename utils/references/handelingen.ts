import { dashes, ignorables, noWordAfter, numberWord, sessionOf, sessionYears, space } from './characters.ts'
import { type Form, matching } from './form.ts'
import { nameOfWritten } from './ids.ts'

const words = `(?:[\\s,.:;(${ignorables}]{0,6}(?:der|Staten-Generaal|II|I|UCV|VV|TK|EK|[Tt]weede Kamer|[Ee]erste Kamer|[Vv]ergaderjaar|[Zz]itting(?:sjaar)?)){0,5}[\\s,.:;(${ignorables}]{0,6}`
const lead = `(?<=((?<!anhangsel[^0-9]{0,12})(?<![A-Za-z])(?:[Hh]andelingen|Hand\\.|HANDELINGEN)${words}))`
const pageWord = "(?:pp?\\.?|blz\\.?|pag\\.?|bladzijden?|pagina['’]?s?|p(?=\\d))"
const pages = `(?:${space},?${space}${pageWord}${space}(\\d{1,5}(?:${space}[${dashes}]${space}\\d{1,5})?))?`
const item = `${space},?${space}(?:${numberWord}${space})?(\\d{1,3})${space}[,;]?${space}items?${space}(?:${numberWord}${space})?(\\d{1,3})`

const house = (words: string) => {
  if (/(?<![A-Za-z])VV(?![A-Za-z])/.test(words)) return 'vv'
  return /(?<![A-Za-z])(?:I|EK)(?![A-Za-z])|[Ee]erste/.test(words) ? 'ek' : 'tk'
}

/** The report of a debate: since 2010 by meeting and item, before that by its pages (DOMAIN §1.3). */
export const handelingenForm: Form = {
  name: 'handelingen, meeting and item',
  places: ['debate'],
  before: 160,
  after: 320,
  certainty: 'citation',
  read: matching(new RegExp(`${lead}${sessionYears}${item}(?!\\d)${pages}`, 'y'), (match) => {
    const [whole, words = '', first = '', second = '', meeting, number, cited] = match
    const code = nameOfWritten(`h-${house(words)}-${sessionOf(first, second)}-${meeting}-${number}`)
    const end =
      match.index +
      (cited
        ? whole.slice(0, whole.lastIndexOf(cited)).replace(/[\s,]{0,9}[a-zA-Z.’']{1,10}\s{0,9}$/, '').length
        : whole.length)
    return code ? { code, start: match.index - words.length, end, pages: cited?.replace(/\s/g, '') } : null
  }),
  examples: [
    ['Handelingen II 2010/11, nr. 108, item 5, p. 25-36', 'h-tk-20102011-108-5'],
    ['Handelingen I 2022/23, nr. 12, item 3', 'h-ek-20222023-12-3'],
    ['Handelingen II, vergaderjaar 2013–2014, nr. 41 item 1', 'h-tk-20132014-41-1'],
    ['Handelingen der Kamer II, 2013–2014, 41, item 1'],
    ['Handelingen II, vergaderjaar 2024–2025, nr. 8'],
  ],
}

/** Pages of one debate at the most: «blz. 39-2410» is page 2410 of the 39th meeting. */
const longest = 500

/** Reports of before 2010, which are known by their first and last page. */
export const handelingenPagesForm: Form = {
  name: 'handelingen, pages',
  places: ['debate'],
  before: 160,
  after: 240,
  certainty: 'citation',
  read: matching(
    new RegExp(
      `${lead}${sessionYears}${space},?${space}(?:${numberWord}${space}\\d{1,3}${space},?${space})?${pageWord}${space}(\\d{1,5})${space}[${dashes}]${space}(\\d{1,5})${noWordAfter}`,
      'y',
    ),
    (match) => {
      const [whole, words = '', first = '', second = '', from = '', to = ''] = match
      if (Number(first.replace(/ /g, '')) > 2010 || Number(to) < Number(from) || Number(to) - Number(from) > longest)
        return null
      const code = nameOfWritten(`h-${house(words)}-${sessionOf(first, second)}-${from}-${to}`)
      return code ? { code, start: match.index - words.length, end: match.index + whole.length } : null
    },
  ),
  examples: [
    ['Handelingen II 1996/97, p. 1012-1042', 'h-tk-19961997-1012-1042'],
    ['Handelingen II 1996–1997, nr. 14, blz. 1012–1042', 'h-tk-19961997-1012-1042'],
    ['Handelingen II 2013/14, p. 1012-1042, Handelingen II 1996/97, p. 1042-1012'],
  ],
}

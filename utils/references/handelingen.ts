import { dashes, ignorables, noWordAfter, numberWord, sessionOf, sessionYears, space } from './characters.ts'
import { type Form, type Found, matching, type Reading } from './form.ts'
import { nameOfWritten } from './ids.ts'
import { matchAt } from './look.ts'

const words = `(?:[\\s,.:;(${ignorables}]{0,6}(?:der|Staten-Generaal|II|I|UCV|VV|TK|EK|[Tt]weede Kamer|[Ee]erste Kamer|[Vv]ergaderjaar|[Zz]itting(?:sjaar)?)){0,5}[\\s,.:;(${ignorables}]{0,6}`
const lead = `(?<=((?<!anhangsel[^0-9]{0,12})(?<![A-Za-z])(?:[Hh]an-?\\s?de-?\\s?lin-?\\s?gen|Hand\\.|HANDELINGEN)${words}))`
const pageWord = "(?:pp?\\.?|blz\\.?|pag\\.?|bladzijden?|pagina['’]?s?|p(?=\\d))"
const item = `${space},?${space}(?:${numberWord}${space})?(\\d{1,3})${space}[,;]?${space}items?${space}(?:${numberWord}${space})?(\\d{1,3})`

const house = (words: string) => {
  if (/(?<![A-Za-z])VV(?![A-Za-z])/.test(words)) return 'vv'
  return /(?<![A-Za-z])(?:I|EK)(?![A-Za-z])|[Ee]erste/.test(words) ? 'ek' : 'tk'
}

const first = new RegExp(`${lead}${sessionYears}${item}(?!\\d)`, 'y')
/** «TK 2011–2012, Handelingen nr. 88, item 29»: the word behind the years. */
const firstBehind = new RegExp(
  `(?<=((?:TK|EK|(?:[Tt]weede|[Ee]erste) Kamer)[\\s,]{1,3}(?:[Vv]ergaderjaar\\s)?))${sessionYears}[\\s,]{1,3}Handelingen${item}(?!\\d)`,
  'y',
)
const nextItem = new RegExp(
  `(?:${space},|${space}en)${space}(?:items?${space})?(\\d{1,3})(?!\\d|[.,]\\d)(?=${space}(?:[).;:,]|en\\s|$))`,
  'y',
)
const nextMeeting = new RegExp(`(?:${space}[,;]|${space}en)${item}(?!\\d)`, 'y')
const pagesBehind = new RegExp(
  `${space},?${space}${pageWord}${space}(\\d{1,5}(?:${space}[${dashes}]${space}\\d{1,5})?)`,
  'y',
)
const most = 12

function readItems(text: string, index: number): Reading | null {
  const match = matchAt(first, text, index) ?? matchAt(firstBehind, text, index)
  if (!match) return null
  const [whole, words = '', one = '', other = '', meeting = '', number = ''] = match
  const nameOf = (sitting: string, point: string) =>
    nameOfWritten(`h-${house(words)}-${sessionOf(one, other)}-${sitting}-${point}`)
  const code = nameOf(meeting, number)
  if (!code) return null
  let end = index + whole.length
  let sitting = meeting
  const found: Found[] = [{ code, start: index - words.length, end }]
  while (found.length < most) {
    const cited = matchAt(pagesBehind, text, end)
    if (cited?.[1]) {
      const last = found.pop()
      if (last) found.push({ ...last, pages: cited[1].replace(/\s/g, '') })
    }
    const from = end + (cited?.[0].length ?? 0)
    const another = matchAt(nextMeeting, text, from)
    const item = another ?? matchAt(nextItem, text, from)
    if (!item) break
    sitting = another?.[1] ?? sitting
    const name = nameOf(sitting, item.at(-1) ?? '')
    if (!name) break
    end = from + item[0].length
    const printed = another ? another[0].replace(/^[\s,;]*(?:en\s)?\s*/, '') : (item.at(-1) ?? '')
    found.push({ code: name, start: end - printed.length, end })
  }
  return { found }
}

/** The report of a debate: since 2010 by meeting and item, before that by its pages (DOMAIN §1.3). */
export const handelingenForm: Form = {
  name: 'handelingen, meeting and item',
  places: ['debate', 'session'],
  before: 160,
  after: 320,
  certainty: 'citation',
  read: readItems,
  examples: [
    ['Handelingen II 2010/11, nr. 108, item 5, p. 25-36', 'h-tk-20102011-108-5'],
    ['Handelingen I 2022/23, nr. 12, item 3', 'h-ek-20222023-12-3'],
    ['Handelingen II 2017/18, nr. 101, items 12 en 15.', 'h-tk-20172018-101-12', 'h-tk-20172018-101-15'],
    ['Handelingen II 2022/23, nr. 14, item 8 en nr. 16, item 2', 'h-tk-20222023-14-8', 'h-tk-20222023-16-2'],
    ['TK 2011–2012, Handelingen nr. 88, item 29', 'h-tk-20112012-88-29'],
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
      `${lead}${sessionYears}${space},?${space}(?:(?:${numberWord}${space})?\\d{1,3}${space},?${space})?${pageWord}${space}(\\d{1,5})${space}[${dashes}]${space}(\\d{1,5})${noWordAfter}`,
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

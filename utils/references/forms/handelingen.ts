import { nameOfWritten } from '../ids/ids.ts'
import {
  dashes,
  debates,
  houseOf,
  houseWords,
  joined,
  listed,
  noWordAfter,
  numberWord,
  sessionOf,
  sessionYears,
  space,
} from '../text/characters.ts'
import { matchAt } from '../text/look.ts'
import { type Form, type Found, following, foundAs, foundBefore, most, type Reading } from './form.ts'
import { pagesAt, pageWord } from './kamerstuk-numbers.ts'

const lead = `(?<=((?<!anhangsel[^0-9]{0,12})(?<![A-Za-z])(?:${debates}|H[TE]K)${houseWords}))`
const ordinal = '(?:(?:ste|de|e)?\\svergadering|e)?'
const item = `${space},?${space}(?:(?:[TE]K|vergadering|${numberWord})${space}){0,2}(\\d{1,3})${ordinal}(?:${space}[,;(${dashes}]?${space}items?${space}(?:${numberWord}${space})?|[${dashes}])(\\d{1,3})`

/** Of before 2010, two numbers with a hyphen are pages. */
const first = new RegExp(`${lead}${sessionYears}${item}(?:[${dashes}](\\d{1,3}))?(?!\\d)`, 'y')
/** «TK 2011–2012, Handelingen nr. 88, item 29»: the word behind the years; «EK 2018–2019, nr. 29, item 3»: none but the item's. */
const firstBehind = new RegExp(
  `(?<=((?:TK|EK|(?:[Tt]weede|[Ee]erste) Kamer(?: der Staten-Generaal)?)[\\s,|]{1,3}(?:[Vv]ergaderjaar\\s)?))${sessionYears}(?:[\\s,]{1,3}Handelingen|(?=[^;]{1,16}item))${item}(?!\\d)`,
  'y',
)
const nextItem = new RegExp(`${joined}(?:items?${space})?(\\d{1,3})${listed}`, 'y')
const nextMeeting = new RegExp(`${joined}(${item})(?!\\d)`, 'y')

function readItems(text: string, index: number): Reading | null {
  const match = matchAt(first, text, index) ?? matchAt(firstBehind, text, index)
  if (!match) return null
  const [whole, words = '', one = '', other = '', meeting = '', number = '', page] = match
  const nameOf = (sitting: string, point: string) =>
    nameOfWritten(`h-${houseOf(words)}-${sessionOf(one, other)}-${sitting}-${point}`)
  const code = nameOf(meeting, number)
  if (!code || (Number(one) < 2010 && !whole.includes('item'))) return null
  let end = index + whole.length
  let sitting = meeting
  const found: Found[] = [{ code, start: index - words.length, end, pages: page }]
  while (found.length < most) {
    const cited = pagesAt(text, end)
    const last = cited && found.pop()
    if (last) found.push({ ...last, pages: cited.pages })
    const from = cited?.end ?? end
    const another = matchAt(nextMeeting, text, from)
    const item = another ?? matchAt(nextItem, text, from)
    if (!item) break
    sitting = another?.[2] ?? sitting
    const name = nameOf(sitting, item.at(-1) ?? '')
    if (!name) break
    end = from + item[0].length
    const printed = item[1] ?? ''
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
  read: readItems,
  examples: [
    ['Handelingen II 2010/11, nr. 108, item 5, p. 25-36', 'h-tk-20102011-108-5'],
    ['Handelingen I 2022/23, nr. 12, item 3', 'h-ek-20222023-12-3'],
    ['Handelingen II 2017/18, nr. 101, items 12 en 15.', 'h-tk-20172018-101-12', 'h-tk-20172018-101-15'],
    ['Handelingen II 2022/23, nr. 14, item 8 en nr. 16, item 2', 'h-tk-20222023-14-8', 'h-tk-20222023-16-2'],
    ['TK 2011–2012, Handelingen nr. 88, item 29', 'h-tk-20112012-88-29'],
    [
      'EK 2018–2019, nr. 29, item 3; Tweede Kamer, vergaderjaar 2022/23, 61, item 4',
      'h-ek-20182019-29-3',
      'h-tk-20222023-61-4',
    ],
    ['Tweede Kamer der Staten-Generaal\n2018-2019\nnr. 86, item 22', 'h-tk-20182019-86-22'],
    ['EK 2018–2019, nr. 29, p. 3 en TK 2022/23, 61, 4'],
    ['Handelingen II, vergaderjaar 2013–2014, nr. 41 item 1', 'h-tk-20132014-41-1'],
    ['Handelingen II 2021/22, 38-13', 'h-tk-20212022-38-13'],
    ['Handelingen II 2023/24, nr. 34 - item 5', 'h-tk-20232024-34-5'],
    ['Handelingen II 2018-2019, 87e vergadering, item 8', 'h-tk-20182019-87-8'],
    ['Handelingen der Kamer II, 2013–2014, 41 (item 1)', 'h-tk-20132014-41-1'],
    ['Handelingen II 2018/19, nr. 14, item 8 resp. TK 16, item 2', 'h-tk-20182019-14-8', 'h-tk-20182019-16-2'],
    ['Handelingen II, vergaderjaar 2024–2025, nr. 8'],
  ],
}

/** Pages of one debate at the most: «blz. 39-2410» is page 2410 of the 39th meeting. */
const longest = 500

const firstPages = new RegExp(
  `${lead}${sessionYears}${space},?${space}(?:(?:${numberWord}${space})?\\d{1,3}${ordinal}${space},?${space})?(?:${pageWord}${space}(?:\\d{1,3}-(?=\\d{1,5}${space}[^\\d\\s,;.)]))?|\\d{1,3}-)(\\d{1,5})${space}(?:[/${dashes}]|t/m)${space}(?:\\d{1,3}-(?=\\d))?(\\d{1,5})${noWordAfter}`,
  'y',
)
/** «blz. 1093–1102; 1234–1240»: the debates of one bill. */
const nextPages = new RegExp(`${space}(?:[,;]|en)${space}(\\d{1,5})[${dashes}](\\d{1,5})${noWordAfter}`, 'y')

function readPages(text: string, index: number): Reading | null {
  const match = matchAt(firstPages, text, index)
  if (!match) return null
  const [, words = '', one = '', other = '', from = '', to = ''] = match
  if (Number(one.replace(/ /g, '')) >= 2010) return null
  const idOf = (first: string, last: string) =>
    Number(last) < Number(first) || Number(last) - Number(first) > longest
      ? ''
      : `h-${houseOf(words)}-${sessionOf(one, other)}-${first}-${last}`
  return following(foundAs(idOf(from, to), match, words), (end) => {
    const [part = '', first = '', last = ''] = matchAt(nextPages, text, end) ?? []
    return foundBefore(idOf(first, last), end + part.length, first.length + last.length + 1)
  })
}

/** Reports of before 2010, which are known by their first and last page. */
export const handelingenPagesForm: Form = {
  name: 'handelingen, pages',
  places: ['debate'],
  before: 160,
  after: 400,
  read: readPages,
  examples: [
    ['Handelingen II 1996/97, p. 1012-1042', 'h-tk-19961997-1012-1042'],
    ['Handelingen II 1996–1997, nr. 14, blz. 1012–1042', 'h-tk-19961997-1012-1042'],
    ['Handelingen II 2003/04, 61-3982 t/m 61-3999', 'h-tk-20032004-3982-3999'],
    ['Handelingen I, 2006-2007, p. 22-720/22-741', 'h-ek-20062007-720-741'],
    ['Handelingen II 2001/02, blz. 1093–1102; 1234–1240', 'h-tk-20012002-1093-1102', 'h-tk-20012002-1234-1240'],
    ['Handelingen TK 2003-2004, 45e vergadering, p. 1234-1256', 'h-tk-20032004-1234-1256'],
    [
      'Handelingen II 2013/14, p. 1012-1042, Handelingen I 2010/11, nr. 7, p. 16-19, Handelingen II 1996/97, p. 1042-1012, Handelingen UCV 1994/95, nr. 12, p. 1-24',
    ],
  ],
}

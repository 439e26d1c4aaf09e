import {
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
import { type Form, following, foundAs, foundBefore, matching, type Reading } from './form.ts'
import { manyAfterOne, pagesAfter } from './kamerstuk-numbers.ts'

const name = `(?<![A-Za-z])(?:[Aa]an-?\\s?hang-?\\s?sel(?:\\stot\\shet\\s[Vv]erslag)?|AANHANGSEL|[Aa]anh\\.|(?:AH|ah)(?:[-\u2010-\u2013]?(?:[te]k|[TE]K)(?:[-\u2010-\u2013]|(?=\\s)))?)`
const lead = `(?<=(${name}${houseWords}))`
const number = `(?:${space}[,:;-]?${space}(?:${numberWord}${space})?)([1-9]\\d{0,4})(?!\\d|[.,]\\d)${noWordAfter}`
/** «Aanhangsel van de Handelingen, nr. 2345 (2022–2023)». */
const numberBefore = `(?<=(${name}${houseWords}(?:${numberWord}${space}|(?<=AH\\s|(?:sel|lingen)\\s(?=\\d{1,4}, v)))([1-9]\\d{0,4})[\\s,(]{1,4}(?:[Vv]ergaderjaar )?))`

/** «nrs. 2345 en 2346», «nr. 2345 en 2346», «nr. 2345, nr. 2346», «nr. 2345, en II 2023/24, nr. 7». */
const nextNumber = new RegExp(
  `(?:\\s\\([^()\\n]{1,40}\\))?${joined}(?:(?:II\\s|[Vv]ergaderjaar\\s)?${sessionYears}${space},?${space})?(?:${numberWord}${space})?([1-9]\\d{0,4})${listed}`,
  'y',
)

const answerId = (words = '', first = '', second = '', ondernummer = '') =>
  `ah-${houseOf(words)}-${sessionOf(first, second)}-${ondernummer}`

const numbered = new RegExp(`${lead}${sessionYears}${number}`, 'y')

function readAanhangsel(text: string, index: number): Reading | null {
  const match = matchAt(numbered, text, index)
  return match && numbersFrom(match, match[1], match[2], match[3], match[4])
}

/** The first number, in which the match ends, and those that follow it. */
function numbersFrom(
  match: RegExpExecArray,
  words?: string,
  from?: string,
  to?: string,
  first?: string,
): Reading | null {
  const text = match.input
  const list = matchAt(manyAfterOne, text, match.index + match[0].length)?.[0].match(/\d+/g)
  // «nr. 811, 813 en 820» rises; «nr. 811, 10 en 20 procent» goes on with something else.
  const isPlural = /nrs|ummers/.test(match[0]) || list?.every((next) => Number(next) > Number(first))
  let [begin, over] = [from, to]
  const another = (end: number) => {
    const [part = '', ownFrom, ownTo, next = ''] = matchAt(nextNumber, text, end) ?? []
    if (!isPlural && !ownFrom && !/[a-z]/.test(part)) return null
    if (ownFrom) [begin, over] = [ownFrom, ownTo]
    return foundBefore(answerId(words, begin, over, next), end + part.length, next.length)
  }
  const reading = following(
    foundAs(answerId(words, from, to, first), match, match[1] === words ? words : ''),
    another,
    text,
  )
  if (!reading) return null
  const last = reading.found.at(-1)
  const pages = last && pagesAfter(text, last.end)
  return last && pages ? { found: reading.found.with(-1, { ...last, pages }) } : reading
}

/** An answer to written questions by its number in the Aanhangsel. The footer «Aanhangsel 17» has its years before it. */
export const aanhangselForm: Form = {
  name: 'aanhangsel',
  places: ['debate'],
  before: 200,
  after: 200,
  read: readAanhangsel,
  examples: [
    ['Aanhangsel Handelingen II 2022/23, nr. 2345', 'ah-tk-20222023-2345'],
    ['Aanhangsel Handelingen II 2022/23, nrs. 2345 en 2346.', 'ah-tk-20222023-2345', 'ah-tk-20222023-2346'],
    [
      'Aanhangsel Handelingen II 2022/23, nrs. 101 t/m 103, en II 2023/24, nr. 7.',
      'ah-tk-20222023-101',
      'ah-tk-20222023-102',
      'ah-tk-20222023-103',
      'ah-tk-20232024-7',
    ],
    [
      'Aanhangsel Handelingen 2019/20, nrs. 14, 17 t/m 18 en 20.',
      'ah-tk-20192020-14',
      'ah-tk-20192020-17',
      'ah-tk-20192020-18',
      'ah-tk-20192020-20',
    ],
    ['Aanhangsel Handelingen 2023/24, nr. 1234 en nr. 1240', 'ah-tk-20232024-1234', 'ah-tk-20232024-1240'],
    [
      'Aanhangsel Handelingen, vergaderjaar 2021–2022, nr. 1234 en vergaderjaar 2022–2023, nr. 56',
      'ah-tk-20212022-1234',
      'ah-tk-20222023-56',
    ],
    ['Aanhangsel 2023/24, nr. 811, 813 en 820)', 'ah-tk-20232024-811', 'ah-tk-20232024-813', 'ah-tk-20232024-820'],
    ['Aanhangsel van de Handelingen, vergaderjaar 2024–2025, nr. 507', 'ah-tk-20242025-507'],
    ['Aanhangsel tot het Verslag van de Handelingen der Tweede Kamer 1989-1990, nr. 455', 'ah-tk-19891990-455'],
    ['AanhangselHandelingen II 2022/23, nr. 2345', 'ah-tk-20222023-2345'],
    ['Aanhangsel Handelingen II 2019/20, nr. 241 (Smit) alsmede nr. 250.', 'ah-tk-20192020-241', 'ah-tk-20192020-250'],
    ['Kamervragen (Aanhangsel) 2023–2024, nr. 2267', 'ah-tk-20232024-2267'],
    ['(Aanhang-sel) 2020–2021, nr. 2345', 'ah-tk-20202021-2345'],
    ['ah-tk-2017–2018, nr.2509', 'ah-tk-20172018-2509'],
    ['Aanhangsel der Handelingen I 1999/2000, nr. 7', 'ah-ek-19992000-7'],
    ['Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 17'],
    ['Aanhangsel 17 2024–2025, AH 617'],
  ],
}

/** In the head of the printed answers. */
const given = `(?:${space}Vragen gesteld[^0-9]{50,90}antwoorden${space})?`
const yearsFirst = new RegExp(
  `${sessionYears}[\\s,.:;(]{1,4}(${name}${houseWords})(?:${numberWord}${space}|(?<=lingen[\\s,]{1,3})${given})([1-9]\\d{0,4})(?!\\d|[.,]\\d)`,
  'y',
)

function readYearsFirst(text: string, index: number): Reading | null {
  const match = matchAt(yearsFirst, text, index)
  return match && numbersFrom(match, match[3], match[1], match[2], match[4])
}

/**
 * «vergaderjaar 2013–2014, aanhangsel Handelingen, nr. 304»: «nr.» or «van de Handelingen» makes the difference to the
 * footer of each page.
 */
export const aanhangselYearsFirstForm: Form = {
  name: 'aanhangsel, years first',
  places: ['session', 'debate'],
  before: 4,
  after: 400,
  read: readYearsFirst,
  examples: [
    ['vergaderjaar 2013-2014, aanhangsel Handelingen, nr. 304', 'ah-tk-20132014-304'],
    ['Tweede Kamer, vergaderjaar 2015–2016, Aanhangsel van de Handelingen, 2199', 'ah-tk-20152016-2199'],
    ['Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 17, nr. 5'],
  ],
}

/** The same with the number before the years. */
export const aanhangselNumberFirstForm: Form = {
  name: 'aanhangsel, number first',
  places: ['debate'],
  before: 200,
  after: 40,
  read: matching(new RegExp(`${numberBefore}${sessionYears}\\)?`, 'y'), (match) => {
    const [, words, ondernummer, first, second] = match
    return foundAs(answerId(words, first, second, ondernummer), match, words)
  }),
  examples: [
    ['Aanhangsel van de Handelingen, nr. 2345 (2022–2023)', 'ah-tk-20222023-2345'],
    ['Aanhangsel Handelingen nr. 2345, vergaderjaar 2022–2023', 'ah-tk-20222023-2345'],
    ['AH 1003 (2022-2023) en AH 1004, 2022-2023', 'ah-tk-20222023-1003', 'ah-tk-20222023-1004'],
    ['Aanhangsel van de Handelingen 2345, vergaderjaar 2022–2023', 'ah-tk-20222023-2345'],
    ['Aanhangsel van de Handelingen (2022–2023)'],
  ],
}

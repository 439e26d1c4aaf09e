import { ignorables, noWordAfter, numberWord, space } from './characters.ts'
import { type Form, matching, type Reading } from './form.ts'
import { nameOfWritten } from './ids.ts'
import { matchAt, signBefore } from './look.ts'

const names = '[Ss]tb|STB|[Ss]tcrt|STCRT|[Tt]rb|TRB|[Ss]taats-?\\s?blad|[Ss]taats-?\\s?courant|[Tt]ractatenblad'
const gap = `[\\s,.:;(*_${ignorables}]{0,6}`
const date = '(?:van\\s)?[0-3]?\\d\\s[a-z]{3,9}'
const lead = `(?<=(?<![A-Za-z])((${names})(?:${gap}(?:van het Koninkrijk(?: der Nederlanden)?|jaargang|nr|${date})){0,2}${gap}))`
const year = '((?:18|19|20)\\d\\d)(?!\\d)'
const yearFirst = new RegExp(
  `${lead}${year}(?:${space}[,;:/-]?${space}(?:${numberWord}${space})?)([1-9]\\d{0,5})(?!\\d|[.,]\\d)${noWordAfter}(?!\\s(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))`,
  'y',
)
/** «Stb. 2010, 34 en 35»: another number of the same year ends the citation. */
const another = new RegExp(
  `${space}(?:en|,)${space}([1-9]\\d{0,5})(?=${space}(?:[).;,]|en\\s|$))(?!${space},?${space}(?:nr|item|\\d))`,
  'y',
)
/** «Trb. 1954, 88 en 1967, 76»: another year and number of the same journal. */
const anotherYear = new RegExp(
  `${space}(?:,|;|,?${space}en)${space}${year},${space}([1-9]\\d{0,5})(?!\\d|[.,]\\d)${noWordAfter}`,
  'y',
)
const most = 12

const prefixOf = (name: string) => {
  const lower = name.toLowerCase().replace(/[-\s]/g, '')
  if (lower.startsWith('stb') || lower === 'staatsblad') return 'stb'
  return lower.startsWith('tr') ? 'trb' : 'stcrt'
}

/** What the name of a journal, or what may stand between it and the year, ends in. */
const nameEnd = /[bBtTdDnkgri.,:;(*_]/

function readYearFirst(text: string, index: number): Reading | null {
  const match = nameEnd.test(signBefore(text, index)) ? matchAt(yearFirst, text, index) : null
  if (!match) return null
  const [whole, words = '', name = '', published = '', number = ''] = match
  const code = nameOfWritten(`${prefixOf(name)}-${published}-${number}`)
  if (!code) return null
  const found = [{ code, start: index - words.length, end: index + whole.length }]
  let end = index + whole.length
  let latest = published
  while (found.length < most) {
    const other = matchAt(anotherYear, text, end)
    const further = other ?? matchAt(another, text, end)
    if (!further) break
    latest = other?.[1] ?? latest
    const next = further.at(-1) ?? ''
    const more = nameOfWritten(`${prefixOf(name)}-${latest}-${next}`)
    if (!more) break
    end += further[0].length
    found.push({ code: more, start: end - (other ? `${latest}, ${next}` : next).length, end })
  }
  return { found }
}

/** Staatsblad, Staatscourant and Tractatenblad: year and number (DOMAIN §1.3). */
export const gazetteForm: Form = {
  name: 'official journal',
  places: ['year', 'session', 'debate', 'slash'],
  before: 100,
  after: 400,
  certainty: 'citation',
  read: readYearFirst,
  examples: [
    ['Stb. 2021, 549', 'stb-2021-549'],
    ['(Staatsblad 2021, nr. 549)', 'stb-2021-549'],
    ['Stcrt. 2023, 12345', 'stcrt-2023-12345'],
    ['Staatscourant 2023 nr. 12345', 'stcrt-2023-12345'],
    ['Trb. 2015, 196', 'trb-2015-196'],
    ['Stb. 2010, 34 en 35)', 'stb-2010-34', 'stb-2010-35'],
    ['Trb. 1954, 88 en 1967, 76', 'trb-1954-88', 'trb-1967-76'],
    ['Stb. 2021/549', 'stb-2021-549'],
    ['het Staatsblad 2021 en Staatscourant van 14 september 2014, Staatsblad van 2021, 549 artikelen'],
  ],
}

/** «Staatscourant nr. 32656, 2013», «Staatscourant, nr. 27142, 14 september 2014». */
export const gazetteNumberFirstForm: Form = {
  name: 'official journal, number first',
  places: ['year'],
  before: 120,
  after: 16,
  certainty: 'citation',
  read: matching(
    new RegExp(
      `(?<=(?<![A-Za-z])((${names})${gap}${numberWord}${space}([1-9]\\d{0,5})[\\s,(]{1,4}(?:[0-3]?\\d [a-z]{3,9} )?))${year}\\)?`,
      'y',
    ),
    (match) => {
      const [whole, words = '', name = '', number = '', published = ''] = match
      const code = nameOfWritten(`${prefixOf(name)}-${published}-${number}`)
      return code ? { code, start: match.index - words.length, end: match.index + whole.length } : null
    },
  ),
  examples: [
    ['Staatscourant nr 32656, 2013', 'stcrt-2013-32656'],
    ['Staatscourant, nr. 27142, 14 september 2014.', 'stcrt-2014-27142'],
    ['Staatscourant van 14 september 2014'],
  ],
}

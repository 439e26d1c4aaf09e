import { anyCase, joined, listed, month, noWordAfter, numberWord, space, titleBefore } from '../text/characters.ts'
import { matchAt, signBefore } from '../text/look.ts'
import { type Form, following, foundAs, foundBefore, matching, type Reading } from './form.ts'

const names = anyCase(
  'stbl?|stcrt|trb|staats-?\\s?(?:blad|courant)|tra(?:c|k)tatenblad|acts and decrees|government gazette|treaty series',
)
const gap = '[\\s,.:;()_]{0,6}'
const date = '(?:(?:van|d\\.d\\.)\\s)?[0-3]?\\d\\s[a-z]{3,9}'
const lead = `(?<=(?<![A-Za-z]|elgisch )((${names})(?:${gap}(?:${anyCase('van\\shet\\skoninkrijk(?:\\sder\\snederlanden)?|jaargang')}|nr|van(?=\\s\\d{4},? nr)|${date})){0,2}${gap}))`
const year = '((?:18|19|20)\\d\\d)(?!\\d)'
/** The Staatscourant has more than ten thousand a year: «Stcrt. 2019, 31 209». */
const counted = '([1-9]\\d[. ]\\d{3}|[1-9]\\d{0,5})'
const yearFirst = new RegExp(
  `${lead}${year}(?:${space}[,;:(/–-]?${space}(?:${numberWord}${space})?)${counted}(?!\\d|[.,]\\d| \\d{3})${noWordAfter}(?!\\s${month})`,
  'y',
)
/** «Stb. 2010, 34 en 35»: another number of the same year ends the citation; «Trb. 1954, 88 en 1967, 76» has its own year. */
const another = new RegExp(
  `${joined}(?:${year}[,/]${space}${counted}(?!\\d|[.,]\\d)|${counted}${listed}(?!${space},?${space}(?:nr|item|\\d)))${noWordAfter}`,
  'y',
)
function idOf(name: string, year: string, number: string): string {
  const prefix = /^t/i.test(name) ? 'trb' : /[bds]l?$/i.test(name) ? 'stb' : 'stcrt'
  return prefix !== 'stcrt' && /\D/.test(number) ? '' : `${prefix}-${year}-${number.replace(/\D/, '')}`
}

/** What the name of a journal, or what may stand between it and the year, ends in. */
const nameEnd = /[bBtTdDnkgGrilse.,:;()_]/

function readYearFirst(text: string, index: number): Reading | null {
  const match = nameEnd.test(signBefore(text, index)) ? matchAt(yearFirst, text, index) : null
  if (!match) return null
  const [, words, name = '', published = '', number = ''] = match
  let latest = published
  const next = (end: number) => {
    const [part = '', own, first, same = first ?? ''] = matchAt(another, text, end) ?? []
    latest = own ?? latest
    return foundBefore(idOf(name, latest, same), end + part.length, (own ? part.slice(part.indexOf(own)) : same).length)
  }
  return following(foundAs(idOf(name, latest, number), match, words), next, text)
}

/** Staatsblad, Staatscourant and Tractatenblad: year and number (DOMAIN §1.3). */
export const gazetteForm: Form = {
  name: 'official journal',
  places: ['year', 'session', 'debate', 'slash'],
  before: 100,
  after: 400,
  read: readYearFirst,
  examples: [
    ['Stb. 2021, 549', 'stb-2021-549'],
    ['(Staatsblad 2021, nr. 549)', 'stb-2021-549'],
    ['het Staatsblad van 2021, nr. 681; Jaargang 2022', 'stb-2021-681'],
    ['Staatsblad van het Koninkrijk der Nederlanden\nJaargang 2022\n330\nBesluit', 'stb-2022-330'],
    ['TRACTATENBLAD\nVAN HET KONINKRIJK DER NEDERLANDEN\nJAARGANG 2014 Nr. 150', 'trb-2014-150'],
    ['Stcrt. 2023, 12345', 'stcrt-2023-12345'],
    ['Staatscourant 2023 nr. 12345', 'stcrt-2023-12345'],
    [
      'Stcrt. 2019, 31 209, Stcrt. 2023, nr. 36\u00a0360 en 36.361',
      'stcrt-2019-31209',
      'stcrt-2023-36360',
      'stcrt-2023-36361',
    ],
    ['Stb. 2021, 54 900'],
    ['Staatscourant d.d. 15 april 2014 (nr. 10585)', 'stcrt-2014-10585'],
    ['Trb. 2015, 196', 'trb-2015-196'],
    ['Stb. 2010, 34 en 35)', 'stb-2010-34', 'stb-2010-35'],
    ['Trb. 1954, 88 en 1967, 76', 'trb-1954-88', 'trb-1967-76'],
    ['Stb. 2021/549 en 2022/12', 'stb-2021-549', 'stb-2022-12'],
    ['Stbl. 1892, 268; (Staatsblad) 2018, 144; STAATSBLAD 1998, 12', 'stb-1892-268', 'stb-2018-144', 'stb-1998-12'],
    ['Stb. 2018, 290 t/m 292 en 295)', 'stb-2018-290', 'stb-2018-291', 'stb-2018-292', 'stb-2018-295'],
    ['Stb. 2018, 14, 17–18 en 20.', 'stb-2018-14', 'stb-2018-17', 'stb-2018-18', 'stb-2018-20'],
    ['Stb. 2018, 290-12 en Stb. 1890, 78', 'stb-2018-290', 'stb-1890-78'],
    ['het Staatsblad 2021 en Staatscourant van 14 september 2014, Staatsblad van 2021, 549 artikelen'],
  ],
}

/** «Staatscourant nr. 32656, 2013», «Staatscourant, nr. 27142, 14 september 2014», «Staatsblad 59 van 2024» on the Senate's pages. */
export const gazetteNumberFirstForm: Form = {
  name: 'official journal, number first',
  places: ['year'],
  before: 200,
  after: 16,
  read: matching(
    new RegExp(
      `(?<=(?<![A-Za-z])((${names})${gap}(?:Offici[^\\n]{20,60}1814\\.${space})?(?:${numberWord}${space}|(?<=[dt] )(?=\\d{1,5} v))${counted}[\\s,(]{1,4}(?:van\\s)?(?:[0-3]?\\d [a-z]{3,9}\\s)?))${year}\\)?`,
      'y',
    ),
    (match) => {
      const [, words, name = '', number = '', published = ''] = match
      return foundAs(idOf(name, published, number), match, words)
    },
  ),
  examples: [
    ['Staatscourant nr 32656, 2013; Staatsblad 59 van 2024', 'stcrt-2013-32656', 'stb-2024-59'],
    [
      'STAATSCOURANT\nOfficiële uitgave van het Koninkrijk der Nederlanden sinds 1814.\nNr. 184\n2 mei\n2023',
      'stcrt-2023-184',
    ],
    ['STAATSCOURANT\nNr. 18423\n29 juni\n2023', 'stcrt-2023-18423'],
    ['Staatscourant, nr. 27142, 14 september 2014.', 'stcrt-2014-27142'],
    ['Staatscourant van 14 september 2014'],
  ],
}

/** «Wet van 20 december 2012, Stb. 600»: the year is that of the date before it. */
export const gazetteDatedForm: Form = {
  name: 'official journal, year of the date',
  places: ['year'],
  before: 16,
  after: 260,
  read: matching(
    new RegExp(
      `(?<=${anyCase(month)}[a-z]{0,6}\\s)${year}${titleBefore}(${names})(?:\\._?\\s{0,2}|\\s)(?:${numberWord}\\s?)?(?!(?:1[89]|20)\\d\\d)([1-9]\\d{0,3})(?!\\d|[.,/]\\d)${noWordAfter}`,
      'y',
    ),
    ({ 0: whole, 1: published = '', 2: name = '', 3: number = '', index }) =>
      foundBefore(idOf(name, published, number), index + whole.length, whole.length - whole.lastIndexOf(name)),
  ),
  examples: [
    ['de Wet van 20 december 2012, Stb. 600, en de Wet van 6 november 1997 (Stb. 510)', 'stb-2012-600', 'stb-1997-510'],
    ['Wet van 4 juni 1992, houdende regels van bestuursrecht (Stb. 315)', 'stb-1992-315'],
    ['besluit van 9 september 1999, nr. 99.004151, Stb. 402', 'stb-1999-402'],
    ['Wet van 28 juni 1989, Stb. 1989, 245', 'stb-1989-245'],
    ['Wet van 9 mei 1890, Stb. 1890, 78', 'stb-1890-78'],
    ['Verkeerswet 1994 (Stb. 475), Stb. 12; 3 mei 2021 Stb. en'],
  ],
}

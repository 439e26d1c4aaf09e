import { nameOfWritten } from '../ids/ids.ts'
import { alphanumerics, breakOf, gap, hyphens, longestGap, lowerCase } from '../text/characters.ts'
import { type Form, type Found, foundAs, matching } from './form.ts'

/** Another such code, as the cells of a list without blanks between them: `2024D189012024D18902`. */
const whole = '20\\d\\d[DZA]\\d{5}'

/**
 * What may stand directly before a code. Beside any character that is no letter or digit: a footnote mark of up to
 * three digits (`32024Z15585`), a whole word (text layers lose spaces),
 * or one letter that a scan made of an opening bracket (`C2014D18230)`; group 1, believed only if the bracket closes).
 */
const left = [
  `(?<![${alphanumerics}])`,
  `(?<![${alphanumerics}.,${hyphens}])[1-9]\\d{0,2}`,
  `[${lowerCase}]{4}`,
  whole,
  `(?<![${alphanumerics}])([A-Za-z])`,
].join('|')

/**
 * What may not follow: a further digit or letter (`2023D191580`, GUIDs, hashes), unless a capitalised word or the next code was
 * glued to it. `2023D19158.pdf` is the file of that document.
 */
const right = [
  `(?!\\d(?!(?<=2)${whole.slice(1)}))`,
  `(?=${whole}|[A-Z][${lowerCase}](?![0-9A-Z_])|[^${alphanumerics}]|$)`,
].join('')

/**
 * Table columns can look like a broken code: `2023 | A | 12 345`, `2023 D66 123`. No real text was seen with a break before
 * the letter, so one is believed only where the digits stand together; a letter with breaks on both sides only within
 * one line, and not the letter A, which names classes and columns. Letterspaced codes have a blank in every gap.
 */
function breaksAreOfOneCode(year: string, beforeLetter: string, letter: string, afterLetter: string, digits: string) {
  const before = breakOf(beforeLetter)
  const after = breakOf(afterLetter)
  const inDigits = gapsOf(digits).map(breakOf)
  const all = [...gapsOf(year).map(breakOf), before, after, ...inDigits]
  if (all.includes(null)) return false
  if (before === '' || all.every((one) => one === ' ')) return true
  if (inDigits.join('') !== '') return false
  return after === '' || (before === ' ' && after === ' ' && letter !== 'A')
}

function gapsOf(spaced: string): string[] {
  return spaced.split(/\d/).slice(1, -1)
}

const codeLength = '2023D19158'.length

function readRegistration(match: RegExpExecArray): Found | null {
  const [letter = '', bracket, year = '', beforeLetter = '', afterLetter = '', digits = ''] = match
  const start = match.index - beforeLetter.length - year.length
  const end = match.index + letter.length
  if (bracket !== undefined && match.input.charAt(end) !== ')') return null
  const whole = end - start === codeLength
  if (!whole && !breaksAreOfOneCode(year, beforeLetter, letter.charAt(0), afterLetter, digits)) return null
  const code = nameOfWritten(
    whole ? match.input.slice(start, end) : `${year.replace(/\D/g, '')}${letter.charAt(0)}${digits.replace(/\D/g, '')}`,
  )
  return code ? { code, start, end } : null
}

/** D, Z and A numbers in running text: upper case only, since GUIDs contain lower-case look-alikes (DOMAIN §1.1). */
export const registrationForm: Form = {
  name: 'registration number',
  places: ['letter'],
  before: 4 * longestGap + 16,
  after: 5 * longestGap + 80,
  certainty: 'certain',
  read: matching(
    new RegExp(`(?<=(?:${left})(2${gap}0${gap}\\d${gap}\\d)(${gap}))[DZA](${gap})(\\d(?:${gap}\\d){4})${right}`, 'y'),
    readRegistration,
  ),
  examples: [
    ['2023D19158', '2023D19158'],
    ['zie 2023Z08012, en (2023A01234).', '2023Z08012', '2023A01234'],
    ['uw referentie 2018D24448', '2018D24448'],
    ['nr. 2024Z11859;', '2024Z11859'],
    ['van het werkprogramma 2023D19 158   ', '2023D19158'],
    ['uitval? 2023D19\n159 216', '2023D19159'],
    ['2023D19  \r\n     159', '2023D19159'],
    ['2023D19\u00a0158 2023D19\u202f159 2023D1\u00ad9160', '2023D19158', '2023D19159', '2023D19160'],
    ['2023\u200bD\u200b19158', '2023D19158'],
    ['2024Z 17972', '2024Z17972'],
    ['en effect (20 14D 18230) Geachte', '2014D18230'],
    ['20 14D05579 en 20 14D0 55 79', '2014D05579', '2014D05579'],
    ['2 0 1 4D0 5 5 7 9 en 2 0 1 4 D 0 5 5 7 8', '2014D05579', '2014D05578'],
    ['2023 D19158 en 2023 D 19159', '2023D19158', '2023D19159'],
    ['32024Z15585/2024D37938', '2024Z15585', '2024D37938'],
    ['35/2016D20213', '2016D20213'],
    ['effect C2014D18230) ouders', '2014D18230'],
    ['onderzoekers»(2024Z16988)', '2024Z16988'],
    ['vraagnummer2024Z14814 en 2024Z14815Vragen van', '2024Z14814', '2024Z14815'],
    ['tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D19158', '2023Z08012', '2023D19158'],
    ['?url=detail%3Fid%3D2014D34952%26x', '2014D34952'],
    // Six digits, four digits, an empty line or a column between the parts.
    ['2023D191580 2023D19158\u00ad0'],
    ['2023D1915'],
    ['2016D1980 16003017 R'],
    ['2023D19\n\n158'],
    ['2023D19\t158'],
    ['2023\nD\n19158'],
    ['2023 A 12 345 en 2023 A 12345'],
    ['2023 D 12 345'],
    ['in 2023 D66 123 stemmen'],
    // Ids of something else.
    ['X2023D19158Y X2023D19158 2023D19158Y'],
    ['0002023D19158 12342023D19158'],
    ['6F2023D19158 0x2023D19158'],
    ['9A3E1B2C-77D0-4C1A-8B1E-2023D19158AB'],
    ['9A3E1B2C-77D0-4C1A-8B1E-122023D19158'],
    ['9a3e1b2c-77d0-4c1a-8b1e-2023d19158ab 2023d19158'],
    ['2023D19157.PDF scan_2023D19158 2023D19158_bijlage', '2023D19157'],
    ['2024D189012024D18902', '2024D18901', '2024D18902'],
    ['20015 2500 EA, 38922138, 2024-0000129720, 11003385 R, +31 70 318 2211'],
  ],
}

/** The same numbers in lower case, as the value of `id` or `did` in an address of the Tweede Kamer, and only there. */
export const registrationParameterForm: Form = {
  name: 'registration number in an address',
  places: ['year'],
  before: 262,
  after: 16,
  certainty: 'certain',
  read: matching(
    new RegExp(
      `(?<=(?<![0-9A-Za-z_-])tweedekamer\\.nl/[^\\s"'<>]{0,240}[?&;](?:did|id)=)20\\d\\d[dza]\\d{5}(?![${alphanumerics}])`,
      'y',
    ),
    (match) => foundAs(match[0], match),
  ),
  examples: [
    ['https://www.tweedekamer.nl/kamerstukken/detail?id=2018z12433', '2018Z12433'],
    ['www.tweedekamer.nl/x/detail?id=2018z12433&did=2018d41096.', '2018Z12433', '2018D41096'],
    ['https://example.org/detail?id=2018z12433 nottweedekamer.nl/?id=2018z12433'],
    ['https://www.tweedekamer.nl/?id=2018z124339f'],
  ],
}

import { space } from '../text/characters.ts'
import { matchAt } from '../text/look.ts'
import { type Form, foundAs, type Reading } from './form.ts'
import { registrationForm } from './registration.ts'

/** `AH 617`, the number of the questions that it answers below it, and when they were answered. */
const head = new RegExp(
  `(?<=(?<![A-Za-z])(AH ([1-9]\\d{0,3})\\s{1,64})(20\\d\\d ?))Z(?= ?\\d{5}\\s[^;]{0,300}?\\(ontvangen${space}(\\d\\d?)${space}([a-z]{3,9})${space}(20\\d\\d)\\))`,
  'y',
)

/** Sessions begin on the third Tuesday of September. */
function sessionOn(day: number, month: string, year: number): string {
  const opening = 15 + ((9 - new Date(year, 8, 15).getDay()) % 7)
  const begun = /^(?:okt|nov|dec)/.test(month) || (month === 'september' && day >= opening)
  const first = begun ? year : year - 1
  return `${first}${first + 1}`
}

function readHead(text: string, index: number, since: number): Reading | null {
  const match = matchAt(head, text, index)
  const own = match && registrationForm.read(text, index, since)
  if (!match || !own) return null
  const [, words = '', number = '', years = '', day, month = '', year] = match
  const id = `ah-tk-${sessionOn(Number(day), month, Number(year))}-${number}`
  const start = index - years.length - words.length
  const answer = foundAs(id, match)
  const end = start + words.trimEnd().length
  return answer && { ...own, found: [{ ...answer, start, end, certainty: 'citation' }, ...own.found] }
}

/** The head of an answer before its publication, which has a number and no years: the day of the answer tells its session. */
export const beforePublicationForm: Form = {
  name: 'aanhangsel, before its publication',
  places: ['letter'],
  before: registrationForm.before,
  after: 520,
  certainty: 'certain',
  read: readHead,
  examples: [
    [
      'AH 617\n2024Z17231\nAntwoord van minister Bruins (Onderwijs) (ontvangen 26 november 2024)',
      'ah-tk-20242025-617',
      '2024Z17231',
    ],
    ['AH 12 2024Z13001 Antwoord (ontvangen 16 september 2024)', 'ah-tk-20232024-12', '2024Z13001'],
    ['AH 12 2024Z13001 Antwoord (ontvangen 17 september 2024)', 'ah-tk-20242025-12', '2024Z13001'],
    ['AH 617, en bij AH 12 (ontvangen 26 november 2024)'],
  ],
}

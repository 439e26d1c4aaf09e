import { askersBehind } from '../facts/people.ts'
import { oneOf } from '../signs.ts'
import type { Asker } from '../types.ts'
import { expandNumbers, numberListSource } from './numbers.ts'
import { abbreviated } from './sentences.ts'

/** A heading in words: `Vraag 4 t/m 7`, `Antwoord op vraag 1:`, `Antwoord`. */
export interface Heading {
  readonly type: 'question' | 'answer'
  /** Empty where the heading names none. */
  readonly numbers: readonly string[]
  /**
   * Offset in the text where what follows the heading starts; the text's length where nothing does, 0 where the heading begins
   * a sentence that goes on.
   */
  readonly end: number
  /** The heading is all of its line. */
  readonly alone: boolean
  /** Whose question it is, where the heading says so: `Vraag 3 (PvdV)`, `Vraag 3 van de leden van de PvdV-fractie`. */
  readonly askedBy?: readonly Asker[]
}

/** What follows a heading on its own line must start as a sentence does: «Vraag 3 gaat over …» is prose. */
const sentenceStart = new RegExp(
  String.raw`^(?:[\p{Lu}\d«"'“‘„(€•►▶→➔■]|[-–]\s|[a-z][.)]\s|(?:blz|pag|p)\.\s?\d|pagina\s\d{1,4}[.:]?$|${abbreviated})`,
  'u',
)

/** Who answers, as headings have it: in the country, a province or a municipality. */
const officeSource =
  '(?:[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris|[Bb]ewindspersoon|[Bb]ewindslieden|[Rr]egering|[Kk]abinet|[Cc]ollege(?: van (?:B&W|burgemeester en wethouders|[Gg]edeputeerde [Ss]taten))?|[Bb]urgemeester(?: en wethouders)?|[Ww]ethouder|[Gg]edeputeerde(?: [Ss]taten)?|GS|B&W|(?:Algemene )?Rekenkamer|[Dd]agelijks bestuur)'
/** «van de minister», «van ons college», «minister». */
const ofOffice = `(?:(?:van|door)\\s+)?(?:(?:de|het|ons)\\s+)?${officeSource}`
/** Behind a heading in its own line: on whose behalf else, of how many, or of whom a question is that no party asks. */
const aside = new RegExp(
  `^(?:\\((?:(?:mede )?namens |${ofOffice})[^()]{0,90}\\)[.:]?|van \\d{1,3}[.:]?|\\(van (?:de|het) (?:(?:vaste |algemene )?commissie|raad|(?:Tweede |Eerste )?Kamer|rapporteurs?)(?: (?:voor|over|inzake|van|uit)\\s[^()]{1,80})?\\)[.:]?|van (?:de|het|uw) (?:(?:vaste |algemene )?commissie|raad|(?:Tweede |Eerste )?Kamer)(?: (?:voor|over|inzake|van|uit)\\s[^.?!:]{1,80})?:?)$`,
)

const forms: readonly { readonly type: Heading['type']; readonly pattern: RegExp; readonly closed?: boolean }[] = [
  {
    type: 'question',
    pattern: new RegExp(
      `^(?:Vraag(?: en antwoord)?|VRAAG|Vragen|VRAGEN|Kamervra(?:ag|gen))\\s{0,3}(?:n[ro]\\.?|nummer)?\\s{0,3}:?\\s{0,3}\\(?(${numberListSource})`,
    ),
  },
  // `Antwoord 3`, `Antwoord op vraag 3 en 4`, `Antwoorden vragen 1-3`, `Antwoord van minister A op vraag 3`, `Reactie kabinet 3`,
  // `Gezamenlijk antwoord op vragen 3 en 4`
  {
    type: 'answer',
    pattern: new RegExp(
      `^(?!Antwoorden (?:Algemene )?Rekenkamer \\d)(?:Antwoord(?:en)?|ANTWOORD(?:EN)?|Beantwoording|BEANTWOORDING|Reactie|REACTIE|(?:Gezamenlijke?|Gecombineerde?|Nadere?) (?:antwoord|beantwoording|reactie))(?:\\s+${ofOffice}(?:(?:\\s\\p{L}[\\p{L}’'-]*,?){0,8}\\s+op(?=\\s+(?:de\\s+)?vra(?:ag|gen)\\s)|\\s+op)?)?(?:\\s+(?:op|bij|van|OP|BIJ|VAN))?(?:\\s+(?:de|DE|uw))?(?:\\s+\\(?(?:[Kk]amervra(?:ag|gen)|vraag|vragen|Vraag|Vragen|VRAAG|VRAGEN)(?:nr\\.?|nummer)?(?:\\s(?:nrs?\\.|nummers?))?|\\s+no\\.|\\s+nrs?\\.|\\s+nummers?)?\\s+\\(?(${numberListSource})`,
      'u',
    ),
  },
  // `Antwoord3`, whose blank was lost
  { type: 'answer', pattern: /^Antwoord(\d{1,3})(?=[.:]?$)/ },
  // `Ad vraag 3`
  { type: 'answer', pattern: new RegExp(`^Ad (?:vraag|vragen) (${numberListSource})`) },
  // `Antwoord`, `Antwoord:`, `Reactie`; `Antwoord van de minister` and `Antwoord geven is lastig` are no headings
  {
    type: 'answer',
    pattern:
      /^(?:(?:Nader a|Ons a|A)ntwoord(?:en)?|Antw\.|ANTWOORD(?:EN)?|Answer|Response|Beantwoording|Reactie|REACTIE)(?:\s+(?:op|van)\s+(?:(?:de|deze|bovenstaande)\s+)?(?:vraag|vragen))?()/,
    closed: true,
  },
  // `Reactie kabinet`, `Antwoord van de regering`, `Antwoord college:`; `Reactie van de minister van Financiën`
  {
    type: 'answer',
    pattern: new RegExp(
      `^(?:(?:Antwoord|Beantwoording|Reactie) ${ofOffice}(?=[:.]?$|:\\s)|Reactie van de (?:[Mm]inister|[Ss]taatssecretaris) (?:van|voor) \\p{Lu}[\\p{L}, ]{3,60}\\p{Ll}{3}(?=[:.]?$))()`,
      'u',
    ),
    closed: true,
  },
  // `Antwoord (minister van Financiën)`
  {
    type: 'answer',
    pattern: new RegExp(
      `^(?:Antwoord|Beantwoording|Reactie) \\((?:mede |namens )*${ofOffice}(?: (?:van|voor) \\p{Lu}[\\p{L}, -]{2,80})?\\)(?=[:.]?$)()`,
      'u',
    ),
    closed: true,
  },
  {
    type: 'answer',
    pattern:
      /^(?:ANTWOORD|BEANTWOORDING|REACTIE) (?:VAN (?:DE |HET )?)?(?:MINISTER(?:-PRESIDENT)?|STAATSSECRETARIS|REGERING|KABINET|COLLEGE|GEDEPUTEERDE STATEN|DAGELIJKS BESTUUR)(?=[.:]?$)()/,
    closed: true,
  },
  // `Antwoord van de minister van Financiën:`, `Antwoord (minister):`, with the colon; without it the head of written questions
  {
    type: 'answer',
    pattern:
      /^(?:Antwoord|Beantwoording|Reactie)(?: van (?:de |het )?| )\(?(?:[Mm]inister|[Ss]taatssecretaris|[Bb]ewindspersoon|[Rr]egering|[Kk]abinet)(?![^:]*\bop\b)[^.?!:()]{0,80}\)?(?=:$)()/,
    closed: true,
  },
]

/** «Antwoord 6 – 2024: besluitvorming»: a year is no number of a question. */
const behindDash = /\s?[-–—]\s?(?:19|20)\d\d$/

/** What a heading begins with: nearly all lines are told by it. */
const mayBegin = oneOf('VABRNGOK')
const beginning = /^(?:V[Rr][Aa]|A(?:[Nn][TtSs]|d )|[BR][Ee][AaSs]|Nade|Ge[cz]|Ons |Kamerv)/

/** Reads a line's start as a heading, or gives null. The text must be trimmed and free of double spaces. */
export function readHeading(text: string): Heading | null {
  return mayBegin(text) && beginning.test(text) ? readForms(text) : null
}

function readForms(text: string): Heading | null {
  for (const { type, pattern, closed } of forms) {
    const match = pattern.exec(text)
    if (!match) continue
    const list = match[1] ?? ''
    const year = behindDash.exec(list)?.[0] ?? ''
    const after = text.slice(match[0].length - year.length)
    const mark = /^\s*(?:[-–—](?=\s|$)|[.:),]{0,2})\s*/.exec(after)?.[0] ?? ''
    const rest = after.slice(mark.length)
    const isNumbered = list !== ''
    const alone = rest === '' || (isNumbered && aside.test(after.trimStart()))
    const numbers = isNumbered ? expandNumbers(list.slice(0, list.length - year.length)) : []
    // «Antwoord 2 – Ja.» is answered by no party of that name.
    const isSentence = type === 'answer' && /\.$/.test(rest)
    const askedBy = numbers.length > 0 && !isSentence ? (askersBehind(rest) ?? askersBehind(after.trimStart())) : null
    if (askedBy) return { type, numbers, end: text.length, alone: true, askedBy }
    // A word that merely begins like a heading («Vraag 3e», «Antwoordapparaat»), or a sentence that does.
    if (!alone && mark === '') continue
    if (!alone && closed && !/[:–—-]/.test(mark)) continue
    if (!alone && !sentenceStart.test(rest)) {
      // «Antwoord op vragen 2 t/m 6: hier hebben wij …» is one sentence: the heading is part of it.
      if (type !== 'answer' || numbers.length === 0 || !mark.includes(':')) continue
      return { type, numbers, end: 0, alone }
    }
    return {
      type,
      numbers,
      end: alone ? text.length : text.length - rest.length,
      alone,
    }
  }
  return null
}

import { askersOf, partyHeadingOf } from '../facts/people.ts'
import { isDigit } from '../signs.ts'
import type { Asker } from '../types.ts'
import { readHeading } from './headings.ts'
import { isWholeCode } from './printed-code.ts'
import { type Row, withText } from './rows.ts'
import { endsSentence } from './sentences.ts'
import { longestTitle, mayBeTitle } from './title-line.ts'

/** Words within the run of questions that are none of a question's or an answer's. */

/** `Vraagnummer: 3`, then `Vraag: Klopt het dat …`, or `Vraag van de heer A (P)`: the word heads the question and is none of its own. */
const label =
  /^(?:Vraag|VRAAG)(?::\s*|$|\svan\s(?:(?:het|de)\s)?(?:lid|leden|heer|heren|mevrouw)\s[^.?!:]{2,80}\)(?::\s*|$))/

/** A subject between two items of a list that follows a budget: «Artikel 3 Voortgezet onderwijs», «Hoofdstuk 2: Wonen». */
const subject =
  /^(?:(?:Beleids)?[Aa]rtikel(?:en)?|Hoofdstuk|Paragraaf|Onderdeel|Thema|Onderwerp)\s?[\dIVX][\d.,IVX]{0,5}(?: (?:en|t\/m) [\d.]{1,5})?[.:]?(?: [–-])?(?: \p{Lu}[^.?!;]{2,80})?$/u

/** The head of some questions among others, or of their answers: «Vragen over het Deltafonds (J)», «Vragen van GroenLinks», «Antwoorden van de raad bij vragen over het fonds». */
const headOfSome =
  /^(?:(?:(?:Overige|Algemene|Nadere) )?[Vv]ragen (?:van|over|bij|inzake|met betrekking tot) |(?:Antwoord(?:en)?|Beantwoording|Reactie) [^.?!;:]{0,60}(?:op|bij|van) (?:de )?vra(?:ag|gen) |Beantwoording (?:de )?vragen (?:van|over) )[^?!;:]{2,260}$/u

/** The head of one member's questions among those of others: «Vragen van het lid A (P) aan de minister van B over C». */
const headOfSet = /^(?:(?:Schriftelijke v|V)ragen) van ((?:het|de) (?:lid|leden) .{2,300})$/

/** Who asks the questions below, where a row is their head; null for any other row. */
export function askersOfSet({ text }: Row): readonly Asker[] | null {
  if (!text.startsWith('V') && !text.startsWith('S')) return null
  const whom = headOfSet.exec(text)?.[1]
  const askers = whom === undefined ? [] : askersOf(whom.replace(/\s(?:aan|over)\s.*$/, ''))
  return askers.length === 0 ? null : askers
}

/** The code of the questions that follow, above their head. */
const isCode = ({ text }: Row) => text.startsWith('20') && isWholeCode(text)

const isLabelAlone = ({ text }: Row) => text.startsWith('V') && /^(?:Vraag|VRAAG):?$/.test(text)

export const isLabelled = ({ text }: Row) => text.startsWith('V') && label.test(text)

/** A line of its own behind a sentence's end that names a subject: it is none of the answer's words. */
function isSubject(rows: readonly Row[], index: number, isAbove: boolean): boolean {
  const row = rows[index]
  // Text without empty lines has no blocks: there it stands right above the next heading.
  if (!row || !(row.startsBlock || isAbove) || !/^(?:Bel|[Aa]rt|Hoo|Par|Ond|The|Ove|Alg|Div)/.test(row.text))
    return false
  return (subject.test(row.text) || (isAbove && others.test(row.text))) && endsSentence(rows[index - 1]?.text ?? '')
}

/** What is asked behind all chapters, or before them. */
const others = /^(?:Overig|Overige (?:vragen|onderwerpen)|Algemeen|Algemene vragen|Diversen):?$/

/** The name of a chapter right above the first of its questions: short, behind a sentence's end, and none itself. */
export function isAboveFirst(rows: readonly Row[], index: number): boolean {
  const row = rows[index]
  if (row?.startsBlock !== true || rows[index + 1]?.startsBlock !== true) return false
  return mayBeTitle(row.text) && readHeading(row.text) === null
}

/**
 * Rows of a head that stands between an item's end and the start at `below`: from `index`, all that is left of the item. None
 * where it is no head, or ends as a sentence does.
 */
function isHeadOfSome(rows: readonly Row[], index: number, below: number): boolean {
  if (rows[index]?.startsBlock !== true || rows[below]?.startsBlock !== true) return false
  if (!/^(?:Ove|Alg|Nad|[Vv]ra|Ant|Bea|Rea)/.test(rows[index]?.text ?? '')) return false
  if (!endsSentence(rows[index - 1]?.text ?? '')) return false
  const behind = rows.slice(index + 1, below)
  if (behind.some(({ startsBlock }) => startsBlock)) return false
  const text = [rows[index], ...behind].map((row) => row?.text).join(' ')
  return headOfSome.test(text) && !endsSentence(text)
}

/** The row without «Vraag:»; none where nothing else stands in it. */
export function withoutLabel(row: Row): Row[] {
  const text = row.text.replace(label, '')
  return text === '' ? [] : [withText(row, text, { startsBlock: true, look: row.look })]
}

/** «De leden van de X-fractie hebben met belangstelling kennisgenomen van …»; what they asked is said again in an answer. */
const introducing =
  /^De leden (?:van de .{2,60}|[\p{L}\d]{2,20}-)fracties? (?:hebben (?:[^.?!]{0,120} )?(?:kennis ?genomen|gelezen|vragen)\b|vragen\b|(?:be)?danken\b|lezen\b|maken (?:graag )?(?:van de|gebruik)\b|willen\b|stellen\b)/u

/** Whether below a party's heading its members say something before they ask, which is nobody's answer. */
function introducesQuestions(rows: readonly Row[], heading: number): boolean {
  return introducing.test(`${rows[heading + 1]?.text} ${rows[heading + 2]?.text}`)
}

/** «Vragen en opmerkingen van de leden van de X-fractie» heads questions, never an answer to one party among others. */
const headOfFaction = /^(?:(?:[IVX]{1,4}|\d{1,2})\.? )?(?:Vragen|Opmerkingen en vragen)\b/

/** Row of the next party's heading above the start at `below`, or that start. */
function nextParty(rows: readonly Row[], heading: number, below: number): number {
  const next = rows.slice(heading + 1, below).findIndex(({ text }) => partyHeadingOf(text) !== null)
  return next < 0 ? below : heading + 1 + next
}

/** What stands between an item's end and the start of the next one, up to row `end`. */
interface Between {
  readonly end: number
  readonly askedBy: readonly Asker[] | null
  /** Nothing is left of its line. */
  readonly isParty: boolean
}

/** `below`: the row of the next start; `following`: its first number. Null where the row is the item's own. */
function betweenItems(
  rows: readonly Row[],
  index: number,
  row: Row,
  below: number,
  following: string | undefined,
): Between | null {
  const isAbove = below === index + 1
  // The cell above its number: «Vraag», and «3» below it.
  if (isAbove && isLabelAlone(row)) return { end: index + 1, askedBy: null, isParty: true }
  if (isSubject(rows, index, isAbove) || (isAbove && following === '1' && isAboveFirst(rows, index)))
    return { end: index + 1, askedBy: null, isParty: false }
  const ofSet = askersOfSet(isCode(row) ? (rows[index + 1] ?? row) : row)
  return ofSet || isHeadOfSome(rows, index, below) ? { end: below, askedBy: ofSet, isParty: false } : null
}

/**
 * Whether a row heads the answers to one faction or about one subject, where all answers follow all questions: behind a sentence's
 * end, or a table or list, right above the heading of an answer.
 */
export function headsAnswers(rows: readonly Row[], index: number): boolean {
  const [before, row, below] = [rows[index - 1], rows[index], rows[index + 1]]
  if (!before || !row || !below || readHeading(below.text)?.type !== 'answer') return false
  if (row.role === 'list-item' && before.role === 'list-item') return false
  if (readHeading(row.text) !== null || row.text.length > longestTitle * 2) return false
  // Text without empty lines has no blocks: there a line of its own stands behind a table's figures.
  const isBehind =
    endsSentence(before.text) ||
    (row.startsBlock
      ? before.pieces.length > 1 || before.role === 'list-item'
      : isDigit(before.text, before.text.length - 1))
  return isBehind && headsQuestions(row.text)
}

/** Whether words between a sentence's end and the heading of a question head that question, and maybe others. */
export function headsQuestions(text: string): boolean {
  const first = text.charAt(0)
  if (first === '' || first === first.toLowerCase())
    return /^(?:leden|lid|fractie) /.test(text) && partyHeadingOf(text) !== null
  return (
    subject.test(text) ||
    others.test(text) ||
    partyHeadingOf(text) !== null ||
    (headOfSome.test(text) && !endsSentence(text))
  )
}

/** Rows between a heading that names who asks and the first question under it. */
const rowsBelowHeading = 4

/** And where its members say something of the paper before they ask. */
export const rowsBelowParty = 16

/**
 * What stands from a row on between an item and the next start, which is at `below`; null where the row is no heading of it.
 *
 * @param isNamedAnswer under «Antwoord 3» an answer may go party by party
 */
export function headingBetween(
  rows: readonly Row[],
  index: number,
  below: number,
  number: string | undefined,
  isNamedAnswer: boolean,
): Between | null {
  const row = rows[index]
  if (!row) return null
  const party = partyHeadingOf(row.text)
  const introduces =
    party !== null && (!isNamedAnswer || headOfFaction.test(row.text)) && introducesQuestions(rows, index)
  if (!leadsTo(rows, index, below, introduces ? rowsBelowParty : rowsBelowHeading)) return null
  if (!party) return betweenItems(rows, index, row, below, number)
  return { end: introduces ? nextParty(rows, index, below) : index + 1, askedBy: party, isParty: true }
}

/** Whether the next start is at most `reach` rows below, and no answer begins before it. */
function leadsTo(rows: readonly Row[], row: number, below: number, reach: number): boolean {
  if (below > row + reach) return false
  for (let index = row + 1; index < below; index += 1) {
    const heading = readHeading(rows[index]?.text ?? '')
    if (heading && (heading.type === 'answer' || index > row + rowsBelowHeading)) return false
  }
  return true
}

/** Whose heading stands right above the first question; null where it names a member, for it holds for all of them, or where there is none. */
export function nearestAskers(rows: readonly Row[], first: number): readonly Asker[] | null {
  for (let index = first - 1; index >= Math.max(0, first - rowsBelowHeading); index -= 1) {
    const askers = partyHeadingOf(rows[index]?.text ?? '')
    // «Vragen van het lid X (P)» is the head of written questions: it holds for all of them.
    if (askers) return askers.every(({ name }) => name === null) ? askers : null
  }
  return null
}

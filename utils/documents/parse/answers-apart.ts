import type { Asker } from '../types.ts'
import { readHeading } from './headings.ts'
import { expandNumbers, numberListSource } from './numbers.ts'
import { type Row, withText } from './rows.ts'
import type { Layout, Section } from './structure.ts'

/** Rows between the heading of all answers and the first one's number: who answers, and when. */
const rowsBeforeAnswers = 6
/** A line that holds nothing but numbers: `2 en 3`, `Ad 4`. */
export const numbersAlone = new RegExp(`^(?:[Aa]d\\s+)?(${numberListSource})[.):]?$`)

/** `1. De Kamer …`, `2, 3. Ja.`: the same before the first words of the answer. */
const dottedBefore = new RegExp(`^(${numberListSource})[.)]\\s+(?=[\\p{Lu}\\d«“‘"'(€])`, 'u')

/** `2 en 3 De kosten …`: the same without a stop. */
const bareBefore = new RegExp(`^(${numberListSource})\\s+(?=[\\p{Lu}«“‘"'(€])`, 'u')

/** The numbers that a row of answers begins with, before the first words of one. */
function listBefore({ text }: Row, mayBeBare: boolean): RegExpExecArray | null {
  return dottedBefore.exec(text) ?? (mayBeBare ? bareBefore.exec(text) : null)
}

/** Row of «Antwoord» behind which a 1 begins all answers, where the same number began the questions above it; the rows' number where there is none. */
export function headingOfAnswersApart(rows: readonly Row[]): number {
  // Below a second such heading a 1 is a note's: of all answers there is one.
  const heading = rows.findIndex(({ text }) => /^(?:Antwoord|ANTWOORD)(?:en|EN)?:?$/.test(text))
  const behind = rows.slice(heading + 1, heading + 1 + rowsBeforeAnswers)
  const isNamed = behind.some((row) => /^(?:Antwoord|ANTWOORD) van /.test(row.text))
  // Without who answers, «1 Trouw, …» below an answer is a note.
  const begins = behind.some((row) => row.text === '1' || (isNamed && /^1\s\p{Lu}/u.test(row.text)))
  const isSecond = heading > 0 && begins && rows.slice(0, heading).some(({ text }) => /^1(?:\s\p{Lu}|$)/u.test(text))
  return isSecond ? heading : rows.length
}

/** Until 2009 papers printed all questions first, and behind one «Antwoord» all answers under the same bare numbers. */
export function startsAgain(rows: readonly Row[], heading: number, layout: Layout): boolean {
  const number = layout.starts[0]?.numbers[0]
  if (number === undefined || layout.starts.length < 2) return false
  for (let index = heading + 1; index <= heading + rowsBeforeAnswers; index += 1) {
    const row = rows[index]
    if (!row) break
    // «(Ontvangen 19 maart» / «2007)» breaks before its year.
    const list = (numbersAlone.exec(row.text) ?? listBefore(row, false))?.[1]
    if (list !== undefined && expandNumbers(list)[0] === number) return true
    const bare = bareNumbers(row)
    if (bare[0] === number) return reaches(rows, index, layout.starts.at(-1)?.numbers.at(-1) ?? number)
  }
  return false
}

const bareNumbers = ({ text }: Row): readonly string[] => expandNumbers(bareBefore.exec(text)?.[1] ?? '')

/** Whether the answers under bare numbers go on to that of the last question: «1 Kamerstukken …» below one answer to all is a note. */
function reaches(rows: readonly Row[], from: number, last: string): boolean {
  return rows.slice(from).some((row) => {
    const alone = numbersAlone.exec(row.text)?.[1]
    return (alone === undefined ? bareNumbers(row) : expandNumbers(alone)).includes(last)
  })
}

/** `Ad 1. De Kamer …`: the number before the first words of its answer. */
const numbersBefore = new RegExp(
  `^Ad\\s+(?:vraag |vragen )?(${numberListSource})[.:)]\\s+(?=[\\p{Lu}\\d«“‘"'(€•–-])`,
  'u',
)

/** Whether the answers follow here without a heading over them: behind the last question, with «Ad» and the first one's number. */
export function beginsApart(row: Row, layout: Layout): boolean {
  const list = row.text.startsWith('Ad ')
    ? (numbersBefore.exec(row.text) ?? numbersAlone.exec(row.text))?.[1]
    : undefined
  return list !== undefined && layout.starts.length > 1 && expandNumbers(list)[0] === layout.starts[0]?.numbers[0]
}

/** A sentence of one or two lines, of so many characters at most. */
const rowsOfIntroduction = 3
const longestIntroduction = 300

/** «Mijn antwoorden luiden als volgt.», «Hieronder beantwoord ik de vragen.» */
const introduces =
  /^(?=[^?]*\b(?:[Bb]e|ge)?(?:[Aa]ntwoord(?:en|ing)?|[Rr]eacties?)\b)(?=[^?]*\b(?:als volgt|[Hh]ieronder|[Hh]ierna|[Hh]ierbij|[Oo]nderstaand\p{L}*|volgen|treft)\b)\p{Lu}[^?]*[.:]$/u

/** The second part of a report of a written consultation: «II. Antwoord/Reactie van de minister». */
const secondPart =
  /^(?:[IVX]{1,3}|\d)\.?\s+(?:Antwoord(?:en)?|Reactie)(?:\s?\/\s?(?:[Aa]ntwoord|[Rr]eactie))?(?: van (?:de|het) (?:[Mm]inister|[Ss]taatssecretaris|[Bb]ewinds|[Rr]egering|[Kk]abinet)[^.?!]{0,80})?$/u

/**
 * The row behind the sentence at `index` that leads from all questions to all answers; null where it is none. Behind it the
 * first question's number stands again, or the heading of its answer.
 */
export function endOfIntroduction(rows: readonly Row[], index: number, layout: Layout): number | null {
  const first = layout.starts[0]?.numbers[0]
  if (first === undefined || layout.starts.length < 2 || !/\p{Lu}/u.test(rows[index]?.text[0] ?? '')) return null
  let text = ''
  for (let end = index; end < index + rowsOfIntroduction && text.length < longestIntroduction; end += 1) {
    const row = rows[end]
    if (!row || (end > index && row.startsBlock)) return null
    text = `${text} ${row.text}`.trimStart()
    if (!/ntwoord|eactie/.test(text) || !(introduces.test(text) || secondPart.test(text))) continue
    const answer = secondPart.test(text) ? answerBelow(rows, end + 1, first) : null
    if (answer !== null) return answer
    const next = rows[end + 1]?.text ?? ''
    const heading = readHeading(next)
    const list = (numbersAlone.exec(next) ?? dottedBefore.exec(next))?.[1]
    const numbers = heading?.type === 'answer' ? heading.numbers : list === undefined ? [] : expandNumbers(list)
    return numbers[0] === first ? end + 1 : null
  }
  return null
}

/** Words of thanks and the head of one faction's answers stand between the title of the second part and the first answer. */
const rowsOfThanks = 16

/** Row of the heading of the first question's answer, where no other heading stands before it; null where it does not follow soon. */
function answerBelow(rows: readonly Row[], from: number, first: string): number | null {
  for (let index = from; index < Math.min(rows.length, from + rowsOfThanks); index += 1) {
    const heading = readHeading(rows[index]?.text ?? '')
    if (heading) return heading.type === 'answer' && heading.numbers[0] === first ? index : null
  }
  return null
}

/**
 * A line of numbers as the heading of their answer, or its beginning; null where it names others than this list's. A number
 * with a stop may be an item of a list: it is believed where it is `next`, and so is one without a stop (`mayBeBare`).
 */
export function answerNumber(
  row: Row,
  known: ReadonlySet<string>,
  next: string | undefined,
  askedBy: readonly Asker[] | null,
  mayBeBare = false,
): Section | null {
  const dotted = listBefore(row, mayBeBare)
  const isNext = dotted?.[1] !== undefined && expandNumbers(dotted[1])[0] === next
  const before = isNext ? dotted : numbersBefore.exec(row.text)
  const list = before?.[1] ?? numbersAlone.exec(row.text)?.[1]
  const numbers = list === undefined ? [] : expandNumbers(list)
  if (numbers.length === 0 || !numbers.every((number) => known.has(number))) return null
  const { page, segment, marks, y, line } = row
  const rows = before ? [withText(row, row.text.slice(before[0].length), { startsBlock: true })] : []
  return { type: 'answer', numbers, page, segment, rows, numberX: null, marks, askedBy, top: y, line }
}

/** The one heading without a number behind which numbered answers to earlier questions follow. */
export function answersTogether(sections: readonly Section[]): Section | null {
  const first = sections.findIndex(({ type }) => type === 'answer')
  const heading = sections[first]
  if (!heading || heading.numbers.length > 0) return null
  const rest = sections.slice(first + 1)
  const apart = rest.length > 0 && rest.every(({ type, numbers }) => type === 'answer' && numbers.length > 0)
  return apart && rest[0]?.numbers[0] === sections[0]?.numbers[0] ? heading : null
}

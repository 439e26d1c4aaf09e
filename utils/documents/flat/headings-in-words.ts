import { expandNumbers } from '../parse/numbers.ts'
import { factionSource } from '../parse/party-column.ts'
import { abbreviated, endsAsking } from '../parse/sentences.ts'
import type { Stretch } from './tokens.ts'

/** A heading in words of a flat text: «Vraag 12», «Antwoord op vragen 3 en 4». Offsets are UTF-16. */
export interface Heading {
  readonly at: number
  readonly end: number
  /** It heads a question, and no answer. */
  readonly asks: boolean
}

/** Who answers, where it stands in the heading of an answer. */
const office =
  '(?:van\\s+)?(?:(?:de|het|ons)\\s+)?(?:[Mm]inister|[Ss]taatssecretaris|[Rr]egering|[Kk]abinet|[Cc]ollege|GS|B&W|Algemene Rekenkamer)'
/** Who of them has no name behind it: «Reactie Minister A van 3 mei» is no heading. */
const board =
  '(?:van\\s+)?(?:(?:de|het|ons)\\s+)?(?:minister|staatssecretaris|regering|[Kk]abinet|[Cc]ollege|GS|B&W|Algemene Rekenkamer)'
/** `Vraag 12`, maybe glued to a page mark before it or a note's mark behind it, before a sentence. */
const questionHeading = new RegExp(
  String.raw`(?<![\p{L}«“‘„"']|\b(?:op|bij|van|VAN|zie|in|de|en|of|aan|uw|naar|met|antwoord|deze|die|bijbehorende|onder|Nr\.?|nr\.?)\s)(?:Vraag|VRAAG|Vragen|VRAGEN|Kamervra(?:ag|gen)|Questions?)\s{0,3}(?:n[ro]\.\s|nummer\s)?\(?(?:\d{1,2}\.)?\d{1,3}[a-z]?(?:\s{0,2}(?:,(?:\s(?:en|and))?|en|and|&|t\/m|tot en met|[-–])\s{0,2}(?:\d{1,2}\.)?\d{1,3}[a-z]?)*\)?(?:,?\s(?:p|pp|blz|pag)\.\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?![\d.,]\d))?(?:\s(?:\((?:\p{Lu}[\p{L}\d-]{1,20}|50PLUS|(?:lid|leden|fracties?) [^()]{2,60})\)|van (?:de )?leden van (?:de (?:[\p{L}\d-]{1,24}(?:,| en)? ){0,6}?[\p{L}\d-]{1,24}-fracties?|de fracties? van (?:de |het )?${factionSource})))?(?:\s?[.:](?=\s)|\)(?=\s)|\s[–—-](?=\s\p{Lu}))?(?=\s+(?:[\p{Lu}\d«"'“‘„(€]|${abbreviated}))`,
  'gu',
)
const answerHeading = new RegExp(
  `(?<![\\p{L}«“‘„"']|\\bVraag )(?:Antwoord|ANTWOORD|Antwoorden|Answer|Beantwoording|Reactie)\\s+(?:${office}\\s+(?:(?=op\\s|bij\\s|[Vv]ra|(?<!Rekenkamer\\s{1,4})\\(?\\d)|(?:[\\p{L}’'-]+,?\\s+){1,8}(?=op\\s+(?:de\\s+)?vra(?:ag|gen)\\s+\\d)))?(?:(?:op|bij|to)\\s+)?(?:(?:de\\s+)?(?:[Kk]amervra(?:ag|gen)|vraag|vragen|Vraag|Vragen|questions?)(?:nummers?)?\\s+)?(?:n(?:rs?|o)\\.\\s|nummers?\\s)?\\(?(?:\\d{1,2}\\.)?\\d{1,3}[a-z]?(?:\\s{0,2}(?:,(?:\\s(?:en|and))?|en|and|&|t\\/m|tot en met|[-–])\\s{0,2}(?:\\d{1,2}\\.)?\\d{1,3}[a-z]?)*\\)?(?:\\s?[.:](?=\\s)|(?=\\s+(?:[\\p{Lu}\\d«"'“‘„(€]|[-–•]\\s|[a-h][.)]\\s|(?:ah|kst|nds)-\\S)))`,
  'gu',
)
const bareAnswer = new RegExp(
  `(?:(?<=[.?!»”"’')\\]\\d:,]\\s{1,4})(?:Antwoord(?:en(?=\\sAntwoord van ))?|ANTWOORD(?: VAN (?:DE |HET )?(?:MINISTER|STAATSSECRETARIS|COLLEGE|KABINET|REGERING))?|Answer|Reactie)(?:(?:\\s+${office})?\\s?:|(?:\\s+${board})?(?=\\s+(?:[\\p{Lu}«"'“‘„(€\\d]|[a-h][.)]\\s)))|(?<=[\\p{L}\\d]\\s{1,4})(?:Antwoord|ANTWOORD)\\s?:(?=\\s+[\\p{Lu}«"'“‘„(€\\d]))(?!\\s+(?:van|geven)\\b)`,
  'gu',
)
/** «Vragen 1. Kunt u …? Antwoorden 1. Ja.»: the titles of two lists whose items begin with numbers; a page's may stand before the first. */
const titleOfList =
  /(?<![\p{L}«“‘„"'])(?:Vragen|VRAGEN|Antwoorden|ANTWOORDEN)(?=(:? (?:\d{1,3} )?)1[.)]?\s+[\p{Lu}«“‘„])/gu
const namesOne = /\b(?:vraag|antwoord) \d/i

interface TitleOfList extends Stretch {
  /** Where the number of the list's first item stands. */
  readonly first: number
}

/** The title of all answers, maybe with that of all questions before it; empty where there are others, or headings that name one question. */
export function titlesOfLists(text: string): readonly TitleOfList[] {
  const titles = [...text.matchAll(titleOfList)].map(({ 0: { length }, 1: between = '', index }) => ({
    start: index,
    end: index + length,
    first: index + length + between.length,
  }))
  const kinds = titles.map(({ start }) => text[start]?.toLowerCase()).join('')
  const isAlone = kinds === 'a' && text.lastIndexOf('?', titles[0]?.start) >= 0 && !namesOne.test(text)
  return kinds === 'va' || isAlone ? titles : []
}

/** Where headings in words stand. */
export function headingsOf(text: string): Heading[] {
  const titles = new Set(titlesOfLists(text).map(({ start }) => start))
  const found = (pattern: RegExp, asks: boolean) =>
    [...text.matchAll(pattern)].map(({ 0: heading, index }) => ({ at: index, end: index + heading.length, asks }))
  const all = [...found(questionHeading, true), ...found(answerHeading, false)]
    .filter(({ at }) => !titles.has(at))
    .sort((a, b) => a.at - b.at)
  return withoutFigures(text, all)
}

/** «Antwoord 123 scholen …»: the number of a question that was not asked is a figure, and the answer's first word. */
function withoutFigures(text: string, headings: readonly Heading[]): Heading[] {
  const asked = new Set<string>()
  return headings.filter(({ at, end, asks }) => {
    const numbers = expandNumbers(text.slice(at, end))
    if (asks) for (const number of numbers) asked.add(number)
    return asks || asked.size === 0 || numbers.some((number) => asked.has(number))
  })
}

/** Where «Antwoord» without a number heads answers. */
export function bareAnswersOf(text: string, headings: readonly Heading[]): readonly Stretch[] {
  const headed = new Set(headings.map(({ at }) => at))
  // «II. Reactie van de minister» is the title of a part.
  const isOfPart = (index: number) => /\b[IVX]{1,3}\.\s+$/.test(text.slice(Math.max(0, index - 6), index))
  const answers = [...text.matchAll(bareAnswer)].filter(({ index }) => !headed.has(index) && !isOfPart(index))
  const areUsual = answers.length * 2 >= headings.filter(({ asks }) => asks).length
  return areUsual
    ? answers.map(({ 0: heading, index }) => ({ start: index, end: index + heading.length }))
    : onlyAnswers(text, answers, headings)
}

/** The number of the question behind a bare heading, before a small letter or a sign: «Antwoord 4 zie vraag 2». */
const numberBehind = /^\s+(\d{1,3})(?=\s)/
const longestNumber = 8
const longestAsked = 160

/**
 * Those of the bare headings that answer a question which no other heading does: behind what it asks, before the next question. The
 * question's own number behind one is in it.
 */
function onlyAnswers(
  text: string,
  answers: readonly RegExpExecArray[],
  headings: readonly Heading[],
): readonly Stretch[] {
  let next = 0
  return answers.flatMap(({ 0: heading, index }, place) => {
    while ((headings[next]?.at ?? index) < index) next += 1
    const asked = headings[next - 1]
    const behind = headings[next]
    if (asked?.asks !== true || behind?.asks === false) return []
    // Within an answer without a heading stands no other.
    const isFirst = (answers[place - 1]?.index ?? -1) < asked.at
    if (!isFirst || !endsAsking(text.slice(asked.end, index).slice(-longestAsked))) return []
    const end = index + heading.length
    const number = numberBehind.exec(text.slice(end, end + longestNumber))
    const isOwn = expandNumbers(text.slice(asked.at, asked.end)).includes(number?.[1] ?? '')
    return { start: index, end: isOwn ? end + (number?.[0].length ?? 0) : end }
  })
}

/** «Vraag» and «Antwoord» without a number, by turns, in a letter about one question as a rule. */
const unnumbered =
  /(?<=\s)Vraag:?(?=\s+\p{Lu}\p{Ll})|(?<=[.?!»”"’')\]]\s{1,4})Antwoord:?(?=\s+[\p{Lu}€\d])(?!\s+(?:van|Algemene Rekenkamer)\b)/gu

/** Such headings, where they stand by turns. */
export function unnumberedHeadings(text: string): Stretch[] {
  const found = [...text.matchAll(unnumbered)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
  const byTurns = found.every(({ start }, index) => text.startsWith(index % 2 === 0 ? 'Vraag' : 'Antwoord', start))
  return byTurns && found.length % 2 === 0 ? found : []
}

import { headsQuestions } from '../parse/between-items.ts'
import { factionSource } from '../parse/party-column.ts'
import type { Stretch } from './tokens.ts'

/** What heads several questions of a flat text: a faction, a chapter of a budget, a part of a consultation. */

/** «Vragen en opmerkingen van de leden van de X-fractie», «Vragen van de leden van de fractie van X», before what these members say of the paper. */
const factionHead = new RegExp(
  `(?<=(?:[.?!»”"’')\\]]|\\p{L}[.?!»”"’')]\\d{1,2})\\s{1,4})(?:(?:(?:Vragen(?: en opmerkingen)?|Inbreng|Opmerkingen en vragen) van de (?:leden van de )?)?(?:${factionSource}|[\\p{L}\\d-]{2,30})-fractie(?=\\s(?:De leden|\\d{1,3}[.)]?|Tweede Kamer, vergaderjaar|Pagina)\\s)|(?:Vragen(?: en opmerkingen)?|Inbreng) van (?:de leden van )?de fracties? van (?:de |het )?${factionSource}(?=\\s(?:De leden|\\d{1,3}[.)]?|Tweede Kamer, vergaderjaar|Pagina)\\s))`,
  'gu',
)

const longestHead = 160
/** «Artikel 3. Voortgezet onderwijs»: that stop ends no sentence. */
const behindSentence =
  /^[\s\S]*[.?!](?<!\b(?:(?:Beleidsa|A)rtikel|Hoofdstuk|Paragraaf|Onderdeel|Thema)\s[\dIVX]{1,5}\.)[»”"’')\]]*\s+(?=\S)/

/** The subject of the questions that follow in a list over a budget, before a bare number; «Artikel 10 Grondwet en artikel 8 EVRM» is a sentence. */
const chapter =
  /(?<=(?:[.?!»”"’')\]]|\p{L}[.?!»”"’')]\d{1,2})\s{1,4})(?:(?:Beleids)?[Aa]rtikel|Hoofdstuk)\s\d{1,2}[.:]?\s\p{Lu}[^.?!;:]{2,80}?(?<!\s(?:en|of|van|in|op|bij|met|tot|aan|de|het|door|over|uit|voor|na|om|per|dan|als|is|zijn|was|ruim|circa|nrs?|li?d|leden|art|artikel(?:en)?|hoofdstuk(?:ken)?|paragraaf|onderdeel|bijlage|tabel|figuur|vra(?:ag|gen)|richtlijn|protocol))(?=\s{1,4}\d{1,3}[.)]?\s{1,4}[\p{Lu}«"“‘„(€])/gu

/**
 * A faction's name alone before the number of the first question that it puts: «… gereed. VVD 3 De leden van …», and above the first of
 * all behind any words but «van de». «VVD 34 D66 24» is a table's.
 */
const factionAlone = new RegExp(
  `(?:(?<=(?:[.?!»”"’')\\]]|\\p{L}[.?!»”"’')]\\d{1,2})\\s{1,4})|(?<=\\s)(?<!\\b(?:van|de|het|en|door|met|aan|bij|voor|of)\\s)(?=${factionSource}\\s{1,4}1[.)]?\\s))${factionSource}(?=\\s{1,4}\\d{1,3}[.)]?\\s{1,4}(?!${factionSource}(?![\\p{L}\\d]))[\\p{Lu}«"“‘„(€])`,
  'gu',
)

/** Where words begin that head the questions from `at` on («Artikel 14 Spoorwegen», «VVD-fractie»), behind the answer before them; -1 where none do. */
export function headBefore(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - longestHead), at)
  const answer = behindSentence.exec(before)?.[0].length
  if (answer === undefined) return -1
  const isHead = (from: number) => headsQuestions(before.slice(from).trimEnd())
  const from = isHead(answer) ? answer : (behindFigure.exec(before.slice(answer))?.index ?? -1 - answer) + answer
  return from >= 0 && isHead(from) ? at - before.length + from : -1
}

/** The same behind the last figure of a table. */
const behindFigure =
  /(?<=\d%?\s{1,4})(?:Antwoord(?:en)? op|Beantwoording|Reactie op|Vragen|Inbreng)\s(?:[^.?!\d]|\d(?!\s))*$/

/** Above an answer nothing else heads one faction's. */
export const headOfAnswers = /^(?:Antwoord|Beantwoord|Reactie)/
/** «II. Antwoord / Reactie van de minister», the title of the second part of a consultation, and what it begins with. */
const secondPart =
  /(?<=[.?!»”"’')\]]\s{1,4})II\.?\s(?:Antwoord|Reactie)(?:\s?\/\s?(?:[Aa]ntwoord|[Rr]eactie))? van de (?:minister|staatssecretaris)(?=\s\p{Lu}|\svan\s)/gu

const stretches = (found: Iterable<RegExpExecArray>): Stretch[] =>
  [...found].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))

/** Chapters of a budget before the questions on them. */
export const chaptersIn = (text: string): Stretch[] =>
  text.includes('rtikel ') || text.includes('Hoofdstuk ') ? stretches(text.matchAll(chapter)) : []

/** Names of factions before the numbers of their questions. */
export const factionsIn = (text: string): Stretch[] => stretches(text.matchAll(factionAlone))

/** Headings of what a faction puts. */
export const factionHeadsIn = (text: string): Stretch[] =>
  /-fractie (?:De leden|\d|Tweede Kamer|Pagina)|\bde fracties? van \p{Lu}/u.test(text)
    ? stretches(text.matchAll(factionHead))
    : []

/** Titles of a consultation's second part. */
export const secondPartsIn = (text: string): Stretch[] => stretches(text.matchAll(secondPart))

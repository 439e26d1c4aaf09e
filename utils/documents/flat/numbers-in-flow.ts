import { abbreviated } from '../parse/sentences.ts'
import type { Stretch } from './tokens.ts'

/** Numbers of questions, answers and notes in the middle of a flat text. */

/** A number that may be a question's or a note's, after a sentence's end, maybe with marks of notes, and before another's beginning; «nr.» ends none. */
const number =
  /(?<=(?:[.?!:;»”"’')\]]|\p{L}[.?!»”"’')]\d{1,2}|\?(?:\s\d{1,2}){1,3})\s{1,4})(?<!\b(?:nrs?|vr|antw|blz|pp?)\.\s{1,4})\d{1,3}[a-z]?[.)]?(?=\s{1,4}(?:[\p{Lu}«"“‘„(€]|https?:|www\.))/gu
/** The number of a question that begins with small letters; under headings in words no number does, and «4 mbo-instellingen» counts them. */
const beforeSmall = new RegExp(
  String.raw`(?<=[.?!»”"’')\]]\d{0,2}\s{1,4})(?<!\b(?:nrs?|blz|pp?)\.\s{1,4})\d{1,3}[a-z]?[.)]?(?=\s{1,4}${abbreviated})`,
  'gu',
)
/** A number behind the signs of a list that an extraction set apart from its items: «… overeenkomst. • • 4 Hoe lang …». */
const behindSigns = /(?<=[•▪●] [•▪●] )\d{1,3}[.)]?(?= [\p{Lu}«“])/gu
/** The next number behind the code and the page of a question that is answered with it. */
const behindCode = /(?<=\b20\d\d[DZA](?:\d{5}|\d{0,4} \d{1,5}) \d{1,4} )\d{1,3}(?= [\p{Lu}«“])/gu
/** A number with a stop, behind any word: «zie vraag 7 9. Waarom …»; under headings in words it only ends a sentence. */
const dotted = new RegExp(
  String.raw`(?<=\s)(?<!\b(?:[Tt]abel|[Ff]iguur|[Aa]rtikel|[Hh]oofdstuk|(?:op|bij|zie) vraag)\s|\b(?:blz|pag|pp?)\.?\s|\b[Pp]agina\s)\d{1,3}[a-z]?[.)](?=\s{1,4}(?:[\p{Lu}«"“‘„(€]|\d{1,4} \p{Ll}|${abbreviated}))`,
  'gu',
)
/** A number behind a word or a figure that ends no sentence (a name, a table), before a word that asks. */
const asking =
  /(?<=[\p{L}\d%] {1,4})\d{1,3}(?= {1,4}(?:Kunt u|Kan (?:de|het|u|een|er|worden)|Kunnen|Klopt|Bent u|Deelt u|Hoe|Hoeveel|Heeft u|Herkent u|Kent u|Erkent u|Acht u|Wilt u|Ziet u|In hoeverre|(?:Op|Aan|Bij|Voor|Uit|Tot|In|Met|Over) welke?|Is (?:de|het|er|dit|dat)|Zijn (?:er|deze)|Wat|Waarom|Wanneer|Welke?|Wie|Wordt|Worden)\s)/gu
/** `1 Vraag: Kunt u …` behind a title; not «Nummer 1 Vraag:». */
const labelled = /(?<=\p{L} {1,4})(?<!\bNummer {1,4})\d{1,3}(?= Vraag: \p{Lu})/gu
/** A page asked about at the end of its row, before the number of the next: «… van de vervoerder. 18 4 Hoeveel». */
const pageBefore = new RegExp(
  String.raw`[.?!:;»”)\]]\s{1,2}\d{1,4}\s{1,2}(?=(\d{1,3})[.)]?\s{1,2}(?:[\p{Lu}«“‘„]|${abbreviated}))`,
  'gu',
)
/** So many are no chance. */
const fewestRows = 3

/** Where the numbers behind such pages stand, where they count on; a few may stand behind something else. */
export function numbersBehindPages(text: string): readonly number[] {
  let last = 0
  const found = [...text.matchAll(pageBefore)].flatMap(({ 0: before, 1: number, index }) => {
    const step = Number(number) - last
    if (last > 0 && (step < 1 || step > fewestRows)) return []
    last = Number(number)
    return index + before.length
  })
  return found.length < fewestRows ? [] : found
}

/** The first number of all, behind the title of the list or the head of its table. */
const first =
  /(?<=(?<![\p{L}\d])(?:VRAGEN|ANTWOORDEN|(?:[Ll]ijst van|[Ff]eitelijke) vragen(?: en antwoorden)?|Vastgesteld \d{1,2} \p{Ll}{3,9} \d{4}|(?:(?:Volg|Vraag)?[Nn]r\.?|Nummer|#) (?:\p{Lu}[\p{Ll}.]{1,12} ){0,2}Vraag(?: \p{Lu}[\p{Ll}.]{1,12}){0,2}) {1,4})1[.)]?(?= {1,4}[\p{Lu}«“‘„(€])/gu
/** A note's number within a sentence that a page's end broke, before what notes begin with. */
const source =
  /(?<=[\p{L}\d,] {1,4})\d{1,2}(?= {1,4}(?:(?:Zie (?:ook |bijvoorbeeld )?)?(?:Kamerstuk(?:ken)?\s|Tweede Kamer, (?:vergaderjaar\s|\d{4})|https?:|www\.)|Algemene Rekenkamer[ ,(]{1,3}\d{4}|\p{Lu}[\p{L}.&’' -]{1,40}, \d{1,2} (?:jan|feb|ma|apr|ju|aug|sep|okt|nov|dec)\p{Ll}{1,7} \d{4}[,.;]))/gu
/** The first number of all, behind the name of the clerk who signs the head of the list. */
const behindClerk =
  /\b1[.)]?(?= {1,4}[\p{Lu}«“‘„(€])(?<=[Gg]riffier(?: van de commissie)?,? (?:(?:[Vv]an|[Dd]en?|[Dd]er|[Tt]en?|[Tt]er) ){0,3}\p{Lu}[\p{L}’'.-]{1,30} {1,4}1[.)]?)/gu

/** Offsets of the numbers before which a line of a flat text may begin; without headings in words more of them head questions. */
export function numbersOf(text: string, isHeaded: boolean): number[] {
  const patterns = [number, source, behindSigns]
  if (/20\d\d[DZA]\d/.test(text)) patterns.push(behindCode)
  if (!isHeaded) patterns.push(beforeSmall, dotted, asking, labelled, first)
  if (!isHeaded && text.includes('riffier')) patterns.push(behindClerk)
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(({ index }) => index))
}

/** `2 en 3`, `2, 3 en 4.` before the answer to both, where all answers stand apart under bare numbers. */
const joint =
  /(?<=[.?!»”"’')\]\d]\s{1,4})\d{1,3}(?:, \d{1,3}){0,8} (?:en|t\/m|tot en met) \d{1,3}[.)]?(?=\s{1,4}[\p{Lu}«"“‘„(€])/gu
const answersApart = /\bAntwoord(?:en)? Antwoord van (?:de )?(?:[Mm]inister|[Ss]taatssecretaris)/

/** Where all answers begin, and who gave them, in a paper that prints them below all questions; null in others. */
export function answersApartOf(text: string): { readonly at: number; readonly end: number } | null {
  const apart = answersApart.exec(text)
  return apart && { at: apart.index, end: apart.index + apart[0].indexOf('Antwoord van') }
}

/** The numbers of answers to several questions there. */
export const jointNumbers = (text: string): Stretch[] =>
  [...text.matchAll(joint)].map(({ 0: numbers, index }) => ({ start: index, end: index + numbers.length }))

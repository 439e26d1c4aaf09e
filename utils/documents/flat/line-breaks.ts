import { pagedNumbersIn } from '../parse/page-column.ts'
import { abbreviated } from '../parse/sentences.ts'
import { abbreviatedHeadings } from './abbreviated-headings.ts'
import { type Break, closingBreaks } from './closing-breaks.ts'
import { bareAnswersOf, type Heading, titlesOfLists, unnumberedHeadings } from './headings-in-words.ts'
import {
  chaptersIn,
  factionHeadsIn,
  factionsIn,
  headBefore,
  headOfAnswers,
  secondPartsIn,
} from './heads-of-sections.ts'
import { missingNumbers } from './missing-numbers.ts'
import { answersApartOf, jointNumbers, numbersBehindPages, numbersOf } from './numbers-in-flow.ts'
import { titleBefore, titlesBeforeNumbers } from './titles.ts'
import type { Stretch } from './tokens.ts'

/** As many characters as lines hold on the average, at most, where the text has kept a trace of its line ends. */
const widestLine = 320

/** Whether two blanks stand where lines ended: extractions that put a blank for the line's end behind the line's own last one. */
export function keepsTraces(text: string): boolean {
  const gaps = text.match(/\S {2,}(?=\S)/g)?.length ?? 0
  return gaps * widestLine >= text.length
}

/** «… t/m 6: hier hebben wij»; «mbo-instellingen» begins a sentence. */
const goesOnSmall = new RegExp(String.raw`^\s*(?!${abbreviated})\p{Ll}`, 'u')
const longestBeginning = 16

const bullet = /(?<=\s)[•▪▫■□●○](?=\s)/gu

const brokenWord = /(?<=\p{Ll}-) (?=\p{Ll})/gu
/** «familie- en jeugdrecht» may stand within a line, and hardly anything tells where one ended. */
const brokenWordInFlow = /(?<=\p{Ll}-) (?!(?:en|of|tot|dan|als) )(?=\p{Ll})/gu

/** Where lines begin in a flat text, and whether a block does. */
class Breaks {
  readonly #blocks = new Map<number, boolean>()

  line(at: number): void {
    this.add(at, false)
  }

  block(at: number): void {
    this.add(at, true)
  }

  around({ start, end }: Stretch): void {
    this.block(start)
    this.block(end)
  }

  add(at: number, isBlock: boolean): void {
    this.#blocks.set(at, isBlock || (this.#blocks.get(at) ?? false))
  }

  has(at: number): boolean {
    return this.#blocks.has(at)
  }

  get places(): number[] {
    return [...this.#blocks.keys()].sort((a, b) => a - b)
  }

  get inOrder(): Break[] {
    return [...this.#blocks].map(([at, block]) => ({ at, block })).sort((a, b) => a.at - b.at)
  }
}

/** Where the lines of a flat text ended, from the traces that it has kept or from its headings and numbers. */
export function breaksOf(text: string, headings: readonly Heading[]): Break[] {
  const breaks = new Breaks()
  const traced = keepsTraces(text)
  addLineEnds(breaks, text)
  if (traced) for (const { 0: gap, index } of text.matchAll(/ {2,}/g)) breaks.add(index + gap.length, gap.length > 2)
  else addNumbers(breaks, text, headings)
  // A hyphen before a blank inside a word broke the word at a line's end.
  for (const { index } of text.matchAll(traced ? brokenWord : brokenWordInFlow)) breaks.line(index + 1)
  addHeadings(breaks, text, headings)
  for (const { start, end } of secondPartsIn(text)) {
    breaks.block(start)
    if (/^\s\p{Lu}/u.test(text.slice(end, end + 2))) breaks.block(end)
  }
  for (const head of factionHeadsIn(text)) breaks.around(head)
  for (const { at, block } of closingBreaks(text)) breaks.add(at, block)
  if (headings.length === 0) addHeadingsInWords(breaks, text)
  for (const heading of bareAnswersOf(text, headings)) breaks.around(heading)
  return breaks.inOrder
}

/** What line ends are left. Blanks before them are tried from their first on alone, for there may be very many. */
function addLineEnds(breaks: Breaks, text: string): void {
  for (const { 0: ends, index } of text.matchAll(/(?<![^\S\n\r])[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029\u0085\v])\s*/g)) {
    breaks.add(index + ends.length, /[\n\r]\s*[\n\r]/.test(ends.replace('\r\n', '\n')))
  }
}

/** Where no trace of a line's end is left, lines begin at numbers and bullets. */
function addNumbers(breaks: Breaks, text: string, headings: readonly Heading[]): void {
  const asks = headings.some((heading) => heading.asks)
  /** Places behind the first sign of a heading or number: a number that stands there begins no line. */
  const inHeading = new Set<number>()
  const addInside = (start: number, end: number) => {
    for (let at = start + 1; at < end; at += 1) inHeading.add(at)
  }
  for (const { at, end } of headings) addInside(at, end)
  const apart = answersApartOf(text)
  if (apart) breaks.around({ start: apart.at, end: apart.end })
  if (!asks) {
    for (const { at, length } of pagedNumbersIn(text)) {
      breaks.block(at)
      addInside(at, at + length)
    }
    for (const { start, end } of apart ? jointNumbers(text) : []) {
      breaks.block(start)
      addInside(start, end)
    }
  }
  for (const at of numbersOf(text, asks)) if (!inHeading.has(at)) breaks.line(at)
  if (!asks) addWithoutHeadings(breaks, text, inHeading)
  for (const { index } of text.matchAll(bullet)) breaks.line(index)
}

/** What stands around numbers that no heading says to be questions. */
function addWithoutHeadings(breaks: Breaks, text: string, inHeading: ReadonlySet<number>): void {
  for (const at of numbersBehindPages(text)) breaks.line(at)
  for (const at of missingNumbers(text, breaks.places)) breaks.line(at)
  for (const title of chaptersIn(text)) breaks.around(title)
  for (const title of titlesOfLists(text)) {
    breaks.around(title)
    breaks.line(title.first)
  }
  for (const name of factionsIn(text)) breaks.around(name)
  for (const { at, number } of titlesBeforeNumbers(text)) {
    if (breaks.has(at) || inHeading.has(number)) continue
    breaks.line(at)
    breaks.line(number)
  }
}

/** Numbered headings, and the title or head of a section above them. */
function addHeadings(breaks: Breaks, text: string, headings: readonly Heading[]): void {
  for (const { at, end, asks } of headings) {
    breaks.block(at)
    // «Antwoord op vragen 2 t/m 6: hier hebben wij …» goes on as a sentence.
    if (!goesOnSmall.test(text.slice(end, end + longestBeginning))) breaks.block(end)
    const head = headBefore(text, at)
    if (head >= 0 && (asks || headOfAnswers.test(text.slice(head, head + 12)))) breaks.block(head)
    else if (asks) {
      const title = titleBefore(text, at)
      if (title >= 0) breaks.line(title)
    }
  }
}

/** Headings without figures, in a text that has no others. */
function addHeadingsInWords(breaks: Breaks, text: string): void {
  for (const at of abbreviatedHeadings(text)) breaks.block(at)
  for (const heading of unnumberedHeadings(text)) {
    const head = headBefore(text, heading.start)
    if (head >= 0) breaks.block(head)
    breaks.around(heading)
  }
}

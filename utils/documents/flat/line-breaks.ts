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

/** Where the lines of a flat text ended, from the traces that it has kept or from its headings and numbers. */
export function breaksOf(text: string, headings: readonly Heading[]): Break[] {
  const breaks = new Map<number, boolean>()
  const add = (at: number, block: boolean) => breaks.set(at, block || (breaks.get(at) ?? false))
  /** A heading's own number begins no line. */
  const inHeading = new Set(
    headings.flatMap(({ at, end }) => Array.from({ length: end - at - 1 }, (_, step) => at + step + 1)),
  )
  const addAround = ({ start, end }: Stretch) => {
    add(start, true)
    add(end, true)
  }
  // What line ends are left. Blanks before them are tried from their first on alone, for there may be very many.
  for (const { 0: ends, index } of text.matchAll(/(?<![^\S\n\r])[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029\u0085\v])\s*/g)) {
    add(index + ends.length, /[\n\r]\s*[\n\r]/.test(ends.replace('\r\n', '\n')))
  }
  const traced = keepsTraces(text)
  if (traced) {
    for (const { 0: gap, index } of text.matchAll(/ {2,}/g)) add(index + gap.length, gap.length > 2)
  } else {
    const asks = headings.some((heading) => heading.asks)
    if (!asks) {
      for (const { at, length } of pagedNumbersIn(text)) {
        add(at, true)
        for (let step = 1; step < length; step += 1) inHeading.add(at + step)
      }
    }
    const apart = answersApartOf(text)
    if (apart) {
      add(apart.at, true)
      add(apart.end, true)
    }
    if (!asks && apart) {
      for (const { start, end } of jointNumbers(text)) {
        add(start, true)
        for (let at = start + 1; at < end; at += 1) inHeading.add(at)
      }
    }
    for (const at of numbersOf(text, asks)) if (!inHeading.has(at)) add(at, false)
    if (!asks) {
      for (const at of numbersBehindPages(text)) add(at, false)
      const places = [...breaks.keys()].sort((a, b) => a - b)
      for (const at of missingNumbers(text, places)) add(at, false)
      for (const title of [...chaptersIn(text), ...titlesOfLists(text)]) addAround(title)
      for (const name of factionsIn(text)) addAround(name)
      for (const { at, number } of titlesBeforeNumbers(text)) {
        if (breaks.has(at) || inHeading.has(number)) continue
        add(at, false)
        add(number, false)
      }
    }
    for (const { index } of text.matchAll(bullet)) add(index, false)
  }
  // A hyphen before a blank inside a word broke the word at a line's end.
  for (const { index } of text.matchAll(traced ? brokenWord : brokenWordInFlow)) add(index + 1, false)
  for (const { at, end } of headings) {
    add(at, true)
    // «Antwoord op vragen 2 t/m 6: hier hebben wij …» goes on as a sentence.
    if (!goesOnSmall.test(text.slice(end, end + longestBeginning))) add(end, true)
  }
  for (const { at, asks } of headings) {
    const head = headBefore(text, at)
    if (head >= 0 && (asks || headOfAnswers.test(text.slice(head, head + 12)))) add(head, true)
    else if (asks) {
      const title = titleBefore(text, at)
      if (title >= 0) add(title, false)
    }
  }
  for (const { start, end } of secondPartsIn(text)) {
    add(start, true)
    if (/^\s\p{Lu}/u.test(text.slice(end, end + 2))) add(end, true)
  }
  for (const head of factionHeadsIn(text)) addAround(head)
  for (const { at, block } of closingBreaks(text)) add(at, block)
  if (headings.length === 0) {
    for (const at of abbreviatedHeadings(text)) add(at, true)
    for (const heading of unnumberedHeadings(text)) {
      const head = headBefore(text, heading.start)
      if (head >= 0) add(head, true)
      addAround(heading)
    }
  }
  for (const heading of bareAnswersOf(text, headings)) addAround(heading)
  return [...breaks].map(([at, block]) => ({ at, block })).sort((a, b) => a.at - b.at)
}

import type { OpenSegment } from '../segment/open-segment.ts'
import { fitScore } from '../segment/segment.ts'
import { type Lexicon, shortestPart } from '../terms/lexicon.ts'
import { isGrouped, isWithinNumber } from '../words/numbers.ts'
import { doubledOf, voicedOf } from '../words/stem.ts'
import { termOf } from '../words/words.ts'

/** Places of units. */
export type Places = ReadonlyMap<string, ReadonlySet<number>>

/** Terms of one segment that answer to a clause and count as much; `share` is what they count beside the word itself. */
export interface Answer {
  readonly share: number
  readonly terms: readonly number[]
}

/** A clause with what answers to it in each segment, what counts most first. */
export interface Asked {
  readonly excluded: boolean
  readonly answers: readonly (readonly Answer[])[]
  /** Postings of all answers in each segment, where these are not all of them. */
  readonly counts?: readonly (number | undefined)[] | undefined
  /** The word, where it decides by itself on the answers of each segment. */
  readonly word?: string | undefined
  /** In each segment the numbers of what holds the clause without a term of its own that says so. */
  readonly besides?: readonly (readonly number[])[] | undefined
}

/** What an answer counts beside the word itself. */
export const shares = { whole: 1, start: 0.6, part: 0.4, corrected: 0.5 } as const

/**
 * What a word scores that is longer than the one that was asked for, by what that is worth and rising: one that begins
 * with it, and one that has it within.
 */
export const longerScores = [shares.start, shares.part]
  .flatMap((share) => fitScore.map((fit) => share * fit))
  .sort((a, b) => a - b)
/** Place in `longerScores` of how well such a word fits. */
export const placeOfLonger = (isStart: boolean, fit: number): number =>
  longerScores.indexOf((isStart ? shares.start : shares.part) * (fitScore[fit] ?? 0))

/** What holds a word as it is written, in each segment. */
export function wordAnswers(word: string, segments: readonly OpenSegment[]): readonly (readonly Answer[])[] {
  const parts = partsFor(word, termOf(word))
  return segments.map(({ lexicon, remembered }) => remembered.get(word)?.answers ?? holding(lexicon, word, parts))
}

/** Whether anything answers. */
export const isAny = (answers: readonly (readonly Answer[])[]): boolean => answers.some((own) => own.length > 0)

/** @param parts what holds the word has in it, its forms first */
export const holding = (lexicon: Lexicon, word: string, parts: readonly string[]): readonly Answer[] =>
  byShare(lexicon, union(parts.map((part) => lexicon.termsWith(part))), word, parts)

/**
 * What a term that holds a word has in it: the stem; the word, unless that begins with its stem, which then is in it as well; and what
 * compounds of it have, `school` of `scholen`, or other forms, `lozing` of `lozen`.
 */
function partsFor(word: string, term: string): readonly string[] {
  const isInStem = word.startsWith(term) && term.length >= shortestPart
  const others = [isInStem ? null : word, doubledOf(word, term), voicedOf(word, term)]
  return [...new Set([term, ...others.filter((other) => other !== null)])]
}

/** The word itself in any form, then what begins with one, then what has one within. @param parts its forms */
function byShare(lexicon: Lexicon, terms: readonly number[], word: string, parts: readonly string[]): Answer[] {
  const begins = parts.map((one) => lexicon.beginning(one))
  const equal = new Set([parts[0] ?? word, word].flatMap((one) => lexicon.termsEqual(one)))
  const isNumber = isGrouped(word)
  const [whole, start, part]: [number[], number[], number[]] = [[], [], []]
  for (const number of terms) {
    const isStart = begins.some(({ from, to }) => number >= from && number < to)
    if (!isStart && isNumber && isWithinNumber(lexicon.term(number), word)) continue
    if (!isStart) part.push(number)
    else if (equal.has(number)) whole.push(number)
    else start.push(number)
  }
  const sorted = [answer(shares.whole, whole), answer(shares.start, start), answer(shares.part, part)]
  return sorted.filter((own) => own.terms.length > 0)
}

/** The word itself alone. */
export const wholeAnswer = (terms: readonly number[]): Answer => answer(shares.whole, terms)

export const answer = (share: number, terms: readonly number[]): Answer => ({ share, terms })

/** The numbers of rising lists, those of each that are in none before it behind those of these. */
export function union(lists: readonly (readonly number[])[]): readonly number[] {
  return lists.flatMap((own, at) => lists.slice(0, at).reduce((left, earlier) => without(left, earlier), own))
}

/** What of one rising list is not in another. */
function without(numbers: readonly number[], others: readonly number[]): readonly number[] {
  let at = 0
  return numbers.filter((number) => {
    while (at < others.length && (others[at] ?? 0) < number) at += 1
    return others[at] !== number
  })
}

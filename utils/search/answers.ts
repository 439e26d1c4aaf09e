import { termsOfEndings } from './endings.ts'
import { type Lexicon, shortestPart } from './lexicon.ts'
import type { OpenSegment } from './open-segment.ts'
import { namesOfValue } from './other-names.ts'
import type { Clause } from './query.ts'
import { fitScore } from './segment.ts'
import { doubledOf, voicedOf } from './stem.ts'
import { termOf } from './words.ts'

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

/** What is known without the index. */
export interface Besides {
  /** What has a note; asked only where the query does. */
  readonly noted?: Places
  /** What a note with a tag is on, by the value of the query's field: it has the tag as well. */
  readonly tagged?: ReadonlyMap<string, Places>
  /** What has a number in groups of digits, or a word that stands nowhere as parts with a sign between, by it in one piece. */
  readonly inPieces?: ReadonlyMap<string, Places>
}

/**
 * What a clause asks for in the segments' own terms; nothing where these don't tell (`sinds:`).
 *
 * @param corrected takes the words that were meant, where a word occurs nowhere
 */
export function askedOf(
  clause: Clause,
  segments: readonly OpenSegment[],
  corrected: Set<string>,
  { noted, tagged, inPieces }: Besides,
): readonly Asked[] {
  switch (clause.type) {
    case 'since':
      return []
    case 'noted':
      return [{ excluded: clause.excluded, answers: segments.map(() => []), besides: numbersOf(segments, noted) }]
    case 'field': {
      const { field, value, excluded } = clause
      const whole = field === 'status' || field === 'dossier'
      const names = namesOfValue(field, value)
      const answers = segments.map(({ lexicon }) => [
        answer(0, union(names.map((name) => lexicon.fieldTerms(field, name, whole)))),
      ])
      return [{ excluded, answers, besides: field === 'tag' ? numbersOf(segments, tagged?.get(value)) : undefined }]
    }
    case 'word': {
      const { word, excluded } = clause
      const places = inPieces?.get(word)
      if (places !== undefined) {
        return [{ excluded, answers: segments.map(() => []), besides: numbersOf(segments, places) }]
      }
      const before = corrected.size
      const answers = wordAnswers(word, segments, excluded ? null : corrected)
      return [{ excluded, answers, word: corrected.size > before ? undefined : word }]
    }
    case 'number': {
      const { word, excluded } = clause
      const answers = wordAnswers(word, segments, null)
      return [{ excluded, answers, besides: numbersOf(segments, inPieces?.get(word)) }]
    }
    case 'phrase':
      // Left out is what holds all words in a row, which the caller sees.
      return clause.excluded
        ? []
        : clause.words.map((word) => ({ excluded: false, answers: wordAnswers(word, segments, null) }))
  }
}

const numbersOf = (segments: readonly OpenSegment[], places: Places | undefined) =>
  places && segments.map(({ findables }) => findables.numbersOf(places))

/**
 * What holds a word.
 *
 * @param corrected takes the words that were meant, where the word occurs nowhere; null where errors are not forgiven
 */
export function wordAnswers(
  word: string,
  segments: readonly OpenSegment[],
  corrected: Set<string> | null,
): readonly (readonly Answer[])[] {
  const term = termOf(word)
  const parts = partsFor(word, term)
  const found = segments.map(
    ({ lexicon, remembered }) =>
      remembered.get(word)?.answers ??
      byShare(lexicon, union(parts.map((part) => lexicon.termsWith(part))), word, parts),
  )
  if (corrected === null || isCode(word) || found.some((own) => own.length > 0)) return found
  return meantBy([...new Set([term, word])], segments, corrected)
}

/** The terms of a word that has an error in its ending, in each segment. */
function withEnding(word: string, segments: readonly OpenSegment[]): readonly (readonly number[])[] {
  const terms = [...termsOfEndings(word)]
  return segments.map(({ lexicon }) => terms.flatMap((term) => lexicon.termsEqual(term)).sort((a, b) => a - b))
}

/**
 * The two words that one which occurs nowhere may be parted into, each way of doing so: «f16» as `f` and `16`, «zzpers» as `zzp` and
 * `ers`.
 */
export function partings(word: string, segments: readonly OpenSegment[]): readonly (readonly [string, string])[] {
  const isTerm = (part: string) =>
    segments.some(({ lexicon }) => [part, termOf(part)].some((one) => lexicon.termsEqual(one).length > 0))
  if (wordAnswers(word, segments, null).some((own) => own.length > 0)) return []
  return Array.from(
    { length: word.length - 1 },
    (_, at) => [word.slice(0, at + 1), word.slice(at + 1)] as const,
  ).filter((parts) => parts.every(isTerm))
}

/** Of a code or a number another is not what was meant. */
const isCode = (word: string): boolean => /\d{3}/.test(word)

/** What holds a word with typing errors as it was meant: by itself, then within longer words. @param forms of it */
function meantBy(
  forms: readonly string[],
  segments: readonly OpenSegment[],
  corrected: Set<string>,
): readonly (readonly Answer[])[] {
  const like = segments.map(({ lexicon }) => union(forms.map((one) => lexicon.termsLike(one))))
  const meant = like.some(({ length }) => length > 0) ? like : withEnding(forms.at(-1) ?? '', segments)
  const words = new Set(segments.flatMap(({ lexicon }, at) => (meant[at] ?? []).map((number) => lexicon.term(number))))
  for (const own of words) corrected.add(own)
  const parts = [...words].filter((own) => own.length >= shortestPart)
  return segments.map(({ lexicon }, at) => {
    const whole = meant[at] ?? []
    const longer = union([whole, ...parts.map((part) => lexicon.termsWith(part))]).slice(whole.length)
    const answers = [answer(shares.corrected, whole), answer(shares.corrected * shares.part, longer)]
    return answers.filter((own) => own.terms.length > 0)
  })
}

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
  const [whole, start, part]: [number[], number[], number[]] = [[], [], []]
  for (const number of terms) {
    const isStart = begins.some(({ from, to }) => number >= from && number < to)
    if (!isStart) part.push(number)
    else if (equal.has(number)) whole.push(number)
    else start.push(number)
  }
  const sorted = [answer(shares.whole, whole), answer(shares.start, start), answer(shares.part, part)]
  return sorted.filter((own) => own.terms.length > 0)
}

/** The word itself alone. */
export const wholeAnswer = (terms: readonly number[]): Answer => answer(shares.whole, terms)

const answer = (share: number, terms: readonly number[]): Answer => ({ share, terms })

/** The numbers of rising lists, those of each that are in none before it behind those of these. */
function union(lists: readonly (readonly number[])[]): readonly number[] {
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

import { type Lexicon, shortestPart } from './lexicon.ts'
import type { OpenSegment } from './open-segment.ts'
import type { Clause } from './query.ts'
import { fitScore } from './segment.ts'
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
  { noted, tagged }: Besides,
): readonly Asked[] {
  switch (clause.type) {
    case 'since':
      return []
    case 'noted':
      return [{ excluded: clause.excluded, answers: segments.map(() => []), besides: numbersOf(segments, noted) }]
    case 'field': {
      const { field, value, excluded } = clause
      const whole = field === 'status' || field === 'dossier'
      const answers = segments.map(({ lexicon }) => [answer(0, lexicon.fieldTerms(field, value, whole))])
      return [{ excluded, answers, besides: field === 'tag' ? numbersOf(segments, tagged?.get(value)) : undefined }]
    }
    case 'word': {
      const { word, excluded } = clause
      const before = corrected.size
      const answers = wordAnswers(word, segments, excluded ? null : corrected)
      return [{ excluded, answers, word: corrected.size > before ? undefined : word }]
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
  // What holds the word holds its stem, where that is how it begins.
  const parts = word.startsWith(term) && term.length >= shortestPart ? [term] : [...new Set([term, word])]
  const found = segments.map(
    ({ lexicon, remembered }) =>
      remembered.get(word)?.answers ??
      byShare(lexicon, union(parts.map((part) => lexicon.termsWith(part))), term, word),
  )
  if (corrected === null || found.some((own) => own.length > 0)) return found
  return segments.map(({ lexicon }) => {
    const terms = union([...new Set([term, word])].map((one) => lexicon.termsLike(one)))
    for (const number of terms) corrected.add(lexicon.term(number))
    return terms.length === 0 ? [] : [answer(shares.corrected, terms)]
  })
}

/** The word itself, then what begins with it, then what has it within. */
function byShare(lexicon: Lexicon, terms: readonly number[], term: string, word: string): Answer[] {
  const [first, second] = [lexicon.beginning(term), lexicon.beginning(word)]
  const [[equal], [other]] = [lexicon.termsEqual(term), lexicon.termsEqual(word)]
  const [whole, start, part]: [number[], number[], number[]] = [[], [], []]
  for (const number of terms) {
    const isStart = (number >= first.from && number < first.to) || (number >= second.from && number < second.to)
    if (!isStart) part.push(number)
    else if (number === equal || number === other) whole.push(number)
    else start.push(number)
  }
  const sorted = [answer(shares.whole, whole), answer(shares.start, start), answer(shares.part, part)]
  return sorted.filter((own) => own.terms.length > 0)
}

/** The word itself alone. */
export const wholeAnswer = (terms: readonly number[]): Answer => answer(shares.whole, terms)

const answer = (share: number, terms: readonly number[]): Answer => ({ share, terms })

/** The numbers of one rising list or two, those of the second that are not in the first behind those of the first. */
function union([first = [], second = []]: readonly (readonly number[])[]): readonly number[] {
  return second.length === 0 ? first : [...first, ...without(second, first)]
}

/** What of one rising list is not in another. */
function without(numbers: readonly number[], others: readonly number[]): readonly number[] {
  let at = 0
  return numbers.filter((number) => {
    while (at < others.length && (others[at] ?? 0) < number) at += 1
    return others[at] !== number
  })
}

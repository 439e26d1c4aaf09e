import type { OpenSegment } from '../segment/open-segment.ts'
import { shortestPart } from '../terms/lexicon.ts'
import { termOf } from '../words/words.ts'
import { type Answer, answer, holding, isAny, shares, union, wordAnswers } from './answers.ts'
import { termsOfBegun, termsOfEndings } from './endings.ts'

/** What a word may be that occurs nowhere as it is written. */

/**
 * What holds it as it goes on, where it is still being typed, or as it was meant.
 *
 * @param corrected takes the words that were meant, as terms
 */
export function otherAnswers(
  word: string,
  segments: readonly OpenSegment[],
  corrected: Set<string>,
): readonly (readonly Answer[])[] {
  if (isCode(word)) return segments.map(() => [])
  const begun = termsOfBegun(word)
  const ofBegun = segments.map(({ lexicon }) => holding(lexicon, word, begun))
  return isAny(ofBegun) ? ofBegun : meantBy([...new Set([termOf(word), word])], segments, corrected)
}

/** Of a code or a number another is not what was meant. */
const isCode = (word: string): boolean => /\d{3}/.test(word)

/** What holds a word with typing errors as it was meant: by itself, then within longer words. @param forms of it */
function meantBy(
  forms: readonly string[],
  segments: readonly OpenSegment[],
  corrected: Set<string>,
): readonly (readonly Answer[])[] {
  const like = segments.map(({ lexicon }) => inOrder(forms.flatMap((one) => lexicon.termsLike(one))))
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

/** The terms of a word that has an error in its ending, in each segment. */
function withEnding(word: string, segments: readonly OpenSegment[]): readonly (readonly number[])[] {
  const terms = [...termsOfEndings(word)]
  return segments.map(({ lexicon }) => inOrder(terms.flatMap((term) => lexicon.termsEqual(term))))
}

const inOrder = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b)

/**
 * The two words that one which occurs nowhere may be parted into, each way of doing so: «f16» as `f` and `16`, «zzpers» as `zzp` and
 * `ers`.
 */
export function partings(word: string, segments: readonly OpenSegment[]): readonly (readonly [string, string])[] {
  const isTerm = (part: string) => segments.some(({ lexicon }) => lexicon.termsEqual(termOf(part)).length > 0)
  if (isAny(wordAnswers(word, segments))) return []
  return Array.from(
    { length: word.length - 1 },
    (_, at) => [word.slice(0, at + 1), word.slice(at + 1)] as const,
  ).filter((parts) => parts.every(isTerm))
}

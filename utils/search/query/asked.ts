import type { OpenSegment } from '../segment/open-segment.ts'
import { termOf } from '../words/words.ts'
import { type Answer, type Asked, answer, isAny, type Places, union, wholeAnswer, wordAnswers } from './answers.ts'
import { otherAnswers } from './meant.ts'
import { namesOfValue } from './other-names.ts'
import type { Clause } from './query.ts'

/** What is known without the index. */
export interface Besides {
  /** What has a note; asked only where the query does. */
  readonly noted?: Places
  /** What a note with a tag is on, by the value of the query's field: it has the tag as well. */
  readonly tagged?: ReadonlyMap<string, Places>
  /** What has a word that stands nowhere in two pieces with a sign between, by it in one. */
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
      const answers = wordAnswers(word, segments)
      if (excluded || isAny(answers)) return [{ excluded, answers, word }]
      return [{ excluded, answers: otherAnswers(word, segments, corrected) }]
    }
    case 'phrase':
      // Left out is what holds all words in a row, which the caller sees.
      return clause.excluded
        ? []
        : clause.words.map((word) => ({ excluded: false, answers: segments.map((one) => itself(one, word)) }))
  }
}

/** What holds a word of a phrase: neither its other forms follow the others nor what it is part of. */
function itself({ lexicon }: OpenSegment, word: string): readonly Answer[] {
  const terms = lexicon.termsEqual(termOf(word))
  return terms.length === 0 ? [] : [wholeAnswer(terms)]
}

const numbersOf = (segments: readonly OpenSegment[], places: Places | undefined) =>
  places && segments.map(({ findables }) => findables.numbersOf(places))

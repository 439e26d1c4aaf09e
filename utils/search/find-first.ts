import { foundIn, type Hits, longFor, ranked, scored } from './find.ts'
import { type Asked, wholeAnswer, wordAnswers } from './query/answers.ts'
import type { Query } from './query/query.ts'
import type { Findables } from './ranking/findables.ts'
import type { Head } from './ranking/heads.ts'
import { isBetter, kinds, type Ranked, Ranking } from './ranking/ranking.ts'
import { scoreStep } from './ranking/scores.ts'
import { scoreSegment } from './ranking/scoring.ts'
import { DamagedIndex } from './segment/bytes.ts'
import type { LongPostings, OpenSegment, ReadPostings, ScoredSegment } from './segment/open-segment.ts'
import { fitScore } from './segment/segment.ts'
import type { KnownWords } from './terms/known-words.ts'
import { isGrouped } from './words/numbers.ts'

/**
 * The words that a query asks for; none where it asks for anything else, or for a number: not all that has that within counts, so what it
 * is worth is not known before.
 */
export function onlyWords({ clauses }: Query): readonly string[] {
  const words = clauses.flatMap((clause) =>
    clause.type === 'word' && !clause.excluded && !isGrouped(clause.word) ? [clause.word] : [],
  )
  return words.length === clauses.length ? words : []
}

/** A segment of which only the words that are asked for are known, as far as they are terms themselves; or all of its terms. */
export type PartlyKnown =
  | { readonly segment: ScoredSegment; readonly words: KnownWords }
  | { readonly segment: OpenSegment; readonly words: null }

/**
 * What of the best is certain to come first, in that order, before the terms are looked for that only hold a word or
 * begin with it: where the words themselves fit well, nothing that has a longer one in place of any can come before it.
 * Null where there is nothing of the kind.
 *
 * @param known segments, whose rooms nobody else uses; of those whose terms are not all known what is known of the
 *   words must be enough
 * @param findables of each segment: they are waited for when all is scored
 */
export async function findFirst(
  known: readonly PartlyKnown[],
  words: readonly string[],
  read: ReadPostings,
  limit: number,
  findables: Promise<readonly Findables[]>,
): Promise<Hits['found'] | null> {
  const segments = known.map(({ segment }) => segment)
  const looked = words.map((word, at) => known.map((own) => answersOf(own, word, at)))
  const asked = looked.map(
    (own): Asked => ({
      excluded: false,
      answers: own.map(({ answers }) => answers),
      counts: own.map(({ count }) => count),
    }),
  )
  const { ranks, worths } = scored(segments, asked, await longOf(known, asked, read), null)
  const listed = await findables
  const ranking = ranked(ranks, listed, new Ranking('best', limit))
  // What has a longer word in place of one, which is missing here, has less than what fits best by so much at least.
  const lacks = looked.flatMap((own, word) =>
    own.flatMap(({ mostOfLonger }) => (mostOfLonger > 0 ? [(worths[word] ?? 0) * (mostOfWord - mostOfLonger)] : [])),
  )
  const all = worths.reduce((sum, worth) => sum + worth * mostOfWord, 0)
  // What each word scores is rounded.
  const least = lacks.length === 0 ? -Infinity : all - Math.min(...lacks) + words.length * scoreStep
  const found = foundIn(ranking, listed, ({ first }) => first > least)
  return kinds.every((kind) => found[kind].length === 0) ? null : found
}

/** Long postings of each segment: of one that is partly known all lie by themselves, and are there. */
async function longOf(
  known: readonly PartlyKnown[],
  asked: readonly Asked[],
  read: ReadPostings,
): Promise<readonly LongPostings[]> {
  const whole = known.flatMap(({ segment, words }, index) => (words === null ? [{ segment, index }] : []))
  const own = known.map(({ words }) => words?.postings ?? none)
  if (whole.length === 0) return own
  const answers = asked.map((one) => ({ ...one, answers: whole.map(({ index }) => one.answers[index] ?? []) }))
  const long = await read(
    longFor(
      whole.map(({ segment }) => segment),
      answers,
    ),
  )
  const places = new Map(whole.map(({ index }, at) => [index, at]))
  return own.map((postings, index) => long[places.get(index) ?? -1] ?? postings)
}

const none: LongPostings = new Map()

/** The most that the word itself can score, by what that is worth. */
const mostOfWord = Math.max(...fitScore)

/**
 * What of a word's answers is known, the postings of all of them, and what others of it score at best, by its worth.
 *
 * @param at place of the word
 */
function answersOf(known: PartlyKnown, word: string, at: number) {
  if (known.words === null) {
    return { answers: wordAnswers(word, [known.segment])[0] ?? [], count: undefined, mostOfLonger: 0 }
  }
  const { terms, all, mostOfLonger } = known.words.word(at)
  return { answers: terms.length === 0 ? [] : [wholeAnswer(terms)], count: all ?? undefined, mostOfLonger }
}

/** A word asked for by itself. */
const alone = { excluded: false, worth: 1, count: 0, besides: [], word: undefined } as const

/** A segment, and what of it comes first where that was made ready; else all of its terms are known. */
export type Headed =
  | { readonly findables: Findables; readonly segment: null; readonly head: readonly Head[] }
  | { readonly findables: Findables; readonly segment: OpenSegment; readonly head: null }

/**
 * What comes first of what is found by a part of words, as far as that is certain: no further than the heads of the
 * segments go. Null where there is nothing of the kind.
 */
export async function findFirstOfPart(
  headed: readonly Headed[],
  part: string,
  read: ReadPostings,
  limit: number,
): Promise<Hits['found'] | null> {
  const whole = headed.flatMap(({ segment }) => (segment === null ? [] : [segment]))
  const answers = wordAnswers(part, whole)
  const long = await read(longFor(whole, [{ excluded: false, answers }]))
  const ranking = new Ranking('best', limit)
  const last: (Ranked | null)[] = kinds.map(() => null)
  headed.forEach(({ findables, segment, head }, index) => {
    if (head === null) {
      const at = whole.indexOf(segment)
      const clause = { ...alone, answers: answers[at] ?? [] }
      scoreSegment(segment, long[at] ?? none, [clause], null)(findables, index, ranking)
      return
    }
    const { list, size, unitOf, kindOf } = findables
    head.forEach(({ isAll, first }, kind) => {
      const numbers = first.map(({ number }) => number)
      if (numbers.some((number) => number >= size)) throw new DamagedIndex('a head beyond the end')
      findables.know(numbers, numbers.length)
      for (const { number, score } of first) {
        const day = list.days[unitOf[number] as number] as number
        ranking.best[kindOf[number] as number]?.add(score, day, index, number)
        const own = { segment: index, number, first: score, second: day }
        const other = last[kind]
        if (isAll || other === undefined) continue
        // What comes after the last of a head is not known, even where that is gone itself.
        if (first.at(-1)?.number === number && (other === null || isBetter(own, other))) last[kind] = own
      }
    })
  })
  const found = foundIn(
    ranking,
    headed.map(({ findables }) => findables),
    (own, kind) => {
      const end = last[kinds.indexOf(kind)]
      return end === null || end === undefined || !isBetter(end, own)
    },
  )
  return kinds.every((kind) => found[kind].length === 0) ? null : found
}

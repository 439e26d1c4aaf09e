import { type Asked, wholeAnswer, wordAnswers } from './answers.ts'
import { DamagedIndex } from './bytes.ts'
import { blocksFor, foundIn, type Hits, ranked } from './find.ts'
import type { Head } from './heads.ts'
import type { KnownWords } from './known-words.ts'
import type { OpenSegment, ReadBlocks, ScoredSegment } from './open-segment.ts'
import type { Query } from './query.ts'
import { isBetter, kinds, type Ranked, Ranking } from './ranking.ts'
import { scoreSegment } from './scoring.ts'
import { fitScore } from './segment.ts'

/** The words that a query asks for; none where it asks for anything else. */
export function onlyWords({ clauses }: Query): readonly string[] {
  const words = clauses.flatMap((clause) => (clause.type === 'word' && !clause.excluded ? [clause.word] : []))
  return words.length === clauses.length ? words : []
}

/** A segment of which only the words that are asked for are known, as far as they are terms themselves; or all of its terms. */
export type Known =
  | { readonly segment: ScoredSegment; readonly words: KnownWords }
  | { readonly segment: OpenSegment; readonly words: null }

/**
 * What of the best is certain to come first, in that order, before the terms are looked for that only hold a word or begin with it:
 * where the words themselves fit well, nothing that has a longer one in place of any can come before it. Null where there is nothing
 * of the kind.
 *
 * @param known segments; of those whose terms are not all known what is known of the words must be enough
 */
export async function findFirst(
  known: readonly Known[],
  words: readonly string[],
  read: ReadBlocks,
  limit: number,
): Promise<Hits['found'] | null> {
  const segments = known.map(({ segment }) => segment)
  const looked = words.map((word, at) => known.map((own) => lookUp(own, word, at)))
  const asked = looked.map(
    (own): Asked => ({
      excluded: false,
      answers: own.map(({ answers }) => answers),
      counts: own.map(({ count }) => count),
    }),
  )
  const { ranking, worths } = await ranked(segments, asked, read, { order: 'best', limit, passes: null })
  // What has a longer word in place of one, which is missing here, has less than what fits best by so much at least.
  const lacks = looked.flatMap((own, word) =>
    own.flatMap(({ mostOfLonger }) => (mostOfLonger > 0 ? [(worths[word] ?? 0) * (mostOfWord - mostOfLonger)] : [])),
  )
  const all = worths.reduce((sum, worth) => sum + worth * mostOfWord, 0)
  // Scores are rounded.
  const least = lacks.length === 0 ? -Infinity : (all - Math.min(...lacks)) * 1.000_001
  const found = foundIn(ranking, segments, ({ first }) => first > least)
  return kinds.every((kind) => found[kind].length === 0) ? null : found
}

/** The most that the word itself can score, by what that is worth. */
const mostOfWord = Math.max(...fitScore)

/** What of a word's answers is known, the postings of all of them, and what others of it score at best, by its worth. @param at place of the word */
function lookUp(known: Known, word: string, at: number) {
  if (known.words === null) {
    return { answers: wordAnswers(word, [known.segment], null)[0] ?? [], count: undefined, mostOfLonger: 0 }
  }
  const { terms, all, mostOfLonger } = known.words.word(at)
  return { answers: terms.length === 0 ? [] : [wholeAnswer(terms)], count: all ?? undefined, mostOfLonger }
}

/** A segment, and what of it comes first where that was made ready; else all of its terms are known. */
export type Headed =
  | { readonly segment: ScoredSegment; readonly head: readonly Head[] }
  | { readonly segment: OpenSegment; readonly head: null }

/**
 * What comes first of what is found by a part of words, as far as that is certain: no further than the heads of the segments go. Null
 * where there is nothing of the kind.
 */
export async function findFirstOfPart(
  headed: readonly Headed[],
  part: string,
  read: ReadBlocks,
  limit: number,
): Promise<Hits['found'] | null> {
  const segments = headed.map(({ segment }) => segment)
  const answers = headed.map((own) => (own.head === null ? (wordAnswers(part, [own.segment], null)[0] ?? []) : []))
  const blocks = await read(blocksFor(segments, [{ excluded: false, answers }]))
  const ranking = new Ranking('best', limit)
  const last: (Ranked | null)[] = kinds.map(() => null)
  headed.forEach(({ segment, head }, index) => {
    if (head === null) {
      const clause = {
        excluded: false,
        answers: answers[index] ?? [],
        worth: 1,
        count: 0,
        besides: [],
        word: undefined,
      }
      scoreSegment(segment, index, blocks[index] ?? [], [clause], null, ranking)
      return
    }
    const { dictionary, unitOf, kindOf } = segment
    head.forEach(({ isAll, first }, kind) => {
      for (const { number, score } of first) {
        if (number >= unitOf.length) throw new DamagedIndex('a head beyond the end')
        const day = dictionary.days[unitOf[number] as number] as number
        ranking.best[kindOf[number] as number]?.add(score, day, index, number)
        const own = { segment: index, number, first: score, second: day }
        const other = last[kind]
        if (isAll || other === undefined) continue
        // What comes after the last of a head is not known, even where that is gone itself.
        if (first.at(-1)?.number === number && (other === null || isBetter(own, other))) last[kind] = own
      }
    })
  })
  const found = foundIn(ranking, segments, (own, kind) => {
    const end = last[kinds.indexOf(kind)]
    return end === null || end === undefined || !isBetter(end, own)
  })
  return kinds.every((kind) => found[kind].length === 0) ? null : found
}

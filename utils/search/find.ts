import { type Asked, askedOf, mostOfLonger, type Places, wholeAnswers, wordAnswers } from './answers.ts'
import { DamagedIndex } from './bytes.ts'
import type { Head } from './heads.ts'
import type { OpenSegment, ReadBlocks, WantedBlocks } from './open-segment.ts'
import type { Clause, Query } from './query.ts'
import { isBetter, type Kind, kinds, type Ranked, Ranking, type SearchOrder } from './ranking.ts'
import type { Held } from './remembered.ts'
import { type Filter, numbersOf, scoreSegment } from './scoring.ts'
import { blockSize } from './segment.ts'

export interface FindOptions {
  readonly order: SearchOrder
  /** At most so many of each kind. */
  readonly limit: number
  /** Whether something has a note; asked only where the query does. */
  readonly isNoted?: (unit: string, place: number) => boolean
  /** What a note with a tag is on, by the value of the query's field: it has the tag as well. */
  readonly tagged?: ReadonlyMap<string, Places>
}

export interface Hit {
  readonly unit: string
  readonly place: number
}

export interface Hits {
  readonly found: Readonly<Record<Kind, readonly Hit[]>>
  /** How many there are of each kind, also beyond the limit. */
  readonly counts: Readonly<Record<Kind, number>>
  /** Words that were found in place of words with typing errors, as terms. */
  readonly corrected: readonly string[]
}

/**
 * Finds what all clauses of a query hold for, best or newest first. The words of a phrase must occur; whether they follow each
 * other is for the caller to see, who has the texts.
 */
export async function find(
  segments: readonly OpenSegment[],
  { clauses }: Query,
  read: ReadBlocks,
  { order, limit, isNoted, tagged }: FindOptions,
): Promise<Hits> {
  const corrected = new Set<string>()
  const asked = clauses.flatMap((clause) => askedOf(clause, segments, corrected, tagged))
  const { ranking } = await ranked(segments, asked, read, { order, limit, passes: filterOf(clauses, isNoted) })
  return { found: foundIn(ranking, segments), counts: ranking.counts, corrected: [...corrected] }
}

/** The word by itself that a query asks for; null where it asks for anything else. */
export function onlyWord({ clauses: [clause, other] }: Query): string | null {
  return clause?.type === 'word' && !clause.excluded && other === undefined ? clause.word : null
}

/**
 * What of a word's best is certain to come first, in that order, before the terms are looked for that only hold it or begin with it:
 * where the word itself fits well, none of those can come before it. Null where there is nothing of the kind.
 *
 * @param segments in which the word itself can be looked up
 */
export async function findFirst(
  segments: readonly OpenSegment[],
  word: string,
  read: ReadBlocks,
  limit: number,
): Promise<Hits['found'] | null> {
  const asked = [{ excluded: false, answers: wholeAnswers(word, segments) }]
  const { ranking, worths } = await ranked(segments, asked, read, { order: 'best', limit, passes: null })
  const least = (worths[0] ?? 0) * mostOfLonger
  const found = foundIn(ranking, segments, ({ first }) => first > least)
  return kinds.every((kind) => found[kind].length === 0) ? null : found
}

/** A segment, and what of it comes first where that was made ready; else all of its terms are known. */
export interface Headed {
  readonly segment: OpenSegment
  readonly head: readonly Head[] | null
}

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
  const answers = headed.map(({ segment, head }) =>
    head === null ? (wordAnswers(part, [segment], null)[0] ?? []) : [],
  )
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

interface RankedBy {
  readonly order: SearchOrder
  readonly limit: number
  readonly passes: Filter | null
}

async function ranked(
  segments: readonly OpenSegment[],
  asked: readonly Asked[],
  read: ReadBlocks,
  { order, limit, passes }: RankedBy,
): Promise<{ readonly ranking: Ranking; readonly worths: readonly number[] }> {
  const blocks = await read(blocksFor(segments, asked))
  const ranking = new Ranking(order, limit)
  const all = segments.reduce((sum, { unitOf }) => sum + unitOf.length, 0)
  const counts = asked.map(({ answers, word }) =>
    answers.map((own, index) => heldOf(segments[index], word)?.count ?? postingsOf(segments[index], own)),
  )
  const worths = counts.map((own) => worthOf(own, all))
  segments.forEach((segment, index) => {
    const own = asked.map((one, clause) => ({
      excluded: one.excluded,
      answers: one.answers[index] ?? [],
      worth: worths[clause] ?? 0,
      count: counts[clause]?.[index] ?? 0,
      besides: numbersOf(segment, one.besides),
      word: one.word,
    }))
    scoreSegment(segment, index, blocks[index] ?? [], own, passes, ranking)
  })
  return { ranking, worths }
}

function foundIn(
  ranking: Ranking,
  segments: readonly OpenSegment[],
  isKept: (ranked: Ranked, kind: Kind) => boolean = () => true,
): Hits['found'] {
  const hitsOf = (kind: Kind): readonly Hit[] =>
    ranking.ranked(kind).flatMap((ranked) => {
      if (!isKept(ranked, kind)) return []
      const { segment, number } = ranked
      const { dictionary, unitOf } = segments[segment] as OpenSegment
      return [{ unit: dictionary.units[unitOf[number] ?? -1] ?? '', place: dictionary.places[number] ?? 0 }]
    })
  return { documents: hitsOf('documents'), questions: hitsOf('questions'), notes: hitsOf('notes') }
}

/** Since when, and whether it has a note: what is known without a term; null where nothing of the kind is asked. */
function filterOf(clauses: readonly Clause[], isNoted: FindOptions['isNoted']): Filter | null {
  if (clauses.every(({ type }) => type !== 'since' && type !== 'noted')) return null
  return (unit: string, place: number, day: number): boolean =>
    clauses.every((clause) => {
      if (clause.type === 'since') return day >= clause.day !== clause.excluded
      if (clause.type === 'noted') return (isNoted?.(unit, place) ?? false) !== clause.excluded
      return true
    })
}

const heldOf = (segment: OpenSegment | undefined, word: string | undefined): Held | undefined =>
  word === undefined ? undefined : segment?.remembered.get(word)

/** The blocks that the postings of answers lie in, for each segment. */
function blocksFor(segments: readonly OpenSegment[], asked: readonly Asked[]): readonly WantedBlocks[] {
  return segments.map((segment, index) => {
    const { id, lexicon } = segment
    const wanted = new Uint8Array(lexicon.blocks)
    for (const { answers, word } of asked) {
      if (heldOf(segment, word) !== undefined) continue
      for (const { terms } of answers[index] ?? []) {
        for (const term of terms) {
          const from = lexicon.from(term)
          const last = Math.floor((from + lexicon.bytes(term) - 1) / blockSize)
          for (let block = Math.floor(from / blockSize); block <= last; block += 1) wanted[block] = 1
        }
      }
    }
    const blocks: number[] = []
    for (let block = 0; block < wanted.length; block += 1) if (wanted[block] === 1) blocks.push(block)
    return { segment: id, blocks }
  })
}

/** What a clause is worth: a rare word more (BM25), over all segments. */
function worthOf(counts: readonly number[], all: number): number {
  const count = counts.reduce((sum, one) => sum + one, 0)
  return Math.log(1 + (Math.max(0, all - count) + 0.5) / (count + 0.5))
}

function postingsOf(segment: OpenSegment | undefined, answers: Asked['answers'][number]): number {
  let count = 0
  for (const { terms } of answers) for (const term of terms) count += segment?.lexicon.count(term) ?? 0
  return count
}

import type { Asked } from './query/answers.ts'
import { askedOf, type Besides } from './query/asked.ts'
import type { Clause, Query } from './query/query.ts'
import type { Findables } from './ranking/findables.ts'
import type { RankScored } from './ranking/levels.ts'
import { type Filter, type Kind, type Ranked, Ranking, type SearchOrder } from './ranking/ranking.ts'
import type { Held } from './ranking/remembered.ts'
import { scoreSegment } from './ranking/scoring.ts'
import type { LongPostings, OpenSegment, ReadPostings, ScoredSegment, WantedPostings } from './segment/open-segment.ts'

export interface FindOptions extends Besides {
  readonly order: SearchOrder
  /** At most so many of each kind. */
  readonly limit: number
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
  read: ReadPostings,
  { order, limit, ...besides }: FindOptions,
): Promise<Hits> {
  const corrected = new Set<string>()
  const asked = clauses.flatMap((clause) => askedOf(clause, segments, corrected, besides))
  const long = await read(longFor(segments, asked))
  const { ranks } = scored(segments, asked, long, filterOf(clauses))
  const findables = segments.map((segment) => segment.findables)
  const ranking = ranked(ranks, findables, new Ranking(order, limit))
  return { found: foundIn(ranking, findables), counts: ranking.counts, corrected: [...corrected] }
}

/**
 * What all that is asked holds for, in the rooms of segments, and what each of it is worth: it must be ranked before
 * these are used again.
 */
export function scored(
  segments: readonly ScoredSegment[],
  asked: readonly Asked[],
  long: readonly LongPostings[],
  passes: Filter | null,
): { readonly ranks: readonly RankScored[]; readonly worths: readonly number[] } {
  const all = segments.reduce((sum, { room }) => sum + room.held.length, 0)
  const counts = asked.map(({ answers, word, counts: known }) =>
    answers.map(
      (own, index) => known?.[index] ?? rememberedOf(segments[index], word)?.count ?? postingsOf(segments[index], own),
    ),
  )
  const worths = counts.map((own) => worthOf(own, all))
  const ranks = segments.map((segment, index) => {
    const own = asked.map((one, clause) => ({
      excluded: one.excluded,
      answers: one.answers[index] ?? [],
      worth: worths[clause] ?? 0,
      count: counts[clause]?.[index] ?? 0,
      besides: one.besides?.[index] ?? [],
      word: one.word,
    }))
    return scoreSegment(segment, long[index] ?? none, own, passes)
  })
  return { ranks, worths }
}

/** Gives the ranking what was scored in each segment. */
export function ranked(ranks: readonly RankScored[], findables: readonly Findables[], ranking: Ranking): Ranking {
  ranks.forEach((rank, index) => {
    rank(findables[index] as Findables, index, ranking)
  })
  return ranking
}

/** What was ranked, as far as it is kept. @param findables of each segment */
export function foundIn(
  ranking: Ranking,
  findables: readonly Findables[],
  isKept: (ranked: Ranked, kind: Kind) => boolean = () => true,
): Hits['found'] {
  const hitsOf = (kind: Kind): readonly Hit[] =>
    ranking
      .ranked(kind)
      .filter((own) => isKept(own, kind))
      .map(({ segment, number }) => (findables[segment] as Findables).hit(number))
  return { documents: hitsOf('documents'), questions: hitsOf('questions'), notes: hitsOf('notes') }
}

/** Since when: what is known without a term; null where nothing of the kind is asked. */
function filterOf(clauses: readonly Clause[]): Filter | null {
  const wanted = clauses.filter((clause) => clause.type === 'since')
  return wanted.length === 0 ? null : (day) => wanted.every((own) => day >= own.day !== own.excluded)
}

const none: LongPostings = new Map()

const rememberedOf = (segment: ScoredSegment | undefined, word: string | undefined): Held | undefined =>
  word === undefined ? undefined : segment?.remembered.get(word)

/** The terms among answers whose postings are long, for each segment. */
export function longFor(segments: readonly OpenSegment[], asked: readonly Asked[]): readonly WantedPostings[] {
  return segments.map((segment, index) => {
    const { id, lexicon, short } = segment
    const wanted = new Map<number, { readonly term: string; readonly from: number }>()
    for (const { answers, word } of asked) {
      if (rememberedOf(segment, word) !== undefined) continue
      for (const { terms } of answers[index] ?? []) {
        for (const number of terms) {
          const from = lexicon.from(number)
          if (from >= short.length) wanted.set(number, { term: lexicon.term(number), from })
        }
      }
    }
    return { segment: id, terms: [...wanted.values()] }
  })
}

/** What a clause is worth: a rare word more (BM25), over all segments. */
function worthOf(counts: readonly number[], all: number): number {
  const count = counts.reduce((sum, one) => sum + one, 0)
  return Math.log(1 + (Math.max(0, all - count) + 0.5) / (count + 0.5))
}

function postingsOf(segment: ScoredSegment | undefined, answers: Asked['answers'][number]): number {
  let count = 0
  for (const { terms } of answers) for (const term of terms) count += segment?.lexicon.count(term) ?? 0
  return count
}

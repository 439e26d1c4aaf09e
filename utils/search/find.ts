import { type Asked, askedOf, type Places } from './answers.ts'
import type { OpenSegment, ReadBlocks, ScoredSegment, WantedBlocks } from './open-segment.ts'
import { blocksOf } from './postings.ts'
import type { Clause, Query } from './query.ts'
import { type Filter, type Kind, type Ranked, Ranking, type SearchOrder } from './ranking.ts'
import type { Held } from './remembered.ts'
import { numbersOf, scoreSegment } from './scoring.ts'

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

interface RankedBy {
  readonly order: SearchOrder
  readonly limit: number
  readonly passes: Filter | null
}

/** Ranks what all that is asked holds for; `worths`, what each of it is worth. */
export async function ranked(
  segments: readonly ScoredSegment[],
  asked: readonly Asked[],
  read: ReadBlocks,
  { order, limit, passes }: RankedBy,
): Promise<{ readonly ranking: Ranking; readonly worths: readonly number[] }> {
  const blocks = await read(blocksFor(segments, asked))
  const ranking = new Ranking(order, limit)
  const all = segments.reduce((sum, { unitOf }) => sum + unitOf.length, 0)
  const counts = asked.map(({ answers, word, counts: known }) =>
    answers.map(
      (own, index) => known?.[index] ?? heldOf(segments[index], word)?.count ?? postingsOf(segments[index], own),
    ),
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

/** What was ranked, as far as it is kept. */
export function foundIn(
  ranking: Ranking,
  segments: readonly ScoredSegment[],
  isKept: (ranked: Ranked, kind: Kind) => boolean = () => true,
): Hits['found'] {
  const hitsOf = (kind: Kind): readonly Hit[] =>
    ranking.ranked(kind).flatMap((ranked) => {
      if (!isKept(ranked, kind)) return []
      const { segment, number } = ranked
      const { dictionary, unitOf } = segments[segment] as ScoredSegment
      return [{ unit: dictionary.units.at(unitOf[number] ?? -1), place: dictionary.places[number] ?? 0 }]
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

const heldOf = (segment: ScoredSegment | undefined, word: string | undefined): Held | undefined =>
  word === undefined ? undefined : segment?.remembered.get(word)

/** The blocks that the postings of answers lie in, for each segment. */
export function blocksFor(segments: readonly ScoredSegment[], asked: readonly Asked[]): readonly WantedBlocks[] {
  return segments.map((segment, index) => {
    const { id, lexicon } = segment
    const terms = asked.flatMap(({ answers, word }) =>
      heldOf(segment, word) === undefined ? (answers[index] ?? []).map((own) => own.terms) : [],
    )
    return { segment: id, blocks: blocksOf(lexicon, terms) }
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

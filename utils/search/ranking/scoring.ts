import type { LongPostings, Room, ScoredSegment } from '../segment/open-segment.ts'
import { fitScore } from '../segment/segment.ts'
import type { Findables } from './findables.ts'
import { levelsOf, type RankScored, type ScoredClause, scoreAlone, shareInOrder } from './levels.ts'
import { Postings } from './postings.ts'
import type { Filter, Ranking } from './ranking.ts'
import { scoreOf } from './scores.ts'
import { scoreTogether, termsTogether } from './together.ts'

/** In `Room.held`, which else counts the wanted clauses that a findable holds, in order: an excluded one holds for it. */
const out = 255

/** What of a segment all clauses hold for. */
export function scoreSegment(
  segment: ScoredSegment,
  long: LongPostings,
  asked: readonly ScoredClause[],
  passes: Filter | null,
): RankScored {
  const { room } = segment
  room.held.fill(0)
  for (const clause of asked)
    if (clause.excluded) hold(segment, long, clause, { before: 0, after: out, most: Infinity })
  // The rarest first: what it leaves out is not looked at again.
  const wanted = asked
    .filter(({ excluded }) => !excluded)
    .sort((a, b) => a.count + a.besides.length - b.count - b.besides.length)
  const [only, other] = wanted
  if (only !== undefined && other === undefined) {
    return scoreAlone(segment, long, only, wanted.length === asked.length, passes)
  }
  const terms = wanted.length === asked.length ? termsTogether(segment, wanted) : null
  if (terms !== null) return scoreTogether(segment, long, wanted, terms, passes)
  let left = room.held.length
  wanted.forEach((clause, place) => {
    left = hold(segment, long, clause, { before: place, after: place + 1, most: left })
  })
  return (findables, index, ranking) => rank(findables, room, index, wanted.length, left, passes, ranking)
}

/** In `Room.held`: what was there, and what is to be there. */
interface Step {
  readonly before: number
  readonly after: number
  /** So many hold what was before, and are the candidates where anything was: where all of them were found, no more can be. */
  readonly most: number
}

/**
 * Goes through the postings of a clause; what held `before` holds `after`, gains what the clause is worth, and is a
 * candidate. How many these are.
 *
 * Throws `DamagedIndex` where they are not those of its terms.
 */
function hold(segment: ScoredSegment, long: LongPostings, clause: ScoredClause, step: Step): number {
  const { room, remembered } = segment
  const { answers, worth, besides, word } = clause
  const { before, after, most } = step
  const known = word === undefined ? undefined : remembered.get(word)
  if (known !== undefined) return holdRemembered(known.levels, levelsOf(clause), room, step)
  let found = 0
  for (const { share, terms } of answers) {
    const byFit = Float32Array.from(fitScore, (fit) => scoreOf(fit, worth, share))
    const postings = new Postings(segment, terms, long)
    for (let count = 1; count > 0 && found < most; ) {
      count = postings.read()
      found = holdPostings(postings.packed, count, room, before, after, byFit, found)
    }
  }
  for (const number of besides) {
    if (room.held[number] !== before) continue
    room.held[number] = after
    if (before === 0) room.scores[number] = 0
    room.candidates[found] = number
    found += 1
  }
  return found
}

/** Some postings. By itself, since what is called often is soon compiled: the first search of a page waits for it. */
function holdPostings(
  postings: Uint32Array,
  count: number,
  { held, scores, candidates }: Room,
  before: number,
  after: number,
  byFit: Float32Array,
  already: number,
): number {
  let found = already
  for (let at = 0; at < count; at += 1) {
    const packed = postings[at] as number
    const number = packed >>> 2
    if (held[number] !== before) continue
    held[number] = after
    const score = byFit[packed & 3] as number
    scores[number] = before === 0 ? score : (scores[number] as number) + score
    candidates[found] = number
    found += 1
  }
  return found
}

/** The same by what is remembered of the clause. */
function holdRemembered(
  known: Uint8Array,
  byLevel: Float32Array,
  { held, scores, candidates }: Room,
  { before, after, most }: Step,
): number {
  const isFirst = before === 0
  const count = isFirst ? held.length : most
  let found = 0
  for (let at = 0; at < count; at += 1) {
    const number = isFirst ? at : (candidates[at] as number)
    const level = known[number] as number
    if (level === 0 || held[number] !== before) continue
    held[number] = after
    const score = byLevel[level] as number
    scores[number] = isFirst ? score : (scores[number] as number) + score
    candidates[found] = number
    found += 1
  }
  return found
}

/** @param found so many candidates there are; all are where nothing is wanted */
function rank(
  findables: Findables,
  { held, candidates, scores }: Room,
  segment: number,
  wanted: number,
  found: number,
  passes: Filter | null,
  { isByDay, best }: Ranking,
): void {
  const isInOrder = found > held.length * shareInOrder
  const count = isInOrder ? held.length : found
  if (isInOrder) findables.knowAll()
  else findables.know(candidates, found)
  const { list, unitOf, kindOf } = findables
  const { days } = list
  for (let at = 0; at < count; at += 1) {
    const number = isInOrder ? at : (candidates[at] as number)
    const own = best[kindOf[number] as number]
    if (held[number] !== wanted || own === undefined) continue
    const day = days[unitOf[number] as number] as number
    if (passes !== null && !passes(day)) continue
    const score = wanted === 0 ? 0 : (scores[number] as number)
    own.count += 1
    if (isByDay) own.add(day, score, segment, number)
    else own.add(score, day, segment, number)
  }
}

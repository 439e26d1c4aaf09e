import type { Answer, Places } from './answers.ts'
import { DamagedIndex } from './bytes.ts'
import { type Blocks, gone, type OpenSegment, type Room } from './open-segment.ts'
import { kinds, type Ranking } from './ranking.ts'
import { blockSize, fitScore } from './segment.ts'

/** What is asked of a findable beside its terms. */
export type Filter = (unit: string, place: number, day: number) => boolean

/** In `Room.held`, which else counts the wanted clauses that a findable holds, in order: an excluded one holds for it. */
const out = 255

export interface ScoredClause {
  readonly excluded: boolean
  readonly answers: readonly Answer[]
  readonly worth: number
  readonly count: number
  /** Numbers of what holds it besides. */
  readonly besides: readonly number[]
}

/** The numbers of places in a segment. */
export function numbersOf(
  { dictionary: { units, starts, places } }: OpenSegment,
  wanted: Places | undefined,
): readonly number[] {
  if (wanted === undefined || wanted.size === 0) return []
  return units.flatMap((unit, index) => {
    const own = wanted.get(unit)
    if (own === undefined) return []
    const [from, to] = [starts[index] ?? 0, starts[index + 1] ?? 0]
    return Array.from({ length: to - from }, (_, at) => from + at).filter((number) => own.has(places[number] ?? -1))
  })
}

/** Gives the ranking what of a segment all clauses hold for. */
export function scoreSegment(
  segment: OpenSegment,
  index: number,
  blocks: Blocks,
  asked: readonly ScoredClause[],
  passes: Filter | null,
  ranking: Ranking,
): void {
  segment.room.held.fill(0)
  for (const clause of asked) if (clause.excluded) hold(segment, blocks, clause, 0, out)
  // The rarest first: what it leaves out is not looked at again.
  const wanted = asked
    .filter(({ excluded }) => !excluded)
    .sort((a, b) => a.count + a.besides.length - b.count - b.besides.length)
  let found = 0
  wanted.forEach((clause, place) => {
    const count = hold(segment, blocks, clause, place, place + 1)
    if (place === 0) found = count
  })
  rank(segment, index, wanted.length, found, passes, ranking)
}

/**
 * Goes through the postings of a clause; what held `before` holds `after`, and gains what the clause is worth. How many these are.
 *
 * Throws `DamagedIndex` where they are not those of its terms.
 */
function hold(
  { lexicon, room }: OpenSegment,
  blocks: Blocks,
  { answers, worth, besides }: ScoredClause,
  before: number,
  after: number,
): number {
  let found = 0
  for (const { share, terms } of answers) {
    const byFit = Float64Array.from(fitScore, (fit) => fit * worth * share)
    for (const term of terms) {
      const [place, length, count] = [lexicon.from(term), lexicon.bytes(term), lexicon.count(term)]
      const block = Math.floor(place / blockSize)
      const own = blocks[block]
      const from = place - block * blockSize
      if (own !== undefined && from + length <= own.length) {
        found = holdPostings(own, from, from + length, count, room, before, after, byFit, found)
      } else {
        const joined = joinedFrom(blocks, place, length)
        found = holdPostings(joined, 0, length, count, room, before, after, byFit, found)
      }
    }
  }
  for (const number of besides) {
    if (room.held[number] !== before) continue
    room.held[number] = after
    if (before === 0) {
      room.scores[number] = 0
      room.candidates[found] = number
    }
    found += 1
  }
  return found
}

/** Bytes that lie in several blocks. */
function joinedFrom(blocks: Blocks, from: number, length: number): Uint8Array {
  const joined = new Uint8Array(length)
  for (let filled = 0; filled < length; ) {
    const block = Math.floor((from + filled) / blockSize)
    const start = from + filled - block * blockSize
    const part = blocks[block]?.subarray(start, start + length - filled)
    if (part === undefined || part.length === 0) throw new DamagedIndex('postings are missing')
    joined.set(part, filled)
    filled += part.length
  }
  return joined
}

/** The postings of one term. By itself, since what is called often is soon compiled: the first search of a page waits for it. */
function holdPostings(
  bytes: Uint8Array,
  from: number,
  to: number,
  count: number,
  { held, scores, candidates }: Room,
  before: number,
  after: number,
  byFit: Float64Array,
  already: number,
): number {
  let [number, at, left, found] = [0, from, count, already]
  for (; at < to; left -= 1) {
    let packed = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined || shift > 28) throw new DamagedIndex('postings are cut off')
      packed |= (byte & 127) << shift
      if (byte < 128) break
    }
    number += packed >>> 2
    if (number >= held.length) throw new DamagedIndex('a posting beyond the end')
    if (held[number] !== before) continue
    held[number] = after
    const score = byFit[packed & 3] as number
    if (before === 0) {
      scores[number] = score
      candidates[found] = number
    } else scores[number] = (scores[number] as number) + score
    found += 1
  }
  if (at !== to || left !== 0) throw new DamagedIndex('postings differ from their length')
  return found
}

const [document, question] = [kinds.indexOf('documents'), kinds.indexOf('questions')]

/** @param found so many candidates there are; all are where nothing is wanted */
function rank(
  { dictionary: { units, days, places }, unitOf, kindOf, room }: OpenSegment,
  segment: number,
  wanted: number,
  found: number,
  passes: Filter | null,
  ranking: Ranking,
): void {
  const { held, scores, candidates } = room
  const count = wanted === 0 ? unitOf.length : found
  for (let at = 0; at < count; at += 1) {
    const number = wanted === 0 ? at : (candidates[at] as number)
    const unit = unitOf[number] as number
    const kind = kindOf[unit] as number
    if (held[number] !== wanted || kind === gone) continue
    const day = days[unit] as number
    if (passes !== null && !passes(units[unit] ?? '', places[number] ?? 0, day)) continue
    const own = kind === document && places[number] !== 0 ? question : kind
    ranking.add(own, wanted === 0 ? 0 : (scores[number] as number), day, segment, number)
  }
}

import type { Answer, Places } from './answers.ts'
import { DamagedIndex } from './bytes.ts'
import type { Lexicon } from './lexicon.ts'
import { type Blocks, gone, type OpenSegment, type Room } from './open-segment.ts'
import type { Best, Ranking } from './ranking.ts'
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
  /** Under which it may be remembered. */
  readonly word: string | undefined
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
  for (const clause of asked)
    if (clause.excluded) hold(segment, blocks, clause, { before: 0, after: out, candidates: 0, most: Infinity })
  // The rarest first: what it leaves out is not looked at again.
  const wanted = asked
    .filter(({ excluded }) => !excluded)
    .sort((a, b) => a.count + a.besides.length - b.count - b.besides.length)
  const [only, other] = wanted
  if (only !== undefined && other === undefined) {
    const known = only.word === undefined ? undefined : segment.remembered.get(only.word)
    if (known !== undefined && passes === null && wanted.length === asked.length) {
      segment.room.held.set(known.levels)
      rankAllLevels(segment, index, levelsOf(only), ranking)
      return
    }
    const found = hold(segment, blocks, only, null)
    const isMuch = found > segment.unitOf.length * shareInOrder
    if (isMuch && only.word !== undefined && wanted.length === asked.length) {
      const { answers, count } = only
      segment.remembered.put(only.word, { answers, count, levels: segment.room.held.slice() })
    }
    const levels = levelsOf(only)
    if (passes === null && isMuch) rankAllLevels(segment, index, levels, ranking)
    else rankLevels(segment, index, levels, found, passes, ranking)
    return
  }
  let found = segment.unitOf.length
  let left = found
  wanted.forEach((clause, place) => {
    left = hold(segment, blocks, clause, { before: place, after: place + 1, candidates: found, most: left })
    if (place === 0) found = left
  })
  rank(segment, index, wanted.length, found, passes, ranking)
}

/** In `Room.held`: what was there, and what is to be there. */
interface Step {
  readonly before: number
  readonly after: number
  /** So many there are, where something is wanted before. */
  readonly candidates: number
  /** So many hold what was before: where all of them were found, no more can be. */
  readonly most: number
}

/**
 * Goes through the postings of a clause; what held `before` holds `after`, and gains what the clause is worth. How many these are.
 * Where a clause is the only one, nothing is added up: what held nothing holds the place of its score in `levelsOf`.
 *
 * Throws `DamagedIndex` where they are not those of its terms.
 */
function hold(
  { lexicon, room, remembered }: OpenSegment,
  blocks: Blocks,
  clause: ScoredClause,
  step: Step | null,
): number {
  const { answers, worth, besides, word } = clause
  const held = word === undefined ? undefined : remembered.get(word)
  if (held !== undefined) return holdRemembered(held.levels, levelsOf(clause), room, step)
  let found = 0
  answers.forEach(({ share, terms }, index) => {
    if (step === null) {
      found = levelPostings(lexicon, terms, blocks, room, levelOf(index), found)
      return
    }
    const byFit = Float64Array.from(fitScore, (fit) => fit * worth * share)
    for (const term of terms) {
      if (found >= step.most) return
      const [place, length, count] = [lexicon.from(term), lexicon.bytes(term), lexicon.count(term)]
      const block = Math.floor(place / blockSize)
      const own = blocks[block]
      const from = place - block * blockSize
      if (own !== undefined && from + length <= own.length) {
        found = holdPostings(own, from, from + length, count, room, step.before, step.after, byFit, found)
      } else {
        const joined = joinedFrom(blocks, place, length)
        found = holdPostings(joined, 0, length, count, room, step.before, step.after, byFit, found)
      }
    }
  })
  const { before, after } = step ?? { before: 0, after: levelOf(answers.length) }
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

/** The same by what is remembered of the clause. */
function holdRemembered(
  known: Uint8Array,
  byLevel: Float32Array,
  { held, scores, candidates }: Room,
  step: Step | null,
): number {
  const { before, after } = step ?? { before: 0, after: 0 }
  const isFirst = before === 0
  const count = step === null || isFirst ? held.length : step.candidates
  let found = 0
  for (let at = 0; at < count; at += 1) {
    const number = isFirst ? at : (candidates[at] as number)
    const level = known[number] as number
    if (level === 0 || held[number] !== before) continue
    held[number] = step === null ? level : after
    const score = byLevel[level] as number
    if (isFirst) {
      scores[number] = score
      candidates[found] = number
    } else scores[number] = (scores[number] as number) + score
    found += 1
  }
  return found
}

/** Of an answer: the place in `levelsOf` of what fits least. */
const levelOf = (answer: number): number => 1 + answer * fitScore.length

/** The scores that something can have for a clause by itself; the last, for what holds it without a term. */
const levelsOf = ({ answers, worth }: ScoredClause): Float32Array =>
  Float32Array.from([0, ...answers.flatMap(({ share }) => fitScore.map((fit) => fit * worth * share)), 0])

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
    let packed = bytes[at++] as number
    if (packed > 127) {
      packed &= 127
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at++]
        if (byte === undefined || shift > 28) throw new DamagedIndex('postings are cut off')
        packed |= (byte & 127) << shift
        if (byte < 128) break
      }
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

/** The postings of all terms of an answer, for a clause that is the only one. @param level of what fits least */
function levelPostings(
  lexicon: Lexicon,
  terms: readonly number[],
  blocks: Blocks,
  { held, candidates }: Room,
  level: number,
  already: number,
): number {
  let found = already
  for (const term of terms) {
    const place = lexicon.from(term)
    const length = lexicon.bytes(term)
    const block = Math.floor(place / blockSize)
    let bytes = blocks[block]
    let at = place - block * blockSize
    if (bytes === undefined || at + length > bytes.length) {
      bytes = joinedFrom(blocks, place, length)
      at = 0
    }
    const to = at + length
    let number = 0
    let left = lexicon.count(term)
    for (; at < to; left -= 1) {
      let packed = bytes[at++] as number
      if (packed > 127) {
        packed &= 127
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[at++]
          if (byte === undefined || shift > 28) throw new DamagedIndex('postings are cut off')
          packed |= (byte & 127) << shift
          if (byte < 128) break
        }
      }
      number += packed >>> 2
      if (number >= held.length) throw new DamagedIndex('a posting beyond the end')
      if (held[number] !== 0) continue
      held[number] = level + (packed & 3)
      candidates[found] = number
      found += 1
    }
    if (at !== to || left !== 0) throw new DamagedIndex('postings differ from their length')
  }
  return found
}

/** More of everything than this is gone through in its order, which takes less time than as many candidates. */
const shareInOrder = 0.125

/** @param found so many candidates there are; all are where nothing is wanted */
function rank(
  { dictionary: { units, days, places }, unitOf, kindOf, room: { held, candidates, scores } }: OpenSegment,
  segment: number,
  wanted: number,
  found: number,
  passes: Filter | null,
  { isByDay, best }: Ranking,
): void {
  const isInOrder = found > unitOf.length * shareInOrder
  const count = isInOrder ? unitOf.length : found
  for (let at = 0; at < count; at += 1) {
    const number = isInOrder ? at : (candidates[at] as number)
    const own = best[kindOf[number] as number]
    if (held[number] !== wanted || own === undefined) continue
    const unit = unitOf[number] as number
    const day = days[unit] as number
    if (passes !== null && !passes(units[unit] ?? '', places[number] ?? 0, day)) continue
    const score = wanted === 0 ? 0 : (scores[number] as number)
    own.count += 1
    if (isByDay) own.add(day, score, segment, number)
    else own.add(score, day, segment, number)
  }
}

/** The same where in `Room.held` is the place of a score. @param levels those scores */
function rankLevels(
  { dictionary: { units, days, places }, unitOf, kindOf, room: { held, candidates } }: OpenSegment,
  segment: number,
  levels: Float32Array,
  found: number,
  passes: Filter | null,
  { isByDay, best }: Ranking,
): void {
  for (let at = 0; at < found; at += 1) {
    const number = candidates[at] as number
    const own = best[kindOf[number] as number]
    if (own === undefined) continue
    const unit = unitOf[number] as number
    const day = days[unit] as number
    if (passes !== null && !passes(units[unit] ?? '', places[number] ?? 0, day)) continue
    const score = levels[held[number] as number] as number
    own.count += 1
    if (isByDay) own.add(day, score, segment, number)
    else own.add(score, day, segment, number)
  }
}

/**
 * The same in the order of everything, where much is found and nothing else is asked. What is found or not, and of which level, is as
 * good as random: a loop that does the same for each takes a fraction of the time of one that decides.
 */
function rankAllLevels(
  { dictionary: { days, starts }, unitOf, kindOf, room: { held } }: OpenSegment,
  segment: number,
  levels: Float32Array,
  { isByDay, best }: Ranking,
): void {
  const counts = new Uint32Array(256 * kindsThere)
  for (let number = 0; number < unitOf.length; number += 1) {
    const at = (held[number] as number) * kindsThere + (kindOf[number] as number)
    counts[at] = (counts[at] as number) + 1
  }
  const isWanted = new Uint8Array(counts.length)
  best.forEach((own, kind) => {
    let better = 0
    for (const level of fromBest(levels)) {
      const at = level * kindsThere + kind
      const count = counts[at] as number
      own.count += count
      if (isByDay || (better < own.limit && (levels[level] as number) >= own.least)) isWanted[at] = 1
      better += count
    }
  })
  for (let unit = 0; unit < days.length; unit += 1) {
    const day = days[unit] as number
    // Most units are too old for what is found by day, or hold nothing that is wanted.
    if (isByDay && !best.some((own) => day >= own.least)) continue
    const end = starts[unit + 1] as number
    for (let number = starts[unit] as number; number < end; number += 1) {
      const level = held[number] as number
      const kind = kindOf[number] as number
      if (isWanted[level * kindsThere + kind] === 0) continue
      const own = best[kind] as Best
      const score = levels[level] as number
      if (isByDay) own.add(day, score, segment, number)
      else if (score > own.least || (score === own.least && day >= own.leastSecond))
        own.add(score, day, segment, number)
    }
  }
}

/** `gone` is one. */
const kindsThere = gone + 1

/** Places of scores that are held, the best first. */
const fromBest = (levels: Float32Array): readonly number[] =>
  [...levels.keys()].slice(1).sort((a, b) => (levels[b] as number) - (levels[a] as number))

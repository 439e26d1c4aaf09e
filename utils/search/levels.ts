import type { Answer } from './answers.ts'
import { type Findables, gone } from './findables.ts'
import type { Blocks, Room, ScoredSegment } from './open-segment.ts'
import { Postings } from './postings.ts'
import type { Best, Filter, Ranking } from './ranking.ts'
import { fitScore } from './segment.ts'
import type { UnitList } from './unit-list.ts'

/**
 * One clause by itself: nothing is added up, so few different scores there are, and in `Room.held` is the place of each in a list of them.
 */

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

/** Gives the ranking what a clause or several hold for, as place `segment` among segments; once, before the room is used again. */
export type RankScored = (findables: Findables, segment: number, ranking: Ranking) => void

/** More of everything than this is gone through in its order, which takes less time than as many candidates. */
export const shareInOrder = 0.125

/**
 * What of a segment a clause holds for that is the only one which is wanted.
 *
 * @param isAll whether nothing is excluded either; in `Room.held` is what is
 */
export function scoreAlone(
  segment: ScoredSegment,
  blocks: Blocks,
  clause: ScoredClause,
  isAll: boolean,
  passes: Filter | null,
): RankScored {
  const { remembered, room } = segment
  const { answers, count, word } = clause
  const levels = levelsOf(clause)
  const known = word === undefined ? undefined : remembered.get(word)
  if (known !== undefined && passes === null && isAll) {
    room.held.set(known.levels)
    return (findables, index, ranking) => rankAllLevels(findables, room, index, levels, ranking)
  }
  const found = known === undefined ? hold(segment, blocks, clause) : holdRemembered(known.levels, room)
  const isMuch = found > room.held.length * shareInOrder
  if (isMuch && word !== undefined && isAll) remembered.put(word, { answers, count, levels: room.held.slice() })
  return passes === null && isMuch
    ? (findables, index, ranking) => rankAllLevels(findables, room, index, levels, ranking)
    : (findables, index, ranking) => rankLevels(findables, room, index, levels, found, passes, ranking)
}

/** The scores that something can have for a clause by itself; the last, for what holds it without a term. */
export const levelsOf = ({ answers, worth }: ScoredClause): Float32Array =>
  Float32Array.from([0, ...answers.flatMap(({ share }) => fitScore.map((fit) => fit * worth * share)), 0])

/** Of an answer: the place in `levelsOf` of what fits least. */
const levelOf = (answer: number): number => 1 + answer * fitScore.length

/** Goes through the postings of a clause: how many hold it. Throws `DamagedIndex` where they are not those of its terms. */
function hold(segment: ScoredSegment, blocks: Blocks, { answers, besides }: ScoredClause): number {
  const { room } = segment
  let found = 0
  for (const [index, { terms }] of answers.entries()) {
    const postings = new Postings(segment, terms, blocks)
    for (let count = postings.read(); count > 0; count = postings.read()) {
      found = holdPostings(postings.packed, count, room, levelOf(index), found)
    }
  }
  for (const number of besides) {
    if (room.held[number] !== 0) continue
    room.held[number] = levelOf(answers.length)
    room.candidates[found] = number
    found += 1
  }
  return found
}

/** Some postings. @param level of what fits least */
function holdPostings(
  postings: Uint32Array,
  count: number,
  { held, candidates }: Room,
  level: number,
  already: number,
): number {
  let found = already
  for (let at = 0; at < count; at += 1) {
    const packed = postings[at] as number
    const number = packed >>> 2
    if (held[number] !== 0) continue
    held[number] = level + (packed & 3)
    candidates[found] = number
    found += 1
  }
  return found
}

/** The same by what is remembered of the clause. */
function holdRemembered(known: Uint8Array, { held, candidates }: Room): number {
  let found = 0
  for (let number = 0; number < held.length; number += 1) {
    const level = known[number] as number
    if (level === 0 || held[number] !== 0) continue
    held[number] = level
    candidates[found] = number
    found += 1
  }
  return found
}

/** Ranks what was found. */
function rankLevels(
  findables: Findables,
  { held, candidates }: Room,
  segment: number,
  levels: Float32Array,
  found: number,
  passes: Filter | null,
  { isByDay, best }: Ranking,
): void {
  findables.know(candidates, found)
  const { list, unitOf, kindOf } = findables
  const { days } = list
  for (let at = 0; at < found; at += 1) {
    const number = candidates[at] as number
    const own = best[kindOf[number] as number]
    if (own === undefined) continue
    const day = days[unitOf[number] as number] as number
    if (passes !== null && !passes(day)) continue
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
  findables: Findables,
  { held }: Room,
  segment: number,
  levels: Float32Array,
  { isByDay, best }: Ranking,
): void {
  findables.knowAll()
  const { list, kindOf } = findables
  const { days, starts } = list
  const counts = new Uint32Array(256 * kindsThere)
  for (let number = 0; number < kindOf.length; number += 1) {
    const at = (held[number] as number) * kindsThere + (kindOf[number] as number)
    counts[at] = (counts[at] as number) + 1
  }
  const isWanted = new Uint8Array(counts.length)
  const left = new Uint32Array(kindsThere)
  best.forEach((own, kind) => {
    let better = 0
    for (const level of fromBest(levels)) {
      const at = level * kindsThere + kind
      const count = counts[at] as number
      own.count += count
      if (better < own.limit && (levels[level] as number) >= own.least) isWanted[at] = 1
      better += count
    }
    left[kind] = better
  })
  if (isByDay) {
    rankNewest(findables, held, segment, levels, left, best)
    return
  }
  for (let unit = 0; unit < days.length; unit += 1) {
    const day = days[unit] as number
    const end = starts[unit + 1] as number
    for (let number = starts[unit] as number; number < end; number += 1) {
      const level = held[number] as number
      const kind = kindOf[number] as number
      if (isWanted[level * kindsThere + kind] === 0) continue
      const own = best[kind] as Best
      const score = levels[level] as number
      if (score > own.least || (score === own.least && day >= own.leastSecond)) own.add(score, day, segment, number)
    }
  }
}

/** The same by day, the newest units first: where there is enough of a kind, all that follows is too old. @param left of each kind so many */
function rankNewest(
  { list: { days, starts }, kindOf }: Findables,
  held: Uint8Array,
  segment: number,
  levels: Float32Array,
  left: Uint32Array,
  best: readonly Best[],
): void {
  const isWanted = new Uint8Array(kindsThere)
  for (const unit of newestFirst(days)) {
    const day = days[unit] as number
    best.forEach((own, kind) => {
      isWanted[kind] = (left[kind] as number) > 0 && day >= own.least ? 1 : 0
    })
    if (!isWanted.includes(1)) return
    const end = starts[unit + 1] as number
    for (let number = starts[unit] as number; number < end; number += 1) {
      const kind = kindOf[number] as number
      if (isWanted[kind] === 0) continue
      const level = held[number] as number
      if (level === 0 || level >= levels.length) continue
      left[kind] = (left[kind] as number) - 1
      best[kind]?.add(day, levels[level] as number, segment, number)
    }
  }
}

/** Units by their day, as they were sorted when they were first asked for by it. */
const orders = new WeakMap<UnitList['days'], Uint32Array>()

function newestFirst(days: UnitList['days']): Uint32Array {
  const known = orders.get(days)
  if (known !== undefined) return known
  // Numbers are sorted sooner than by a comparison.
  const keys = Float64Array.from(days, (day, unit) => (65_535 - day) * days.length + unit).sort()
  const order = Uint32Array.from(keys, (key) => key % days.length)
  orders.set(days, order)
  return order
}

/** `gone` is one. */
const kindsThere = gone + 1

/** Places of scores that are held, the best first. */
const fromBest = (levels: Float32Array): readonly number[] =>
  [...levels.keys()].slice(1).sort((a, b) => (levels[b] as number) - (levels[a] as number))

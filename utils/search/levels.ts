import type { Answer } from './answers.ts'
import { type Findables, gone } from './findables.ts'
import type { LongPostings, Room, ScoredSegment } from './open-segment.ts'
import { Postings } from './postings.ts'
import type { Best, Filter, Ranking } from './ranking.ts'
import { scoreOf } from './scores.ts'
import { fitScore } from './segment.ts'
import type { UnitList } from './unit-list.ts'

/**
 * One clause by itself: nothing is added up, so few different scores there are, and in `Room.held` is the place of each
 * in a list of them.
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
  long: LongPostings,
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
  const found = known === undefined ? hold(segment, long, clause) : holdRemembered(known.levels, room)
  const isMuch = found > room.held.length * shareInOrder
  if (isMuch && word !== undefined && isAll) remembered.put(word, { answers, count, levels: room.held.slice() })
  return passes === null && isMuch
    ? (findables, index, ranking) => rankAllLevels(findables, room, index, levels, ranking)
    : (findables, index, ranking) => rankLevels(findables, room, index, levels, found, passes, ranking)
}

/** The scores that something can have for a clause by itself; the last, for what holds it without a term. */
export const levelsOf = ({ answers, worth }: ScoredClause): Float32Array =>
  Float32Array.from([0, ...answers.flatMap(({ share }) => fitScore.map((fit) => scoreOf(fit, worth, share))), 0])

/** Of an answer: the place in `levelsOf` of what fits least. */
const levelOf = (answer: number): number => 1 + answer * fitScore.length

/** Goes through the postings of a clause: how many hold it. Throws `DamagedIndex` where they are not those of its terms. */
function hold(segment: ScoredSegment, long: LongPostings, { answers, besides }: ScoredClause): number {
  const { room } = segment
  let found = 0
  for (const [index, { terms }] of answers.entries()) {
    const postings = new Postings(segment, terms, long)
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
  // Whether it is held already can't be foreseen: to decide on nothing takes half the time.
  for (let at = 0; at < count; at += 1) {
    const packed = postings[at] as number
    const number = packed >>> 2
    const before = held[number] as number
    const isNew = (before - 1) >>> 31
    held[number] = before | ((level + (packed & 3)) & -isNew)
    candidates[found] = number
    found += isNew
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

/** Ranks what was found. @param levels what each level scores. @param found so many candidates there are */
export function rankLevels(
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
  if (passes === null && !isByDay) {
    const counts = new Uint32Array(256 * kindsThere)
    for (let at = 0; at < found; at += 1) {
      const number = candidates[at] as number
      const place = (held[number] as number) * kindsThere + (kindOf[number] as number)
      counts[place] = (counts[place] as number) + 1
    }
    const wanted = wantedOf(levels, counts, best)
    for (let at = 0; at < found; at += 1) {
      const number = candidates[at] as number
      const level = held[number] as number
      const kind = kindOf[number] as number
      if (wanted[level * kindsThere + kind] === 0) continue
      best[kind]?.add(levels[level] as number, days[unitOf[number] as number] as number, segment, number)
    }
    return
  }
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
 * The same where much is found and nothing else is asked, the newest units first: as soon as there is enough of what
 * scores best of a kind, the rest of it is not looked at. How many there are is counted before, in the order of
 * everything: what is found or not, and of which level, is as good as random, and a loop that does the same for each
 * takes a fraction of the time of one that decides.
 */
function rankAllLevels(
  findables: Findables,
  { held }: Room,
  segment: number,
  levels: Float32Array,
  { isByDay, best }: Ranking,
): void {
  findables.knowAll()
  const counts = countLevels(held, findables.kindOf)
  if (isByDay) rankNewest(findables, held, segment, levels, counts, best)
  else rankBest(findables, held, segment, levels, counts, best)
}

/** How many there are of each level and kind, at `level * kindsThere + kind`. */
function countLevels(held: Uint8Array, kindOf: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256 * kindsThere)
  for (let number = 0; number < kindOf.length; number += 1) {
    const at = (held[number] as number) * kindsThere + (kindOf[number] as number)
    counts[at] = (counts[at] as number) + 1
  }
  return counts
}

/** What scores best, of each level and kind so many as can have a place. */
function rankBest(
  { list: { days, starts }, kindOf }: Findables,
  held: Uint8Array,
  segment: number,
  levels: Float32Array,
  counts: Uint32Array,
  best: readonly Best[],
): void {
  const wanted = wantedOf(levels, counts, best)
  let left = wanted.reduce((sum, count) => sum + count, 0)
  const order = newestFirst(days)
  for (let at = 0; at < order.length && left > 0; at += 1) {
    const unit = order[at] as number
    const day = days[unit] as number
    const end = starts[unit + 1] as number
    for (let number = starts[unit] as number; number < end; number += 1) {
      const level = held[number] as number
      const kind = kindOf[number] as number
      const place = level * kindsThere + kind
      const count = wanted[place] as number
      if (count === 0) continue
      wanted[place] = count - 1
      left -= 1
      best[kind]?.add(levels[level] as number, day, segment, number)
    }
  }
}

/** Of each level and kind, how many of the newest can have a place; of what has none the rest is counted. */
function wantedOf(levels: Float32Array, counts: Uint32Array, best: readonly Best[]): Uint32Array {
  const wanted = new Uint32Array(counts.length)
  const order = fromBest(levels)
  best.forEach((own, kind) => {
    let [better, asGood, before] = [0, 0, Infinity]
    for (const level of order) {
      const score = levels[level] as number
      if (score < before) [better, asGood, before] = [better + asGood, 0, score]
      const place = level * kindsThere + kind
      const count = counts[place] as number
      own.count += count
      asGood += count
      if (score >= own.least) wanted[place] = Math.min(count, Math.max(0, own.limit - better))
    }
  })
  return wanted
}

/** The same by day: where there is enough of a kind, all that is older has no place. */
function rankNewest(
  { list: { days, starts }, kindOf }: Findables,
  held: Uint8Array,
  segment: number,
  levels: Float32Array,
  counts: Uint32Array,
  best: readonly Best[],
): void {
  const left = new Uint32Array(kindsThere)
  best.forEach((own, kind) => {
    for (let level = 1; level < levels.length; level += 1)
      left[kind] = (left[kind] as number) + (counts[level * kindsThere + kind] as number)
    own.count += left[kind] as number
  })
  const isWanted = new Uint8Array(kindsThere)
  const order = newestFirst(days)
  let last = Infinity
  for (let at = 0; at < order.length; at += 1) {
    const unit = order[at] as number
    const day = days[unit] as number
    if (day < last) {
      last = day
      best.forEach((own, kind) => {
        isWanted[kind] = (left[kind] as number) > 0 && day >= own.least ? 1 : 0
      })
      if (!isWanted.includes(1)) return
    }
    const end = starts[unit + 1] as number
    for (let number = starts[unit] as number; number < end; number += 1) {
      const kind = kindOf[number] as number
      const level = held[number] as number
      if (isWanted[kind] === 0 || level === 0 || level >= levels.length) continue
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

import type { Room } from '../segment/open-segment.ts'
import type { UnitList } from '../segment/unit-list.ts'
import { type Findables, gone } from './findables.ts'
import type { Best, Filter, Ranking } from './ranking.ts'

/**
 * Ranks what has few different scores: in `Room.held` is of each findable its level, the place of its score in a list of
 * them, and 0 of what was not found.
 */

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
export function rankAllLevels(
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

/**
 * Three-way comparison of lists of lines or words (diff3: Khanna, Kunal and Pierce, «A formal investigation of diff3», 2007), over the
 * longest common subsequence of two (Hunt and Szymanski, 1977). Its time grows with the number of equal pairs, times their logarithm.
 */

/** A stretch of a merge: agreed, or in two wordings of what both sides started from. */
export type Stretch =
  | { readonly ok: readonly string[]; readonly conflict?: undefined }
  | { readonly ok?: undefined; readonly conflict: Sides }

export interface Sides {
  readonly a: readonly string[]
  /** What both sides started from. */
  readonly o: readonly string[]
  readonly b: readonly string[]
}

/** A pair of equal parts, by their places, and the pairs before it. */
interface Pair {
  readonly one: number
  readonly other: number
  readonly before: Pair | null
}

/** The places of the longest common subsequence of two lists, in order. */
export function commonPlaces(
  one: readonly string[],
  other: readonly string[],
): readonly (readonly [one: number, other: number])[] {
  const placesIn = Map.groupBy(other.keys(), (place) => other[place])
  // Of each length of a common subsequence that of which the last part stands first in the other list.
  const shortest: Pair[] = []
  for (const [place, part] of one.entries()) {
    let from = 0
    let waiting: Pair | null = null
    for (const otherPlace of placesIn.get(part) ?? []) {
      const length = firstFrom(shortest, from, otherPlace)
      const before: Pair | null = shortest[length - 1] ?? null
      // One of that length ends there already, or none that it would go on from ends before it.
      if (shortest[length]?.other === otherPlace || (before !== null && before.other >= otherPlace)) continue
      if (waiting !== null) shortest[from - 1] = waiting
      waiting = { one: place, other: otherPlace, before }
      from = length + 1
      if (length === shortest.length) break
    }
    if (waiting !== null) shortest[from - 1] = waiting
  }
  const places: (readonly [number, number])[] = []
  for (let pair = shortest.at(-1) ?? null; pair !== null; pair = pair.before) places.push([pair.one, pair.other])
  return places.reverse()
}

/** The first from a place on that does not end before another; the length where all do. */
function firstFrom(shortest: readonly Pair[], from: number, other: number): number {
  let [low, high] = [from, shortest.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((shortest[middle] as Pair).other < other) low = middle + 1
    else high = middle
  }
  return low
}

/** A stretch of what both started from, and what a side has in its place; either may be empty. */
interface Hunk {
  readonly side: 'a' | 'b'
  readonly from: number
  readonly to: number
  readonly sideFrom: number
  readonly sideTo: number
}

function hunksOf(side: 'a' | 'b', o: readonly string[], own: readonly string[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  let [from, sideFrom] = [0, 0]
  for (const [to, sideTo] of [...commonPlaces(o, own), [o.length, own.length] as const]) {
    if (to > from || sideTo > sideFrom) hunks.push({ side, from, to, sideFrom, sideTo })
    from = to + 1
    sideFrom = sideTo + 1
  }
  return hunks
}

/** What both sides made of what they started from: agreed where one of them, or both alike, changed it. */
export function threeWay({ a, o, b }: Sides): readonly Stretch[] {
  const sides = { a, b }
  const hunks = [...hunksOf('a', o, a), ...hunksOf('b', o, b)].sort((one, other) => one.from - other.from)
  const stretches: Stretch[] = []
  let agreed: (readonly string[])[] = []
  const settle = () => {
    if (agreed.some(({ length }) => length > 0)) stretches.push({ ok: agreed.flat() })
    agreed = []
  }
  let at = 0
  for (let next = 0; next < hunks.length; ) {
    const first = hunks[next] as Hunk
    let to = first.to
    const touching: Hunk[] = []
    for (let hunk = hunks[next]; hunk !== undefined && (touching.length === 0 || hunk.from <= to); hunk = hunks[next]) {
      to = Math.max(to, hunk.to)
      touching.push(hunk)
      next += 1
    }
    agreed.push(o.slice(at, first.from))
    at = to
    if (touching.length === 1) {
      agreed.push(sides[first.side].slice(first.sideFrom, first.sideTo))
      continue
    }
    // Changes of one side do not touch each other, so both have some here.
    const wordingOf = (side: 'a' | 'b') => {
      const own = touching.filter((hunk) => hunk.side === side)
      const [begin, end] = [own[0] as Hunk, own.at(-1) as Hunk]
      return sides[side].slice(begin.sideFrom - (begin.from - first.from), end.sideTo + (to - end.to))
    }
    const [one, other] = [wordingOf('a'), wordingOf('b')]
    if (areAlike(one, other)) agreed.push(one)
    else {
      settle()
      stretches.push({ conflict: { a: one, o: o.slice(first.from, to), b: other } })
    }
  }
  agreed.push(o.slice(at))
  settle()
  return stretches
}

const areAlike = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((part, at) => part === other[at])

export const kinds = ['documents', 'questions', 'notes'] as const
export type Kind = (typeof kinds)[number]

/** `best`: what fits best, of equals the newest; `newest`: by day, and within a day what fits best. */
export type SearchOrder = 'best' | 'newest'

/** What is asked beside terms, of a day since 1970. */
export type Filter = (day: number) => boolean

export interface Ranked {
  readonly segment: number
  readonly number: number
  readonly first: number
  readonly second: number
}

/** Keeps the best of what is added, of each kind. */
export class Ranking {
  readonly isByDay: boolean
  /** By place in `kinds`. */
  readonly best: readonly Best[]

  constructor(order: SearchOrder, limit: number) {
    this.best = kinds.map(() => new Best(limit))
    this.isByDay = order === 'newest'
  }

  /** The best first. */
  ranked(kind: Kind): readonly Ranked[] {
    return this.best[kinds.indexOf(kind)]?.ranked() ?? []
  }

  /** How many were added of each kind. */
  get counts(): Readonly<Record<Kind, number>> {
    const [documents = 0, questions = 0, notes = 0] = this.best.map(({ count }) => count)
    return { documents, questions, notes }
  }
}

/** A heap whose root is the worst that is kept. */
export class Best {
  /** How many there are, also of what has no place. */
  count = 0
  /** What has less than this, or as much and less of the second, has no place any more. */
  least = -Infinity
  leastSecond = -Infinity
  readonly limit: number
  readonly #heap: Ranked[] = []

  constructor(limit: number) {
    this.limit = limit
  }

  add(first: number, second: number, segment: number, number: number): void {
    if (first < this.least || (first === this.least && second < this.leastSecond)) return
    const heap = this.#heap
    const worst = heap[0]
    if (heap.length < this.limit) {
      heap.push({ segment, number, first, second })
      rise(heap)
    } else if (worst !== undefined && compare(first, second, segment, number, worst) > 0) {
      sink(heap, { segment, number, first, second })
    }
    if (heap.length >= this.limit) {
      this.least = heap[0]?.first ?? Infinity
      this.leastSecond = heap[0]?.second ?? Infinity
    }
  }

  ranked(): readonly Ranked[] {
    return this.#heap.toSorted((a, b) => -compare(a.first, a.second, a.segment, a.number, b))
  }
}

/** Above 0 where the first is better; what was indexed earlier comes first among equals. */
function compare(first: number, second: number, segment: number, number: number, other: Ranked): number {
  return first - other.first || second - other.second || other.segment - segment || other.number - number
}

/** Whether the first comes before the other. */
export const isBetter = (a: Ranked, b: Ranked): boolean => compare(a.first, a.second, a.segment, a.number, b) > 0

/** Lets the last one rise as long as it is worse than the one above it. */
function rise(heap: Ranked[]): void {
  let at = heap.length - 1
  const one = heap[at]
  while (at > 0) {
    const above = heap[(at - 1) >> 1]
    if (one === undefined || above === undefined || !isBetter(above, one)) return
    heap[at] = above
    at = (at - 1) >> 1
    heap[at] = one
  }
}

/** Puts one in the place of the worst, as deep as it belongs. */
function sink(heap: Ranked[], one: Ranked): void {
  let at = 0
  for (;;) {
    let place = 2 * at + 1
    let below = heap[place]
    const other = heap[place + 1]
    if (below !== undefined && other !== undefined && isBetter(below, other)) {
      below = other
      place += 1
    }
    if (below === undefined || !isBetter(one, below)) break
    heap[at] = below
    at = place
  }
  heap[at] = one
}

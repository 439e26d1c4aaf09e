export const kinds = ['documents', 'questions', 'notes'] as const
export type Kind = (typeof kinds)[number]

/** `best`: what fits best, of equals the newest; `newest`: by day, and within a day what fits best. */
export type SearchOrder = 'best' | 'newest'

interface Ranked {
  readonly segment: number
  readonly number: number
  readonly first: number
  readonly second: number
}

/** Keeps the best of what is added, of each kind: a heap whose root is the worst that is kept. */
export class Ranking {
  readonly counts: Record<Kind, number> = { documents: 0, questions: 0, notes: 0 }
  readonly #heaps: Readonly<Record<Kind, Ranked[]>> = { documents: [], questions: [], notes: [] }
  readonly #order: SearchOrder
  readonly #limit: number

  constructor(order: SearchOrder, limit: number) {
    this.#order = order
    this.#limit = limit
  }

  add(kind: Kind, score: number, day: number, segment: number, number: number): void {
    this.counts[kind] += 1
    const heap = this.#heaps[kind]
    const [first, second] = this.#order === 'best' ? [score, day] : [day, score]
    const worst = heap[0]
    if (heap.length < this.#limit) {
      heap.push({ segment, number, first, second })
      rise(heap)
    } else if (worst !== undefined && compare(first, second, segment, number, worst) > 0) {
      heap[0] = { segment, number, first, second }
      sink(heap)
    }
  }

  /** The best first. */
  ranked(kind: Kind): readonly Ranked[] {
    return this.#heaps[kind].toSorted((a, b) => -compare(a.first, a.second, a.segment, a.number, b))
  }
}

/** Above 0 where the first is better; what was indexed earlier comes first among equals. */
function compare(first: number, second: number, segment: number, number: number, other: Ranked): number {
  return first - other.first || second - other.second || other.segment - segment || other.number - number
}

const better = (a: Ranked, b: Ranked): boolean => compare(a.first, a.second, a.segment, a.number, b) > 0

function rise(heap: Ranked[]): void {
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1
    if (!swapIf(heap, parent, at)) return
    at = parent
  }
}

function sink(heap: Ranked[]): void {
  for (let at = 0; ; ) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]]
    if (left === undefined) return
    const child = right !== undefined && better(left, right) ? 2 * at + 2 : 2 * at + 1
    if (!swapIf(heap, at, child)) return
    at = child
  }
}

/** Puts the worse of a pair above. */
function swapIf(heap: Ranked[], parent: number, child: number): boolean {
  const [above, below] = [heap[parent], heap[child]]
  if (above === undefined || below === undefined || !better(above, below)) return false
  heap[parent] = below
  heap[child] = above
  return true
}

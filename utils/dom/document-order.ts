import * as dom from './natives.ts'

/** A place in the page: where something starts. */
export interface Start {
  readonly node: Node
  readonly offset: number
}

/** Negative where one stands before the other. Shadow trees stand where their host does. */
export function compareStarts(one: Start, other: Start): number {
  if (one.node === other.node) return one.offset - other.offset
  const position = dom.comparePosition(one.node, other.node)
  if (!(position & Node.DOCUMENT_POSITION_DISCONNECTED)) return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  const [a, b] = [hostsAround(one.node), hostsAround(other.node)]
  for (let depth = 0; depth < Math.max(a.length, b.length); depth += 1) {
    const [left, right] = [a[depth], b[depth]]
    if (left === undefined || right === undefined || left === right) continue
    return dom.comparePosition(left, right) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  }
  return a.length - b.length
}

/** The node and the hosts of the shadow trees around it, outermost first. */
function hostsAround(node: Node): readonly Node[] {
  const hosts = [node]
  for (let root = dom.rootOf(node); root instanceof ShadowRoot; root = dom.rootOf(root.host)) hosts.unshift(root.host)
  return hosts
}

/**
 * Items of the page in the order of the document. What is found together comes in order already, so it is put in as one
 * run, and only when somebody asks: to compare two places of a large page takes longer than to find what stands there.
 */
export class InOrder<Item> {
  readonly #startOf: (item: Item) => Start
  readonly #items = new Set<Item>()
  #sorted: readonly Item[] = []
  #runs: Item[][] = []
  #removed = false
  #moved = false

  constructor(startOf: (item: Item) => Start) {
    this.#startOf = startOf
  }

  get size(): number {
    return this.#items.size
  }

  has(item: Item): boolean {
    return this.#items.has(item)
  }

  /** Starts a run: what is added until the next one follows one another in the document. */
  begin(): void {
    if (this.#runs.at(-1)?.length !== 0) this.#runs.push([])
  }

  add(item: Item): void {
    this.#items.add(item)
    const run = this.#runs.at(-1)
    if (run === undefined) this.#runs.push([item])
    else run.push(item)
  }

  delete(item: Item): void {
    if (this.#items.delete(item)) this.#removed = true
  }

  /** Nodes may have been moved: nothing is where it was, for all that is known. */
  doubt(): void {
    this.#moved = true
  }

  /** In no order. */
  [Symbol.iterator](): Iterator<Item> {
    return this.#items[Symbol.iterator]()
  }

  all(): readonly Item[] {
    const runs = this.#runs.filter((run) => run.length > 0)
    if (!this.#removed && !this.#moved && runs.length === 0) return this.#sorted
    const parts = [this.#sorted, ...runs].map((part) =>
      this.#removed ? part.filter((item) => this.#items.has(item)) : part,
    )
    let sorted = [...(parts[0] ?? [])]
    if (this.#moved && !this.#isSorted(sorted)) sorted.sort(this.#compare)
    for (const run of parts.slice(1)) {
      sorted = this.#merged(sorted, this.#moved && !this.#isSorted(run) ? run.toSorted(this.#compare) : run)
    }
    this.#runs = []
    this.#removed = false
    this.#moved = false
    this.#sorted = sorted
    return sorted
  }

  readonly #compare = (one: Item, other: Item): number => compareStarts(this.#startOf(one), this.#startOf(other))

  #isSorted(items: readonly Item[]): boolean {
    return items.every((item, index) => {
      const former = items[index - 1]
      return former === undefined || this.#compare(former, item) <= 0
    })
  }

  #merged(sorted: Item[], run: readonly Item[]): Item[] {
    const [first] = run
    const last = run.at(-1)
    if (first === undefined || last === undefined) return sorted
    const [former] = sorted
    const latter = sorted.at(-1)
    if (former === undefined || latter === undefined) return [...run]
    // Pages mostly grow at an end, and to compare two of thousands of siblings takes the browser up to a millisecond: none
    // where the one stands right behind the other.
    if (this.#compare(latter, first) <= 0) return append(sorted, run)
    if (this.#compare(last, former) < 0) return [...run, ...sorted]
    const at = this.#indexBehind(sorted, this.#startOf(first))
    const next = sorted[at]
    if (next === undefined || this.#compare(last, next) <= 0) return sorted.toSpliced(at, 0, ...run)
    return this.#interleaved(sorted, run)
  }

  /** Puts in one after the other, each search beginning where the last one ended. */
  #interleaved(sorted: readonly Item[], run: readonly Item[]): Item[] {
    const ordered = this.#isSorted(run) ? run : run.toSorted(this.#compare)
    const merged: Item[] = []
    let from = 0
    for (const item of ordered) {
      const at = this.#indexBehind(sorted, this.#startOf(item), from)
      for (; from < at; from += 1) merged.push(sorted[from] as Item)
      merged.push(item)
    }
    return [...merged, ...sorted.slice(from)]
  }

  #indexBehind(sorted: readonly Item[], place: Start, from = 0): number {
    let low = from
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      const item = sorted[middle]
      if (item !== undefined && compareStarts(this.#startOf(item), place) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Adds to a list that is nobody else's. */
function append<Item>(list: Item[], more: readonly Item[]): Item[] {
  for (const item of more) list.push(item)
  return list
}

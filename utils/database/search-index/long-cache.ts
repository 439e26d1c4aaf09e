/** Bytes of long postings that are held in memory. */
const mostBytes = 10_000_000

interface Held {
  readonly segment: number
  readonly postings: Uint8Array
}

/** Long postings as a page holds them, by segment and where they begin; those that came first go first. */
export class LongCache {
  readonly #held = new Map<string, Held>()
  readonly #most: number
  #bytes = 0

  /** @param most bytes: a seam for tests */
  constructor(most = mostBytes) {
    this.#most = most
  }

  /** Bytes that there is room for. */
  get room(): number {
    return this.#most - this.#bytes
  }

  get(segment: number, from: number): Uint8Array | undefined {
    return this.#held.get(keyOf(segment, from))?.postings
  }

  put(segment: number, from: number, postings: Uint8Array): void {
    const key = keyOf(segment, from)
    this.#drop(key)
    this.#held.set(key, { segment, postings })
    this.#bytes += postings.length
  }

  /** Lets go of what there is no room for. */
  shrink(): void {
    for (const key of this.#held.keys()) {
      if (this.room >= 0) return
      this.#drop(key)
    }
  }

  /** Lets go of what is of other segments. */
  keep(segments: readonly number[]): void {
    for (const [key, { segment }] of this.#held) if (!segments.includes(segment)) this.#drop(key)
  }

  clear(): void {
    this.keep([])
  }

  #drop(key: string): void {
    this.#bytes -= this.#held.get(key)?.postings.length ?? 0
    this.#held.delete(key)
  }
}

const keyOf = (segment: number, from: number): string => `${segment} ${from}`

/** Bytes of long postings that are held in memory. */
const mostBytes = 10_000_000

/** Long postings as a page holds them, by segment and where they begin; those that came first go first. */
export class LongCache {
  readonly #bySegment = new Map<number, Map<number, Uint8Array>>()
  #bytes = 0

  /** Bytes that there is room for. */
  get room(): number {
    return mostBytes - this.#bytes
  }

  get(segment: number, from: number): Uint8Array | undefined {
    return this.#bySegment.get(segment)?.get(from)
  }

  put(segment: number, from: number, postings: Uint8Array): void {
    const own = this.#bySegment.get(segment) ?? new Map<number, Uint8Array>()
    this.#bytes += postings.length - (own.get(from)?.length ?? 0)
    own.set(from, postings)
    this.#bySegment.set(segment, own)
  }

  /** Lets go of what there is no room for. */
  shrink(): void {
    for (const own of this.#bySegment.values()) {
      for (const [from, postings] of own) {
        if (this.room >= 0) return
        own.delete(from)
        this.#bytes -= postings.length
      }
    }
  }

  /** Lets go of what is of other segments. */
  keep(segments: readonly number[]): void {
    for (const [segment, own] of this.#bySegment) {
      if (segments.includes(segment)) continue
      this.#bySegment.delete(segment)
      for (const postings of own.values()) this.#bytes -= postings.length
    }
  }

  clear(): void {
    this.keep([])
  }
}

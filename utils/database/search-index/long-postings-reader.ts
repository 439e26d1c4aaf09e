import type { LongPostings, OpenSegment, WantedPostings } from '../../search/segment/open-segment.ts'
import { LongCache } from './long-cache.ts'
import type { IndexStore } from './store.ts'

/** Bytes of long postings that are read at once while there is nothing else to do. */
const atOnce = 400_000

/** Reads long postings, and holds what was read last. */
export class LongPostingsReader {
  readonly #store: IndexStore
  readonly #held = new LongCache()

  constructor(store: IndexStore) {
    this.#store = store
  }

  /** Long postings of segments; only for those that are not in memory a transaction is begun. */
  readonly read = async (wanted: readonly WantedPostings[]): Promise<readonly LongPostings[]> => {
    const found = wanted.map(() => new Map<number, Uint8Array>())
    const missing = wanted.flatMap(({ segment, terms }, index) =>
      terms.flatMap(({ term, from }) => {
        const known = this.#held.get(segment, from)
        if (known !== undefined) found[index]?.set(from, known)
        return known === undefined ? [{ index, segment, term, from }] : []
      }),
    )
    if (missing.length === 0) return found
    await this.#store.read(['blocks'], async (reading) => {
      const read = missing.map(async ({ index, segment, term, from }) => {
        const { postings } = await reading.long(segment, term)
        this.#held.put(segment, from, postings)
        found[index]?.set(from, postings)
      })
      await Promise.all(read)
    })
    this.#held.shrink()
    return found
  }

  /** Reads some long postings that are not in memory, as long as there is room for them; whether it did. */
  async readAhead(segments: readonly OpenSegment[]): Promise<boolean> {
    let [left, room] = [atOnce, this.#held.room]
    const wanted = segments.map(({ id, lexicon }) => {
      const terms: WantedPostings['terms'][number][] = []
      for (const number of lexicon.longTerms) {
        const [from, bytes] = [lexicon.from(number), lexicon.bytes(number)]
        if (left <= 0 || bytes > room) break
        if (this.#held.get(id, from) !== undefined) continue
        terms.push({ term: lexicon.term(number), from })
        left -= bytes
        room -= bytes
      }
      return { segment: id, terms }
    })
    await this.read(wanted)
    return wanted.some(({ terms }) => terms.length > 0)
  }

  /** Lets go of what is of other segments. */
  keep(segments: readonly number[]): void {
    this.#held.keep(segments)
  }

  clear(): void {
    this.#held.clear()
  }
}

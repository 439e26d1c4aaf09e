import { DamagedIndex } from '../../search/bytes.ts'
import { type FindOptions, find, findFirst, type Hits, onlyWord } from '../../search/find.ts'
import { type Blocks, type OpenSegment, openSegment, type WantedBlocks } from '../../search/open-segment.ts'
import type { IndexedField, Query } from '../../search/query.ts'
import type { UnitList } from '../../search/segment.ts'
import { termOf } from '../../search/words.ts'
import type { IndexState, SegmentState } from './index-state.ts'
import type { IndexTransaction } from './index-transaction.ts'
import type { IndexStore } from './store.ts'

/** Blocks of postings that are held in memory: 10 MB. */
const mostBlocks = 165

type Use<Value> = (segments: readonly OpenSegment[], reading: IndexTransaction) => Promise<Value>

/** The search index as a page reads it: dictionaries are held while the page lives, postings are read as they are needed. */
export class SearchIndex {
  readonly #store: IndexStore
  readonly #onUnready: () => void
  #segments: readonly OpenSegment[] = []
  #generation = -1
  /** Whether nothing was told since the state was read. */
  #isCurrent = false
  readonly #blocks = new Map<number, Uint8Array>()
  /** What was read of segments before all of their terms. */
  readonly #begun = new Map<number, Begun>()

  /** @param onUnready told where the index has not everything yet, or does not fit itself */
  constructor(store: IndexStore, onUnready: () => void) {
    this.#store = store
    this.#onUnready = onUnready
  }

  /** What a query finds; null while there is no index that has everything. */
  find(query: Query, options: FindOptions): Promise<Hits | null> {
    return this.#use((segments, reading) => find(segments, query, (wanted) => this.#read(reading, wanted), options))
  }

  /**
   * What is certain to come first of what a query finds best, at most so many of each kind: for the first search of a page, which has
   * all of the index yet to read. Null where that is not so, or where nothing is certain before all is found.
   */
  async findFirst(query: Query, limit: number): Promise<Hits['found'] | null> {
    const word = onlyWord(query)
    if (this.#generation >= 0 || word === null) return null
    try {
      return await this.#store.read(['state', 'dictionaries', 'blocks'], async (reading) => {
        const state = await reading.state()
        if (!state?.complete) return null
        const begun = await Promise.all(state.segments.map((segment) => begin(segment, reading)))
        for (const one of begun) this.#begun.set(one.segment.id, one)
        const term = termOf(word)
        const isFrequent = ({ segment }: Begun) => segment.lexicon.termsEqual(term).length > 0
        if (!begun.some(isFrequent)) return null
        // Where it is no frequent term, or may be another too, all terms are needed.
        const segments = await Promise.all(
          state.segments.map(async (segment, index) => {
            const own = begun[index] as Begun
            return word === term && isFrequent(own) ? own.segment : this.#openWhole(segment, reading)
          }),
        )
        return findFirst(segments, word, (wanted) => this.#read(reading, wanted), limit)
      })
    } catch (error) {
      if (error instanceof DamagedIndex) this.#onUnready()
      else console.error(error)
      this.#begun.clear()
      this.#blocks.clear()
      return null
    }
  }

  /** Values of a field that begin with this, or have a word that does, folded and in order; at most `most`. */
  async values(field: IndexedField, start: string, most: number): Promise<readonly string[]> {
    const all = await this.#use(async (segments) => segments.flatMap(({ lexicon }) => lexicon.values(field)))
    const fits = (value: string) => value.startsWith(start) || value.includes(` ${start}`)
    return [...new Set(all ?? [])].filter(fits).sort().slice(0, most)
  }

  /** The index has changed: with the next query it is looked at anew. */
  changed(): void {
    this.#isCurrent = false
  }

  async #use<Value>(query: Use<Value>): Promise<Value | null> {
    const wasCurrent = this.#isCurrent
    try {
      return await this.#ask(query)
    } catch (error) {
      this.#isCurrent = false
      this.#generation = -1
      this.#segments = []
      this.#begun.clear()
      this.#blocks.clear()
      // Segments may have been merged since they were looked at.
      if (error instanceof DamagedIndex && wasCurrent) return this.#use(query)
      if (error instanceof DamagedIndex) this.#onUnready()
      else console.error(error)
      return null
    }
  }

  #ask<Value>(query: Use<Value>): Promise<Value | null> {
    return this.#store.read(['state', 'dictionaries', 'blocks'], async (reading) => {
      if (!this.#isCurrent) {
        const state = await reading.state()
        if (state === null || !state.complete) {
          this.#onUnready()
          return null
        }
        await this.#follow(state, reading)
        this.#isCurrent = true
      }
      return query(this.#segments, reading)
    })
  }

  async #follow({ generation, segments }: IndexState, reading: IndexTransaction): Promise<void> {
    if (generation === this.#generation) return
    const known = new Map(this.#segments.map((one) => [one.id, one]))
    this.#segments = await Promise.all(
      segments.map(async (segment) => {
        const own = known.get(segment.id)
        if (own !== undefined) return openSegment(segment.id, own.dictionary, segment.dead, own)
        return this.#openWhole(segment, reading)
      }),
    )
    this.#begun.clear()
    this.#generation = generation
  }

  async #openWhole(state: SegmentState, reading: IndexTransaction): Promise<OpenSegment> {
    const begun = this.#begun.get(state.id)
    if (begun?.whole !== undefined) return openSegment(state.id, begun.whole.dictionary, state.dead, begun.whole)
    const dictionary = await reading.dictionary(state, begun?.units)
    if (begun === undefined) return openSegment(state.id, dictionary, state.dead)
    const { unitOf, room } = begun.segment
    begun.whole = openSegment(state.id, dictionary, state.dead, { unitOf, room })
    return begun.whole
  }

  async #read(reading: IndexTransaction, wanted: readonly WantedBlocks[]): Promise<readonly Blocks[]> {
    const read = await Promise.all(wanted.map((one) => this.#blocksOf(reading, one)))
    // Those that were read first go first.
    for (const key of this.#blocks.keys()) {
      if (this.#blocks.size <= mostBlocks) break
      this.#blocks.delete(key)
    }
    return read
  }

  /** Blocks of a segment; those that are not in memory are read. */
  async #blocksOf(reading: IndexTransaction, { segment, blocks }: WantedBlocks): Promise<Blocks> {
    const found: (Uint8Array | undefined)[] = []
    const reads: Promise<void>[] = []
    for (const block of blocks) {
      const key = keyOf(segment, block)
      found[block] = this.#blocks.get(key)
      if (found[block] !== undefined) continue
      const read = reading.block(segment, block).then((bytes) => {
        found[block] = bytes
        this.#blocks.set(key, bytes)
      })
      reads.push(read)
    }
    if (reads.length > 0) await Promise.all(reads)
    return found
  }
}

/** A segment of which only the frequent terms are known. */
interface Begun {
  readonly segment: OpenSegment
  readonly units: UnitList
  /** The same with all of its terms, where these were wanted. */
  whole?: OpenSegment
}

async function begin(state: SegmentState, reading: IndexTransaction): Promise<Begun> {
  const [frequent, units] = await Promise.all([reading.frequent(state), reading.unitList(state)])
  return { segment: openSegment(state.id, { ...frequent, ...units }, state.dead), units }
}

/** Segments are numbered from the moment at which an index was begun, in milliseconds since 1970; a segment has fewer blocks than this. */
const mostOfSegment = 4_096
const keyOf = (segment: number, block: number): number => segment * mostOfSegment + block

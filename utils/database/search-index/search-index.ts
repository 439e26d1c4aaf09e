import { DamagedIndex } from '../../search/bytes.ts'
import { type FindOptions, find, type Hits } from '../../search/find.ts'
import { findFirst, findFirstOfPart, frequentTermsOf, type Known, onlyWords } from '../../search/find-first.ts'
import type { Frequent } from '../../search/frequent.ts'
import { type Head, headOf } from '../../search/heads.ts'
import { Lexicon } from '../../search/lexicon.ts'
import {
  type Blocks,
  type OpenSegment,
  openSegment,
  prepareUnits,
  type WantedBlocks,
} from '../../search/open-segment.ts'
import { blocksOf } from '../../search/postings.ts'
import type { IndexedField, Query } from '../../search/query.ts'
import type { UnitList } from '../../search/segment.ts'
import type { IndexState, SegmentState } from './index-state.ts'
import type { IndexTransaction } from './index-transaction.ts'
import type { IndexStore } from './store.ts'

/** Blocks of postings that are held in memory: 10 MB. */
const mostBlocks = 165
/** So many are read at once while there is nothing else to do. */
const blocksAhead = 12

const idle = (task: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task)
  else setTimeout(task, 50)
}

/** @param reading where one was begun */
type Use<Value> = (segments: readonly OpenSegment[], reading: IndexTransaction | null) => Promise<Value>

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
  readonly #whenIdle: (task: () => void) => void
  #isPreparing = false

  /**
   * @param onUnready told where the index has not everything yet, or does not fit itself
   * @param whenIdle runs a task when there is nothing else to do
   */
  constructor(store: IndexStore, onUnready: () => void, whenIdle = idle) {
    this.#store = store
    this.#onUnready = onUnready
    this.#whenIdle = whenIdle
  }

  /** What a query finds; null while there is no index that has everything. */
  async find(query: Query, options: FindOptions): Promise<Hits | null> {
    const hits = await this.#use((segments, reading) =>
      find(segments, query, (wanted) => this.#read(reading, wanted), options),
    )
    if (hits !== null && !this.#isPreparing) {
      this.#isPreparing = true
      this.#whenIdle(this.#prepare)
    }
    return hits
  }

  /** One piece of what the next query will want: who has searched once will type on. */
  readonly #prepare = async (): Promise<void> => {
    try {
      const isMore =
        this.#segments.some(({ lexicon }) => lexicon.prepareSome()) || (this.#isCurrent && (await this.#readAhead()))
      if (isMore) this.#whenIdle(this.#prepare)
      else this.#isPreparing = false
    } catch {
      // A query that needs what is missing tells of it.
      this.#isPreparing = false
    }
  }

  /** Reads some blocks that are not in memory, as long as there is room for them; whether it did. */
  async #readAhead(): Promise<boolean> {
    let left = Math.min(blocksAhead, mostBlocks - this.#blocks.size)
    const wanted = this.#segments.map(({ id, lexicon }) => {
      const blocks: number[] = []
      for (let block = 0; block < lexicon.blocks && left > 0; block += 1) {
        if (this.#blocks.has(keyOf(id, block))) continue
        blocks.push(block)
        left -= 1
      }
      return { segment: id, blocks }
    })
    await this.#read(null, wanted)
    return wanted.some(({ blocks }) => blocks.length > 0)
  }

  /**
   * What is certain to come first of what a query finds best, at most so many of each kind: for the first search of a page, which has
   * all of the index yet to read. Null where that is not so, or where nothing is certain before all is found.
   */
  async findFirst(query: Query, limit: number): Promise<Hits['found'] | null> {
    const words = onlyWords(query)
    if (this.#generation >= 0 || words.length === 0) return null
    try {
      return await this.#store.read(['state', 'dictionaries', 'blocks'], async (reading) => {
        const state = await reading.state()
        if (!state?.complete) return null
        const begun = await Promise.all(state.segments.map((one) => this.#begin(one, words, reading)))
        for (const one of begun) this.#begun.set(one.segment.id, one)
        const read = (wanted: readonly WantedBlocks[]) => this.#read(reading, wanted)
        // What has neither is looked through.
        const knownBy = (isEnough: (own: Begun) => boolean): Promise<readonly Known[]> =>
          Promise.all(
            begun.map(async (own, index) => {
              const segment = state.segments[index]
              if (segment === undefined || isEnough(own)) return own
              return { segment: await this.#openWhole(segment, reading), frequent: null }
            }),
          )
        const [part] = words
        if (part !== undefined && begun.some(({ head }) => head !== null)) {
          const known = await knownBy(({ head }) => head !== null)
          const headed = known.map(({ segment }, index) => ({ segment, head: begun[index]?.head ?? null }))
          const found = await findFirstOfPart(headed, part, read, limit)
          if (found !== null) return found
        }
        const isFrequent = ({ segment, frequent }: Begun) => frequentTermsOf(frequent, segment.lexicon, words) !== null
        return begun.some(isFrequent) ? findFirst(await knownBy(isFrequent), words, read, limit) : null
      })
    } catch (error) {
      if (error instanceof DamagedIndex) this.#onUnready()
      else console.error(error)
      this.#begun.clear()
      this.#blocks.clear()
      return null
    }
  }

  /** Reads what the first search needs of a segment: the postings of frequent words, or where these are not enough all terms. */
  async #begin(state: SegmentState, words: readonly string[], reading: IndexTransaction): Promise<Begun> {
    const opening = Promise.all([readHead(state, words, reading), reading.frequent(state)])
    const listing = reading.unitList(state)
    // Answers come in the order of the questions: what is asked for meanwhile comes as soon as the units are there.
    const meanwhile = opening.then(async ([head, frequent]) => {
      const lexicon = new Lexicon(frequent)
      const terms = head === null ? frequentTermsOf(frequent, lexicon, words) : null
      if (terms !== null) await this.#read(reading, [{ segment: state.id, blocks: blocksOf(lexicon, [terms]) }])
      const isEnough = head !== null || terms !== null
      return { head, frequent, lexicon, dictionary: isEnough ? null : await reading.dictionary(state, listing) }
    })
    const preparing = listing.then((units) => ({ units, prepared: prepareUnits(units) }))
    const [{ head, frequent, lexicon, dictionary }, { units, prepared }] = await Promise.all([meanwhile, preparing])
    const segment = openSegment(state.id, { ...frequent, ...units }, state.dead, { ...prepared, lexicon })
    const whole = dictionary === null ? undefined : openSegment(state.id, dictionary, state.dead, prepared)
    return { segment, frequent, head, units, whole }
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
    if (this.#isCurrent) return query(this.#segments, null)
    return this.#store.read(['state', 'dictionaries', 'blocks'], async (reading) => {
      const state = await reading.state()
      if (state === null || !state.complete) {
        this.#onUnready()
        return null
      }
      await this.#follow(state, reading)
      this.#isCurrent = true
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
    const ids = new Set(segments.map(({ id }) => id))
    for (const key of this.#blocks.keys()) if (!ids.has(segmentOf(key))) this.#blocks.delete(key)
    this.#generation = generation
  }

  async #openWhole(state: SegmentState, reading: IndexTransaction): Promise<OpenSegment> {
    const begun = this.#begun.get(state.id)
    if (begun?.whole !== undefined) return openSegment(state.id, begun.whole.dictionary, state.dead, begun.whole)
    if (begun === undefined) {
      const units = reading.unitList(state)
      const [dictionary, prepared] = await Promise.all([
        reading.dictionary(state, units),
        units.then((list) => prepareUnits(list)),
      ])
      return openSegment(state.id, dictionary, state.dead, prepared)
    }
    const dictionary = await reading.dictionary(state, begun.units)
    const { unitOf, room } = begun.segment
    begun.whole = openSegment(state.id, dictionary, state.dead, { unitOf, room })
    return begun.whole
  }

  /** Blocks of segments; only for those that are not in memory a transaction is begun, where none was. */
  async #read(reading: IndexTransaction | null, wanted: readonly WantedBlocks[]): Promise<readonly Blocks[]> {
    const found = wanted.map(({ segment, blocks }) => {
      const own: (Uint8Array | undefined)[] = []
      for (const block of blocks) own[block] = this.#blocks.get(keyOf(segment, block))
      return own
    })
    const missing = wanted.flatMap(({ segment, blocks }, index) =>
      blocks.flatMap((block) => (found[index]?.[block] === undefined ? [{ index, segment, block }] : [])),
    )
    if (missing.length === 0) return found
    const readMissing = async (transaction: IndexTransaction) => {
      const read = missing.map(async ({ index, segment, block }) => {
        const bytes = await transaction.block(segment, block)
        this.#blocks.set(keyOf(segment, block), bytes)
        const own = found[index]
        if (own !== undefined) own[block] = bytes
      })
      await Promise.all(read)
    }
    await (reading === null ? this.#store.read(['blocks'], readMissing) : readMissing(reading))
    // Those that were read first go first.
    for (const key of this.#blocks.keys()) {
      if (this.#blocks.size <= mostBlocks) break
      this.#blocks.delete(key)
    }
    return found
  }
}

/** A segment of which only the frequent terms are known. */
interface Begun extends Known {
  readonly frequent: Frequent
  /** What comes first for the only word that was asked for, where that was made ready. */
  readonly head: readonly Head[] | null
  readonly units: UnitList
  /** The same with all of its terms, where these were wanted. */
  whole: OpenSegment | undefined
}

/** What comes first for a word by itself, where that was made ready. */
async function readHead(
  state: SegmentState,
  [word, other]: readonly string[],
  reading: IndexTransaction,
): Promise<readonly Head[] | null> {
  return word === undefined || other !== undefined ? null : headOf(await reading.heads(state, word), word)
}

/** Segments are numbered from the moment at which an index was begun, in milliseconds since 1970; a segment has fewer blocks than this. */
const mostOfSegment = 4_096
const keyOf = (segment: number, block: number): number => segment * mostOfSegment + block
const segmentOf = (key: number): number => Math.floor(key / mostOfSegment)

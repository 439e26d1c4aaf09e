import { type FindOptions, find, type Hits } from '../../search/find.ts'
import { onlyWords } from '../../search/find-first.ts'
import { partings } from '../../search/query/meant.ts'
import type { IndexedField, Query } from '../../search/query/query.ts'
import { DamagedIndex } from '../../search/segment/bytes.ts'
import { type OpenSegment, openSegment } from '../../search/segment/open-segment.ts'
import { termsFor } from '../../search/terms/known-words.ts'
import { dictionaryOf } from './dictionary-file.ts'
import { type Begun, firstSearch, underWords } from './first-search.ts'
import type { IndexState, SegmentState } from './index-state.ts'
import type { IndexTransaction } from './index-transaction.ts'
import { LongPostingsReader } from './long-postings-reader.ts'
import { rehearse } from './rehearsal.ts'
import type { IndexStore } from './store.ts'

/** Milliseconds in which it is made ready what later queries want: many short ones would delay more of the queries that are made meanwhile. */
const preparedAtOnce = 20

/** Milliseconds that opening the index must take for a rehearsal: the browser asks the page something before, which is not to wait. */
const rehearsedAfter = 4

const idle = (task: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task)
  else setTimeout(task, 50)
}

/** What turns out to be damaged is asked again so often at most, as long as the index goes on changing. */
const mostTries = 5

/** Which generation of the index a query was asked of, once that is known. */
interface Asked {
  generation: number
}

type Use<Value> = (segments: readonly OpenSegment[]) => Promise<Value>

/** The search index as a page reads it: dictionaries are held while the page lives, postings are read as they are needed. */
export class SearchIndex {
  readonly #store: IndexStore
  readonly #onUnready: () => void
  #segments: readonly OpenSegment[] = []
  #generation = -1
  /** Whether nothing was told since the state was read. */
  #isCurrent = false
  #told = 0
  /** How often the state was read to be followed, and which of these was followed last. */
  #looks = 0
  #followed = 0
  readonly #long: LongPostingsReader
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
    this.#long = new LongPostingsReader(store)
    this.#onUnready = onUnready
    this.#whenIdle = whenIdle
  }

  /** What a query finds; null while there is no index that has everything. */
  async find(query: Query, options: FindOptions): Promise<Hits | null> {
    const hits = await this.#use((segments) => find(segments, query, this.#long.read, options))
    if (hits !== null && !this.#isPreparing) {
      this.#isPreparing = true
      this.#whenIdle(this.#prepare)
    }
    return hits
  }

  /** Some of what the next query will want: who has searched once will type on. */
  readonly #prepare = async (): Promise<void> => {
    try {
      // What is read comes while the rest is made.
      const reading = this.#isCurrent ? this.#long.readAhead(this.#segments) : Promise.resolve(false)
      // Where what is made is damaged nobody waits for it.
      reading.catch(() => undefined)
      const until = performance.now() + preparedAtOnce
      let isMore = true
      while (isMore && performance.now() < until) {
        isMore = this.#segments.some(({ findables, lexicon }) => findables.knowAll() || lexicon.prepareSome())
      }
      isMore = (await reading) || isMore
      if (isMore) this.#whenIdle(this.#prepare)
      else this.#isPreparing = false
    } catch {
      // A query that needs what is missing tells of it.
      this.#isPreparing = false
    }
  }

  /**
   * What is certain to come first of what a query finds best, at most so many of each kind: for the first search of a page, which has
   * all of the index yet to read. Null where that is not so, or where nothing is certain before all is found.
   */
  async findFirst(query: Query, limit: number): Promise<Hits['found'] | null> {
    const words = onlyWords(query)
    if (this.#generation >= 0 || words.length === 0) return null
    let generation: number | undefined
    try {
      const asking = this.#store.read(['state', 'dictionaries', 'blocks'], async (reading) => {
        // None waits for another.
        const [state, under] = await Promise.all([reading.state(), underWords(words, reading)])
        if (!state?.complete) return null
        generation = state.generation
        return { searching: firstSearch(state.segments, under, words, this.#long.read, limit) }
      })
      // While it is opened: later they are waited for.
      termsFor(words)
      const rehearsal = setTimeout(() => void rehearse(words, limit), rehearsedAfter)
      const first = await asking.finally(() => clearTimeout(rehearsal))
      if (first === null) return null
      const { found, begun } = await first.searching
      // By now all of it may have been read for another query.
      if (this.#generation < 0) for (const one of begun) this.#begun.set(one.id, one)
      return found
    } catch (error) {
      this.#begun.clear()
      this.#long.clear()
      if (!(error instanceof DamagedIndex)) console.error(error)
      // Segments may have been merged since they were looked at.
      else if ((await this.#generationNow()) === generation) this.#onUnready()
      return null
    }
  }

  async #generationNow(): Promise<number | undefined> {
    const state = await this.#store.read(['state'], (reading) => reading.state()).catch(() => null)
    return state?.generation
  }

  /** Values of a field that begin with this, or have a word that does, folded and in order; at most `most`. */
  async values(field: IndexedField, start: string, most: number): Promise<readonly string[]> {
    const all = await this.#use(async (segments) => segments.flatMap(({ lexicon }) => lexicon.values(field)))
    const fits = (value: string) => value.startsWith(start) || value.includes(` ${start}`)
    return [...new Set(all ?? [])].filter(fits).sort().slice(0, most)
  }

  /** How words that occur nowhere may be parted into two that do (`partings`), by the word. */
  async partings(words: readonly string[]): Promise<ReadonlyMap<string, ReturnType<typeof partings>>> {
    const parted = await this.#use(async (segments) => words.map((word) => [word, partings(word, segments)] as const))
    return new Map(parted?.filter(([, ways]) => ways.length > 0))
  }

  /** The index has changed: with the next query it is looked at anew. */
  changed(): void {
    this.#told += 1
    this.#isCurrent = false
  }

  /** @param tries how often what turns out to be damaged has been asked before */
  async #use<Value>(query: Use<Value>, tries = 0): Promise<Value | null> {
    const asked: Asked = { generation: this.#generation }
    try {
      return await this.#ask(query, asked)
    } catch (error) {
      this.#isCurrent = false
      this.#generation = -1
      this.#segments = []
      this.#begun.clear()
      this.#long.clear()
      if (!(error instanceof DamagedIndex)) console.error(error)
      // Segments may have been merged since they were looked at, and again since they were looked at again.
      else if (tries === 0 || (tries < mostTries && (await this.#generationNow()) !== asked.generation)) {
        return this.#use(query, tries + 1)
      } else this.#onUnready()
      return null
    }
  }

  /** @param asked is told which generation of the index is asked */
  async #ask<Value>(query: Use<Value>, asked: Asked): Promise<Value | null> {
    if (this.#isCurrent) return query(this.#segments)
    const told = this.#told
    const known = await this.#store.read(['state', 'dictionaries'], async (reading) => {
      const state = await reading.state()
      if (!state?.complete) return null
      asked.generation = state.generation
      return { following: this.#follow(state, reading, told) }
    })
    if (known === null) {
      this.#onUnready()
      return null
    }
    return query(await known.following)
  }

  /**
   * The segments of a state of the index; they are kept for the next query, unless the index has changed meanwhile.
   *
   * @param reading of which all is asked at once: it is over before what was asked for has come
   * @param told how often changes had been told of before the state was read
   */
  async #follow(
    { generation, segments }: IndexState,
    reading: IndexTransaction,
    told: number,
  ): Promise<readonly OpenSegment[]> {
    this.#looks += 1
    const look = this.#looks
    const known = new Map(this.#segments.map((one) => [one.id, one]))
    const isKnown = generation === this.#generation
    const opened = isKnown
      ? this.#segments
      : await Promise.all(
          segments.map(async (segment) => {
            const own = known.get(segment.id)
            if (own !== undefined) return openSegment(segment.id, own.dictionary, segment.dead, own)
            return this.#openWhole(segment, reading)
          }),
        )
    // Files are read when the transaction is over: another query may have followed a later state by now.
    if (look < this.#followed) return opened
    this.#followed = look
    this.#isCurrent = told === this.#told
    if (isKnown) return opened
    this.#segments = opened
    this.#begun.clear()
    this.#long.keep(segments.map(({ id }) => id))
    this.#generation = generation
    return opened
  }

  async #openWhole(state: SegmentState, reading: IndexTransaction): Promise<OpenSegment> {
    const begun = this.#begun.get(state.id)
    if (begun?.whole) return openSegment(state.id, begun.whole.dictionary, state.dead, begun.whole)
    const dictionary = await reading.file(state.id).then((file) => dictionaryOf(file, state, begun?.findables.list))
    return openSegment(state.id, dictionary, state.dead, begun && { findables: begun.findables })
  }
}

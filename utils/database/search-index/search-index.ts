import { DamagedIndex } from '../../search/bytes.ts'
import { valuesOf } from '../../search/dictionary.ts'
import { type FindOptions, find, type Hits, type OpenSegment, openSegment, type Stretch } from '../../search/find.ts'
import type { IndexedField, Query } from '../../search/query.ts'
import { blockSize, blocksOf, type IndexState, type IndexStore, type IndexTransaction } from './store.ts'

/** Blocks of postings that are held in memory: 8 MB. */
const mostBlocks = 1024

type Use<Value> = (segments: readonly OpenSegment[], reading: IndexTransaction) => Promise<Value>

/** The search index as a page reads it: dictionaries are held while the page lives, postings are read as they are needed. */
export class SearchIndex {
  readonly #store: IndexStore
  readonly #onUnready: () => void
  #segments: readonly OpenSegment[] = []
  #generation = -1
  /** Whether nothing was told since the state was read. */
  #isCurrent = false
  readonly #blocks = new Map<string, Uint8Array>()

  /** @param onUnready told where the index has not everything yet, or does not fit itself */
  constructor(store: IndexStore, onUnready: () => void) {
    this.#store = store
    this.#onUnready = onUnready
  }

  /** What a query finds; null while there is no index that has everything. */
  find(query: Query, options: FindOptions): Promise<Hits | null> {
    return this.#use((segments, reading) =>
      find(segments, query, (stretches) => this.#read(reading, stretches), options),
    )
  }

  /** Values of a field that begin with this, or have a word that does, folded and in order; at most `most`. */
  async values(field: IndexedField, start: string, most: number): Promise<readonly string[]> {
    const all = await this.#use(async (segments) => segments.flatMap(({ dictionary }) => valuesOf(dictionary, field)))
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
        const dictionary = known.get(segment.id)?.dictionary ?? (await reading.dictionary(segment))
        return openSegment(segment.id, dictionary, segment.dead)
      }),
    )
    this.#generation = generation
  }

  async #read(reading: IndexTransaction, stretches: readonly Stretch[]): Promise<readonly Uint8Array[]> {
    await this.#fetch(reading, stretches)
    const read = stretches.map((stretch) => {
      const [first, last] = blocksOf(stretch)
      const blocks: Uint8Array[] = []
      for (let block = first; block <= last; block += 1) {
        const own = this.#blocks.get(`${stretch.segment} ${block}`)
        if (own === undefined) throw new DamagedIndex('postings are missing')
        blocks.push(own)
      }
      return cutOut(blocks, stretch.from - first * blockSize, stretch.to - stretch.from)
    })
    // Those that were read first go first.
    for (const key of this.#blocks.keys()) {
      if (this.#blocks.size <= mostBlocks) break
      this.#blocks.delete(key)
    }
    return read
  }

  /** Reads the blocks that are not in memory, neighbours together. */
  async #fetch(reading: IndexTransaction, stretches: readonly Stretch[]): Promise<void> {
    const missing = new Map<number, Set<number>>()
    for (const stretch of stretches) {
      const [first, last] = blocksOf(stretch)
      for (let block = first; block <= last; block += 1) {
        if (this.#blocks.has(`${stretch.segment} ${block}`)) continue
        const own = missing.get(stretch.segment) ?? new Set()
        missing.set(stretch.segment, own.add(block))
      }
    }
    const reads: Promise<void>[] = []
    for (const [segment, wanted] of missing) {
      for (const [from, to] of runs([...wanted].sort((a, b) => a - b))) {
        const read = reading.blocks(segment, from, to).then((blocks) => {
          blocks.forEach((bytes, index) => {
            this.#blocks.set(`${segment} ${from + index}`, bytes)
          })
        })
        reads.push(read)
      }
    }
    await Promise.all(reads)
  }
}

/** Numbers that follow each other, as first and last. */
function runs(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else found.push([number, number])
  }
  return found
}

function cutOut(blocks: readonly Uint8Array[], from: number, length: number): Uint8Array {
  const [first] = blocks
  const isCut = blocks.some((block, index) => index < blocks.length - 1 && block.length !== blockSize)
  const end = (blocks.length - 1) * blockSize + (blocks.at(-1)?.length ?? 0)
  if (first === undefined || isCut || from + length > end) throw new DamagedIndex('a block is cut off')
  if (blocks.length === 1) return first.subarray(from, from + length)
  const whole = new Uint8Array(end)
  blocks.forEach((block, index) => {
    whole.set(block, index * blockSize)
  })
  return whole.subarray(from, from + length)
}

import { DamagedIndex } from './bytes.ts'
import type { Blocks, ScoredSegment } from './open-segment.ts'
import { blockSize } from './segment.ts'
import type { PostingPlaces } from './term-table.ts'

/** The blocks that the postings of terms lie in, rising. */
export function blocksOf(lexicon: PostingPlaces, lists: readonly (readonly number[])[]): readonly number[] {
  const wanted = new Uint8Array(lexicon.blocks)
  for (const terms of lists) {
    for (const term of terms) {
      const from = lexicon.from(term)
      const last = Math.floor((from + lexicon.bytes(term) - 1) / blockSize)
      for (let block = Math.floor(from / blockSize); block <= last; block += 1) wanted[block] = 1
    }
  }
  const blocks: number[] = []
  for (let block = 0; block < wanted.length; block += 1) if (wanted[block] === 1) blocks.push(block)
  return blocks
}

/** The postings of terms, one term after the other. */
export class Postings {
  /** Those that were read last: the number of what has a term, times four, plus how well the term fits there. */
  readonly packed: Uint32Array
  readonly #lexicon: PostingPlaces
  readonly #terms: readonly number[]
  readonly #blocks: Blocks
  readonly #size: number
  #next = 0
  // Of the term that is being read.
  #bytes: Uint8Array = noBytes
  #at = 0
  #to = 0
  #left = 0
  #number = 0

  constructor({ lexicon, room }: ScoredSegment, terms: readonly number[], blocks: Blocks) {
    this.packed = room.postings
    this.#lexicon = lexicon
    this.#terms = terms
    this.#blocks = blocks
    this.#size = room.held.length
  }

  /** Reads the next ones: how many, 0 at the end. Throws `DamagedIndex` where they are not those of the terms. */
  read(): number {
    const [packed, size] = [this.packed, this.#size]
    const most = packed.length
    let filled = 0
    while (filled < most && (this.#left > 0 || this.#begin())) {
      const [bytes, to] = [this.#bytes, this.#to]
      let [at, number] = [this.#at, this.#number]
      const before = filled
      const end = Math.min(most, filled + this.#left)
      while (filled < end && at < to) {
        let value = bytes[at++] as number
        if (value > 127) {
          value &= 127
          for (let shift = 7; ; shift += 7) {
            const byte = bytes[at++]
            if (byte === undefined || shift > 28) throw new DamagedIndex('postings are cut off')
            value |= (byte & 127) << shift
            if (byte < 128) break
          }
        }
        number += value >>> 2
        if (number >= size) throw new DamagedIndex('a posting beyond the end')
        packed[filled++] = (number << 2) | (value & 3)
      }
      this.#left -= filled - before
      this.#at = at
      this.#number = number
      const isDone = this.#left === 0
      if (isDone ? at !== to : at >= to) throw new DamagedIndex('postings differ from their length')
    }
    return filled
  }

  /** Goes on to the next term; false where there is none. */
  #begin(): boolean {
    const term = this.#terms[this.#next]
    if (term === undefined) return false
    this.#next += 1
    const [place, length] = [this.#lexicon.from(term), this.#lexicon.bytes(term)]
    const block = Math.floor(place / blockSize)
    const own = this.#blocks[block]
    const at = place - block * blockSize
    const isWhole = own !== undefined && at + length <= own.length
    this.#bytes = isWhole ? own : joinedFrom(this.#blocks, place, length)
    this.#at = isWhole ? at : 0
    this.#to = this.#at + length
    this.#left = this.#lexicon.count(term)
    this.#number = 0
    return true
  }
}

const noBytes = new Uint8Array()

/** Bytes that lie in several blocks. */
function joinedFrom(blocks: Blocks, from: number, length: number): Uint8Array {
  const joined = new Uint8Array(length)
  for (let filled = 0; filled < length; ) {
    const block = Math.floor((from + filled) / blockSize)
    const start = from + filled - block * blockSize
    const part = blocks[block]?.subarray(start, start + length - filled)
    if (part === undefined || part.length === 0) throw new DamagedIndex('postings are missing')
    joined.set(part, filled)
    filled += part.length
  }
  return joined
}

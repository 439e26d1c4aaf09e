import { DamagedIndex } from '../segment/bytes.ts'
import type { LongPostings, ScoredSegment } from '../segment/open-segment.ts'
import type { PostingPlaces } from '../terms/term-table.ts'

/** Bytes in which postings lie, and where these begin and end in them. */
export interface Stretch {
  readonly bytes: Uint8Array
  readonly at: number
  readonly end: number
}

/** Where the postings of a term lie. Throws `DamagedIndex` where they are missing. */
export function stretchOf({ lexicon, short }: ScoredSegment, term: number, long: LongPostings): Stretch {
  const place = lexicon.from(term)
  const length = lexicon.bytes(term)
  if (place + length <= short.length) return { bytes: short, at: place, end: place + length }
  const own = long.get(place)
  if (own?.length !== length) throw new DamagedIndex('postings are missing')
  return { bytes: own, at: 0, end: length }
}

/** The postings of terms, one term after the other. */
export class Postings {
  /** Those that were read last: the number of what has a term, times four, plus how well the term fits there. */
  readonly packed: Uint32Array
  readonly #segment: ScoredSegment
  readonly #lexicon: PostingPlaces
  readonly #terms: readonly number[]
  readonly #long: LongPostings
  readonly #size: number
  #next = 0
  /** A stretch of all postings, and where it begins and ends among these: mostly the next term's are in it too. */
  #bytes: Uint8Array = noBytes
  #from = 0
  #to = 0
  // Of the term that is being read.
  #at = 0
  #end = 0
  #left = 0
  #number = 0
  /** Whether most of its numbers have several bytes. */
  #isWide = false

  constructor(segment: ScoredSegment, terms: readonly number[], long: LongPostings) {
    const { lexicon, room } = segment
    this.packed = room.postings
    this.#segment = segment
    this.#lexicon = lexicon
    this.#terms = terms
    this.#long = long
    this.#size = room.held.length
  }

  /** Reads the next ones: how many, 0 at the end. Throws `DamagedIndex` where they are not those of the terms. */
  read(): number {
    const [packed, size, terms, lexicon] = [this.packed, this.#size, this.#terms, this.#lexicon]
    const most = packed.length
    let [bytes, from, to] = [this.#bytes, this.#from, this.#to]
    let [next, at, end, left] = [this.#next, this.#at, this.#end, this.#left]
    let [number, isWide] = [this.#number, this.#isWide]
    let filled = 0
    // There are thousands of terms, most of which have few.
    while (filled < most) {
      if (left === 0) {
        if (next >= terms.length) break
        const term = terms[next++] as number
        const place = lexicon.from(term)
        const beyond = place + lexicon.bytes(term)
        left = lexicon.count(term)
        if (place < from || beyond > to) {
          const own = stretchOf(this.#segment, term, this.#long)
          bytes = own.bytes
          from = place - own.at
          to = from + bytes.length
        }
        at = place - from
        end = beyond - from
        number = 0
        isWide = (end - at) * 4 > left * 5 && end + 2 <= bytes.length
      }
      const last = Math.min(most, filled + left)
      left -= last - filled
      // How long a number is can't be foreseen: to decide on nothing takes half the time. Longer ones are read below.
      while (isWide && filled < last && at < end) {
        const first = bytes[at] as number
        const second = bytes[at + 1] as number
        const third = bytes[at + 2] as number
        const isLonger = first >>> 7
        const isLongest = isLonger & (second >>> 7)
        isWide = (isLongest & (third >>> 7)) === 0
        if (!isWide) break
        const value = (first & 127) | (((second & 127) << 7) & -isLonger) | (((third & 127) << 14) & -isLongest)
        at += 1 + isLonger + isLongest
        number += value >>> 2
        if (number >= size) throw new DamagedIndex('a posting beyond the end')
        packed[filled++] = (number << 2) | (value & 3)
      }
      while (filled < last && at < end) {
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
      if (filled < last || (left === 0 ? at !== end : at >= end)) {
        throw new DamagedIndex('postings differ from their length')
      }
    }
    this.#bytes = bytes
    this.#from = from
    this.#to = to
    this.#next = next
    this.#at = at
    this.#end = end
    this.#left = left
    this.#number = number
    this.#isWide = isWide
    return filled
  }
}

const noBytes = new Uint8Array()

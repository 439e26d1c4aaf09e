import { placeOfLonger } from './answers.ts'
import { shortestPart, shortestStart } from './lexicon.ts'
import { fieldSign, fitScore, type Segment } from './segment.ts'
import { type Terms, TermTable } from './term-table.ts'

/** What else holds each term of a dictionary, as a word that is searched for does (`containsPart`); of fields nothing is told. */
export interface Beyond {
  /** Postings of the other terms that hold it. */
  readonly counts: Uint32Array
  /** Place in `longerScores` of what any of these scores at best; 0 where there is none. */
  readonly best: Uint8Array
}

/**
 * Every stretch of every term is looked up, so it takes the time of all their letters and not of all their pairs.
 *
 * @param pause is awaited between terms, so that whoever runs it can let others go first
 */
export async function beyondOf(
  segment: Pick<Segment, 'postings'> & Terms,
  pause: () => Promise<void> | undefined,
): Promise<Beyond> {
  const { terms, lengths, postings } = segment
  const [counts, best] = [new Uint32Array(lengths.length), new Uint8Array(lengths.length)]
  const starts = startsOf(segment)
  const table = new TermTable(segment)
  const byHash = new ByHash(terms, starts)
  /** By which term each was last held: a term may have another twice. */
  const lastIn = new Int32Array(lengths.length).fill(-1)
  for (let number = byHash.first; number < lengths.length; number += 1) {
    const count = table.count(number)
    const fit = bestFit(postings, table.from(number), table.bytes(number))
    const [asPart, asStart] = [placeOfLonger(false, fit), placeOfLonger(true, fit)]
    const [start, end] = [starts[number] as number, starts[number + 1] as number]
    for (let from = start; from + shortestStart <= end; from += 1) {
      let hash = 0
      for (let at = from; at < end; at += 1) {
        hash = hashed(hash, terms.charCodeAt(at))
        const length = at + 1 - from
        if (length < shortestStart || (length < shortestPart && from > start)) continue
        const other = byHash.find(hash, from, length)
        if (other < 0 || other === number || lastIn[other] === number) continue
        lastIn[other] = number
        counts[other] = (counts[other] as number) + count
        best[other] = Math.max(best[other] as number, from === start ? asStart : asPart)
      }
    }
    const waiting = number % 64 === 0 ? pause() : undefined
    if (waiting !== undefined) await waiting
  }
  return { counts, best }
}

/** The best fit among postings. @param from where they start @param length their bytes */
function bestFit(postings: Uint8Array, from: number, length: number): number {
  const most = fitScore.length - 1
  let fit = 0
  let isFirst = true
  for (let at = from; at < from + length && fit < most; at += 1) {
    const byte = postings[at] as number
    // The first byte of a number has its lowest bits.
    if (isFirst) fit = Math.max(fit, byte & most)
    isFirst = byte < 128
  }
  return fit
}

/** Where the text of each term starts, and at the end where all of it ends. */
function startsOf({ lengths }: Terms): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (let number = 0; number < lengths.length; number += 1) {
    starts[number + 1] = (starts[number] as number) + (lengths[number] as number)
  }
  return starts
}

const hashed = (hash: number, letter: number): number => (Math.imul(hash, 0x01000193) + letter + 1) | 0

/** The words among terms by a hash of their text. */
class ByHash {
  /** Number of the first word: fields stand before all words. */
  readonly first: number
  readonly #terms: string
  readonly #starts: Uint32Array
  /** Numbers and one, each at the place of its hash or the next free one; 0 where there is none. */
  readonly #slots: Uint32Array
  readonly #hashes: Int32Array
  readonly #shift: number

  constructor(terms: string, starts: Uint32Array) {
    const size = starts.length - 1
    const bits = Math.max(1, 33 - Math.clz32(size))
    this.#terms = terms
    this.#starts = starts
    this.#shift = 32 - bits
    this.#slots = new Uint32Array(2 ** bits)
    this.#hashes = new Int32Array(2 ** bits)
    let first = 0
    while (first < size && terms.startsWith(fieldSign, starts[first])) first += 1
    this.first = first
    for (let number = first; number < size; number += 1) this.#add(number)
  }

  #add(number: number): void {
    const [from, to] = [this.#starts[number] as number, this.#starts[number + 1] as number]
    let hash = 0
    for (let at = from; at < to; at += 1) hash = hashed(hash, this.#terms.charCodeAt(at))
    let slot = this.#slotOf(hash)
    while (this.#slots[slot] !== 0) slot = (slot + 1) % this.#slots.length
    this.#slots[slot] = number + 1
    this.#hashes[slot] = hash
  }

  #slotOf(hash: number): number {
    return Math.imul(hash, 0x9e3779b1) >>> this.#shift
  }

  /** The term that is a stretch of the text of all; -1 where there is none. */
  find(hash: number, from: number, length: number): number {
    const [slots, hashes, starts] = [this.#slots, this.#hashes, this.#starts]
    for (let slot = this.#slotOf(hash); slots[slot] !== 0; slot = (slot + 1) % slots.length) {
      if (hashes[slot] !== hash) continue
      const number = (slots[slot] as number) - 1
      const start = starts[number] as number
      if ((starts[number + 1] as number) - start === length && this.#isSame(start, from, length)) return number
    }
    return -1
  }

  #isSame(one: number, other: number, length: number): boolean {
    for (let at = 0; at < length; at += 1) {
      if (this.#terms.charCodeAt(one + at) !== this.#terms.charCodeAt(other + at)) return false
    }
    return true
  }
}

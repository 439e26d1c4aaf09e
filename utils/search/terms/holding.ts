import { placeOfLonger } from '../query/answers.ts'
import { fieldSign, fitScore, type Segment } from '../segment/segment.ts'
import { endsDoubled } from '../words/stem.ts'
import { shortestPart, shortestStart } from './lexicon.ts'
import { type Terms, TermTable } from './term-table.ts'

/** Of each term of a dictionary what holds it, or a form of it; of fields nothing is told. */
export interface Holding {
  /** Postings of all terms that do. */
  readonly counts: Uint32Array
  /** Place in `longerScores` of what any of these scores at best; 0 where there is none. */
  readonly best: Uint8Array
}

/** What else holds a term, as a word that is searched for does (`Lexicon.termsWith`). */
export interface Beyond {
  /** What holds the term itself. */
  readonly held: Holding
  /** What holds it with its vowel doubled, as in «vraag» of «vrag», and not itself. */
  readonly doubled: Holding
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
  const { terms, postings } = segment
  const size = segment.lengths.length
  const starts = startsOf(segment)
  const table = new TermTable(segment)
  const byHash = new ByHash(terms, starts)
  const [held, doubled] = [new Tally(size), new Tally(size)]
  for (let number = byHash.first; number < size; number += 1) {
    const count = table.count(number)
    const fit = bestFit(postings, table.from(number), table.bytes(number))
    const [asPart, asStart] = [placeOfLonger(false, fit), placeOfLonger(true, fit)]
    const [start, end] = [starts[number] as number, starts[number + 1] as number]
    for (let from = start; from + shortestStart <= end; from += 1) {
      let hash = 0
      for (let at = from; at < end; at += 1) {
        hash = hashed(hash, terms.charCodeAt(at))
        const length = at + 1 - from
        if (length < shortestStart) continue
        // Most stretches are not how any term begins, and neither is what is longer.
        if (length <= longestBeginning && !byHash.isBeginning(hash)) break
        if (length < shortestPart && from > start) continue
        const other = byHash.find(hash, from, length, at)
        if (other >= 0 && other !== number) held.add(other, number, count, from === start ? asStart : asPart)
      }
    }
    const doubles = doublesIn(terms, start, end, byHash)
    for (const { other, isStart } of doubles) {
      // What holds the term itself is counted there; it may still begin with the other form.
      if (!held.isIn(other, number)) doubled.add(other, number, count, isStart ? asStart : asPart)
      else if (isStart) doubled.add(other, number, 0, asStart)
    }
    const waiting = number % 64 === 0 ? pause() : undefined
    if (waiting !== undefined) await waiting
  }
  return { held, doubled }
}

/** The terms that a term has within with their vowel doubled, where it begins first. */
function doublesIn(terms: string, start: number, end: number, byHash: ByHash) {
  const doubles: { readonly other: number; readonly isStart: boolean }[] = []
  for (let at = start + shortestStart; at < end; at += 1) {
    if (terms.charCodeAt(at - 1) !== terms.charCodeAt(at - 2) || !isDoubled(terms, at)) continue
    for (let from = start; from + shortestStart <= at; from += 1) {
      let hash = 0
      for (let letter = from; letter <= at; letter += 1) {
        if (letter !== at - 1) hash = hashed(hash, terms.charCodeAt(letter))
      }
      const other = byHash.find(hash, from, at - from, at)
      if (other >= 0) doubles.push({ other, isStart: from === start })
    }
  }
  return doubles
}

const isDoubled = (terms: string, at: number): boolean =>
  endsDoubled(terms.charAt(at - 3), terms.charAt(at - 2), terms.charAt(at - 1), terms.charAt(at))

class Tally implements Holding {
  readonly counts: Uint32Array
  readonly best: Uint8Array
  /** By which term each was last held: a term may have another twice, and first where it begins. */
  readonly #lastIn: Int32Array

  constructor(size: number) {
    this.counts = new Uint32Array(size)
    this.best = new Uint8Array(size)
    this.#lastIn = new Int32Array(size).fill(-1)
  }

  isIn(term: number, other: number): boolean {
    return this.#lastIn[term] === other
  }

  add(term: number, other: number, count: number, best: number): void {
    if (this.isIn(term, other)) return
    this.#lastIn[term] = other
    this.counts[term] = (this.counts[term] as number) + count
    this.best[term] = Math.max(this.best[term] as number, best)
  }
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

/** Of so many letters it is told whether terms begin with them. */
const longestBeginning = 10

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
  /** How terms begin, up to `longestBeginning` letters: bits of hashes, some of which are shared. */
  readonly #beginnings: Uint8Array

  constructor(terms: string, starts: Uint32Array) {
    const size = starts.length - 1
    const bits = Math.max(1, 33 - Math.clz32(size))
    this.#terms = terms
    this.#starts = starts
    this.#shift = 32 - bits
    this.#slots = new Uint32Array(2 ** bits)
    this.#hashes = new Int32Array(2 ** bits)
    this.#beginnings = new Uint8Array(2 ** bits)
    let first = 0
    while (first < size && terms.startsWith(fieldSign, starts[first])) first += 1
    this.first = first
    for (let number = first; number < size; number += 1) this.#add(number)
  }

  #add(number: number): void {
    const [from, to] = [this.#starts[number] as number, this.#starts[number + 1] as number]
    let hash = 0
    for (let at = from; at < to; at += 1) {
      hash = hashed(hash, this.#terms.charCodeAt(at))
      if (at - from >= longestBeginning) continue
      const place = this.#placeOf(hash)
      this.#beginnings[place >>> 3] = (this.#beginnings[place >>> 3] as number) | (1 << (place & 7))
    }
    let slot = this.#slotOf(hash)
    while (this.#slots[slot] !== 0) slot = (slot + 1) % this.#slots.length
    this.#slots[slot] = number + 1
    this.#hashes[slot] = hash
  }

  #slotOf(hash: number): number {
    return Math.imul(hash, 0x9e3779b1) >>> this.#shift
  }

  #placeOf(hash: number): number {
    return Math.imul(hash, 0x9e3779b1) >>> (this.#shift - 3)
  }

  /** Whether any term may begin so. */
  isBeginning(hash: number): boolean {
    const place = this.#placeOf(hash)
    return ((this.#beginnings[place >>> 3] as number) & (1 << (place & 7))) !== 0
  }

  /**
   * The term whose text is a stretch of that of all, but for its last letter; -1 where there is none.
   *
   * @param last place of that letter
   */
  find(hash: number, from: number, length: number, last: number): number {
    const [slots, hashes, starts, terms] = [this.#slots, this.#hashes, this.#starts, this.#terms]
    for (let slot = this.#slotOf(hash); slots[slot] !== 0; slot = (slot + 1) % slots.length) {
      if (hashes[slot] !== hash) continue
      const number = (slots[slot] as number) - 1
      const start = starts[number] as number
      const isAsLong = (starts[number + 1] as number) - start === length
      if (!isAsLong || terms.charCodeAt(start + length - 1) !== terms.charCodeAt(last)) continue
      if (this.#isSame(start, from, length - 1)) return number
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

import { ByteReader, DamagedIndex } from '../segment/bytes.ts'
import {
  bytesIn,
  countIn,
  type Dictionary,
  groupSize,
  groupStep,
  longPostings,
  type TermNumbers,
} from '../segment/segment.ts'

/** What of a dictionary its terms are. */
export type Terms = TermNumbers & Pick<Dictionary, 'terms'>

/** Where the postings of terms lie, by the number of the term. */
export interface PostingPlaces {
  from(number: number): number
  bytes(number: number): number
  /** How many postings. */
  count(number: number): number
}

/**
 * The terms of a dictionary by their number, from 0 in their order, and where the postings of each are. A group of
 * terms is looked at when one of it is first wanted: to look at all of them takes longer than the first search may.
 *
 * Throws `DamagedIndex` where the parts of the dictionary don't fit each other.
 */
export class TermTable implements PostingPlaces {
  readonly size: number
  protected readonly dictionary: Terms
  /** Of each term: where it starts in `terms`, and at the end its length; what was not looked at is 0. */
  protected readonly starts: Uint32Array
  protected isAllKnown = false
  /** Which groups were looked at. */
  readonly #isKnown: Uint8Array
  /** Of each term: how many postings, their bytes, and where these start. */
  readonly #counts: Uint32Array
  readonly #bytes: Uint32Array
  readonly #froms: Uint32Array
  #long: readonly number[] | null = null

  constructor(dictionary: Terms) {
    const { lengths, sizes, groups } = dictionary
    this.size = lengths.length
    const groupCount = Math.ceil(this.size / groupSize)
    const isWhole = sizes.length === this.size && groups.length === groupStep * (groupCount + 1)
    if (!isWhole) throw new DamagedIndex('terms are missing')
    this.dictionary = dictionary
    this.#isKnown = new Uint8Array(groupCount)
    this.starts = new Uint32Array(this.size + 1)
    this.#counts = new Uint32Array(this.size)
    this.#bytes = new Uint32Array(this.size)
    this.#froms = new Uint32Array(this.size)
  }

  /** Looks at all terms. Throws `DamagedIndex` where any does not fit the others. */
  lookAtAll(): void {
    for (let number = 0; number < this.size; number += groupSize) this.#know(number)
    this.isAllKnown = true
  }

  /** Looks at the group of a term. */
  #know(number: number): void {
    if (this.isAllKnown) return
    const group = Math.floor(number / groupSize)
    if (this.#isKnown[group] === 0) this.#lookAt(group)
  }

  #lookAt(group: number): void {
    const { lengths, sizes, many, groups } = this.dictionary
    const [starts, counts, bytes, froms] = [this.starts, this.#counts, this.#bytes, this.#froms]
    const first = groupStep * group
    let at = groups[first] as number
    let inFew = groups[first + 2] as number
    let between = groups[first + 3] as number
    let inLong = groups[first + 4] as number
    const reader = new ByteReader(many, groups[first + 1])
    const end = Math.min(this.size, (group + 1) * groupSize)
    for (let number = group * groupSize; number < end; number += 1) {
      starts[number] = at
      at += lengths[number] as number
      const size = sizes[number] as number
      if (size > 0) {
        const length = bytesIn(size)
        counts[number] = countIn(size)
        bytes[number] = length
        froms[number] = inFew
        inFew += length
        continue
      }
      counts[number] = reader.number()
      const length = reader.number()
      bytes[number] = length
      if (length < longPostings) {
        froms[number] = between
        between += length
      } else {
        froms[number] = inLong
        inLong += length
      }
    }
    starts[end] = at
    // A group ends where the next one begins.
    const ends = [at, reader.at, inFew, between, inLong]
    if (ends.some((place, index) => place !== groups[first + groupStep + index])) {
      throw new DamagedIndex('a dictionary does not fit itself')
    }
    this.#isKnown[group] = 1
  }

  /** The terms whose postings are long. */
  get longTerms(): readonly number[] {
    this.#long ??= this.#longTerms()
    return this.#long
  }

  #longTerms(): readonly number[] {
    const { sizes, many } = this.dictionary
    const reader = new ByteReader(many)
    const found: number[] = []
    for (let number = 0; number < this.size; number += 1) {
      if (sizes[number] !== 0) continue
      reader.number()
      if (reader.number() >= longPostings) found.push(number)
    }
    return found
  }

  term(number: number): string {
    this.#know(number)
    return this.dictionary.terms.slice(this.starts[number], this.starts[number + 1])
  }

  /** Where the postings of a term start. */
  from(number: number): number {
    this.#know(number)
    return this.#froms[number] ?? 0
  }

  /** The bytes of its postings. */
  bytes(number: number): number {
    this.#know(number)
    return this.#bytes[number] ?? 0
  }

  /** How many postings a term has. */
  count(number: number): number {
    this.#know(number)
    return this.#counts[number] ?? 0
  }

  /** The term that is this one, where there is one. */
  termsEqual(word: string): readonly number[] {
    const number = this.lowerBound(word)
    return number < this.size && this.term(number) === word ? [number] : []
  }

  /** The terms that begin with a word, up to the one before `to`. */
  beginning(word: string): { readonly from: number; readonly to: number } {
    return { from: this.lowerBound(word), to: this.lowerBound(`${word}\uffff`) }
  }

  /** Where the text of a term starts; of the one beyond the last, where all of it ends. */
  protected startOf(number: number): number {
    if (number >= this.size) return this.dictionary.terms.length
    this.#know(number)
    return this.starts[number] as number
  }

  /** The term that has the unit at a place of the text. @param least no term before this one */
  protected termAt(at: number, least: number): number {
    const starts = this.starts
    if (this.isAllKnown) {
      // Mostly it is not far.
      let [number, step] = [least, 1]
      while (number + step < this.size && (starts[number + step] as number) <= at) {
        number += step
        step *= 2
      }
      return this.#termBetween(at, number, Math.min(this.size, number + step))
    }
    const { groups } = this.dictionary
    let group = Math.floor(least / groupSize)
    let last = this.#isKnown.length
    while (last - group > 1) {
      const middle = (group + last) >> 1
      if ((groups[groupStep * middle] ?? 0) <= at) group = middle
      else last = middle
    }
    const number = Math.max(least, group * groupSize)
    this.#know(number)
    return this.#termBetween(at, number, Math.min(this.size, (group + 1) * groupSize))
  }

  #termBetween(at: number, from: number, beyond: number): number {
    let [number, end] = [from, beyond]
    while (end - number > 1) {
      const middle = (number + end) >> 1
      if ((this.starts[middle] as number) <= at) number = middle
      else end = middle
    }
    return number
  }

  /** The first term that is not before this one. */
  protected lowerBound(wanted: string): number {
    const { terms, lengths, groups } = this.dictionary
    let [group, beyond] = [0, this.#isKnown.length]
    while (beyond - group > 1) {
      const middle = (group + beyond) >> 1
      const start = groups[groupStep * middle] ?? 0
      if (terms.slice(start, start + (lengths[middle * groupSize] ?? 0)) < wanted) group = middle
      else beyond = middle
    }
    let number = group * groupSize
    while (number < this.size && this.term(number) < wanted) number += 1
    return number
  }
}

import { ByteReader, DamagedIndex } from './bytes.ts'
import { distanceTo, forgiven, longestCompared } from './distance.ts'
import {
  blockSize,
  bytesIn,
  countIn,
  type Dictionary,
  fieldSign,
  groupSize,
  groupStep,
  longPostings,
  type TermNumbers,
} from './segment.ts'
import { Signatures } from './signatures.ts'
import { Threes } from './threes.ts'

/** Shorter words are found whole, or at the start of a longer one, or not at all: they are parts of nearly everything. */
export const shortestPart = 4
export const shortestStart = 3

/** Whether a word of the query, as a term, is found in a term of a text. */
export function containsPart(term: string, part: string): boolean {
  if (term === part) return true
  if (part.length < shortestStart) return false
  return part.length < shortestPart ? term.startsWith(part) : term.includes(part)
}

/** What of a dictionary its terms are. */
export type Terms = TermNumbers & Pick<Dictionary, 'terms'>

/**
 * The terms of a dictionary by their number, from 0 in their order, and where the postings of each are. A group of terms is looked at
 * when one of it is first wanted: to look at all of them takes longer than the first search may.
 *
 * Throws `DamagedIndex` where the parts of the dictionary don't fit each other.
 */
export class Lexicon {
  readonly size: number
  readonly #dictionary: Terms
  /** Which groups were looked at. */
  readonly #isKnown: Uint8Array
  /** Of each term: where it starts in `terms`, and where it ends. */
  readonly #starts: Uint32Array
  /** Of each term: how many postings, their bytes, and where these start. */
  readonly #counts: Uint32Array
  readonly #bytes: Uint32Array
  readonly #froms: Uint32Array
  /** Field terms stand before all words. */
  readonly #firstWord: number
  #isAllKnown = false
  #threes: Threes | null = null
  #signatures: Signatures | null = null

  constructor(dictionary: Terms) {
    const { lengths, sizes, groups } = dictionary
    this.size = lengths.length
    const groupCount = Math.ceil(this.size / groupSize)
    const isWhole = sizes.length === this.size && groups.length === groupStep * (groupCount + 1)
    if (!isWhole) throw new DamagedIndex('terms are missing')
    this.#dictionary = dictionary
    this.#isKnown = new Uint8Array(groupCount)
    this.#starts = new Uint32Array(this.size + 1)
    this.#counts = new Uint32Array(this.size)
    this.#bytes = new Uint32Array(this.size)
    this.#froms = new Uint32Array(this.size)
    this.#firstWord = this.#lowerBound(String.fromCharCode(fieldSign.charCodeAt(0) + 1))
  }

  /** Looks at all terms. Throws `DamagedIndex` where any does not fit the others. */
  lookAtAll(): void {
    for (let number = 0; number < this.size; number += groupSize) this.#know(number)
    this.#isAllKnown = true
  }

  /** Does one piece of what makes later searches quick, some 10 ms for 200,000 terms; whether there was any to do. */
  prepareSome(): boolean {
    if (this.#threes === null) this.#threes = new Threes(this.#dictionary)
    else if (!this.#isAllKnown) this.lookAtAll()
    else if (this.#signatures === null) this.#signed()
    else return false
    return true
  }

  /** Looks at the group of a term. */
  #know(number: number): void {
    if (this.#isAllKnown) return
    const group = Math.floor(number / groupSize)
    if (this.#isKnown[group] === 0) this.#lookAt(group)
  }

  #lookAt(group: number): void {
    const { lengths, sizes, many, groups } = this.#dictionary
    const [starts, counts, bytes, froms] = [this.#starts, this.#counts, this.#bytes, this.#froms]
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

  /** How many blocks its postings fill. */
  get blocks(): number {
    return Math.ceil((this.#dictionary.groups.at(-1) ?? 0) / blockSize)
  }

  term(number: number): string {
    this.#know(number)
    return this.#dictionary.terms.slice(this.#starts[number], this.#starts[number + 1])
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
    const number = this.#lowerBound(word)
    return number < this.size && this.term(number) === word ? [number] : []
  }

  /** The terms that are this one, start with it or contain it. */
  termsWith(part: string): readonly number[] {
    if (part.length >= shortestPart) return this.#termsContaining(part)
    if (part.length < shortestStart) return this.termsEqual(part)
    const { from, to } = this.beginning(part)
    return range(from, to)
  }

  /** The terms that begin with a word, up to the one before `to`. */
  beginning(word: string): { readonly from: number; readonly to: number } {
    return { from: this.#lowerBound(word), to: this.#lowerBound(`${word}\uffff`) }
  }

  #termsContaining(part: string): readonly number[] {
    const found: number[] = []
    const { from, to } = this.beginning(part)
    const groups = this.#threes?.groupsWith(part) ?? null
    this.#scan(part, this.#firstWord, from, groups, found)
    for (let number = from; number < to; number += 1) found.push(number)
    this.#scan(part, to, this.size, groups, found)
    return found
  }

  /**
   * Finds the terms from one up to another that have a part in them, by looking through their text.
   *
   * @param groups that may have such terms, rising; null where all may
   */
  #scan(part: string, from: number, to: number, groups: readonly number[] | null, found: number[]): void {
    // To look through all of the text at once is as quick as to look through half of it.
    if (groups === null || groups.length * 2 > this.#isKnown.length) {
      this.#scanText(part, from, to, found)
      return
    }
    for (const group of groups) {
      this.#scanText(part, Math.max(from, group * groupSize), Math.min(to, (group + 1) * groupSize), found)
    }
  }

  #scanText(part: string, from: number, to: number, found: number[]): void {
    if (from >= to) return
    const start = this.#startOf(from)
    const text = this.#dictionary.terms.slice(start, this.#startOf(to))
    let number = from
    for (let at = text.indexOf(part); at >= 0; ) {
      number = this.#termAt(start + at, number)
      const beyond = (this.#starts[number + 1] as number) - start
      // It may begin in one term and end in the next.
      const isWhole = at + part.length <= beyond
      if (isWhole) found.push(number)
      at = text.indexOf(part, isWhole ? beyond : at + 1)
    }
  }

  /** Where the text of a term starts; of the one beyond the last, where all of it ends. */
  #startOf(number: number): number {
    if (number >= this.size) return this.#dictionary.terms.length
    this.#know(number)
    return this.#starts[number] as number
  }

  /** The term that has the unit at a place of the text. @param least no term before this one */
  #termAt(at: number, least: number): number {
    const starts = this.#starts
    if (this.#isAllKnown) {
      // Mostly it is not far.
      let [number, step] = [least, 1]
      while (number + step < this.size && (starts[number + step] as number) <= at) {
        number += step
        step *= 2
      }
      return this.#termBetween(at, number, Math.min(this.size, number + step))
    }
    const { groups } = this.#dictionary
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
      if ((this.#starts[middle] as number) <= at) number = middle
      else end = middle
    }
    return number
  }

  /** The terms that a word with typing errors may have been meant as. */
  termsLike(word: string): readonly number[] {
    const most = forgiven(word.length)
    if (most === 0 || word.length > longestCompared) return []
    const { terms } = this.#dictionary
    const [signatures, starts] = [this.#signed(), this.#starts]
    const distance = distanceTo(word)
    const found: number[] = []
    for (const number of signatures.mayBe(word, most)) {
      const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0]
      if (distance(terms, from, to) <= most) found.push(number)
    }
    return found
  }

  #signed(): Signatures {
    if (this.#signatures === null) {
      this.lookAtAll()
      this.#signatures = new Signatures(this.#dictionary.terms, this.#starts, this.#firstWord)
    }
    return this.#signatures
  }

  /** The terms of a field whose value contains this one; `whole`, is it or begins with it and a space. */
  fieldTerms(field: string, value: string, whole: boolean): readonly number[] {
    const start = `${fieldSign}${field}=`
    if (!whole) {
      return this.#ofField(start).filter((number) => this.term(number).indexOf(value, start.length) >= 0)
    }
    const own = `${start}${value}`
    return range(this.#lowerBound(own), this.#lowerBound(`${own} \uffff`)).filter((number) => {
      const term = this.term(number)
      return term === own || term.startsWith(`${own} `)
    })
  }

  /** All values of a field. */
  values(field: string): readonly string[] {
    const start = `${fieldSign}${field}=`
    return this.#ofField(start).map((number) => this.term(number).slice(start.length))
  }

  #ofField(start: string): readonly number[] {
    return range(this.#lowerBound(start), this.#lowerBound(`${start}\uffff`))
  }

  /** The first term that is not before this one. */
  #lowerBound(wanted: string): number {
    const { terms, lengths, groups } = this.#dictionary
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

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

import { ByteReader, DamagedIndex } from './bytes.ts'
import { distanceTo, forgiven, longestCompared } from './distance.ts'
import { type Dictionary, fieldSign } from './segment.ts'
import { Signatures } from './signatures.ts'

/** Shorter words are found whole, or at the start of a longer one, or not at all: they are parts of nearly everything. */
export const shortestPart = 4
export const shortestStart = 3

/** Whether a word of the query, as a term, is found in a term of a text. */
export function containsPart(term: string, part: string): boolean {
  if (term === part) return true
  if (part.length < shortestStart) return false
  return part.length < shortestPart ? term.startsWith(part) : term.includes(part)
}

/** So often a text of terms is looked through before signatures pay: making them takes as long as that. */
const scansBeforeSignatures = 8

/**
 * The terms of a dictionary by their number, from 0 in their order, and where the postings of each are.
 *
 * Throws `DamagedIndex` where the parts of the dictionary don't fit each other.
 */
export class Lexicon {
  readonly size: number
  readonly #terms: string
  /** Where each term starts in `#terms`, and at the end its length. */
  readonly #starts: Uint32Array
  readonly #sizes: Uint8Array
  readonly #few: Uint8Array
  /** Of each term: where its postings start in `#few`, or which of those with more it is. */
  readonly #places: Uint32Array
  /** Of each of those with more: how many postings, and where they start in the postings of the segment. */
  readonly #counts: Uint32Array
  readonly #froms: Uint32Array
  /** Field terms stand before all words. */
  readonly #firstWord: number
  #scans = 0
  #signatures: Signatures | null = null

  constructor({ terms, lengths, sizes, few, many }: Dictionary) {
    this.size = lengths.length
    this.#terms = terms
    this.#sizes = sizes
    this.#few = few
    this.#starts = startsOf(lengths)
    const { places, inFew, larger } = placesOf(sizes)
    this.#places = places
    const { counts, froms } = stretchesOf(many, larger)
    this.#counts = counts
    this.#froms = froms
    if (sizes.length !== this.size || this.#starts[this.size] !== terms.length || inFew !== few.length) {
      throw new DamagedIndex('a dictionary does not fit itself')
    }
    this.#firstWord = this.#lowerBound(String.fromCharCode(fieldSign.charCodeAt(0) + 1))
  }

  term(number: number): string {
    return this.#terms.slice(this.#starts[number], this.#starts[number + 1])
  }

  /** How a term begins with a word: it is the word itself, or goes on; null where it does not. */
  begins(number: number, word: string): 'whole' | 'start' | null {
    const start = this.#starts[number] ?? 0
    const more = (this.#starts[number + 1] ?? 0) - start - word.length
    if (more < 0 || !this.#terms.startsWith(word, start)) return null
    return more === 0 ? 'whole' : 'start'
  }

  /** Whether its postings lie with those of the segment, and not here. */
  hasMany(number: number): boolean {
    return this.#sizes[number] === 0
  }

  /** Stretch of the segment's postings of a term that has many. */
  stretch(number: number): readonly [from: number, to: number] {
    const place = this.#places[number] ?? 0
    return [this.#froms[place] ?? 0, this.#froms[place + 1] ?? 0]
  }

  /** The postings of a term that has few. */
  few(number: number): { readonly bytes: Uint8Array; readonly from: number; readonly to: number } {
    const from = this.#places[number] ?? 0
    return { bytes: this.#few, from, to: from + (this.#sizes[number] ?? 0) }
  }

  /** How many postings a term has. */
  count(number: number): number {
    const place = this.#places[number] ?? 0
    const size = this.#sizes[number] ?? 0
    if (size === 0) return this.#counts[place] ?? 0
    let count = 0
    for (let at = place; at < place + size; at += 1) if ((this.#few[at] ?? 0) < 128) count += 1
    return count
  }

  /** The terms that are this one, start with it or contain it. */
  termsWith(part: string): readonly number[] {
    if (part.length >= shortestPart) return this.#termsContaining(part)
    const from = this.#lowerBound(part)
    if (part.length < shortestStart) return from < this.size && this.term(from) === part ? [from] : []
    return range(from, this.#lowerBound(`${part}\uffff`))
  }

  #termsContaining(part: string): readonly number[] {
    if (this.#signatures === null && this.#scans < scansBeforeSignatures) {
      this.#scans += 1
      return this.#scan(part, this.#firstWord, this.size)
    }
    const [terms, starts, found] = [this.#terms, this.#starts, [] as number[]]
    for (const number of this.#signed().mayContain(part)) {
      if (isIn(terms, starts[number] ?? 0, starts[number + 1] ?? 0, part)) found.push(number)
    }
    return found
  }

  /** The terms between two numbers that have this in them, by looking through their text. */
  #scan(part: string, first: number, end: number): number[] {
    const found: number[] = []
    const [terms, starts] = [this.#terms, this.#starts]
    let number = first
    for (let at = terms.indexOf(part, starts[first]); at >= 0; ) {
      while (number < end && (starts[number + 1] ?? 0) <= at) number += 1
      if (number >= end) break
      const next = starts[number + 1] ?? 0
      // It may begin in one term and end in the next.
      const isWhole = at + part.length <= next
      if (isWhole) found.push(number)
      at = terms.indexOf(part, isWhole ? next : at + 1)
    }
    return found
  }

  /** The terms that a word with typing errors may have been meant as. */
  termsLike(word: string): readonly number[] {
    const most = forgiven(word.length)
    if (most === 0 || word.length > longestCompared) return []
    const [terms, starts] = [this.#terms, this.#starts]
    const distance = distanceTo(word)
    const found: number[] = []
    for (const number of this.#signed().mayBe(word, most)) {
      const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0]
      if (Math.abs(to - from - word.length) <= most && distance(terms, from, to) <= most) found.push(number)
    }
    return found
  }

  #signed(): Signatures {
    this.#signatures ??= new Signatures(this.#terms, this.#starts, this.#firstWord)
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
    let [low, high] = [0, this.size]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.term(middle) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

function startsOf(lengths: Uint8Array | Uint16Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  let at = 0
  for (let number = 0; number < lengths.length; number += 1) {
    at += lengths[number] as number
    starts[number + 1] = at
  }
  return starts
}

/** Of each term: where its postings start among those of terms with few, or which of those with more it is. */
function placesOf(sizes: Uint8Array): { readonly places: Uint32Array; readonly inFew: number; readonly larger: number } {
  const places = new Uint32Array(sizes.length)
  let [inFew, larger] = [0, 0]
  for (let number = 0; number < sizes.length; number += 1) {
    const size = sizes[number] as number
    if (size === 0) places[number] = larger++
    else {
      places[number] = inFew
      inFew += size
    }
  }
  return { places, inFew, larger }
}

function stretchesOf(many: Uint8Array, larger: number): { readonly counts: Uint32Array; readonly froms: Uint32Array } {
  const [counts, froms] = [new Uint32Array(larger), new Uint32Array(larger + 1)]
  const reader = new ByteReader(many)
  let from = 0
  for (let index = 0; index < larger; index += 1) {
    counts[index] = reader.number()
    from += reader.number()
    froms[index + 1] = from
  }
  return { counts, froms }
}

/** Whether a part stands somewhere in a stretch of a text. */
function isIn(text: string, from: number, to: number, part: string): boolean {
  const first = part.charCodeAt(0)
  for (let start = from; start <= to - part.length; start += 1) {
    if (text.charCodeAt(start) === first && text.startsWith(part, start)) return true
  }
  return false
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

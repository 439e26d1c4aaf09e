import { numbersIn } from '../words/numbers.ts'
import { cutOff, termOf, wordsIn } from '../words/words.ts'
import { ByteWriter } from './bytes.ts'
import { type UnitList, UnitTable } from './unit-list.ts'

/** One thing that can be found: a document, a question of it, or a note. */
export interface Findable {
  /** 0 for the unit itself (a document, a note), a question's `order` and 1 for that. */
  readonly place: number
  readonly texts: readonly {
    readonly text: string /** How much a word of it counts; 1 for running text. */
    readonly weight: number
  }[]
  /** `partij=vvd`: field and folded value. */
  readonly fields: readonly string[]
}

/** What is indexed and forgotten together: a document with its questions, or a note. */
export interface Unit {
  readonly id: string
  /** When it was made, as a day since 1970. */
  readonly day: number
  /** By rising place. */
  readonly findables: readonly Findable[]
}

/**
 * An index that is never changed: what is new gets a segment of its own, and segments are merged. Everything findable has a
 * number in it, from 0, in the order of the units. Postings of a term: each such number as its distance from the one before,
 * times four, plus how well the term fits there (0 to 3).
 */
export interface Segment extends UnitList {
  /** All terms in the order of their UTF-16 units, one after the other. */
  readonly terms: string
  /** UTF-16 units of each term. */
  readonly lengths: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>
  /** How many postings each term has, and their bytes, where these are few (`sizeOf`), else 0. */
  readonly sizes: Uint8Array<ArrayBuffer>
  /** For each term that has more: how many, and their bytes. */
  readonly many: Uint8Array<ArrayBuffer>
  /**
   * For every 64th term its place in `terms` and in `many`, and in `postings` the places of the first few, the first many and the
   * first long ones; at the end where all of these end.
   */
  readonly groups: Uint32Array<ArrayBuffer>
  /**
   * First those of terms that have few, then of those that have many, then of those whose many are long; each in the
   * order of the terms.
   */
  readonly postings: Uint8Array<ArrayBuffer>
}

/** What of a segment is held in memory while one searches; long postings stay on the disk. */
export interface Dictionary extends Omit<Segment, 'postings'> {
  /** The beginning of the postings, as far as they are not long. */
  readonly short: Uint8Array<ArrayBuffer>
}
export type TermNumbers = Pick<Dictionary, 'lengths' | 'sizes' | 'many' | 'groups'>

export const groupSize = 64
/** Numbers of `groups` for each. */
export const groupStep = 5
/** So many postings are few: most terms are rare, and all that contain a part are wanted together, so they lie together. */
const fewPostings = 8
/** Postings of so many bytes are long: those of each such term lie in a row of their own. */
export const longPostings = 1_024

/** Bytes of all postings that are not long. */
export const shortIn = ({ groups }: Pick<TermNumbers, 'groups'>): number => groups.at(-2) ?? 0

/** Bytes of postings that few ones may have beyond one each. */
const mostBeyond = 30

/** How few postings with their bytes are told in one byte; 0 where they are not few. */
export const sizeOf = (count: number, bytes: number): number =>
  count > fewPostings || bytes - count >= mostBeyond ? 0 : 1 + (count - 1) * mostBeyond + (bytes - count)
export const countIn = (size: number): number => 1 + Math.floor((size - 1) / mostBeyond)
export const bytesIn = (size: number): number => countIn(size) + ((size - 1) % mostBeyond)

/** Field terms begin with it, so that they stand before all words and are no words. */
export const fieldSign = '!'

/** Words in an average text: a longer one says less with each word. */
const usualLength = 60

/** How well a text fits that has a term so often (each time counted by its weight), from 0 to 3: BM25's saturation. */
function fitOf(weight: number, length: number): number {
  const saturated = (weight * 2.2) / (weight + 1.2 * (0.25 + (0.75 * length) / usualLength))
  return saturated < 0.7 ? 0 : saturated < 1.1 ? 1 : saturated < 1.5 ? 2 : 3
}

/** What each of these stands for when scores are added up. */
export const fitScore = [0.5, 0.9, 1.3, 1.8] as const

/** Longer values of fields are cut: the lengths of terms are numbers of 16 bits. */
const longestField = 1_000

/** The terms of what is findable, with how well each fits it. */
export function termsOf({ texts, fields }: Findable): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  let length = 0
  for (const { text, weight } of texts) {
    for (const word of wordsIn(text)) {
      const term = termOf(word)
      weights.set(term, (weights.get(term) ?? 0) + weight)
      length += 1
    }
    for (const number of numbersIn(text)) weights.set(number, (weights.get(number) ?? 0) + weight)
  }
  for (const [term, weight] of weights) weights.set(term, fitOf(weight, length))
  for (const field of fields) weights.set(cutOff(`${fieldSign}${field}`, longestField), 0)
  return weights
}

/** Makes a segment of units, which may come one by one. */
export class SegmentBuilder {
  readonly #postings = new Map<string, number[]>()
  readonly #table = new UnitTable()

  add({ id, day, findables }: Unit): void {
    this.#table.unit(id, day)
    for (const findable of findables) {
      const number = this.#table.findable(findable.place)
      for (const [term, how] of termsOf(findable)) {
        const known = this.#postings.get(term)
        if (known === undefined) this.#postings.set(term, [number * 4 + how])
        else known.push(number * 4 + how)
      }
    }
  }

  end(): Segment {
    const writer = new SegmentWriter()
    for (const term of [...this.#postings.keys()].sort()) {
      writer.begin(term)
      for (const packed of this.#postings.get(term) ?? []) writer.posting(packed >>> 2, packed & 3)
    }
    return { ...writer.end(), ...this.#table.end() }
  }
}

/** Terms and postings of a segment, written in the order of the terms. */
export class SegmentWriter {
  readonly #terms: string[] = []
  readonly #lengths: number[] = []
  readonly #sizes: number[] = []
  readonly #few = new ByteWriter()
  readonly #many = new ByteWriter()
  readonly #between = new ByteWriter()
  readonly #long = new ByteWriter()
  readonly #own = new ByteWriter()
  readonly #groups: number[] = []
  #chars = 0
  #count = 0
  #last = 0
  #term: string | null = null

  /** A term that comes after all before it; one without postings is left out. */
  begin(term: string): void {
    this.#flush()
    this.#term = term
    this.#count = 0
    this.#last = 0
    this.#own.clear()
  }

  posting(number: number, how: number): void {
    this.#own.number((number - this.#last) * 4 + how)
    this.#last = number
    this.#count += 1
  }

  end(): Pick<Segment, 'terms' | 'lengths' | 'sizes' | 'many' | 'groups' | 'postings'> {
    this.#flush()
    this.#endGroup()
    const isShort = this.#lengths.every((length) => length < 256)
    return {
      terms: this.#terms.join(''),
      lengths: isShort ? Uint8Array.from(this.#lengths) : Uint16Array.from(this.#lengths),
      sizes: Uint8Array.from(this.#sizes),
      many: this.#many.bytes.slice(),
      groups: this.#placed(),
      postings: this.#postings(),
    }
  }

  #endGroup(): void {
    this.#groups.push(this.#chars, this.#many.length, this.#few.length, this.#between.length, this.#long.length)
  }

  #placed(): Uint32Array<ArrayBuffer> {
    const before = [0, 0, 0, this.#few.length, this.#few.length + this.#between.length]
    return Uint32Array.from(this.#groups, (place, index) => place + (before[index % groupStep] ?? 0))
  }

  #postings(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.#few.length + this.#between.length + this.#long.length)
    all.set(this.#few.bytes)
    all.set(this.#between.bytes, this.#few.length)
    all.set(this.#long.bytes, this.#few.length + this.#between.length)
    return all
  }

  #flush(): void {
    if (this.#term === null || this.#count === 0) return
    if (this.#terms.length % groupSize === 0) this.#endGroup()
    this.#terms.push(this.#term)
    this.#chars += this.#term.length
    this.#lengths.push(this.#term.length)
    const size = sizeOf(this.#count, this.#own.length)
    this.#sizes.push(size)
    if (size === 0) {
      this.#many.number(this.#count)
      this.#many.number(this.#own.length)
      const place = this.#own.length < longPostings ? this.#between : this.#long
      place.append(this.#own)
    } else this.#few.append(this.#own)
    this.#term = null
  }
}

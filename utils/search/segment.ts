import { ByteWriter } from './bytes.ts'
import { termOf, wordsIn } from './words.ts'

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
export interface Segment {
  /** All terms in the order of their UTF-16 units, one after the other. */
  readonly terms: string
  /** UTF-16 units of each term. */
  readonly lengths: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>
  /** Bytes of each term's postings where these are few, else 0. */
  readonly sizes: Uint8Array<ArrayBuffer>
  /** The postings of all terms that have few. */
  readonly few: Uint8Array<ArrayBuffer>
  /** For each term that has more: how many, and their bytes in `postings`. */
  readonly many: Uint8Array<ArrayBuffer>
  /** For every 64th term its place in `terms`, in `few`, in `many` and in `postings`. */
  readonly groups: Uint32Array<ArrayBuffer>
  readonly units: readonly string[]
  readonly days: Uint16Array<ArrayBuffer>
  /** Number of the first findable of each unit, and at the end how many there are. */
  readonly starts: Uint32Array<ArrayBuffer>
  /** `place` of each findable. */
  readonly places: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>
  readonly postings: Uint8Array<ArrayBuffer>
}

/** What of a segment is held in memory while one searches; its postings stay on the disk. */
export type Dictionary = Omit<Segment, 'postings'>

export const groupSize = 64
/** So many postings are kept with their term: most terms are rare, and all that contain a part are wanted together. */
export const fewPostings = 8

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
  }
  for (const [term, weight] of weights) weights.set(term, fitOf(weight, length))
  for (const field of fields) weights.set(`${fieldSign}${field}`.slice(0, longestField), 0)
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

/** Makes a segment of units at once. */
export function buildSegment(units: readonly Unit[]): Segment {
  const builder = new SegmentBuilder()
  for (const unit of units) builder.add(unit)
  return builder.end()
}

/** The units of a segment, as they are added. */
export class UnitTable {
  readonly #units: string[] = []
  readonly #days: number[] = []
  readonly #starts: number[] = []
  readonly #places: number[] = []

  unit(id: string, day: number): void {
    this.#units.push(id)
    this.#days.push(day)
    this.#starts.push(this.#places.length)
  }

  /** Returns its number. */
  findable(place: number): number {
    return this.#places.push(place) - 1
  }

  end(): Pick<Segment, 'units' | 'days' | 'starts' | 'places'> {
    const isSmall = this.#places.every((place) => place < 65_536)
    return {
      units: this.#units,
      days: Uint16Array.from(this.#days),
      starts: Uint32Array.from([...this.#starts, this.#places.length]),
      places: isSmall ? Uint16Array.from(this.#places) : Uint32Array.from(this.#places),
    }
  }
}

/** Terms and postings of a segment, written in the order of the terms. */
export class SegmentWriter {
  readonly #terms: string[] = []
  readonly #lengths: number[] = []
  readonly #sizes: number[] = []
  readonly #few = new ByteWriter()
  readonly #many = new ByteWriter()
  readonly #postings = new ByteWriter()
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

  end(): Pick<Segment, 'terms' | 'lengths' | 'sizes' | 'few' | 'many' | 'groups' | 'postings'> {
    this.#flush()
    const isShort = this.#lengths.every((length) => length < 256)
    return {
      terms: this.#terms.join(''),
      lengths: isShort ? Uint8Array.from(this.#lengths) : Uint16Array.from(this.#lengths),
      sizes: Uint8Array.from(this.#sizes),
      few: this.#few.bytes.slice(),
      many: this.#many.bytes.slice(),
      groups: Uint32Array.from(this.#groups),
      postings: this.#postings.bytes.slice(),
    }
  }

  #flush(): void {
    if (this.#term === null || this.#count === 0) return
    if (this.#terms.length % groupSize === 0) {
      this.#groups.push(this.#chars, this.#few.length, this.#many.length, this.#postings.length)
    }
    this.#terms.push(this.#term)
    this.#chars += this.#term.length
    this.#lengths.push(this.#term.length)
    if (this.#count <= fewPostings) {
      this.#sizes.push(this.#own.length)
      this.#few.append(this.#own)
    } else {
      this.#sizes.push(0)
      this.#many.number(this.#count)
      this.#many.number(this.#own.length)
      this.#postings.append(this.#own)
    }
    this.#term = null
  }
}

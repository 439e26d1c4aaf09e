import { ByteReader, DamagedIndex } from './bytes.ts'
import { bytesIn, countIn, longPostings, type Segment, SegmentWriter } from './segment.ts'
import { placeAt, sizeIn, type UnitList, UnitTable } from './unit-list.ts'

export interface Merged {
  readonly segment: Segment
  readonly dead: ReadonlySet<number>
}

/** One segment while it is read term by term. */
class Walk {
  term: string | null = null
  readonly numbers: Int32Array
  readonly #segment: Segment
  readonly #few: ByteReader
  readonly #many: ByteReader
  readonly #between: ByteReader
  readonly #long: ByteReader
  #next = 0
  #at = 0

  constructor(segment: Segment, numbers: Int32Array) {
    this.#segment = segment
    this.numbers = numbers
    const { many, postings, groups } = segment
    this.#many = new ByteReader(many)
    this.#few = new ByteReader(postings, groups[2])
    this.#between = new ByteReader(postings, groups[3])
    this.#long = new ByteReader(postings, groups[4])
    this.next()
  }

  next(): void {
    const { terms, lengths } = this.#segment
    const length = lengths[this.#next]
    this.#next += 1
    this.term = length === undefined ? null : terms.slice(this.#at, this.#at + length)
    this.#at += length ?? 0
  }

  /** Writes the postings of the term, under their new numbers, and goes on to the next. */
  write(writer: SegmentWriter): void {
    const size = this.#segment.sizes[this.#next - 1] ?? 0
    const count = size === 0 ? this.#many.number() : countIn(size)
    const bytes = size === 0 ? this.#many.number() : bytesIn(size)
    const reader = size > 0 ? this.#few : bytes < longPostings ? this.#between : this.#long
    const end = reader.at + bytes
    let number = 0
    for (let index = 0; index < count && reader.at < end; index += 1) {
      const packed = reader.number()
      number += packed >>> 2
      const own = this.numbers[number]
      if (own === undefined) throw new DamagedIndex('a posting beyond the end')
      if (own >= 0) writer.posting(own, packed & 3)
    }
    if (reader.at !== end) throw new DamagedIndex('postings differ from their length')
    this.next()
  }
}

/**
 * Makes one segment of several, in their order, without what is dead.
 *
 * @param pause is awaited between terms, so that whoever runs it can let others go first
 */
export async function mergeSegments(
  parts: readonly Merged[],
  pause: () => Promise<void> | undefined,
): Promise<Segment> {
  const table = new UnitTable()
  const walks = parts.map(({ segment, dead }) => new Walk(segment, renumber(segment, dead, table)))
  const writer = new SegmentWriter()
  for (;;) {
    let term: string | null = null
    for (const walk of walks) if (walk.term !== null && (term === null || walk.term < term)) term = walk.term
    if (term === null) break
    writer.begin(term)
    for (const walk of walks) if (walk.term === term) walk.write(writer)
    const waiting = pause()
    if (waiting !== undefined) await waiting
  }
  return { ...writer.end(), ...table.end() }
}

/** The new number of each findable; -1 for what is dead. */
function renumber(list: UnitList, dead: ReadonlySet<number>, table: UnitTable): Int32Array {
  const { units, days, starts } = list
  const numbers = new Int32Array(sizeIn(list)).fill(-1)
  units.all().forEach((id, unit) => {
    if (dead.has(unit)) return
    table.unit(id, days[unit] ?? 0)
    for (let number = starts[unit] ?? 0; number < (starts[unit + 1] ?? 0); number += 1) {
      numbers[number] = table.findable(placeAt(list, unit, number))
    }
  })
  return numbers
}

import type { Hit } from '../find.ts'
import type { Places } from '../query/answers.ts'
import { placeAt, sizeIn, type UnitList, unitAt } from '../segment/unit-list.ts'
import { kinds } from './ranking.ts'

/** A kind of what is none any more. */
export const gone = kinds.length
const [document, question, note] = [kinds.indexOf('documents'), kinds.indexOf('questions'), kinds.indexOf('notes')]
const ofNote = 'n'.charCodeAt(0)

/** Where more is wanted at once than one in so many units there are, it is quicker to look at all. */
const unitsForOne = 4

/**
 * What is findable in a segment, by its number: of which unit it is, and of which kind. Looked up as far as it is asked
 * for, since to look at all of it takes longer than the first search of a page may.
 */
export class Findables {
  readonly list: UnitList
  /** How many there are. */
  readonly size: number
  /** Index of the unit of each; of what was not asked for (`know`) 0. */
  readonly unitOf: Uint32Array
  /** Of each which of `kinds` it is, or `gone`, itself or anew in a later segment; of what was not asked for 0. */
  readonly kindOf: Uint8Array
  readonly #dead: ReadonlySet<number>
  #isAllKnown = false

  /** @param dead indexes of the units that are gone */
  constructor(list: UnitList, dead: readonly number[]) {
    this.list = list
    this.size = sizeIn(list)
    this.unitOf = new Uint32Array(this.size)
    this.kindOf = new Uint8Array(this.size)
    this.#dead = new Set(dead)
  }

  /** The same where these units are gone, of which there are more and more. */
  without(dead: readonly number[]): Findables {
    return dead.length === this.#dead.size ? this : new Findables(this.list, dead)
  }

  /** Looks some up. @param numbers of them, of which the first so many are meant */
  know(numbers: ArrayLike<number>, count: number): void {
    if (this.#isAllKnown) return
    if (count * unitsForOne > this.list.units.length) {
      this.knowAll()
      return
    }
    let unit = 0
    for (let at = 0; at < count; at += 1) {
      const number = numbers[at] as number
      // They rise, those of each answer by themselves.
      const isBefore = number < (this.list.starts[unit] as number)
      unit = unitAt(this.list, number, isBefore ? 0 : unit)
      this.unitOf[number] = unit
      this.kindOf[number] = this.#kindIn(unit, number)
    }
  }

  #kindIn(unit: number, number: number): number {
    if (this.#dead.has(unit)) return gone
    if (this.list.units.begins(unit, ofNote)) return note
    return placeAt(this.list, unit, number) === 0 ? document : question
  }

  /** Looks all of them up; whether that was still to be done. */
  knowAll(): boolean {
    if (this.#isAllKnown) return false
    const [{ units, starts, jumps }, unitOf, kindOf] = [this.list, this.unitOf, this.kindOf]
    // What else is findable in a document is a question.
    kindOf.fill(question)
    for (let unit = 0; unit < units.length; unit += 1) {
      const from = starts[unit] as number
      const to = starts[unit + 1] as number
      const isNote = units.begins(unit, ofNote)
      // A note is one thing.
      if (to - from === 1) {
        unitOf[from] = unit
        kindOf[from] = isNote ? note : document
      } else if (to > from) {
        unitOf.fill(unit, from, to)
        if (isNote) kindOf.fill(note, from, to)
        else kindOf[from] = document
      }
    }
    for (let jump = 0; jump < jumps.length; jump += 2) {
      const number = jumps[jump] as number
      kindOf[number] = this.#kindIn(unitOf[number] as number, number)
    }
    for (const unit of this.#dead) kindOf.fill(gone, starts[unit], starts[unit + 1])
    this.#isAllKnown = true
    return true
  }

  hit(number: number): Hit {
    const unit = this.#isAllKnown ? (this.unitOf[number] as number) : unitAt(this.list, number)
    return { unit: this.list.units.at(unit), place: placeAt(this.list, unit, number) }
  }

  /** The numbers of what is at these places. */
  numbersOf(wanted: Places): readonly number[] {
    const { units, starts } = this.list
    return [...wanted].flatMap(([name, own]) => {
      const unit = units.indexOf(name)
      if (unit < 0) return []
      const [from, to] = [starts[unit] ?? 0, starts[unit + 1] ?? 0]
      const numbers = Array.from({ length: to - from }, (_, at) => from + at)
      return numbers.filter((number) => own.has(placeAt(this.list, unit, number)))
    })
  }
}

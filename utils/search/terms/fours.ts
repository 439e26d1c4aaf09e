import type { Dictionary } from '../segment/segment.ts'

/** Places of `placeOf`; several fours share one, so that some groups are named for nothing, and none is left out. */
const placeBits = 14
const places = 2 ** placeBits
/** Terms of a group, at least: neighbours have much the same letters. */
const smallestGroup = 8
/** Groups are numbers of 16 bits, and one more is one too. */
const mostGroups = 65_535
/** Groups that are looked at in one go: some milliseconds. */
const groupsAtOnce = 2_048

/**
 * Which groups of terms have four letters in a row: where a group lacks four that a part has, none of its terms contains that part.
 * Made piece by piece.
 */
export class Fours {
  /** Terms of each group. */
  readonly groupSize: number
  /** Where the groups of each place begin in `#groups`, and at the end where all of these end. */
  readonly #starts = new Uint32Array(places + 1)
  #groups: Uint16Array = new Uint16Array()
  #making: Making | null

  constructor({ terms, lengths }: Pick<Dictionary, 'terms' | 'lengths'>) {
    let size = smallestGroup
    while (lengths.length > size * mostGroups) size *= 2
    this.groupSize = size
    const ends = new Uint32Array(Math.ceil(lengths.length / size))
    const [last, listed] = [new Uint16Array(places), new Uint16Array(terms.length)]
    this.#making = { terms, lengths, at: 0, last, listed, ends, counted: 0, placed: 0 }
  }

  get isMade(): boolean {
    return this.#making === null
  }

  /** Makes a piece of it. */
  makeSome(): void {
    const making = this.#making
    if (making === null) return
    if (making.counted < making.ends.length) this.#count(making)
    else this.#place(making)
  }

  /** Lists the places of some groups, and counts how many groups each place has. */
  #count(making: Making): void {
    const { terms, lengths, last, listed, ends, counted } = making
    const [counts, size] = [this.#starts, this.groupSize]
    const end = Math.min(ends.length, counted + groupsAtOnce)
    let at = making.at
    let length = ends[counted - 1] ?? 0
    for (let group = counted; group < end; group += 1) {
      const beyond = Math.min(lengths.length, (group + 1) * size)
      for (let number = group * size; number < beyond; number += 1) {
        const to = at + (lengths[number] as number)
        let letters = 0
        for (let count = 1; at < to; at += 1, count += 1) {
          letters = withLetter(letters, terms.charCodeAt(at))
          if (count < 4) continue
          const place = placeOf(letters)
          if (last[place] === group + 1) continue
          last[place] = group + 1
          counts[place] = (counts[place] as number) + 1
          listed[length] = place
          length += 1
        }
      }
      ends[group] = length
    }
    making.at = at
    making.counted = end
  }

  /** Puts some groups at their places: `#starts` tells where the next one of each goes. */
  #place(making: Making): void {
    const { listed, ends, placed } = making
    const starts = this.#starts
    if (placed === 0) {
      this.#groups = new Uint16Array(ends.at(-1) ?? 0)
      let sum = 0
      for (let place = 0; place <= places; place += 1) {
        const count = starts[place] as number
        starts[place] = sum
        sum += count
      }
    }
    const groups = this.#groups
    const end = Math.min(ends.length, placed + 4 * groupsAtOnce)
    let at = ends[placed - 1] ?? 0
    for (let group = placed; group < end; group += 1) {
      for (; at < (ends[group] as number); at += 1) {
        const place = listed[at] as number
        const next = starts[place] as number
        groups[next] = group
        starts[place] = next + 1
      }
    }
    making.placed = end
    if (end < ends.length) return
    // Each place is where the one after it begins.
    starts.copyWithin(1, 0, places)
    starts[0] = 0
    this.#making = null
  }

  /** The groups that may have a term with this part, of four letters at least, rising. */
  groupsWith(part: string): Uint16Array {
    const lists: Uint16Array[] = []
    let letters = 0
    for (let at = 0; at < part.length; at += 1) {
      letters = withLetter(letters, part.charCodeAt(at))
      if (at < 3) continue
      const place = placeOf(letters)
      lists.push(this.#groups.subarray(this.#starts[place], this.#starts[place + 1]))
    }
    const [first = new Uint16Array(), ...others] = lists.sort((a, b) => a.length - b.length)
    return others.reduce(inBoth, first)
  }
}

/** What is needed only until all is made. */
interface Making {
  readonly terms: string
  readonly lengths: Dictionary['lengths']
  /** The place in `terms` up to which it was looked at. */
  at: number
  /** The last group of each place, and one. */
  readonly last: Uint16Array
  /** Of one group after the other the places of its fours, each once, and where those of each group end. */
  readonly listed: Uint16Array
  readonly ends: Uint32Array
  /** So many groups were counted, and placed. */
  counted: number
  placed: number
}

/** The last four letters of five bits, of other letters than a to z some are alike. */
const withLetter = (letters: number, letter: number): number => ((letters << 5) ^ letter) & 0xfffff
const placeOf = (letters: number): number => Math.imul(letters, 0x9e3779b1) >>> (32 - placeBits)

/** What of one rising list is in another. */
function inBoth(numbers: Uint16Array, others: Uint16Array): Uint16Array {
  const found = new Uint16Array(numbers.length)
  let count = 0
  let at = 0
  for (let own = 0; own < numbers.length; own += 1) {
    const number = numbers[own] as number
    while (at < others.length && (others[at] as number) < number) at += 1
    found[count] = number
    if (others[at] === number) count += 1
  }
  return found.subarray(0, count)
}

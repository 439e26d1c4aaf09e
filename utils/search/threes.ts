import { type Dictionary, groupSize, groupStep } from './segment.ts'

/**
 * Which groups of terms have three letters in a row: where a group lacks three that a part has, none of its terms contains that part.
 * Several threes share their bits, so some groups are named for nothing, and none is left out.
 */
export class Threes {
  readonly #groups: number
  /** 32 groups each, so many for each place of `placeOf`. */
  readonly #width: number
  readonly #bits: Int32Array

  constructor({ terms, lengths, groups }: Pick<Dictionary, 'terms' | 'lengths' | 'groups'>) {
    this.#groups = Math.ceil(lengths.length / groupSize)
    this.#width = Math.ceil(this.#groups / 32)
    this.#bits = new Int32Array(this.#width * places)
    for (let group = 0; group < this.#groups; group += 1)
      this.#add(terms, lengths, group, groups[groupStep * group] ?? 0)
  }

  #add(terms: string, lengths: Dictionary['lengths'], group: number, from: number): void {
    const [bits, width, word, bit] = [this.#bits, this.#width, group >>> 5, 1 << (group & 31)]
    const end = Math.min(lengths.length, (group + 1) * groupSize)
    let at = from
    for (let number = group * groupSize; number < end; number += 1) {
      const next = at + (lengths[number] as number)
      let before = terms.charCodeAt(at)
      let last = terms.charCodeAt(at + 1)
      for (at += 2; at < next; at += 1) {
        const letter = terms.charCodeAt(at)
        const place = placeOf(before, last, letter) * width + word
        bits[place] = (bits[place] as number) | bit
        before = last
        last = letter
      }
      at = next
    }
  }

  /** The groups that may have a term with this part, rising. */
  groupsWith(part: string): number[] {
    const [all, width] = [this.#bits, this.#width]
    const bits = new Int32Array(width).fill(-1)
    for (let at = 2; at < part.length; at += 1) {
      const from = placeOf(part.charCodeAt(at - 2), part.charCodeAt(at - 1), part.charCodeAt(at)) * width
      for (let word = 0; word < width; word += 1) bits[word] = (bits[word] as number) & (all[from + word] as number)
    }
    const groups: number[] = []
    for (let word = 0; word < width; word += 1) {
      for (let left = bits[word] as number; left !== 0; left &= left - 1) {
        const group = word * 32 + 31 - Math.clz32(left & -left)
        if (group < this.#groups) groups.push(group)
      }
    }
    return groups
  }
}

const places = 4_096

/** Where the bits of three letters are. */
const placeOf = (first: number, second: number, third: number): number =>
  Math.imul((((first << 5) ^ second) << 5) ^ third, 0x9e3779b1) >>> 20

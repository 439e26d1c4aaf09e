/**
 * What of terms can be told from two numbers of 32 bits each: which letters they have, and which pairs of letters. It leaves out
 * most terms that can't be meant, and never one that is: several letters or pairs share a bit.
 */
export class Signatures {
  readonly #first: number
  readonly #letters: Uint32Array
  readonly #pairs: Uint32Array

  /**
   * @param terms one after the other
   * @param starts where each starts, and at the end their length
   * @param first number of the first term that is searched
   */
  constructor(terms: string, starts: Uint32Array, first: number) {
    const size = starts.length - 1
    this.#first = first
    this.#letters = new Uint32Array(size)
    this.#pairs = new Uint32Array(size)
    let at = starts[first] ?? 0
    for (let number = first; number < size; number += 1) {
      const end = starts[number + 1] ?? 0
      let [letters, pairs, before] = [0, 0, 0]
      for (const from = at; at < end; at += 1) {
        const letter = terms.charCodeAt(at)
        letters |= letterBit(letter)
        if (at > from) pairs |= pairBit(before, letter)
        before = letter
      }
      this.#letters[number] = letters
      this.#pairs[number] = pairs
    }
  }

  /** The terms that contain a part, rising. */
  containing(part: string, contains: (number: number) => boolean): readonly number[] {
    let wanted = 0
    for (let at = 1; at < part.length; at += 1) wanted |= pairBit(part.charCodeAt(at - 1), part.charCodeAt(at))
    const found: number[] = []
    const pairs = this.#pairs
    for (let number = this.#first; number < pairs.length; number += 1) {
      if (((pairs[number] ?? 0) & wanted) === wanted && contains(number)) found.push(number)
    }
    return found
  }

  /**
   * The terms within so many typing errors of a word, rising. An error takes away one letter at most, and brings one at most.
   *
   * @param isNear whether a term that may be within them is
   */
  alike(word: string, most: number, isNear: (number: number) => boolean): readonly number[] {
    let own = 0
    for (let at = 0; at < word.length; at += 1) own |= letterBit(word.charCodeAt(at))
    const found: number[] = []
    const letters = this.#letters
    for (let number = this.#first; number < letters.length; number += 1) {
      const theirs = letters[number] ?? 0
      if (isBelow(own & ~theirs, most) && isBelow(theirs & ~own, most) && isNear(number)) found.push(number)
    }
    return found
  }
}

/** Whether at most so many bits are set, 2 being the most that is asked. */
function isBelow(bits: number, most: number): boolean {
  const less = bits & (bits - 1)
  return less === 0 ? bits === 0 || most > 0 : most > 1 && (less & (less - 1)) === 0
}

/** One bit for each letter from a to z, and six for all else. */
function letterBit(letter: number): number {
  return letter >= 97 && letter <= 122 ? 1 << (letter - 97) : 1 << (26 + (letter % 6))
}

const pairBit = (first: number, second: number): number => 1 << ((first * 7 + second * 11 + (first >> 2)) & 31)

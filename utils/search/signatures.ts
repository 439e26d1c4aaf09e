/**
 * What of terms can be told from two numbers of 32 bits each: which letters they have, and which pairs of letters. It leaves out
 * most terms that can't be meant, and never one that can: several letters or pairs share a bit.
 */
export class Signatures {
  readonly #first: number
  readonly #letters: Int32Array
  readonly #pairs: Int32Array
  readonly #found: Uint32Array

  /**
   * @param terms one after the other
   * @param starts where each starts, and at the end their length
   * @param first number of the first term that is searched
   */
  constructor(terms: string, starts: Uint32Array, first: number) {
    const size = starts.length - 1
    this.#first = first
    this.#letters = new Int32Array(size)
    this.#pairs = new Int32Array(size)
    this.#found = new Uint32Array(size)
    for (let number = first; number < size; number += 1) {
      const [letters, pairs] = signatureOf(terms, starts[number] ?? 0, starts[number + 1] ?? 0)
      this.#letters[number] = letters
      this.#pairs[number] = pairs
    }
  }

  /** The terms that may contain a part, rising; a view that the next question changes. */
  mayContain(part: string): Uint32Array {
    const [letters, pairs, found] = [this.#letters, this.#pairs, this.#found]
    const [ownLetters, ownPairs] = signatureOf(part, 0, part.length)
    let count = 0
    for (let number = this.#first; number < pairs.length; number += 1) {
      if ((ownPairs & ~(pairs[number] as number)) === 0 && (ownLetters & ~(letters[number] as number)) === 0) {
        found[count++] = number
      }
    }
    return found.subarray(0, count)
  }

  /**
   * The terms that may be within so many typing errors of a word, rising: an error takes one letter away at most, and brings one at
   * most. A view that the next question changes.
   *
   * @param most 2 at most
   */
  mayBe(word: string, most: number): Uint32Array {
    const [letters, found] = [this.#letters, this.#found]
    const [own] = signatureOf(word, 0, word.length)
    let count = 0
    for (let number = this.#first; number < letters.length; number += 1) {
      const theirs = letters[number] as number
      if (areAtMost(own & ~theirs, most) && areAtMost(theirs & ~own, most)) found[count++] = number
    }
    return found.subarray(0, count)
  }
}

/** Whether at most so many bits are set, 2 being the most that is asked. */
function areAtMost(bits: number, most: number): boolean {
  const less = bits & (bits - 1)
  return (most < 2 ? less : less & (less - 1)) === 0
}

function signatureOf(text: string, from: number, to: number): readonly [letters: number, pairs: number] {
  let [letters, pairs, before] = [0, 0, 0]
  for (let at = from; at < to; at += 1) {
    const letter = text.charCodeAt(at)
    letters |= letterBit(letter)
    if (at > from) pairs |= pairBit(before, letter)
    before = letter
  }
  return [letters, pairs]
}

/** One bit for each letter from a to z, and six for all else. */
const letterBit = (letter: number): number =>
  letter >= 97 && letter <= 122 ? 1 << (letter - 97) : 1 << (26 + (letter % 6))

const pairBit = (first: number, second: number): number => 1 << (Math.imul((first << 5) ^ second, 0x85ebca6b) >>> 27)

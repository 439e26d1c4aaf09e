/** Longer terms count as ones of this length. */
const longest = 63

/**
 * The terms by their length, and which letters they have: 32 bits each, some letters share one. It leaves out most
 * terms that a word with typing errors can't be meant as, and none that it can.
 */
export class Signatures {
  /** Numbers of terms by rising length, their letters, and where those of each length start. */
  readonly #numbers: Uint32Array
  readonly #letters: Int32Array
  readonly #starts: Uint32Array
  readonly #found: Uint32Array

  /**
   * @param terms one after the other
   * @param starts where each starts, and at the end their length
   * @param first number of the first term that is searched
   */
  constructor(terms: string, starts: Uint32Array, first: number) {
    const size = starts.length - 1
    const count = Math.max(0, size - first)
    const lengths = new Uint8Array(count)
    for (let number = first; number < size; number += 1) {
      lengths[number - first] = Math.min((starts[number + 1] ?? 0) - (starts[number] ?? 0), longest)
    }
    this.#starts = startsOf(lengths)
    this.#numbers = new Uint32Array(count)
    this.#letters = new Int32Array(count)
    this.#found = new Uint32Array(count)
    const next = this.#starts.slice()
    for (let number = first; number < size; number += 1) {
      const length = lengths[number - first] as number
      const place = next[length] as number
      next[length] = place + 1
      this.#numbers[place] = number
      this.#letters[place] = lettersOf(terms, starts[number] ?? 0, starts[number + 1] ?? 0)
    }
  }

  /**
   * The terms that may be within so many typing errors of a word, rising: an error takes one letter away at most, and brings one at
   * most. A view that the next question changes.
   *
   * @param word shorter than `longest` by `most` at least
   * @param most 2 at most
   */
  mayBe(word: string, most: number): Uint32Array {
    const [letters, found] = [this.#letters, this.#found]
    const own = lettersOf(word, 0, word.length)
    const end = this.#starts[word.length + most + 1] as number
    let count = 0
    for (let place = this.#starts[Math.max(0, word.length - most)] as number; place < end; place += 1) {
      const theirs = letters[place] as number
      if (areAtMost(own & ~theirs, most) && areAtMost(theirs & ~own, most))
        found[count++] = this.#numbers[place] as number
    }
    return found.subarray(0, count).sort()
  }
}

/** Where those of each length start, and at the end where the longest end. */
function startsOf(lengths: Uint8Array): Uint32Array {
  const starts = new Uint32Array(longest + 2)
  for (const length of lengths) starts[length + 1] = (starts[length + 1] as number) + 1
  for (let length = 1; length < starts.length; length += 1) {
    starts[length] = (starts[length] as number) + (starts[length - 1] as number)
  }
  return starts
}

/** Whether at most so many bits are set, 2 being the most that is asked. */
function areAtMost(bits: number, most: number): boolean {
  const less = bits & (bits - 1)
  return (most < 2 ? less : less & (less - 1)) === 0
}

function lettersOf(text: string, from: number, to: number): number {
  let letters = 0
  for (let at = from; at < to; at += 1) letters |= letterBit(text.charCodeAt(at))
  return letters
}

/** One bit for each letter from a to z, and six for all else. */
const letterBit = (letter: number): number =>
  letter >= 97 && letter <= 122 ? 1 << (letter - 97) : 1 << (26 + (letter % 6))

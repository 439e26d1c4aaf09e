import { longerScores } from './answers.ts'
import { type DictionaryPart, type HeldBy, holdingIn, tableOf } from './dictionary-parts.ts'
import { shortestPart } from './lexicon.ts'
import { blockSize } from './segment.ts'
import { doubleVowel } from './stem.ts'
import type { PostingPlaces } from './term-table.ts'
import { termOf } from './words.ts'

/** What of a dictionary must be read to know words: their terms. */
export const termsFor = (words: readonly string[]): readonly string[] => [
  ...new Set(words.flatMap((word) => [termOf(word), word])),
]

/** What a word is found as where it is a term itself. */
export interface KnownWord {
  /** Numbers among the terms that were looked up, those of its stem first. */
  readonly terms: readonly number[]
  /** Postings of all terms that hold it, these among them; null where that is not known. */
  readonly all: number | null
  /** What a longer one scores at best, by what the word is worth. */
  readonly mostOfLonger: number
}

const unknown: KnownWord = { terms: [], all: null, mostOfLonger: longerScores.at(-1) ?? 0 }

/** What a few words are found as in a dictionary, of which only the parts are read that have their terms. */
export class KnownWords implements PostingPlaces {
  readonly blocks: number
  readonly #words: readonly KnownWord[]
  readonly #places: { readonly from: number; readonly bytes: number; readonly count: number }[] = []

  /**
   * @param partWith the part that has a term if any has
   * @param postings bytes of all postings
   *
   * Throws `DamagedIndex` where a part does not fit itself.
   */
  constructor(words: readonly string[], partWith: (term: string) => DictionaryPart | null, postings: number) {
    this.blocks = Math.ceil(postings / blockSize)
    const lookUp = (term: string) => {
      const part = partWith(term)
      if (part === null) return null
      const table = tableOf(part)
      const [own] = table.termsEqual(term)
      if (own === undefined) return null
      const count = table.count(own)
      const number = this.#places.push({ from: table.from(own), bytes: table.bytes(own), count }) - 1
      return { number, count, part, own }
    }
    this.#words = words.map((word) => {
      const term = termOf(word)
      const stem = lookUp(term)
      const other = word === term ? null : lookUp(word)
      const found = [stem, other].filter((one) => one !== null)
      const held = stem === null ? null : holdingOf(word, term, stem.part, stem.own)
      return {
        terms: found.map(({ number }) => number),
        all: stem === null || held === null ? null : stem.count + held.count,
        mostOfLonger: held?.most ?? unknown.mostOfLonger,
      }
    })
  }

  /** @param at place of the word among those that were looked up */
  word(at: number): KnownWord {
    return this.#words[at] ?? unknown
  }

  get terms(): readonly number[] {
    return [...this.#places.keys()]
  }

  /**
   * Whether what has the words themselves can be ranked by these alone: of several the worth must be known, which orders what has a
   * word by itself no otherwise.
   */
  get isEnough(): boolean {
    return this.#words.length === 1
      ? this.terms.length > 0
      : this.#words.every(({ terms, all }) => terms.length > 0 && all !== null)
  }

  from(number: number): number {
    return this.#places[number]?.from ?? 0
  }

  bytes(number: number): number {
    return this.#places[number]?.bytes ?? 0
  }

  count(number: number): number {
    return this.#places[number]?.count ?? 0
  }
}

/** What else holds a word, by what else holds its stem; null where that does not tell. @param own number of the stem in its part */
function holdingOf(word: string, term: string, part: DictionaryPart, own: number): HeldBy | null {
  // What holds the word holds its stem, where that is how it begins.
  const isBeginning = word === term || (word.startsWith(term) && term.length >= shortestPart)
  if (!isBeginning && word !== doubleVowel(term)) return null
  const held = holdingIn(part.held, own)
  if (isBeginning) return held
  const doubled = holdingIn(part.doubled, own)
  return { count: held.count + doubled.count, most: Math.max(held.most, doubled.most) }
}

import { longerScores } from '../query/answers.ts'
import { doubledOf, doubleVowel } from '../words/stem.ts'
import { termOf } from '../words/words.ts'
import type { HeldBy, KnownTerm } from './dictionary-parts.ts'
import { shortestPart } from './lexicon.ts'
import type { PostingPlaces } from './term-table.ts'

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

/** What a few words are found as in a dictionary, of which only their terms are read. */
export class KnownWords implements PostingPlaces {
  readonly #words: readonly KnownWord[]
  /** Of each term by where they begin, one after the other. */
  readonly postings = new Map<number, Uint8Array>()
  readonly #places: { readonly from: number; readonly bytes: number; readonly count: number }[] = []
  #end = 0

  /**
   * @param look looks a term up; null where it is none
   *
   * Throws `DamagedIndex` where what is looked up does not fit itself.
   */
  constructor(words: readonly string[], look: (term: string) => KnownTerm | null) {
    const lookUp = (term: string) => {
      const known = look(term)
      if (known === null) return null
      const [from, bytes] = [this.#end, known.postings.length]
      const number = this.#places.push({ from, bytes, count: known.count }) - 1
      this.postings.set(from, known.postings)
      this.#end += bytes
      return { number, known }
    }
    this.#words = words.map((word) => {
      const term = termOf(word)
      const stem = lookUp(term)
      const other = word === term ? null : lookUp(word)
      const found = [stem, other].filter((one) => one !== null)
      const held = stem === null ? null : holdingOf(word, term, stem.known)
      return {
        terms: found.map(({ number }) => number),
        all: stem === null || held === null ? null : stem.known.count + held.count,
        mostOfLonger: held?.most ?? unknown.mostOfLonger,
      }
    })
  }

  /** @param at place of the word among those that were looked up */
  word(at: number): KnownWord {
    return this.#words[at] ?? unknown
  }

  /**
   * Whether what has the words themselves can be ranked by these alone: of several the worth must be known, which orders what has a
   * word by itself no otherwise.
   */
  get isEnough(): boolean {
    return this.#words.length === 1
      ? this.#places.length > 0
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

/** What else holds a word, by what else holds its stem; null where that does not tell. */
function holdingOf(word: string, term: string, stem: KnownTerm): HeldBy | null {
  // Which of its forms are looked for: see `partsFor`.
  const isBeginning = word === term || (word.startsWith(term) && term.length >= shortestPart)
  if (!isBeginning && word !== doubleVowel(term)) return null
  const held = stem.held()
  if (isBeginning && doubledOf(word, term) === null) return held
  const doubled = stem.doubled()
  return { count: held.count + doubled.count, most: Math.max(held.most, doubled.most) }
}

import type { Answer } from '../query/answers.ts'

/** By what a word is held that much holds. */
export interface Held {
  readonly answers: readonly Answer[]
  /** Postings of the answers. */
  readonly count: number
  /** Of each findable the place of its score (`levelsOf`), 0 where it does not hold the word. */
  readonly levels: Uint8Array
}

/** Bytes of `levels` that are kept, the last ones in any case. */
const mostBytes = 4_000_000

/** The words that much holds, those last asked for: who types on, or sorts anew, asks for the same ones with every key. */
export class Remembered {
  readonly #words = new Map<string, Held>()

  get(word: string): Held | undefined {
    return this.#words.get(word)
  }

  put(word: string, held: Held): void {
    this.#words.delete(word)
    this.#words.set(word, held)
    const most = Math.max(1, Math.floor(mostBytes / Math.max(1, held.levels.length)))
    for (const first of this.#words.keys()) {
      if (this.#words.size <= most) return
      this.#words.delete(first)
    }
  }
}

import { fieldSign } from '../segment/segment.ts'
import { distanceTo, forgiven, longestCompared } from './distance.ts'
import { Fours } from './fours.ts'
import { Signatures } from './signatures.ts'
import { type Terms, TermTable } from './term-table.ts'

/** Shorter words are found whole, or at the start of a longer one, or not at all: they are parts of nearly everything. */
export const shortestPart = 4
export const shortestStart = 3

/** Whether a field's value is found by another: `pvda` by «groenlinks pvda», but `ez` not in «volksgezondheid». */
export const valueContains = (value: string, part: string): boolean =>
  part.length < shortestPart ? ` ${value}`.includes(` ${part}`) : value.includes(part)

/**
 * The terms that a word is found in, or may have been meant as, and those of fields.
 *
 * Throws `DamagedIndex` where the parts of the dictionary don't fit each other.
 */
export class Lexicon extends TermTable {
  /** Field terms stand before all words. */
  readonly #firstWord: number
  #fours: Fours | null = null
  #signatures: Signatures | null = null

  constructor(dictionary: Terms) {
    super(dictionary)
    this.#firstWord = this.lowerBound(String.fromCharCode(fieldSign.charCodeAt(0) + 1))
  }

  /** Does one piece of what makes later searches quick, some milliseconds; whether there was any to do. */
  prepareSome(): boolean {
    this.#fours ??= new Fours(this.dictionary)
    if (!this.#fours.isMade) this.#fours.makeSome()
    else if (!this.isAllKnown) this.lookAtAll()
    else if (this.#signatures === null) this.#signed()
    else return false
    return true
  }

  /** The terms that are this one, start with it or contain it. */
  termsWith(part: string): readonly number[] {
    if (part.length >= shortestPart) return this.#termsContaining(part)
    if (part.length < shortestStart) return this.termsEqual(part)
    const { from, to } = this.beginning(part)
    return range(from, to)
  }

  #termsContaining(part: string): readonly number[] {
    const found: number[] = []
    const { from, to } = this.beginning(part)
    const groups = this.#fours?.isMade ? this.#fours.groupsWith(part) : null
    this.#scan(part, this.#firstWord, from, groups, found)
    for (let number = from; number < to; number += 1) found.push(number)
    this.#scan(part, to, this.size, groups, found)
    return found
  }

  /**
   * Finds the terms from one up to another that have a part in them, by looking through their text.
   *
   * @param groups that may have such terms, rising; null where that is not known yet
   */
  #scan(part: string, from: number, to: number, groups: Uint16Array | null, found: number[]): void {
    // To look through all of the text at once is as quick as to look through half of it.
    const size = this.#fours?.groupSize ?? 1
    if (groups === null || groups.length * 2 * size > this.size) {
      this.#scanText(part, from, to, found)
      return
    }
    for (let at = 0; at < groups.length; ) {
      const first = groups[at] as number
      let beyond = first
      for (; groups[at] === beyond; at += 1) beyond += 1
      this.#scanText(part, Math.max(from, first * size), Math.min(to, beyond * size), found)
    }
  }

  #scanText(part: string, from: number, to: number, found: number[]): void {
    if (from >= to) return
    const start = this.startOf(from)
    const text = this.dictionary.terms.slice(start, this.startOf(to))
    let number = from
    for (let at = text.indexOf(part); at >= 0; ) {
      number = this.termAt(start + at, number)
      const beyond = (this.starts[number + 1] as number) - start
      // It may begin in one term and end in the next.
      const isWhole = at + part.length <= beyond
      if (isWhole) found.push(number)
      at = text.indexOf(part, isWhole ? beyond : at + 1)
    }
  }

  /** The terms that a word with typing errors may have been meant as. */
  termsLike(word: string): readonly number[] {
    const most = forgiven(word.length)
    if (most === 0 || word.length > longestCompared) return []
    const { terms } = this.dictionary
    const [signatures, starts] = [this.#signed(), this.starts]
    const distance = distanceTo(word, most)
    const found: number[] = []
    for (const number of signatures.mayBe(word, most)) {
      const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0]
      if (distance(terms, from, to) <= most) found.push(number)
    }
    return found
  }

  #signed(): Signatures {
    if (this.#signatures === null) {
      this.lookAtAll()
      this.#signatures = new Signatures(this.dictionary.terms, this.starts, this.#firstWord)
    }
    return this.#signatures
  }

  /**
   * The terms of a field whose value contains this one, where that is short at the start of a word; `whole`, is it or begins with it and
   * a space.
   */
  fieldTerms(field: string, value: string, whole: boolean): readonly number[] {
    const start = `${fieldSign}${field}=`
    if (!whole) {
      return this.#ofField(start).filter((number) => valueContains(this.term(number).slice(start.length), value))
    }
    const own = `${start}${value}`
    return range(this.lowerBound(own), this.lowerBound(`${own} \uffff`)).filter((number) => {
      const term = this.term(number)
      return term === own || term.startsWith(`${own} `)
    })
  }

  /** All values of a field. */
  values(field: string): readonly string[] {
    const start = `${fieldSign}${field}=`
    return this.#ofField(start).map((number) => this.term(number).slice(start.length))
  }

  #ofField(start: string): readonly number[] {
    return range(this.lowerBound(start), this.lowerBound(`${start}\uffff`))
  }
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

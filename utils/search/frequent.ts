import { ByteReader, ByteWriter } from './bytes.ts'
import { type DictionaryPart, packedHolding, tableOf } from './dictionary-parts.ts'
import type { Beyond } from './holding.ts'
import { shortestPart } from './lexicon.ts'
import { fieldSign, groupSize, groupStep, longPostings } from './segment.ts'
import { doubleVowel, stem } from './stem.ts'
import { type Terms, TermTable } from './term-table.ts'
import { termOf } from './words.ts'

/** The frequent terms of a dictionary as a part of their own, which is read sooner than the parts that have them. */
export interface Frequent {
  readonly part: DictionaryPart
  /** Other terms of which one of them is the stem: such a word is found as either. */
  readonly forms: readonly string[]
}

/**
 * The words whose postings are long.
 *
 * @param pause is awaited between terms, so that whoever runs it can let others go first
 */
export async function frequentOf(
  dictionary: Terms,
  { held, doubled }: Beyond,
  pause: () => Promise<void> | undefined,
): Promise<Frequent> {
  const { terms, lengths, sizes, many, groups } = dictionary
  const table = new TermTable(dictionary)
  const reader = new ByteReader(many)
  const writer = new ByteWriter()
  const [numbers, texts, ownGroups, forms]: [number[], string[], number[], string[]] = [[], [], [], []]
  let [at, chars, inLong] = [0, 0, groups[groupStep - 1] ?? 0]
  const endGroup = () => ownGroups.push(chars, writer.length, 0, 0, inLong)
  for (let number = 0; number < lengths.length; number += 1) {
    const text = terms.slice(at, at + (lengths[number] ?? 0))
    at += text.length
    if (sizes[number] !== 0) continue
    const [count, bytes] = [reader.number(), reader.number()]
    if (bytes < longPostings) continue
    // Fields stand before all words.
    if (text.startsWith(fieldSign)) {
      inLong += bytes
      continue
    }
    if (texts.length % groupSize === 0) endGroup()
    texts.push(text)
    numbers.push(number)
    writer.number(count)
    writer.number(bytes)
    chars += text.length
    inLong += bytes
    forms.push(...formsOf(table, text))
    const waiting = pause()
    if (waiting !== undefined) await waiting
  }
  endGroup()
  const of = ({ counts, best }: Beyond['held']) =>
    packedHolding(
      {
        counts: Uint32Array.from(numbers, (own) => counts[own] ?? 0),
        best: Uint8Array.from(numbers, (own) => best[own] ?? 0),
      },
      0,
      numbers.length,
    )
  const part = {
    terms: texts.join(''),
    lengths: Uint16Array.from(texts, ({ length }) => length),
    sizes: new Uint8Array(texts.length),
    many: writer.bytes.slice(),
    groups: Uint32Array.from(ownGroups),
    held: of(held),
    doubled: of(doubled),
  }
  return { part, forms }
}

/** The longer terms of which this is the stem. */
function formsOf(table: TermTable, term: string): readonly string[] {
  const { from, to } = table.beginning(term)
  const longer = Array.from({ length: to - from }, (_, at) => table.term(from + at))
  return longer.filter((other) => other !== term && stem(other) === term)
}

/** Whether all of these words are found as frequent terms, each as one. */
export function areFrequent({ part, forms }: Frequent, words: readonly string[]): boolean {
  const table = tableOf(part)
  return words.every((word) => {
    const term = termOf(word)
    if (table.termsEqual(term).length === 0) return false
    // No term ends in a vowel that is doubled: it is a stem.
    if (word === term || word === doubleVowel(term)) return true
    return word.startsWith(term) && term.length >= shortestPart && !forms.includes(word)
  })
}

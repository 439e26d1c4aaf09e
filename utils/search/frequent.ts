import { ByteReader, ByteWriter } from './bytes.ts'
import { Lexicon, shortestPart, type Terms } from './lexicon.ts'
import { fieldSign, groupSize, groupStep, longPostings } from './segment.ts'
import { stem } from './stem.ts'
import { termOf } from './words.ts'

/**
 * The frequent terms of a dictionary as one of their own, which is read in no time; their postings lie where they lay. With what else there
 * is of each, so that much can be said of a word before all terms are read.
 */
export interface Frequent extends Terms {
  /** Of each: the postings of all terms that hold it, its own among them. */
  readonly holding: Uint32Array<ArrayBuffer>
  /** Other terms of which one of them is the stem: such a word is found as either. */
  readonly forms: readonly string[]
}

/** The terms whose postings are long. */
export function frequentTerms({ terms, lengths, sizes, many, groups }: Terms): Terms {
  const reader = new ByteReader(many)
  const writer = new ByteWriter()
  const [texts, ownGroups]: [string[], number[]] = [[], []]
  let [at, chars, inLong] = [0, 0, groups[groupStep - 1] ?? 0]
  const endGroup = () => ownGroups.push(chars, writer.length, 0, 0, inLong)
  for (let number = 0; number < lengths.length; number += 1) {
    const text = terms.slice(at, at + (lengths[number] ?? 0))
    at += text.length
    if (sizes[number] !== 0) continue
    const [count, bytes] = [reader.number(), reader.number()]
    if (bytes < longPostings) continue
    if (texts.length % groupSize === 0) endGroup()
    texts.push(text)
    writer.number(count)
    writer.number(bytes)
    chars += text.length
    inLong += bytes
  }
  endGroup()
  return {
    terms: texts.join(''),
    lengths: Uint16Array.from(texts, ({ length }) => length),
    sizes: new Uint8Array(texts.length),
    many: writer.bytes.slice(),
    groups: Uint32Array.from(ownGroups),
  }
}

/** @param pause is awaited between terms, so that whoever runs it can let others go first */
export async function frequentOf(dictionary: Terms, pause: () => Promise<void> | undefined): Promise<Frequent> {
  const frequent = frequentTerms(dictionary)
  return { ...frequent, ...(await lookedFor(frequent, dictionary, pause)) }
}

const manyLookedFor = 50

/** What there is of some terms of a dictionary among all of it; of its fields nothing is told. */
export async function lookedFor(
  { terms, lengths }: Pick<Terms, 'terms' | 'lengths'>,
  dictionary: Terms,
  pause: () => Promise<void> | undefined,
): Promise<Pick<Frequent, 'holding' | 'forms'>> {
  const holding = new Uint32Array(lengths.length)
  const forms: string[] = []
  const lexicon = new Lexicon(dictionary)
  // Many are looked for sooner in what was prepared.
  while (lengths.length > manyLookedFor && lexicon.prepareSome()) await pause()
  let at = 0
  for (const [number, length] of lengths.entries()) {
    const term = terms.slice(at, at + length)
    at += length
    if (term.startsWith(fieldSign)) continue
    holding[number] = lexicon.termsWith(term).reduce((sum, one) => sum + lexicon.count(one), 0)
    forms.push(...formsOf(lexicon, term))
    const waiting = pause()
    if (waiting !== undefined) await waiting
  }
  return { holding, forms }
}

/** The longer terms of which this is the stem. */
function formsOf(lexicon: Lexicon, term: string): readonly string[] {
  const { from, to } = lexicon.beginning(term)
  const longer = Array.from({ length: to - from }, (_, at) => lexicon.term(from + at))
  return longer.filter((other) => other !== term && stem(other) === term)
}

/**
 * The frequent term that a word is found as; null where it is none, or may be found as another too.
 *
 * @param lexicon of these terms
 */
export function frequentTerm({ forms }: Frequent, lexicon: Lexicon, word: string): number | null {
  const term = termOf(word)
  const [number] = lexicon.termsEqual(term)
  if (number === undefined) return null
  const isFoundAsIt = word === term || (word.startsWith(term) && term.length >= shortestPart && !forms.includes(word))
  return isFoundAsIt ? number : null
}

import { fieldSign, type Segment } from '../segment/segment.ts'
import { doubleVowel, stem } from '../words/stem.ts'
import { termOf } from '../words/words.ts'
import { heldBy, type KnownTerm, packedHeld } from './dictionary-parts.ts'
import type { Beyond } from './holding.ts'
import { shortestPart } from './lexicon.ts'
import { TermTable } from './term-table.ts'

/**
 * A term whose postings are long, with all that the first search of a page wants of it: so it can be asked for by the
 * word alone, before it is known which segments there are.
 */
export interface LongTerm {
  readonly postings: Uint8Array<ArrayBuffer>
  /** How many postings. */
  readonly count: number
  /** What else holds it (`packedHeld`). */
  readonly held: number
  readonly doubled: number
  /** Other terms of which it is the stem: such a word is found as either. */
  readonly forms: readonly string[]
}

/** By term, in order. @param pause is awaited between terms, so that whoever runs it can let others go first */
export async function longTermsOf(
  segment: Segment,
  { held, doubled }: Beyond,
  pause: () => Promise<void> | undefined,
): Promise<ReadonlyMap<string, LongTerm>> {
  const table = new TermTable(segment)
  const found = new Map<string, LongTerm>()
  for (const number of table.longTerms) {
    const term = table.term(number)
    const from = table.from(number)
    found.set(term, {
      postings: segment.postings.slice(from, from + table.bytes(number)),
      count: table.count(number),
      held: packedHeld(held, number),
      doubled: packedHeld(doubled, number),
      forms: term.startsWith(fieldSign) ? [] : formsOf(table, term),
    })
    const waiting = pause()
    if (waiting !== undefined) await waiting
  }
  return found
}

/** The longer terms of which this is the stem. */
function formsOf(table: TermTable, term: string): readonly string[] {
  const { from, to } = table.beginning(term)
  const longer = Array.from({ length: to - from }, (_, at) => table.term(from + at))
  return longer.filter((other) => other !== term && stem(other) === term)
}

/** What is known of it. */
export const knownLong = ({ postings, count, held, doubled }: LongTerm): KnownTerm => ({
  postings,
  count,
  held: () => heldBy(held),
  doubled: () => heldBy(doubled),
})

/** Whether a word is found as its stem and nothing else. @param of the stem */
export function isFoundAs(word: string, { forms }: LongTerm): boolean {
  const term = termOf(word)
  // No term ends in a vowel that is doubled: it is a stem.
  if (word === term || word === doubleVowel(term)) return true
  return word.startsWith(term) && term.length >= shortestPart && !forms.includes(word)
}

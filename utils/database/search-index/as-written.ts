import { termOf, wordsIn } from '../../search/words/words.ts'

/** Terms of the index as the words, folded, that a text first has of them; a term that no text has is given as it is. */
export function asWritten(terms: readonly string[], texts: Iterable<string>): readonly string[] {
  const sought = new Set(terms)
  const written = new Map<string, string>()
  for (const text of texts) {
    if (sought.size === 0) break
    for (const word of wordsIn(text)) {
      const term = termOf(word)
      if (sought.delete(term)) written.set(term, word)
    }
  }
  return terms.map((term) => written.get(term) ?? term)
}

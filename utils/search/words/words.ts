import { stem } from './stem.ts'

/** Longer runs of letters (addresses, tables without spaces) are cut: nobody types more. */
const longestWord = 40

/** What is repeated has a bound, here and in `fold`: of some millions of letters without one an expression has no room to go back. */
const wordForm = new RegExp(`(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]{1,${longestWord}}`, 'gu')

/** A text without case, diacritics and soft hyphens, which stand within words that are copied from a page. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad]/gu, '')
    .toLowerCase()
}

/** A text of at most so many UTF-16 units, none of them half a letter. */
export const cutOff = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** The words of a text in order, folded; the same word may come more than once. */
export function wordsIn(text: string): readonly string[] {
  return (fold(text).match(wordForm) ?? []).map((word) => cutOff(word, longestWord))
}

const stems = new Map<string, string>()
const mostStems = 50_000

/** What a folded word is indexed under. Words return often, so their terms are remembered. */
export function termOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const term = stem(word)
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, term)
  return term
}

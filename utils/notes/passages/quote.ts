/**
 * A passage, told in the ways of the W3C Web Annotation model: by its place, and by its words with the words around them.
 * All of the normal text (`normal-text.ts`).
 */
export interface Quote {
  /** The words themselves. */
  readonly exact: string
  /** Up to 32 characters before and after them. */
  readonly prefix: string
  readonly suffix: string
  /** UTF-16 offsets in the normal text that the passage was taken from. */
  readonly start: number
  readonly end: number
}

/** Characters of context that a quote remembers. */
export const contextLength = 32
/** Characters of the longest passage: about four pages. */
export const longestQuote = 10_000

/** The quote of a stretch of a normal text; null where there are no words in it, or too many. */
export function quoteOf(text: string, start: number, end: number): Quote | null {
  const chosen = text.slice(start, end)
  const from = start + (chosen.length - chosen.trimStart().length)
  const exact = chosen.trim()
  if (exact === '' || exact.length > longestQuote) return null
  const to = from + exact.length
  return {
    exact,
    prefix: text.slice(Math.max(0, from - contextLength), from),
    suffix: text.slice(to, to + contextLength),
    start: from,
    end: to,
  }
}

/** Letters that are written from right to left (Unicode's `Bidi_Class` R and AL), by their blocks. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Characters of a text up to which each paragraph may have its own direction: in one of so many a key takes Chromium 25
 * milliseconds.
 */
const longestDirected = 50_000

/**
 * How each paragraph of a text gets the direction of its own words (`unicode-bidi`): notes quote in any language. Only
 * where any runs from right to left, since Chromium's time for it grows with the square of a paragraph: for a million
 * characters it takes half a minute.
 */
export const paragraphBidi = (text: string): 'plaintext' | '' =>
  text.length <= longestDirected && rightToLeft.test(text) ? 'plaintext' : ''

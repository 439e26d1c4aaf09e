/** Single signs with a blank between them. */
const signs = /^\S(?: \S)*$/

/** The signs of a word or a number behind such a word (`E N`, `1 2`) without their blanks; null for anything else. */
export function furtherSpaced(text: string): string | null {
  return signs.test(text) ? text.replaceAll(' ', '') : null
}

/** A letter, or none of the signs and figures that hold no letters: beyond ASCII the punctuation and the currencies. Large letters have two halves. */
const mayBeLetter = String.raw`[\ud800-\udbff]?[^\0-@[-\`{-\u00a9\u2000-\u206f\u20a0-\u20cf]`
/** Cheap and complete: three letters or more that stand alone behind another sign. */
const spaced = new RegExp(` ${mayBeLetter} ${mayBeLetter} ${mayBeLetter}`)

/**
 * Headings are often set with wide letter spacing, which pdf.js reads as a space after each letter: `V R A A G` is one
 * word. At least four single letters in a row, so that `a b c` and initials stay as they are; digits never, since rows
 * of figures look the same.
 */
export function joinLetterSpaced(text: string): string {
  // Nearly all texts end here, at a fraction of the price.
  if (!spaced.test(text)) return text
  return text.replace(/(?<![\p{L}\p{N}])\p{L}(?: \p{L}){3,}(?![\p{L}\p{N}])/gu, (word) => word.replaceAll(' ', ''))
}

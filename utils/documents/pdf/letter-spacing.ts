/**
 * Headings are often set with wide letter spacing, which pdf.js reads as a space after each letter: `V R A A G` is one
 * word. At least four single letters in a row, so that `a b c` and initials stay as they are; digits never, since rows
 * of figures look the same.
 */
export function joinLetterSpaced(text: string): string {
  // Nearly all texts end here, at a fraction of the price.
  if (!/ \S \S/.test(text)) return text
  return text.replace(/(?<![\p{L}\p{N}])\p{L}(?: \p{L}){3,}(?![\p{L}\p{N}])/gu, (word) => word.replaceAll(' ', ''))
}

import type { Annotation } from './annotation.ts'

/** Characters of the text that a reply begins with. */
const longestAnswered = 500

/**
 * The text of a note that is made of an annotation: what it marks, or the text that it answers, quoted before
 * its own words.
 *
 * @param answered the text that it answers; null where it answers none
 * @param author whose words they are, where that is not the user; null where it is
 */
export function bodyOf({ text, quote }: Annotation, answered: string | null, author: string | null): string {
  const quoted = answered === null ? (quote?.exact ?? '') : shortened(answered)
  const own = author === null ? text.trim() : `**${author}:** ${text.trim()}`.trimEnd()
  return [quotation(quoted), own].filter((part) => part !== '').join('\n\n')
}

const shortened = (text: string): string =>
  text.length <= longestAnswered ? text : `${text.slice(0, longestAnswered).trimEnd()}…`

const quotation = (words: string): string =>
  words.trim() === ''
    ? ''
    : words
        .trim()
        .split(/\r?\n/)
        .map((line) => `> ${line}`.trimEnd())
        .join('\n')

/**
 * Numbers are written in one piece, or in groups of three digits from their end: the dossier `36410` as `36 410`, the amount `50000` as
 * `50.000`. In the index a number in groups is a word in one piece too; of years nobody makes groups.
 */

const year = /^(?:19|20)\d\d$/

/** The groups of a number in one piece; null of what is none, or is not written in groups. */
export function groupsOf(word: string): readonly string[] | null {
  if (!/^[1-9]\d{3,11}$/.test(word) || year.test(word)) return null
  return word.match(/\d{1,3}(?=(?:\d{3})*$)/g)
}

/** Whether a number is written in groups: within the digits of another it is not what is meant. */
export const isGrouped = (word: string): boolean => groupsOf(word) !== null

/** Whether a term has nothing but digits, and these only within. */
export const isWithinNumber = (term: string, number: string): boolean => !term.startsWith(number) && /^\d+$/.test(term)

/**
 * What may be a number in groups in a text, with the sign between them: three digits are the first of its groups where none stands before
 * them («1 250 000»), and none follows the last.
 */
const written =
  /(?<!\d[.,]?)(?:[1-9]\d?|(?<!(?<![\d.])\d{1,3}\s)[1-9]\d\d)([.\s])\d{3}(?:\1\d{3}){0,2}(?!\d|\.\d|\1\d{3}(?!\d))/g

/** What is certain to be one in a query, where «3 100» may be two: a dossier with a space, a number with points or with zeros («3 000»). */
const typedNumber =
  /(?<![\p{L}\d][-.,:/]?)(?:\d\d\s\d{3}(?!\s\d{3}(?!\d))|[1-9]\d{0,2}(?:\s\d{3}){0,2}\s000|[1-9]\d{0,2}(?:\.\d{3})+)(?!\d|[./]\d|\p{L})/gu

const digitsOf = (number: string): string => number.replaceAll(/\D/g, '')

function inOnePiece(number: string): string {
  const whole = digitsOf(number)
  return isGrouped(whole) ? whole : number
}

/** What was typed with its numbers in one piece. */
export const typedInFull = (typed: string): string => typed.replaceAll(typedNumber, inOnePiece)

/** A text with its numbers in one piece. */
export const textInFull = (text: string): string => text.replaceAll(written, inOnePiece)

/** The numbers that a text has in groups, each in one piece. */
export const numbersIn = (text: string): readonly string[] =>
  (text.match(written) ?? []).map(digitsOf).filter(isGrouped)

import { fold } from './words.ts'

/**
 * Numbers are written in one piece, or in groups of three digits from their end: the dossier `36410` as `36 410`, the amount `50000` as
 * `50.000`. In a text the groups are words of their own; of years nobody makes groups.
 */

const year = /^(?:19|20)\d\d$/

/** The groups of a number in one piece; null of what is none, or is not written in groups. */
export function groupsOf(word: string): readonly string[] | null {
  if (!/^[1-9]\d{3,11}$/.test(word) || year.test(word)) return null
  return word.match(/\d{1,3}(?=(?:\d{3})*$)/g)
}

/** A dossier with a space, or a number with points, where nothing goes on before or behind it. */
const grouped = /(?<![\p{L}\d][-.,:/]?)(?:\d\d\s\d{3}|[1-9]\d{0,2}(?:\.\d{3})+)(?!\d|[./]\d|\p{L})/gu

/** A text with its numbers in one piece. */
export const inFull = (text: string): string =>
  text.replaceAll(grouped, (number) => {
    const whole = number.replaceAll(/\D/g, '')
    return groupsOf(whole) === null ? number : whole
  })

/** Whether a text has a number in these groups. */
export function groupedIn(groups: readonly string[]): (text: string) => boolean {
  const written = new RegExp(`(?<!\\d[. ]?)${groups.join('[. ]')}(?![\\d]|[. ]\\d{3}(?!\\d))`)
  const first = groups.at(-1) ?? ''
  return (text) => text.includes(first) && written.test(fold(text).replaceAll(/\s/g, ' '))
}

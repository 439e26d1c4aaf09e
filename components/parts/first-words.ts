/** Characters that are shown of what was searched for: it may have been pasted. */
export const longestWords = 100

/**
 * The beginning of a text on one line, for where it is named and not read.
 *
 * @param most characters, the sign included that it goes on
 */
export function firstWords(text: string, most: number): string {
  // What lies behind may be twenty thousand words.
  const line = text
    .trim()
    .slice(0, most * 4)
    .replace(/\s+/gu, ' ')
  return line.length > most
    ? `${line
        .slice(0, most - 1)
        .trimEnd()
        .toWellFormed()}…`
    : line
}

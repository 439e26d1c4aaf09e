import type { Raised } from './rows.ts'

/** A mark that a line break parted from its word: `… elektronisch.` / `2 Deze richtlijnen …`. */
export function leadingMark(text: string, mark: string): Raised | null {
  if (!text.startsWith(mark)) return null
  const after = text.slice(mark.length)
  return /^\s+\p{L}/u.test(after) && !counted.test(after) ? { start: 0, end: mark.length } : null
}

/** Behind a figure: «3 op de 10 scholen», «12 gemeenten». */
const counted =
  /^\s(?:op|van) de \d|^\s(?:procent|miljoen|miljard|euro|jaar|jaren|maanden|weken|dagen|uur|keer|maal|fte|personen|mensen|kinderen|gemeenten|provincies|landen|aanvragen|gevallen|zaken|meldingen|instellingen)\b/

/**
 * A mark as typed in answers that go out as Word files: `bericht? 1)`, `bericht? [1]`, `bericht?[1]`. The bracket of «(36 410, nr. 2)» closes
 * what was opened before.
 */
export function bracketedMark(text: string, mark: string): Raised | null {
  if (!text.includes(`${mark})`) && !text.includes(`${mark}]`)) return null
  const marks = new RegExp(`(?:(?:\\s|(?<=[?!.,;»”’]))\\(?${mark}\\)|(?<=\\S)\\s?\\[${mark}\\])(?=\\s|$|[.,;:?!])`, 'g')
  let open = 0
  let from = 0
  for (const { 0: whole, index } of text.matchAll(marks)) {
    for (; from < index; from += 1) {
      if (text[from] === '(') open += 1
      else if (text[from] === ')') open = Math.max(0, open - 1)
    }
    const closes = open > 0 && /^\s?\d/.test(whole)
    if (!closes && !numberedWord.test(text.slice(Math.max(0, index - longestNumbered), index)))
      return { start: index, end: index + whole.length }
  }
  return null
}

/** What a number and not a note's mark stands behind. */
const numberedWord = /(?<!\p{L})(?:(?:nrs?|blz|pp?|art)\.|[Vv]ra(?:ag|gen)|[Aa]ntwoord(?:en)?)$/u
const longestNumbered = 12

/**
 * Where a mark is glued to the word or stop before it (`onderzoek.90`, `(KNMI)1`). Short words in capitals
 * carry numbers of their own (`G20`, `CO2`, `A4`).
 */
export function gluedMark(text: string, mark: string): Raised | null {
  let index = text.indexOf(mark, 1)
  while (index > 0) {
    const before = text.slice(Math.max(0, index - 6), index)
    const after = text.slice(index + mark.length, index + mark.length + 2) || ' '
    if (
      /(?:[\p{Ll}]{3}|[\p{L})\]»”’"'%][.,;:?!»”’)]{1,2}|[)\]»”]|(?<!\d)(?:19|20)\d{2}[.,;:?!]?)$/u.test(before) &&
      /^(?:[\s;:?!)»”]|[.,](?!\d))/.test(after)
    ) {
      return { start: index, end: index + mark.length }
    }
    index = text.indexOf(mark, index + 1)
  }
  return null
}

/** A mark at its word. */
export const joinedMark = (text: string, mark: string) => gluedMark(text, mark) ?? bracketedMark(text, mark)

/** «3 GOAB: Gemeentelijk Onderwijsachterstandenbeleid»: a note that says what an abbreviation stands for, and begins with it. */
const explained = /^(\p{L}[\p{L}&/]{1,11}):\s/u
export const termOf = (note: string): string | null => explained.exec(note)?.[1] ?? null

/** The mark of such a note, glued to its abbreviation: `GOAB3-middelen`. */
export function markOfTerm(text: string, term: string, mark: string): Raised | null {
  const index = text.indexOf(`${term}${mark}`)
  const start = index + term.length
  if (index < 0 || /[\p{L}\d]$/u.test(text.slice(0, index)) || /^\d/.test(text.slice(start + mark.length))) return null
  return { start, end: start + mark.length }
}

/**
 * A mark that an extraction parted from the sentence that it stands behind, for it was raised: `… motie? 2` at a line's end. Within a line
 * it is told where questions have headings in words: else it may be the number of the next one.
 */
export function partedMark(text: string, mark: string, headed: boolean): Raised | null {
  let index = text.indexOf(` ${mark}`)
  while (index > 0) {
    const end = index + 1 + mark.length
    const stands = end === text.length || (headed && /^\s[\p{Lu}«“]/u.test(text.slice(end, end + 2)))
    if (stands && /[\p{Ll}»”’)][.?!»”’]{1,2}$/u.test(text.slice(Math.max(0, index - 3), index)))
      return { start: index, end }
    index = text.indexOf(` ${mark}`, index + 1)
  }
  return null
}

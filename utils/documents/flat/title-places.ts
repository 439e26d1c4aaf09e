import type { PageMark } from './page-marks.ts'
import type { Token } from './tokens.ts'
import { besideUnread } from './unread-marks.ts'

/** Characters between a running title and its page's mark, where the head does not hold the title. */
export const besideMark = 120
const longestBeginning = 24

/** A title of so many words stands nowhere by chance, where so much of it is printed. */
const wordsOfLongTitle = 9
const enoughOfLongTitle = 0.7
/** Characters between a mark and what stands at the same edge of its page. */
const rightBeside = 24

/** Characters of a note's mark and a page's bare number, behind the sentence before a title. */
const longestBetween = 10

/** «over de», «bij het», «op uw»: what a sentence says of a title that follows. */
const naming = /\s(?:over|bij|van|op|door|voor|aan|uit)\s+(?:de|het|ons|onze|uw)\s+$/

/**
 * The prints without those that are an author's own words: where the title stands beside the marks of pages, «het Ministerie van Economische
 * Zaken» within a sentence of the text is none, unless it is most of a long title.
 */
export function atPageEdges(
  prints: readonly [number, number][],
  title: readonly string[],
  tokens: readonly Token[],
  { text, marks }: { readonly text: string; readonly marks: readonly PageMark[] },
): readonly [number, number][] {
  const distance = ([from, to]: readonly [number, number], mark: PageMark) =>
    Math.max((tokens[from]?.start ?? 0) - mark.end, mark.start - (tokens[to - 1]?.end ?? 0))
  // «… van het bericht «X»?»: what begins with a quote is named there.
  const isQuoted = ([from]: readonly [number, number]) => /[«“„‘'"]/.test(text.charAt(tokens[from]?.start ?? 0))
  // «de Regeling bijdrage Jeugd en Gezin is …»: what stands within sentences alone, and between none, maybe behind a page's number, is what they are about.
  const isBetween = ([from]: readonly [number, number]) => {
    const start = tokens[from]?.start ?? 0
    return /[.?!:»”’)](?:\d{1,2})?\s{1,2}(?:\d{1,3}\s{1,2})?$/.test(
      text.slice(Math.max(0, start - longestBetween), start),
    )
  }
  const beside = new Set<readonly [number, number]>()
  let next = 0
  for (const mark of marks) {
    for (let print = prints[next + 1]; print; print = prints[next + 1]) {
      const before = prints[next]
      if (before && distance(before, mark) <= distance(print, mark)) break
      next += 1
    }
    const nearest = prints[next]
    if (nearest && distance(nearest, mark) <= besideMark) beside.add(nearest)
  }
  if (marks.length === 0) return prints.some(isBetween) ? prints.filter((print) => !isQuoted(print)) : []
  // Of a long title most may be left where a scan misread it; what an author quotes or cites begins with its bracket.
  const isTitle = ([from, to]: readonly [number, number]) =>
    title.length >= wordsOfLongTitle &&
    to - from >= title.length * enoughOfLongTitle &&
    !/[(‘“«"']/.test(text.charAt(tokens[from]?.start ?? 0))
  const isNamed = ([from]: readonly [number, number]) => {
    const start = tokens[from]?.start ?? 0
    // Nobody speaks of the letter itself by its title.
    const isLetter = /^(?:Antwoord|Beantwoording)/.test(text.slice(start, start + longestBeginning))
    return !isLetter && naming.test(text.slice(Math.max(0, start - longestBeginning), start))
  }
  let near = 0
  const isClose = (print: readonly [number, number]) => {
    const start = tokens[print[0]]?.start ?? 0
    while (near < marks.length && (marks[near]?.end ?? 0) + rightBeside < start) near += 1
    const mark = marks[near]
    return mark !== undefined && distance(print, mark) <= rightBeside
  }
  const told = new Set(
    prints.filter((print) => isClose(print) || (!isNamed(print) && (beside.has(print) || isTitle(print)))),
  )
  const stretchOf = ([from, to]: readonly [number, number]) => ({
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
  })
  const others = prints.filter((print) => !told.has(print))
  for (const print of besideUnread(others, marks, stretchOf)) told.add(print)
  return prints.filter((print) => told.has(print))
}

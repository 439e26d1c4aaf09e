import type { Heading } from './headings-in-words.ts'
import { opens } from './no-titles.ts'
import type { PageMark } from './page-marks.ts'
import { titleOf } from './recurring-words.ts'
import { atPageEdges, besideMark } from './title-places.ts'
import { printsOf, widestGap } from './title-prints.ts'
import { type Stretch, type Token, tokensOf } from './tokens.ts'
import { endOfFirstPage } from './unread-marks.ts'

/** Characters between two prints of a running title: less than any page holds. */
const pageAtLeast = 600
const charactersOfPage = 2600
const mostTitles = 3
/** Share of the pages on which a title must stand. */
const enoughPages = 0.4

/**
 * Where a document's running title stands in its text when the lines are lost: the same words at distances of a page, that
 * the head of the document holds too or that stand beside the marks of pages. Scans misread them a little each time.
 * Linear in the text's length.
 */
export function runningTitles(text: string, marks: readonly PageMark[], headings: readonly Heading[]): Stretch[] {
  // Before the first heading of an answer numbers alone may head questions, of which not each has a question mark.
  const asked = headings.find(({ asks }) => asks)?.at
  const headEnds = asked ?? Math.min(headings[0]?.at ?? text.length, text.search(/\?|\bAntwoord(?: [^.?!:]{1,60})?:/))
  const tokens = tokensOf(text, marks)
  const pages = marks.length > 0 ? (marks.at(-1)?.page ?? 2) : Math.max(3, Math.round(text.length / charactersOfPage))
  const needed = Math.max(2, Math.ceil(pages * enoughPages))
  const apart = Math.min(pageAtLeast, text.length / (pages * 3))
  const taken = atHeadings(tokens, headings)
  const found: [number, number][] = []
  /** Words that were found to be no title's. */
  const authors: boolean[] = new Array(tokens.length).fill(false)
  const firstEdge = endOfFirstPage(marks) - besideMark
  for (let turn = 0; turn < mostTitles; turn += 1) {
    const title = titleOf(tokens, taken, needed, { apart, text, marks, headEnds })
    if (!title) break
    const alike = printsOf(title, tokens, taken).filter(([from]) => opens(text, tokens[from]) && !authors[from])
    const prints = atPageEdges(alike, title, tokens, { text, marks })
    const own = new Set(prints)
    for (const print of alike) if (!own.has(print)) authors.fill(true, print[0], print[1])
    if (alike.length < needed) break
    for (const [from, to] of prints) {
      taken.fill(true, from, to)
      // The letter's own head says what it is about.
      if ((tokens[to - 1]?.end ?? 0) > firstEdge) found.push([from, to])
    }
  }
  return stretchesOf(found, tokens, headings)
}

/** Prints of titles as stretches of text: a word or two that the scan misread parts a title. */
function stretchesOf(
  prints: readonly (readonly [from: number, to: number])[],
  tokens: readonly Token[],
  headings: readonly Heading[],
): Stretch[] {
  const stretches: { start: number; end: number; to: number }[] = []
  for (const [from, to] of prints.toSorted((a, b) => a[0] - b[0])) {
    const last = stretches.at(-1)
    const end = tokens[to - 1]?.end ?? 0
    const start = tokens[from]?.start ?? 0
    const goesOn = last && from - last.to <= widestGap && !headings.some(({ at }) => at >= last.end && at < start)
    if (goesOn) {
      last.end = end
      last.to = to
    } else stretches.push({ start, end, to })
  }
  return stretches
}

/** Headings are no part of a title, though the same words stand behind it on several pages. */
function atHeadings(tokens: readonly Token[], headings: readonly { readonly at: number }[]): boolean[] {
  let next = 0
  return tokens.map(({ end }) => {
    const heading = headings[next]
    if (!heading || heading.at >= end) return false
    next += 1
    return true
  })
}

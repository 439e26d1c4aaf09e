import type { Heading } from './headings-in-words.ts'
import type { Stretch } from './tokens.ts'

/** A note's number glued to what a source begins with: «1NRC, 7 november 2024», «2Kamerstuk 25 242», «8https://…»; «1A» is a name. */
const gluedNote =
  /(?<=\s)\d{1,2}(?=\p{Lu}(?:\p{L}|[.,]\s)|https?:|www\.|\p{Ll}{2,20}\.(?:nl|com|eu|org)\b|[«“‘]\p{L})/gu
const longestNote = 800

/**
 * The notes at the feet of pages in text without lines: their numbers, glued to their words, count on from the first, and no heading
 * stands between them and the page's edge.
 *
 * @param edges what stands at the edges of pages, in order
 * @returns a stretch for each note, in order
 */
export function pageNotesIn(text: string, edges: readonly Stretch[], headings: readonly Heading[]): Stretch[] {
  const marks = [...text.matchAll(gluedNote)].map(({ 0: mark, index }) => ({ number: Number(mark), at: index }))
  if (marks.length === 0) return []
  const notes: Stretch[] = []
  let mark = 0
  let heading = 0
  for (const { start: foot } of [...edges, { start: text.length }]) {
    while ((headings[heading]?.at ?? foot) < foot) heading += 1
    const top = headings[heading - 1]?.at ?? 0
    const own: number[] = []
    for (let next = marks[mark]; next && next.at < foot; next = marks[mark]) {
      if (next.at > top && next.number === notes.length + own.length + 1) own.push(next.at)
      mark += 1
    }
    const found = own.map((start, index) => ({ start, end: own[index + 1] ?? foot }))
    if (found.every((note) => note.end - note.start < longestNote)) notes.push(...found)
  }
  return notes
}

import type { Line } from '../types.ts'
import type { Break } from './closing-breaks.ts'
import { withColumnAnswersInPlace } from './column-answers.ts'
import { type Heading, headingsOf } from './headings-in-words.ts'
import { breaksOf, keepsTraces } from './line-breaks.ts'
import { withHeadingsRepaired } from './misread-headings.ts'
import { pageMarksOf, publisherMarksOf } from './page-marks.ts'
import { pageNotesIn } from './page-notes.ts'
import { runningTitles } from './running-title.ts'
import { withSignsAsLines } from './signs-of-answers.ts'
import { repeatedTableHeads } from './table-heads.ts'
import { withTablesInRows } from './tables.ts'
import type { Stretch } from './tokens.ts'

/** No text that is set in lines has so many characters to a line; one line alone is flat when it is longer than a line. */
const charactersOfLine = 1000
const longestSingle = 240

/** Whether a text has lost its line ends: extracted and then flattened to one line, or to one line a page. */
export function isFlat(text: string): boolean {
  const content = text.trim()
  const ends = content.match(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/g)?.length ?? 0
  return content.length / (ends + 1) > (ends === 0 ? longestSingle : charactersOfLine)
}

/** Signs that a scan makes of a ministry's emblem beside the running title. */
const scanned = /(?:\s(?:[^\p{L}\p{N}\s]+\d?|\.\d))+\s*$/u

/**
 * Lines of a text that has lost them. Page marks and running titles, which stand in the middle of sentences there, become
 * lines of their own, with the role that keeps them out of the text; then lines are broken where the text tells.
 */
export function linesOfFlatText(scan: string, page: number): Line[] {
  const ordered = withColumnAnswersInPlace(withHeadingsRepaired(withSignsAsLines(scan)), page > 1)
  const { text, tables } = ordered.tables.length > 0 ? ordered : withTablesInRows(ordered.text)
  const lines: Line[] = []
  const headings = headingsOf(text)
  const told = breaksOf(text, headings)
  const flows = !keepsTraces(text)
  const furniture = furnitureOf(text, headings)
  const notes = flows ? pageNotesIn(text, furniture, headings) : []
  const breaks = flows
    ? withMore(told, [
        ...notes.map(({ start }) => start),
        ...notesBefore(text, furniture),
        ...numbersBefore(text, furniture),
      ])
    : told
  let next = 0
  let from = 0
  const push = (to: number) => {
    while ((breaks[next]?.at ?? to) < to) {
      const point: Break | undefined = breaks[next]
      next += 1
      if (!point || point.at <= from) {
        if (point) block ||= point.block
        continue
      }
      pushLine(point.at)
      block = point.block
    }
    pushLine(to)
  }
  let block = true
  let nextTable = 0
  let nextNote = 0
  const pushLine = (to: number) => {
    const content = text.slice(from, to).trim()
    if (content !== '') {
      while ((tables[nextTable]?.end ?? to) <= from) nextTable += 1
      const uncertain = (tables[nextTable]?.start ?? to) <= from
      while ((notes[nextNote]?.end ?? to) <= from) nextNote += 1
      const isNote = (notes[nextNote]?.start ?? to) <= from
      lines.push({
        text: content,
        page,
        startsBlock: block,
        ...(flows ? { flows } : {}),
        ...(uncertain ? { uncertain } : {}),
        ...(isNote ? { role: 'footnote' as const } : {}),
      })
      block = false
    }
    from = to
  }
  for (const { start, end } of furniture) {
    const lead = scanned.exec(text.slice(Math.max(from, start - 12), start))?.[0].length ?? 0
    push(start - lead)
    const content = text.slice(start - lead, end).trim()
    if (content !== '') lines.push({ text: content, page, startsBlock: false, role: 'header' })
    from = end
    block = false
  }
  push(text.length)
  return lines
}

/** The last number before a page's end behind words that end no sentence, before what a sentence begins with; «artikel 5 Wet X» holds none. */
const noteWithin =
  /(?<=[\p{Ll},;] {1,3})(?<!\b(?:[Aa]rtikel(?:en)?|lid|leden|[Hh]oofdstuk|[Pp]aragraaf|[Oo]nderdeel|[Bb]ijlage|[Tt]abel|[Ff]iguur|nummer) {1,3})\d{1,2}(?= {1,3}\p{Lu}[^?]*$)/gu
const longestNote = 400
/** A page's foot and the next one's head, in their parts. */
const mostEdges = 12
/** «Antwoord 4 en» before a number. */
const ofHeading = /(?:[Vv]ra(?:ag|gen)|Antwoord)(?: \d{1,3},?| en| t\/m){0,8}\s+$/
const longestHeading = 60

/**
 * Where the notes of a page begin in the middle of a sentence: it goes on in small letters behind the page's edge, though the words
 * before that end as a sentence does.
 */
function notesBefore(text: string, edges: readonly Stretch[]): number[] {
  return edges.flatMap(({ start, end }, index) => {
    if (edges[index - 1]?.end === start || !/[.!)/]\s*$/.test(text.slice(Math.max(0, start - 4), start))) return []
    let behind = end
    for (const edge of edges.slice(index + 1, index + 1 + mostEdges)) {
      if (text.slice(behind, edge.start).trim() !== '') break
      behind = edge.end
    }
    // «b. …» is the next item of a list.
    if (!/^\s*\p{Ll}(?![.)])/u.test(text.slice(behind, behind + 8))) return []
    const from = Math.max(edges[index - 1]?.end ?? 0, start - longestNote)
    const last = [...text.slice(from, start).matchAll(noteWithin)].at(-1)
    if (!last) return []
    const at = from + last.index
    return ofHeading.test(text.slice(Math.max(0, at - longestHeading), at)) ? [] : at
  })
}

/** A number behind a sentence's end, right before a page's edge. */
const numberAtEnd =
  /(?<=(?:[.?!:;»”"’')\]]|\p{L}[.?!»”"’')]\d{1,2})\s{1,4})(?<!\b(?:nrs?|blz|pp?|art|[Kk]amerst)\.\s{1,4})\d{1,3}[.)]?\s*$/u
const longestNumber = 16

/** Where the number of a question stands at the end of a page, and the question at the top of the next. */
function numbersBefore(text: string, edges: readonly Stretch[]): number[] {
  return edges.flatMap(({ start }, index) => {
    const from = Math.max(edges[index - 1]?.end ?? 0, start - longestNumber)
    const number = numberAtEnd.exec(text.slice(from, start))
    return number ? from + number.index : []
  })
}

const withMore = (breaks: readonly Break[], more: readonly number[]): readonly Break[] =>
  more.length === 0 ? breaks : [...breaks, ...more.map((at) => ({ at, block: false }))].sort((a, b) => a.at - b.at)

/**
 * Addresses that a page's links carry: some extractions print them once more where the page ends, behind a wide gap or a
 * sentence's end.
 */
const linkAddresses =
  /(?:(?<=\S) {3,}|(?<=[.?!»”"’')\]])\s+)(?:(?:https?:\/\/|mailto:)\S+\s+)*(?:https?:\/\/|mailto:)\S+\s*$/u
const longestAddresses = 2000

function furnitureOf(text: string, headings: readonly Heading[]): Stretch[] {
  const marks = pageMarksOf(text)
  const titles = runningTitles(text, marks, headings)
  const single = [...marks, ...publisherMarksOf(text, marks), ...repeatedTableHeads(text)].flatMap((mark) => {
    const title = titles.find((one) => mark.start < one.end && one.start < mark.end)
    if (!title) return mark
    // The ministry's name is the running title, and its reference stands behind it.
    return title.start <= mark.start && title.end < mark.end ? { start: title.end, end: mark.end } : []
  })
  const found: Stretch[] = []
  let from = 0
  for (const edge of [...[...titles, ...single].sort((a, b) => a.start - b.start), null]) {
    const end = edge?.start ?? text.length
    const first = Math.max(from, end - longestAddresses)
    const addresses = linkAddresses.exec(text.slice(first, end))
    if (addresses) found.push({ start: first + addresses.index, end })
    if (edge) found.push(edge)
    from = edge?.end ?? end
  }
  return found
}

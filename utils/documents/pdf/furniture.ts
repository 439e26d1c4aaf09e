import type { Measures } from './measures.ts'
import type { PageText, Row } from './run.ts'

/** What a row at the edge of a page is. */
export type Edge = 'header' | 'footer'

/** Part of the page's height, at its top and at its bottom, where running headers and footers stand. */
const edgeBand = 0.16

const pageMark =
  /^(?:pagina|blad(?:zijde)?|page|p\.)?\s*\d{1,4}\s*(?:van|\/|of)\s*\d{1,4}$|^(?:pagina|bladzijde|page)\s*\d{1,4}$/i

/** A foot line of the official publications: `Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 4` (DOMAIN §1.3). */
const publicationFoot =
  /^(?:tweede|eerste) kamer, vergaderjaar \d{4}|^(?:ah-tk|kst|kv-tk|nds-tk)-[\w-]+(?:$|\s)|^ISSN \d/i

const marker = /^(?:vraag|vragen|antwoord)\b/i

/**
 * Finds running headers and footers: rows near the top or bottom of a page that say by themselves that they are page
 * marks, or that stand at the same place of most pages with the same words. Figures in them must stay the same or
 * count the pages, so that a list with one question a page keeps its numbers.
 *
 * @returns for each page, the rows that are furniture
 */
export function findFurniture(
  pages: readonly { text: PageText; rows: readonly Row[] }[],
  { left, size }: Measures,
): Map<Row, Edge>[] {
  const repeated = repeatedRows(pages, left, size)
  return pages.map(({ text, rows }) => {
    const found = new Map<Row, Edge>()
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index]
      const edge = row ? edgeOf(row, text.height) : null
      if (!row || !edge) continue
      const words = wordsOf(row)
      if (marker.test(words)) continue
      const isMark = pageMark.test(words) || (edge === 'footer' && isOwnNumber(row, words, text))
      if (
        isMark ||
        (edge === 'footer' && publicationFoot.test(words)) ||
        (repeated.has(row) && !isNoteText(row, rows[index - 1]))
      ) {
        found.set(row, edge)
      }
    }
    return found
  })
}

/** A note's text, whose raised mark a tab parts from it: notes may say the same («Idem.») at the same place of pages. */
function isNoteText(row: Row, above: Row | undefined): boolean {
  if (above?.runs.length !== 1 || above.size >= row.size || row.y - above.y >= row.size) return false
  return above.right < row.x && /^\d{1,3}$/.test(above.runs[0]?.text ?? '')
}

/** In points. */
const centred = 12

/** The number of the page itself, alone in the middle of its foot: a document of one page has no other to compare it with. */
function isOwnNumber({ x, right }: Row, words: string, { page, width }: PageText): boolean {
  return words === String(page) && Math.abs((x + right) / 2 - width / 2) < centred
}

function edgeOf(row: { readonly y: number }, height: number): Edge | null {
  if (row.y < height * edgeBand) return 'header'
  return row.y > height * (1 - edgeBand) ? 'footer' : null
}

export function isPageMark(text: string): boolean {
  return pageMark.test(text)
}

export function wordsOf(row: Row): string {
  return row.runs.map((run) => run.text).join(' ')
}

interface Candidate {
  readonly row: Row
  /** Of its page. */
  readonly height: number
  readonly page: number
  readonly words: string
}

function repeatedRows(
  pages: readonly { text: PageText; rows: readonly Row[] }[],
  left: number,
  size: number,
): Set<Row> {
  const groups = new Map<string, Candidate[]>()
  for (const { text, rows } of pages) {
    for (const row of rows) {
      if (!edgeOf(row, text.height)) continue
      const words = wordsOf(row)
      const key = `${Math.round(row.y / 3)} ${words.replace(/\d+/g, '#')}`
      const candidate = { row, height: text.height, page: text.page, words }
      const group = groups.get(key)
      if (group) group.push(candidate)
      else groups.set(key, [candidate])
    }
  }
  const rows = new Set<Row>()
  const seldom: Row[] = []
  for (const row of smallHeads(pages, size)) rows.add(row)
  for (const group of groups.values()) {
    if (!isMostPages(group, pages.length) || !isSteady(group, left, size)) continue
    for (const { row } of group) rows.add(row)
    if (group.length < pages.length - 1) for (const { row } of group) seldom.push(row)
  }
  if (seldom.length > 0) {
    const all = pages.map((page) => page.rows)
    const told = new Set(rows)
    for (const row of seldom) if (isSentence(row, all, told, size)) rows.delete(row)
  }
  return rows
}

/** In parts of the size: a head that changes stands so far above what comes below it. */
const gapBelowHead = 1.5

/**
 * Heads that change with the chapter: most pages begin at the same height with a line in small print, apart from the text, and none begins
 * there with its text. (A caption, a quotation or a table in small print begins where the text of other pages does.) A sentence is no head.
 */
function smallHeads(pages: readonly { text: PageText; rows: readonly Row[] }[], size: number): readonly Row[] {
  const heads: Candidate[] = []
  const others: Row[] = []
  for (const { text, rows } of pages) {
    const [row, next] = rows
    if (!row || edgeOf(row, text.height) !== 'header') continue
    const words = wordsOf(row)
    const isApart = next !== undefined && next.y - row.y > gapBelowHead * size
    if (isApart && row.size <= size * smallPrint && !sentenceEnd.test(words))
      heads.push({ row, height: text.height, page: text.page, words })
    else others.push(row)
  }
  const groups = Map.groupBy(heads, ({ row }) => Math.round(row.y))
  return [...groups].flatMap(([height, group]) => {
    const isText = others.some(({ y }) => Math.abs(y - height) < gapBelowHead * size)
    return group.length >= fewestHeads && !isText && isMostPages(group, pages.length) ? group.map(({ row }) => row) : []
  })
}

const fewestHeads = 3
const sentenceEnd = /[.?!][»”"’')]*$/

const fewestWords = 8
/** In parts of the size. */
const widestLeading = 1.6

/**
 * Whether a row that some pages have at the same place is the text's own: answers may say the same. It stands in a paragraph that
 * has other rows too, or that is a whole sentence.
 */
function isSentence(row: Row, pages: readonly (readonly Row[])[], repeated: ReadonlySet<Row>, size: number): boolean {
  if (Math.abs(row.size - size) > 0.25) return false
  const rows = pages.find((page) => page.includes(row)) ?? []
  const isOne = (one: Row | undefined, next: Row | undefined) =>
    one?.size === next?.size && (next?.y ?? Infinity) - (one?.y ?? 0) < widestLeading * size
  let from = rows.indexOf(row)
  let end = from
  while (from > 0 && isOne(rows[from - 1], rows[from])) from -= 1
  while (end < rows.length - 1 && isOne(rows[end], rows[end + 1])) end += 1
  const paragraph = rows.slice(from, end + 1)
  if (!paragraph.some((one) => isProse(one, size))) return false
  return paragraph.some((one) => !repeated.has(one)) || sentenceEnd.test(wordsOf(rows[end] ?? row))
}

/** Words without the gaps that a table's head has. */
const isProse = (row: Row, size: number) =>
  wordsOf(row).split(' ').length >= fewestWords &&
  row.runs.every((run, index) => index === 0 || run.x - (row.runs[index - 1]?.right ?? run.x) < size)

/** On most pages, or on most of the even or of the odd ones: books set them apart. The first page is often different. */
function isMostPages(group: readonly Candidate[], pages: number): boolean {
  if (pages < 2 || group.length < 2) return false
  if (group.length >= (pages - 1) * 0.6) return true
  const odd = group.filter(({ page }) => page % 2 === 1).length
  const half = pages / 2
  return (odd === 0 || odd === group.length) && group.length >= 3 && group.length >= (half - 1) * 0.7
}

const shortestReference = 10_000
/** A question's number is no smaller than the text, in parts of its size. */
const smallPrint = 0.85

/**
 * Words must be the same, figures the same or counting the pages. Figures alone must count them, and not stand where
 * a question's number would: at the top of the text's own left edge.
 */
function isSteady(group: readonly Candidate[], left: number, size: number): boolean {
  const first = group[0]
  if (!first) return false
  const all = group.map(({ words }) => [...words.matchAll(/\d+/g)].map(([digits]) => Number(digits)))
  const own = all[0] ?? []
  const sames = own.map((value, index) => all.every((numbers) => numbers[index] === value))
  const counts = own.map((value, index) =>
    group.every(({ page }, at) => (all[at]?.[index] ?? 0) - page === value - first.page),
  )
  if (!own.every((_, index) => sames[index] || counts[index])) return false
  if (/\p{L}{2}/u.test(first.words)) return true
  // A reference: no number of a question is so long.
  if (own.some((value, index) => sames[index] && value >= shortestReference)) return true
  const atTextStart =
    edgeOf(first.row, first.height) === 'header' &&
    Math.abs(first.row.x - left) < first.row.size &&
    first.row.size > size * smallPrint
  return counts.some((counting, index) => counting && !sames[index]) && !atTextStart
}

import { isDigit, oneOf } from '../signs.ts'
import { withoutBoxColumn } from './box-column.ts'
import { readHeading } from './headings.ts'
import { withoutReferenceBox } from './reference-box.ts'
import { type Row, withoutRows } from './rows.ts'

/**
 * What a page carries besides its text: running headers and footers, page numbers, the letter's reference box, the
 * heads of tables (DOMAIN §0 and §2). Each kind is a row of a table or one rule; what is dropped here never reaches a
 * question or an answer.
 */
export function withoutNoise(rows: readonly Row[]): Row[] {
  // The box goes first: its label recurs on every page, and alone it tells where its values are.
  const titles = new Set([...titlesWithMarks(rows), ...marksWithStroke(rows)])
  numberSegments(rows, titles)
  const own = withoutReferenceBox(withoutBoxColumn(rows))
  return withoutRows(own, new Set([...runningTexts(own), ...furnitureIn(own, titles)]))
}

/** Lines that publishers print at the edges of a page. `border`: one a page, so it also parts pages in plain text. */
const furniture: readonly { readonly pattern: RegExp; readonly border?: boolean }[] = [
  { pattern: /^(?:[^\p{L}]{0,3})(?:Pagina|Blad|Page)\s*\d+\s*(?:van|of|\/)\s*\d+$/u, border: true },
  { pattern: /^(?:Pagina|Blad)\s*\d+$/, border: true },
  { pattern: /^\d{1,3}\s?\/\s?\d{1,3}$/, border: true },
  { pattern: /^[-–—]\s?\d{1,3}\s?[-–—]$/, border: true },
  // Nothing but what publishers print: «(Tweede Kamer, vergaderjaar 2022–2023, 35 925, nr. 40)» in a sentence is a citation.
  {
    pattern:
      /^(?:(?:(?:kst|ah|kv|nds|h)-[\w-]+(?!\S)|ISSN \d{4}\s?-\s?\d{3}[\dX]|[’']s-Gravenhage \d{4}|[^\p{L}\p{N}\s(«“‘"']{1,10}(?=[\s\p{L}\p{N}]))\s{0,3}){0,4}(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}\s?[-–/]\s?\d{2,4}(?:[ ,]{1,160}(?:Aanhangsel|Vragen|nr\.|\(?[\dA-Z][\dA-Z()./–-]{0,9})){0,9}$/u,
    border: true,
  },
  { pattern: /^(?:ah|kv|nds|h)-(?:tk|ek)-[\w-]+$/ },
  { pattern: /^(?:kst|blg)-[\w-]+$/i },
  { pattern: /^(?:KST|KVR)\d{4,7}$/ },
  { pattern: /^\d{4}tkkvr\d{1,5}$/ },
  // The audit office's own reference.
  { pattern: /^\d{8} R$/ },
  { pattern: /^Sdu Uitgevers$/ },
  // A rule in typed text.
  { pattern: /^[-–—_=*~]{3,200}$/ },
  { pattern: /^ISSN \d{4}\s?-\s?\d{3}[\dX](?:\D.{0,80})?$/ },
  { pattern: /^[’']s-Gravenhage \d{4}$/ },
]

/** What no line of these begins otherwise than with, and what none begins with: nearly all rows are told by it. */
const isOther = oneOf('CDFGJLMOQRUVWXYZcdfgjlmoqruvwxyz')
const beginsFurniture =
  /^(?:[^a-z\d]|\d(?:[^a-z]{0,2}(?:pagina|blad|page)|\d{0,2}\s?\/|\d{3}tkkvr|\d{7} R)|pagina|blad|page|tweede|eerste|[akn][hvd]s?-|h-|kst|blg-|kvr|sdu|issn)/i
const mayBeFurniture = (text: string) => !isOther(text) && beginsFurniture.test(text)

const borders = furniture.filter(({ border }) => border)

function isFurniture({ role, text }: Row): boolean {
  if (role === 'header' || role === 'footer') return true
  return mayBeFurniture(text) && furniture.some(({ pattern }) => pattern.test(text))
}

function isBorder({ role, x, text }: Row): boolean {
  // Flat text has no pages: its running titles part them.
  if (role === 'header' && x === null) return true
  return mayBeFurniture(text) && borders.some(({ pattern }) => pattern.test(text))
}

const titleWithMark = /^(\p{Lu}.{18,240}?)\s{1,8}(\d{1,3})\s?\/\s?(\d{1,3})$/u
const mayEndWithMark = (text: string) => isDigit(text, text.length - 1) && text.includes('/', text.length - 8)

/** Lines of a running title with the page's mark behind it, «Antwoorden Algemene Rekenkamer op … 3/9»: alike on two pages of so many. */
function titlesWithMarks(rows: readonly Row[]): ReadonlySet<number> {
  const alike = new Map<string, Row[]>()
  rows.forEach((row) => {
    const [, title, page, total] = mayEndWithMark(row.text) ? (titleWithMark.exec(row.text) ?? []) : []
    if (title === undefined || Number(page) > Number(total)) return
    const key = `${title} ${total}`
    const same = alike.get(key)
    if (same) same.push(row)
    else alike.set(key, [row])
  })
  const titles = new Set<number>()
  for (const same of alike.values()) {
    if (same.length >= fewestOfTitle && new Set(same.map(({ text }) => text)).size === same.length)
      for (const { line } of same) titles.add(line)
  }
  return titles
}

const markWithStroke = /^(\d{1,3})\s?\|\s?(\d{1,3})$/

/** Lines with a page's mark, «3 | 9», that rise to one last page: two cells of a table's row look alike. */
function marksWithStroke(rows: readonly Row[]): readonly number[] {
  const marks = rows.flatMap(({ text, line }) => {
    const [, page, total] = isDigit(text, 0) ? (markWithStroke.exec(text) ?? []) : []
    return page === undefined || total === undefined ? [] : [{ page: Number(page), total, line }]
  })
  const byTotal = [...Map.groupBy(marks, ({ total }) => total).values()]
  return byTotal
    .filter((same) => byTotal.length === 1 || same.length >= fewestOfTitle)
    .filter((same) => same.every(({ page, total }, at) => page > (same[at - 1]?.page ?? 0) && page <= Number(total)))
    .flatMap((same) => same.map(({ line }) => line))
}

/** Numbers the runs of rows between page borders: page changes, and border lines in texts that have lost their pages. */
function numberSegments(rows: readonly Row[], titles: ReadonlySet<number>): void {
  let segment = 0
  let page = rows[0]?.page ?? 1
  let afterBorder = false
  rows.forEach((row) => {
    const border = isBorder(row) || titles.has(row.line)
    if (row.page !== page) {
      segment += 1
      page = row.page
    } else if (afterBorder && !border) {
      segment += 1
    }
    afterBorder = border
    row.segment = segment
  })
}

const edge = 4
const fewestPages = 3

/** Rows that recur at the edge of most pages (a title, a ministry's name), and page numbers that rise with the pages. */
function runningTexts(rows: readonly Row[]): ReadonlySet<number> {
  const pages = pagesOf(rows)
  const running = new Set<number>(numbersOfFew(rows, pages))
  const needed = Math.max(fewestPages, pages.length / 2)
  if (pages.length < fewestPages) return running
  const alike = new Map<string, number[]>()
  /** How far each of these rows stands from the top of its page and from its bottom. */
  const places = new Map<number, readonly [top: number, bottom: number]>()
  const outermost = new Set<number>()
  pages.forEach(({ from, to }) => {
    outermost.add(from).add(to - 1)
    // A title of its own above the page's mark, in text without positions; the last line of a page is no title.
    const mark = rows[to - 1]
    const isAbove = mark?.x === null && isBorder(mark) && rows[to - 2]?.startsBlock === true
    if (isAbove) outermost.add(to - 2)
    for (let index = from; index < to; index += 1) {
      // From the rows at the top to those at the bottom.
      if (index === from + edge) index = Math.max(index, to - edge)
      const { text = '', segment = 0 } = rows[index] ?? {}
      // A page number is the first or last thing on its page; further in, a number may be a note's or a question's.
      if (index > from && index < to - 1 && /^\d+$/.test(text)) continue
      const key = runningKey(text, segment)
      if (key === null) continue
      places.set(index, [index - from, to - index])
      const same = alike.get(key)
      if (same) same.push(index)
      else alike.set(key, [index])
    }
  })
  for (const [key, indexes] of alike) {
    const isTitle =
      isLongTitle(key) &&
      indexes.every((index) => outermost.has(index) && rows[index]?.text === rows[indexes[0] ?? index]?.text)
    const fewest = isTitle ? Math.min(needed, fewestOfTitle) : needed
    if (indexes.length >= fewest && standAlike(indexes.map((index) => places.get(index) ?? [0, 0])) >= fewest) {
      for (const index of indexes) running.add(index)
    }
  }
  return running
}

/** The numbers of the pages of a paper that has one or two, where each ends with its own below a sentence. */
function numbersOfFew(rows: readonly Row[], pages: readonly { readonly to: number }[]): number[] {
  if (pages.length >= fewestPages) return []
  const last = pages.map(({ to }) => to - 1)
  const isOwn = last.every((row, index) => {
    const number = rows[row]
    const before = rows[row - 1]?.text ?? ''
    // What is asked may be answered with a figure.
    const isAnswer = /[?:]$/.test(before) || readHeading(before)?.alone === true
    const isBelow = pages.length > 1 ? !isAnswer : number?.startsBlock === true && /[.!»”)]$/.test(before)
    return number?.text === String(index + 1) && number.page === index + 1 && isBelow
  })
  return isOwn ? last : []
}

/** The runs of rows of one segment, `to` exclusive. */
function pagesOf(rows: readonly Row[]): { readonly from: number; readonly to: number }[] {
  const pages: { from: number; to: number }[] = []
  let open = -1
  rows.forEach(({ segment }, index) => {
    const last = pages.at(-1)
    if (last && segment === open) last.to = index + 1
    else pages.push({ from: index, to: index + 1 })
    open = segment
  })
  return pages
}

/** How many of the rows stand equally far from the top, or from the bottom, of their pages: what is printed on each page does. */
function standAlike(places: readonly (readonly [number, number])[]): number {
  /** By the distance from the top, and by that from the bottom below zero. */
  const counts = new Map<number, number>()
  let most = 0
  for (const [top, bottom] of places) {
    for (const key of [top, -bottom]) {
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      most = Math.max(most, count)
    }
  }
  return most
}

/** In a letter of three pages its title stands above two of them, or below. */
const fewestOfTitle = 2
const isLongTitle = (key: string) => key.length >= 24 && /^\p{Lu}/u.test(key)

function runningKey(text: string, segment: number): string | null {
  // A page number differs from its page's position by the same amount on every page.
  if (/^\d{1,4}$/.test(text)) return `page ${Number(text) - segment}`
  if (text.length < 4 || text.length > 160 || !/\p{L}{3}/u.test(text) || readHeading(text)) return null
  if (/^\d{1,4}[a-z]?[.)]?\s+\p{Lu}/u.test(text)) return null
  // «Zie het antwoord op vraag 4.» may end several pages, or the last words of a sentence that recurs.
  if ('.?!'.includes(text.slice(-1)) && /^(?:\p{Lu}.*\p{Ll}{2}.*|[\p{Ll}\d].*\p{Ll}{2})[.?!]$/u.test(text)) return null
  if ((text.includes('x €') || text.includes('als volgt')) && leadsToTable.test(text)) return null
  return text.replace(/\d+/g, '#')
}

/** «De bedragen zijn als volgt (x € 1.000): Post 2021 2022»: what many answers lead to their tables with, some of them at a page's end. */
const leadsToTable = /\b(?:is|zijn|wordt|worden) als volgt\b|\(x €/

const tableHeadWord =
  /^(?:nr\.?|nummer|volgnr\.?|#|vraag|vragen|vraagnr\.?|antwoord|antwoorden|document|documentnummer|kamerstuk|kamerstuknr\.?|bron|code|dossier|stuk|bijlage|blz\.?|pag\.?|pagina|pagina\(['’]?s\)|fracties?|partij|reactie|van|tot|t\/m|en|\/|\(van\)|\(t\/m\)|artikel)$/i

/** A first word that names a column: behind it the others are looked at. */
const mayNameColumn = oneOf('#/(ABCDEFKNPRSTVabcdefknprstv')
const beginsTableHead = new RegExp(tableHeadWord.source.replace(/\$$/, '(?=\\s|$)'), 'i')

/**
 * Rows that are furniture or stand in a margin, or are the head of a question table, which tables repeat on every page: nothing but
 * names of columns, at least two in a row, or a number's and a question's in rows of their own, as some extractions print the cells.
 */
function furnitureIn(rows: readonly Row[], titles: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>()
  let run: number[] = []
  const close = () => {
    const words = run.flatMap((index) => rows[index]?.text.toLowerCase().split(/\s+/) ?? [])
    const parted =
      words.some((word) => /^(?:nr\.?|nummer|#)$/.test(word)) && words.some((word) => /^vra(?:ag|gen)$/.test(word))
    for (const index of run) if (parted || isTableHead(rows[index])) found.add(index)
    run = []
  }
  rows.forEach((row, index) => {
    const { text } = row
    if (row.role === 'margin' || isFurniture(row) || titles.has(row.line) || isPageBelow(rows, index)) found.add(index)
    if (mayNameColumn(text)) for (let at = rowsOfBrokenHead(rows, index); at > 0; at -= 1) found.add(index + at - 1)
    if (mayNameColumn(text) && namesColumns(text)) run.push(index)
    else if (run.length > 0) close()
  })
  close()
  return found
}

/** The number of the page in a line of its own below the foot that it belongs to: `…, Aanhangsel`, and `3`. */
function isPageBelow(rows: readonly Row[], index: number): boolean {
  const row = rows[index]
  if (!row || !isDigit(row.text) || !/^\d{1,3}$/.test(row.text)) return false
  const before = rows[index - 1]
  if (before === undefined || !isBorder(before)) return false
  if (/(?:Aanhangsel|Vragen)$/.test(before.text)) return true
  // Below the foot of a Kamerstuk the next page's first question may stand, but not where its page ends.
  const next = rows[index + 1]
  return footOfPaper.test(before.text) && (next === undefined || next.page !== row.page)
}

const footOfPaper = /^(?:Tweede|Eerste) Kamer, vergaderjaar .*(?:, nr\. \d{1,4}|, [A-Z]{1,2})$/

function namesColumns(text: string): boolean {
  if (!beginsTableHead.test(text)) return false
  const words = text.slice(0, 300).split(/\s+/)
  return words.length <= 9 && /[a-z]/i.test(text) && words.every((word) => tableHeadWord.test(word))
}

function isTableHead(row: Row | undefined): boolean {
  return row?.text.includes(' ') === true && namesColumns(row.text)
}

const longestHead = 80

/** «Nr Vraag Documen Blz.» and «t» below it: a head whose narrow column broke a name; the number of its rows, 0 where it is none. */
function rowsOfBrokenHead(rows: readonly Row[], index: number): number {
  const { text = '' } = rows[index] ?? {}
  if (text.length > longestHead || !/^(?:Nr\.?|#) Vraag\b/.test(text)) return 0
  const below = rows[index + 1]?.text ?? ''
  if (/^\p{Ll}{1,8}$/u.test(below) && text.split(' ').some((_, at, all) => namesColumns(joinedAt(all, at, below))))
    return 2
  return text.split(' ').some((word, at, all) => at > 0 && namesColumns(joinedAt(all.toSpliced(at, 1), at - 1, word)))
    ? 1
    : 0
}

/** The words of a head with the rest of one of them behind it. */
const joinedAt = (words: readonly string[], at: number, rest: string) =>
  words.map((word, place) => (place === at ? `${word}${rest}` : word)).join(' ')

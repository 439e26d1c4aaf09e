import type { JoinLines } from './hyphens.ts'
import type { Row } from './rows.ts'
import { endsSentence, startsLowerCase } from './sentences.ts'
import { cellsOf } from './table-lines.ts'

/** How lines of this document become paragraphs. */
export interface Measure {
  /** Characters of a full line; lines well short of it end a paragraph where they end a sentence. */
  readonly width: number
  /** Lines are whole paragraphs: the text was never broken to a width. */
  readonly unbroken: boolean
  readonly join: JoinLines
}

const widestLine = 180
const share = 0.95

/** The width to which the rows were set, from the lengths of nearly all of them. */
export function measureOf(rows: readonly Row[], join: JoinLines): Measure {
  const lengths = new Uint32Array(rows.length)
  for (let index = 0; index < rows.length; index += 1) lengths[index] = rows[index]?.text.length ?? 0
  lengths.sort()
  const width = lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0
  return { width, unbroken: width > widestLine, join }
}

const bullet = /^(?:[•·▪▫■□●○◦–—*-]|||o(?=\s\p{Lu}))\s+(?=\S)/u
const enumerator = /^(?:\d{1,2}[.)]|[a-z][.)]|[ivx]{1,4}[.)]|\([a-z\d]{1,2}\))\s+(?=\S)/u

/** What a line of the text is: rows of a table and items of a list stand on lines of their own. */
type LineKind = 'text' | 'item' | 'cells'

/**
 * Rows to text: lines joined, paragraphs parted by one empty line, items of a list by one line break, rows of a table by one
 * line break with a tab between their cells. A paragraph ends where the format says so (blank line, block element, indent)
 * and, in answers, after a line that ends a sentence and has room left for the next line's first word. `shortLines` off for
 * questions, whose column may be narrow.
 */
export function paragraphsOf(rows: readonly Row[], measure: Measure, shortLines: boolean): string {
  const own: Measure = { ...measure, width: localWidth(rows, measure.width) }
  const parts: { lines: string[]; kind: LineKind; quotes: number }[] = []
  let before: Row | null = null
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    if (!row) continue
    const text = (/\s{2}/.test(row.text) ? row.text.replace(/\s{2,}/g, ' ') : row.text).trim()
    if (text === '') continue
    const last = parts.at(-1)
    const cells = shortLines ? cellsOf(rows, index) : null
    if (cells) {
      parts.push({ lines: [cells.join('\t')], kind: 'cells', quotes: 0 })
      before = row
      continue
    }
    // Points quoted in a run of words wrap like any words: «… 1. Dit. 2. Dat.»
    const quoted = last !== undefined && last.quotes > 0 && before !== null && isWrapped(before, row, own)
    const item = !quoted && isItem(text, before, last)
    const goesOn =
      last &&
      before &&
      !item &&
      last.kind !== 'cells' &&
      (isMarkAlone(before.text) || !endsParagraph(before, row, own, shortLines))
    if (!goesOn) {
      parts.push({ lines: [text], kind: item ? 'item' : 'text', quotes: openQuotes(text) })
    } else {
      const line = last.lines.pop() ?? ''
      const seam = isMarkAlone(line) ? { dropsHyphen: false, between: ' ' } : measure.join(line, text)
      last.lines.push(seam.dropsHyphen ? line.slice(0, -1) : line, seam.between + text)
      last.quotes += openQuotes(text)
    }
    before = row
  }
  return parts
    .map((part, index) => `${partedBy(parts[index - 1]?.kind, part.kind)}${part.lines.join('')}`)
    .join('')
    .replaceAll('\u00ad', '')
}

/** Quotations that a line opens less those that it closes. */
function openQuotes(text: string): number {
  if (!text.includes('«') && !text.includes('»')) return 0
  let open = 0
  for (const sign of text)
    if (sign === '«') open += 1
    else if (sign === '»') open -= 1
  return open
}

/** Within a paragraph, behind a line that had no room left; a page's end proves nothing. */
function isWrapped(before: Row, row: Row, measure: Measure): boolean {
  const parted = row.startsBlock && !row.interrupted && row.segment === before.segment
  return !parted && !measure.unbroken && !isShort(before, row, measure)
}

function partedBy(before: LineKind | undefined, kind: LineKind): string {
  if (before === undefined) return ''
  return kind === 'item' || (kind === 'cells' && before === 'cells') ? '\n' : '\n\n'
}

/** The number or dash of an item whose words a format sets in a place of their own. */
function isMarkAlone(text: string): boolean {
  return text.length <= longestMark && /^(?:\d{1,2}[.)]|[a-z][.)]|[ivx]{1,4}[.)]|[•·▪▫■□●○◦–—-])$/u.test(text)
}

const longestMark = 5

const enoughRows = 400

/** A column of answers is narrower than the page: enough lines of its own tell its width. */
function localWidth(rows: readonly Row[], width: number): number {
  if (rows.length < 4) return width
  const some = Math.min(rows.length, enoughRows)
  let longest = 0
  for (let index = 0; index < some; index += 1) longest = Math.max(longest, rows[index]?.text.length ?? 0)
  if (longest >= width * 0.7) return width
  // Items and short paragraphs end their lines themselves.
  const broken = rows.slice(0, some).filter(({ text }) => !/[.:;,?!]$/.test(text)).length
  return broken * 3 >= some ? longest : width
}

function isItem(text: string, before: Row | null, last: { readonly kind: LineKind } | undefined): boolean {
  if (before === null || last === undefined) return false
  if (!mayBeItem(text) || isMarkAlone(before.text)) return false
  if (bullet.test(text)) return true
  if (!enumerator.test(text) && !isMarkAlone(text)) return false
  return last.kind === 'item' || /[:;.?!]$/.test(before.text) || before.role === 'list-item'
}

/** A blank is the second sign of an item with a dash; a stop or a bracket is among the first five of any other. Most lines have neither. */
function mayBeItem(text: string): boolean {
  if (/\s/.test(text.charAt(1))) return true
  for (let index = 0; index < longestMark; index += 1) {
    const sign = text[index]
    if (sign === '.' || sign === ')') return true
  }
  return text.length === 1
}

/** A line is short when a tenth and more of the measure stays empty beyond the next word: letters differ in width. */
const room = 0.85

/** A stop that ends no sentence. */
const abbreviation = /(?:^|\s|\()(?:\p{L}\.){1,3}$|\b(?:bijv|nr|nrs|blz|resp|ca|art|incl|excl|jl|vgl|etc|max|min)\.$/u

function endsParagraph(before: Row, row: Row, measure: Measure, shortLines: boolean): boolean {
  const ended = endsSentence(before.text) || /[:;]$/.test(before.text)
  if (before.text.endsWith('.') && startsLowerCase(row.text) && abbreviation.test(before.text)) return false
  if (row.startsBlock) {
    const otherPage = row.segment !== before.segment || row.page !== before.page
    if (!ended && (startsLowerCase(row.text) || row.interrupted || otherPage) && !(row.role === 'heading')) return false
    // A reader that knows positions has weighed gaps and widths itself, also over a page's border.
    if ((!row.interrupted && !otherPage) || (row.x !== null && shortLines)) return ended || !otherPage
    // The page's furniture stood here: only the line itself can tell whether its paragraph ended.
    return shortLines && ended && isShort(before, row, measure)
  }
  if (!shortLines || !ended || startsLowerCase(row.text) || row.x !== null || before.flows) return false
  return measure.unbroken ? before.text.length > 0 : isShort(before, row, measure)
}

function isShort(before: Row, row: Row, measure: Measure): boolean {
  if (measure.unbroken) return true
  const word = /^\S+/.exec(row.text)?.[0].length ?? 0
  return before.text.length + 1 + word <= measure.width * room
}

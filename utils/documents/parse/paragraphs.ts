import type { JoinLines } from './hyphens.ts'
import type { Row } from './rows.ts'
import { endsSentence, startsLowerCase } from './sentences.ts'

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
  const lengths = rows.map((row) => row.text.length).sort((a, b) => a - b)
  const width = lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0
  return { width, unbroken: width > widestLine, join }
}

const bullet = /^(?:[•·▪▫■□●○◦–—*-]|||o(?=\s\p{Lu}))\s+(?=\S)/u
const enumerator = /^(?:\d{1,2}[.)]|[a-z][.)]|[ivx]{1,4}[.)]|\([a-z\d]{1,2}\))\s+(?=\S)/u

/**
 * Rows to text: lines joined, paragraphs parted by one empty line, items of a list by one line break. A paragraph ends
 * where the format says so (blank line, block element, indent) and, in answers, after a line that ends a sentence
 * and has room left for the next line's first word. `shortLines` off for questions, whose column may be narrow.
 */
export function paragraphsOf(rows: readonly Row[], measure: Measure, shortLines: boolean): string {
  const width = localWidth(rows, measure.width)
  const parts: { lines: string[]; item: boolean }[] = []
  let before: Row | null = null
  for (const row of rows) {
    const text = row.text.replace(/\s{2,}/g, ' ').trim()
    if (text === '') continue
    const last = parts.at(-1)
    const item = isItem(text, before, last)
    if (!last || !before || item || endsParagraph(before, row, { ...measure, width }, shortLines)) {
      parts.push({ lines: [text], item })
    } else {
      const line = last.lines.pop() ?? ''
      const seam = measure.join(line, text)
      last.lines.push(seam.dropsHyphen ? line.slice(0, -1) : line, seam.between + text)
    }
    before = row
  }
  return parts
    .map((part, index) => `${index === 0 ? '' : part.item ? '\n' : '\n\n'}${part.lines.join('')}`)
    .join('')
    .replaceAll('\u00ad', '')
}

/** A column of answers is narrower than the page: enough lines of its own tell its width. */
function localWidth(rows: readonly Row[], width: number): number {
  const longest = Math.max(0, ...rows.slice(0, 400).map((row) => row.text.length))
  return rows.length >= 4 && longest < width * 0.7 ? longest : width
}

function isItem(text: string, before: Row | null, last: { readonly item: boolean } | undefined): boolean {
  if (before === null || last === undefined) return false
  if (bullet.test(text)) return true
  if (!enumerator.test(text)) return false
  return last.item || /[:;.?!]$/.test(before.text) || before.role === 'list-item'
}

/** A line is short when a tenth and more of the measure stays empty beyond the next word: letters differ in width. */
const room = 0.85

function endsParagraph(before: Row, row: Row, measure: Measure, shortLines: boolean): boolean {
  const ended = endsSentence(before.text) || /[:;]$/.test(before.text)
  if (row.startsBlock) {
    const otherPage = row.segment !== before.segment || row.page !== before.page
    if (!ended && (startsLowerCase(row.text) || row.interrupted || otherPage) && !(row.role === 'heading')) return false
    // A reader that knows positions has weighed gaps and widths itself, also over a page's border.
    if ((!row.interrupted && !otherPage) || (row.x !== null && shortLines)) return ended || !otherPage
    // The page's furniture stood here: only the line itself can tell whether its paragraph ended.
    return shortLines && ended && isShort(before, row, measure)
  }
  if (!shortLines || !ended || startsLowerCase(row.text) || row.x !== null) return false
  return measure.unbroken ? before.text.length > 0 : isShort(before, row, measure)
}

function isShort(before: Row, row: Row, measure: Measure): boolean {
  if (measure.unbroken) return true
  const word = /^\S+/.exec(row.text)?.[0].length ?? 0
  return before.text.length + 1 + word <= measure.width * room
}

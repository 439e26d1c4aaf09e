import { linesOfDelimited } from './delimited-lines.ts'
import { withSingleSpacing } from './double-spacing.ts'
import { withHeadingsParted } from './flat/glued-headings.ts'
import { isFlat, linesOfFlatText } from './flat/lines.ts'
import { withHeadingsRepaired } from './flat/misread-headings.ts'
import { withStrokedRows } from './flat/stroked-rows.ts'
import { withAnswersInPlace } from './text-answers.ts'
import { withCellsInRows } from './text-cells.ts'
import { withColumnsInOrder } from './text-columns.ts'
import { withNumbersInPlace } from './text-numbers.ts'
import { withTablesInOrder } from './text-tables.ts'
import type { Cell, Line } from './types.ts'
import { withoutQuoting } from './unquoted.ts'

/**
 * A gap that a reader sees as a border between columns; one or two blanks stand inside ordinary sentences too. In a row that has columns, a
 * figure at its end may stand nearer: figures are set to the right.
 */
const columnGap = /\t+| {3,}| {2}(?=\d{1,4}$)/g
const tabStop = 8

/**
 * Plain text (pasted, or extracted from another format) as lines. A form feed starts a page, a blank line a block.
 * Wide gaps become cells, whose `x` counts characters: `pdftotext -layout` and pasted tables keep their columns so.
 * A text that has lost its line ends gets them back as far as it tells (`flat/`).
 */
export function linesOfText(text: string): Line[] {
  const plain = withStrokedRows(withPlainLetters(withoutQuoting(text)))
  const delimited = linesOfDelimited(plain)
  if (delimited) return delimited
  const flat = isFlat(plain)
  const parted = withHeadingsParted(plain, flat)
  if (flat) return parted.split('\f').flatMap((page, index) => linesOfFlatText(page, index + 1))
  const pages = withAnswersParted(withCellsParted(withHeadingsRepaired(parted))).split('\f')
  return pages.flatMap((printed, index) => linesOfPage(printed, index + 1))
}

/** @param page from 1 */
function linesOfPage(printedPage: string, page: number): Line[] {
  const pageText = withColumnsInOrder(withSingleSpacing(printedPage))
  const tabs = tabsOfTable(pageText)
  const printed = pageText.split(/\r\n|[\n\r\u2028\u2029\u0085\v]/)
  const ordered = withNumbersInPlace(withTablesInOrder(withCellsInRows(printed)))
  const inPlace = withAnswersInPlace(ordered, { mayGoOn: page > 1, areLines: true })
  const points = pointsIn(inPlace.lines)
  const lines: Line[] = []
  let startsBlock = true
  inPlace.lines.forEach((line, place) => {
    const raw = withoutMarkup(line, points.has(place))
    const text = raw.trim()
    if (text === '') startsBlock = true
    else if (place < (inPlace.names ?? 0)) lines.push({ text, page, startsBlock, role: 'header' })
    else {
      const cells = tabs !== null && tabsIn(text) === tabs ? cellsOfTable(raw) : cellsOf(raw)
      const more = inPlace.guessed.has(place) ? { uncertain: true } : cells ? { cells } : {}
      lines.push({ text, page, startsBlock, ...more })
      startsBlock = false
    }
  })
  return lines
}

/** A line without what Markdown, mail or HTML puts around its words. */
function withoutMarkup(line: string, isPoint: boolean): string {
  const told = line.includes('<!--') ? line.replace(comment, '') : line
  return /\*\*|^[ \t]{0,8}[#>•▪●►▶→➔■*_[—–-]/.test(told) ? withoutSigns(told, isPoint) : told
}

/** Signs that show nothing: zero-width ones, and soft hyphens but for those at a line's end, which break a word. */
const unseen = /\u00ad(?![\t ]*[\n\r])|[\u200b-\u200d\u2060\ufeff]/g
/** Headings whose letters stand apart: «V r a a g 1», «V R AA G 1», alone in their line or among others. */
const spacedHeading =
  /(?<!\p{L}|(?<!\p{L})\p{L} )(?:[Vv] [Rr] ?[Aa] ?[Aa] ?[Gg]|[Aa] [Nn] ?[Tt] ?[Ww] ?[Oo] ?[Oo] ?[Rr] ?[Dd])(?: {1,4}(?=\d|op\b|\p{Lu}(?! )|[«€])|(?= *$|:))/gmu
const mayBeSpaced = /[Vv] [Rr]|[Aa] [Nn] /

/** The text without signs that show nothing, and with the letters of spaced headings put together. */
function withPlainLetters(text: string): string {
  const seen = text.replace(unseen, '')
  return mayBeSpaced.test(seen) ? seen.replace(spacedHeading, (word) => `${word.replaceAll(' ', '')} `) : seen
}

/** Signs before a heading, of a quotation or a list: `> Vraag 1`, `• Antwoord`. */
const signsBefore =
  /^[ \t]{0,8}(?:[>•▪●►▶→➔■*–-]\s{1,8})(?=(?:Vraag|Vragen|Antwoord(?:en)?)\b)|^[ \t]{0,8}[>•▪●] (?=\d{1,4}[.)]\s)|^#{1,6} (?=\S)/
/** `> Kunt u …`: a line that a message or a converter quotes; «> 65 jaar» is more than that, «> Retouradres» a letter's own. */
const quoting = /^[ \t]{0,8}(?:>[ \t]?){1,4}(?=[\p{L}«“‘])(?!Retouradres)/u
/** A line that is set apart as a whole. */
const wholeLine = /^([*_])(?=\S)([^*_\n]{1,1000})\1$/
/** A heading between brackets or dashes: `[Vraag 1]`, `— Antwoord 1 —`; without a blank before it a dash at the end breaks a word. */
const framed =
  /^[ \t]{0,8}(?:\[[ \t]?((?:Vraag|Vragen|Antwoord(?:en)?)(?: [^[\]\n]{1,60})?)[ \t]?\]|[—–-][ \t]?((?:Vraag|Vragen|Antwoord(?:en)?)(?: [^[\]\n]{1,60})?)[ \t][—–-])[ \t]{0,8}$/

/** A line without the signs of Markdown and the like, which some extractions put around «Vraag 1» or a number. */
function withoutSigns(line: string, isPoint: boolean): string {
  return line
    .replace(framed, '$1$2')
    .replace(signsBefore, '')
    .replace(isPoint ? /^$/ : quoting, '')
    .replace(wholeLine, '$2')
    .replace(/\*\*(?=\S)([^*\n]{1,400})\*\*/g, '$1')
}

/** The lines that are points of a list, «> Gemeenten», right behind what leads to it; a message that is quoted asks. */
function pointsIn(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  let run: number[] = []
  let asks = false
  // From the end: whether a list asks is known where it begins.
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const line = lines[index] ?? ''
    const isPoint = /^\s{0,8}>/.test(line)
    asks = isPoint && (asks || line.includes('?'))
    if (!isPoint || asks) run = []
    else run.push(index)
    if (!/:\s*$/.test(lines[index - 1] ?? '')) continue
    for (const place of run) found.add(place)
    run = []
  }
  return found
}

/** `<!-- image -->`: where a converter left something out. */
const comment = /<!--[^>]{0,80}-->/g

/** Pages of a plain text: form feeds between them, a last empty page not counted. */
export function pagesOfText(text: string): number {
  return text.replace(/\f\s*$/, '').split('\f').length
}

const answerBehind = /(?<=[?.!»”"’)])[ \t]+(?=(?:Antwoord|ANTWOORD)[ ]?:[ \t]+\S)/g
const fewestAnswers = 2

/** Answers that stand on the lines of their questions, «VRAAG 1: …? ANTWOORD: …», on lines of their own. */
function withAnswersParted(text: string): string {
  return [...text.matchAll(answerBehind)].length < fewestAnswers ? text : text.replace(answerBehind, '\n')
}

const rowOfPipes = /^[ \t]{0,8}\|.{1,4000}\|[ \t]{0,8}$/
const ruleOfPipes = /^[ \t]{0,8}\|(?:[ \t]{0,8}:?-{2,40}:?[ \t]{0,8}\|)+[ \t]{0,8}$/

/**
 * A table whose cells are parted by upright strokes. Markdown has a row in each line: its cells are parted by tabs instead. Where words
 * go on below in cells of one width, as a converter of Word prints them, the columns stay, with a gap for each stroke.
 */
function withCellsParted(text: string): string {
  if (!/^[ \t]{0,8}\|/m.test(text)) return text
  const lines = text.split('\n').filter((line) => !ruleOfPipes.test(line))
  const strokes = lines.map((line) => (rowOfPipes.test(line) ? placesOfStrokes(line) : ''))
  // Rows that begin with an empty cell right below one that stands in the same columns.
  const goOn = new Set(
    strokes.filter((own, at) => own !== '' && own === strokes[at - 1] && emptyFirst.test(lines[at] ?? '')),
  )
  return lines
    .map((line, at) => {
      const own = strokes[at] ?? ''
      if (own === '') return line
      if (goOn.has(own)) return line.replaceAll('|', '   ')
      return line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
        .join('\t')
    })
    .join('\n')
}

const emptyFirst = /^[ \t]{0,8}\|[ \t]{2,}\|/
const placesOfStrokes = (line: string) => [...line.matchAll(/\|/g)].map(({ index }) => index).join()

const tabsIn = (line: string) => line.split('\t').length - 1

const fewestRows = 3
const mostOfRows = 0.8

/** The tabs in each row of a table that was copied with a tab between its cells; null where tabs are no borders of cells. */
function tabsOfTable(text: string): number | null {
  const counts = new Map<number, number>()
  let all = 0
  for (const line of text.split(/[\n\r]+/)) {
    const count = tabsIn(line.trim())
    if (count === 0) continue
    all += 1
    counts.set(count, (counts.get(count) ?? 0) + 1)
  }
  const [count, rows] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  return count > 1 && rows >= fewestRows && rows >= all * mostOfRows ? count : null
}

/** Wider than any cell. */
const columnOfTable = 100_000

/** The cells of a row in such a table: a cell's column is its place, however long the one before it is. */
function cellsOfTable(raw: string): Cell[] {
  let start = 0
  return raw
    .trim()
    .split('\t')
    .flatMap((cell, index) => {
      const from = start
      start += cell.length + 1
      const x = index * columnOfTable
      return cell.trim() === '' ? [] : [{ start: from, end: from + cell.length, x, right: x + cell.length }]
    })
}

function cellsOf(raw: string): Cell[] | null {
  const offset = raw.length - raw.trimStart().length
  const content = raw.trim()
  const columns = columnsOf(raw)
  const cells: Cell[] = []
  let start = 0
  const push = (end: number) => {
    if (end > start) {
      const x = columns[offset + start] ?? 0
      cells.push({ start, end, x, right: columns[offset + end] ?? x + end - start })
    }
  }
  for (const gap of /\t| {3}/.test(content) ? content.matchAll(columnGap) : []) {
    push(gap.index)
    start = gap.index + gap[0].length
  }
  push(content.length)
  const indent = columns[offset] ?? 0
  return cells.length > 1 || indent >= 2 ? cells : null
}

/** The column in which each character stands, tabs counted to the next stop. */
function columnsOf(raw: string): number[] {
  const columns: number[] = []
  let column = 0
  for (let index = 0; index <= raw.length; index += 1) {
    columns.push(column)
    column = raw[index] === '\t' ? (Math.floor(column / tabStop) + 1) * tabStop : column + 1
  }
  return columns
}

import { partyHeadingOf } from '../facts/people.ts'
import { isDigit } from '../signs.ts'
import { readHeading } from './headings.ts'
import { isFaction } from './party-column.ts'
import type { Row } from './rows.ts'
import { endsAsking, endsSentence, isSentenceWithoutStop } from './sentences.ts'
import type { Layout } from './structure.ts'
import { mayBeTitle } from './title-line.ts'

/** Titles right above one start: of a chapter, and of its first paragraph. */
const mostTitles = 2
const fewestNumbered = 2
/** Lines of a table of contents. */
const longestContents = 60

const bullet = /^[•·▪–-]\s/
const numbered = /^(\d{1,2})\.? \p{Lu}/u
const contents = /^(?:Inhoud|Inhoudsopgave|INHOUD|INHOUDSOPGAVE)$/
/** «3. Uitvoering ........ 5», «Uitvoering 5». */
const entry = /^(?:\d{1,2}(?:\.\d{1,2})?\.? )?(\p{Lu}.*?)[ .…_]*[ .…]\d{1,3}$/u
const numberBefore = /^\d{1,2}(?:\.\d{1,2})?\.? /

/**
 * The rows that head a chapter of questions and are no words of the answer above: short paragraphs right above a start, behind a sentence's
 * end or a table, that are
 * headings in the markup or bold, that the table of contents names, or whose numbers count on from chapter to chapter
 * where questions have headings in words.
 */
export function chapterTitles(rows: readonly Row[], layout: Layout): ReadonlySet<number> {
  const starts = new Set(layout.starts.map(({ row }) => row))
  const above = layout.starts.map(({ row }, place) => titlesAbove(rows, row, starts, place === 0))
  const candidates = above.flat()
  if (candidates.length === 0) return new Set()
  const looks = answerLooks(rows, layout)
  const first = layout.starts[0]?.row ?? 0
  const named = namedInContents(rows, first)
  const known = new Set(candidates)
  const isFactionHead = (index: number) =>
    headsFaction(rows, index, known) || (index < first && isFaction(rows[index]?.text ?? ''))
  const factions = severalOf(candidates, isFactionHead)
  const inItalics = severalOf(candidates, (index) => rows[index]?.look === 'italic' && !isBelowTable(rows, index))
  // Right behind what asks it is the answer.
  const isText = (index: number) =>
    isTextTitle(rows[index]) && endsAnswer(rows[index - 1]?.text ?? '') && !namesAskers(rows[index])
  const areText = severalOf(candidates, isText) || (candidates.some(isText) && isTitleAboveAll(rows, first))
  const found = candidates.filter((index) => {
    const row = rows[index]
    return (
      (areText && isText(index)) ||
      row?.role === 'heading' ||
      (factions && isFactionHead(index)) ||
      (isSetApart(row) && !looks.has(row.look) && (row.look === 'bold' || inItalics)) ||
      named.has(row?.text.replace(numberBefore, '') ?? '')
    )
  })
  return new Set(layout.family === 'heading' ? [...found, ...countingOn(rows, candidates)] : found)
}

/** In text without looks or roles a line of its own that is no sentence, behind one: hardly anything else than a title is. */
const isTextTitle = (row: Row | undefined) =>
  row?.x === null &&
  row.role === undefined &&
  row.look === 'plain' &&
  row.pieces.length === 1 &&
  !/\d/.test(row.text) &&
  !isSentenceWithoutStop(row.text)

const endsAnswer = (text: string) => endsSentence(text) && !endsAsking(text)

/** Who asks is read where the question's own head is. */
const namesAskers = (row: Row | undefined) => row !== undefined && partyHeadingOf(row.text) !== null

/** Whether the first question has a title above it, which is not the name of who signs the paper's head. */
function isTitleAboveAll(rows: readonly Row[], first: number): boolean {
  const row = rows[first - 1]
  return isTextTitle(row) && mayBeTitle(row?.text ?? '') && !rows[first - 2]?.text.endsWith(',')
}

/** Chapters are several: once it may be an answer's last words, a partner that it names or a line in italics. */
const severalOf = (candidates: readonly number[], isOne: (index: number) => boolean) =>
  candidates.filter(isOne).length > 1

/** A faction's name alone, and not the end of a list of them in an answer. */
function headsFaction(rows: readonly Row[], index: number, titles: ReadonlySet<number>): boolean {
  const [before, row] = [rows[index - 1], rows[index]]
  if (!row || !isFaction(row.text) || row.role === 'list-item') return false
  if (!before || endsSentence(before.text) || before.pieces.length > 1) return true
  return !isFaction(before.text) && titles.has(index - 1)
}

/** There words in italics are the table's own: «Voorlopige cijfers». */
const isBelowTable = (rows: readonly Row[], index: number) => (rows[index - 1]?.pieces.length ?? 0) > 1

/** Bold or in italics, and no row of a table; a caption is set so too, and a source. */
function isSetApart(row: Row | undefined): row is Row {
  if (row === undefined || row.look === 'plain' || /\d$/.test(row.text) || caption.test(row.text)) return false
  return row.look === 'bold' || !/^(?:Bron|Noot|Toelichting)\b/.test(row.text)
}

/** «Figuur 2 Instroom per regio», below what it shows. */
const caption = /^(?:Tabel|Figuur|Grafiek|Diagram|Kaart|Afbeelding|Foto|Schema|Box|Kader)\s\d/

/** The looks that most answers have: where they are printed so, that tells no title. */
function answerLooks(rows: readonly Row[], layout: Layout): ReadonlySet<Row['look']> {
  const behind = layout.starts.slice(1)
  const isAnswer = (look: Row['look'], index: number) =>
    rows[index]?.look === look &&
    (endsAsking(rows[index - 1]?.text ?? '') || (look === 'italic' && rows[index - 1]?.look === look))
  return new Set(
    (['bold', 'italic'] as const).filter(
      (look) => behind.filter(({ row }) => isAnswer(look, row - 1)).length * 2 > behind.length,
    ),
  )
}

/** None right below a start: that is what it asks. */
function titlesAbove(rows: readonly Row[], start: number, starts: ReadonlySet<number>, isFirst: boolean): number[] {
  // Text without empty lines has no blocks: there a chapter's number alone tells, and bold type above a heading without a gap.
  if (rows[start]?.startsBlock !== true) return isTitleAlone(rows, start - 1, isFirst) ? [start - 1] : []
  const found: number[] = []
  for (let index = start - 1; index >= 0 && found.length < mostTitles; index -= 1) {
    const row = rows[index]
    if (row?.startsBlock !== true || !mayBeTitle(row.text)) break
    if (row.pieces.length > 1 || readHeading(row.text)) break
    found.unshift(index)
  }
  const above = (found[0] ?? 0) - 1
  const before = rows[above]
  // In flat text a start's row may hold its answer too.
  const isWhole = isFaction(rows[above + 1]?.text ?? '') && endsSentence(before?.text ?? '')
  if ((starts.has(above) && !isWhole) || (before?.look === 'bold' && rows[above + 1]?.look === 'bold')) return []
  const isBehindItem =
    !before ||
    isFirst ||
    endsSentence(before.text) ||
    before.pieces.length > 1 ||
    before.role === 'list-item' ||
    bullet.test(before.text)
  return isBehindItem ? found : found.slice(1)
}

function isTitleAlone(rows: readonly Row[], index: number, isFirst: boolean): boolean {
  const row = rows[index]
  const text = row?.text ?? ''
  const isBold = row?.look === 'bold' && row.startsBlock
  if (isFaction(text)) return row?.startsBlock === true
  if (isTextTitle(row) && !isFirst)
    return mayBeTitle(text) && endsAnswer(rows[index - 1]?.text ?? '') && !readHeading(text)
  if (!(isBold || (isDigit(text) && numbered.test(text))) || !mayBeTitle(text)) return false
  return (isFirst || endsSentence(rows[index - 1]?.text ?? '')) && readHeading(text) === null
}

function namedInContents(rows: readonly Row[], first: number): ReadonlySet<string> {
  const head = rows.slice(0, first).findIndex(({ text }) => contents.test(text))
  const entries = head < 0 ? [] : rows.slice(head + 1, Math.min(first, head + longestContents))
  return new Set(entries.flatMap(({ text }) => entry.exec(text)?.[1] ?? []))
}

/** Those with a number, where each has the one that follows the number before; none that goes on with a list of the answer. */
function countingOn(rows: readonly Row[], candidates: readonly number[]): readonly number[] {
  const numberOf = (index: number) => Number(numbered.exec(rows[index]?.text ?? '')?.[1])
  const found = candidates.filter((index) => numberOf(index) > 0 && numberOf(index - 1) !== numberOf(index) - 1)
  const numbers = found.map(numberOf)
  const isCounting = numbers.every((number, place) => place === 0 || number === (numbers[place - 1] ?? 0) + 1)
  return isCounting && found.length >= fewestNumbered ? found : []
}

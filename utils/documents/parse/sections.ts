import { readHeading } from './headings.ts'
import type { Layout } from './layouts.ts'
import { type Row, withText } from './rows.ts'
import type { Start } from './starts.ts'

/** The rows under one number or heading, until the next one. */
export interface Section {
  readonly type: 'question' | 'answer'
  /** As printed; for an answer the numbers that its heading names, maybe none. */
  readonly numbers: readonly string[]
  readonly page: number
  readonly segment: number
  /** Without number and heading. */
  readonly rows: Row[]
  /** Left edge of the number, where it stands in a place of its own. */
  readonly numberX: number | null
  /** Marks of notes that stood at the heading itself. */
  readonly marks: readonly string[]
}

/** Where the answers are over: the closing remark of written questions, a postponement, the end of a letter. */
const closings = [
  /^Mededeling:?$/,
  /^Toelichting:?$/,
  /^Toelichting:\s+Deze vragen dienen\b/,
  /^Hoogachtend,?$/,
  /^Met (?:vriendelijke|de meeste) (?:groet|hoogachting),?$/i,
]

/** Parts the rows from the first question on into questions and answers, as the layout's starts and the headings say. */
export function sectionsOf(rows: readonly Row[], layout: Layout): Section[] {
  const starts = new Map(layout.starts.map((start) => [start.row, start]))
  const sections: Section[] = []
  const closing = closingRow(rows, layout)
  for (let index = layout.starts[0]?.row ?? 0; index < closing; index += 1) {
    const row = rows[index]
    if (!row) continue
    const start = starts.get(index)
    const section = start ? questionSection(row, start) : answerHeading(row)
    if (section) sections.push(section)
    else sections.at(-1)?.rows.push(row)
  }
  return sections
}

function closingRow(rows: readonly Row[], layout: Layout): number {
  const last = layout.starts.at(-1)?.row ?? 0
  for (let index = last + 1; index < rows.length; index += 1) {
    const text = rows[index]?.text ?? ''
    if (!closings.some((closing) => closing.test(text))) continue
    if (
      !/^Toelichting:?$/.test(text) ||
      /^(?:Deze vragen dienen|Deze vragen zijn)\b/.test(rows[index + 1]?.text ?? '')
    ) {
      return index
    }
  }
  return rows.length
}

function questionSection(row: Row, start: Start): Section {
  const rest = restOf(row, start)
  const first = row.pieces[0]
  return {
    type: 'question',
    numbers: start.numbers.length > 0 ? start.numbers : ['?'],
    page: row.page,
    segment: row.segment,
    rows: rest ? [rest] : [],
    numberX: row.x ?? (row.pieces.length > 1 ? (first?.x ?? null) : null),
    marks: rest ? [] : row.marks,
  }
}

/** The row without its number, or null where nothing else stands in it. */
function restOf(row: Row, start: Start): Row | null {
  const text = row.text.slice(start.textStart).trim()
  const lead = row.text.slice(0, start.textStart)
  // A printed code before the number stays in the text: the row's reader takes it.
  const number = /(\d{1,4}[a-z]?)\s?[.):]?\s*$/.exec(lead)
  const code = start.family === 'row' && number ? lead.slice(0, number.index).trim() : ''
  if (text === '' && code === '') return null
  const lookEnds = Math.max(0, row.lookEnds - start.textStart)
  const rest = withText(row, code === '' ? text : `${code} ${text}`, { startsBlock: true, lookEnds, look: row.look })
  if (row.pieces.length < 2) {
    const x = row.pieces[0]?.x ?? 0
    return {
      ...rest,
      pieces: [{ text: rest.text, x: row.x === null ? x : x + lead.length, right: row.pieces[0]?.right ?? x }],
    }
  }
  const [first, ...others] = row.pieces
  if (!first) return rest
  const trimmed = first.text.slice(Math.min(start.textStart, first.text.length)).trim()
  const kept =
    code !== ''
      ? row.pieces.filter((piece) => piece.text !== start.numbers[0])
      : trimmed === ''
        ? others
        : [{ ...first, text: trimmed }, ...others]
  return { ...rest, pieces: kept }
}

function answerHeading(row: Row): Section | null {
  const heading = readHeading(row.text)
  const named = row.marker?.type === 'answer'
  if (!named && heading?.type !== 'answer') return null
  // In marked-up answers the heading may name the question: `div.antwoord > h2` «Vraag 2, 3».
  const own = heading?.type === 'answer' || heading?.alone
  const text = heading && own ? row.text.slice(heading.end).trim() : isNumberAlone(row) ? '' : row.text
  const numbers = named && row.marker && row.marker.numbers.length > 0 ? row.marker.numbers : (heading?.numbers ?? [])
  return {
    type: 'answer',
    numbers,
    page: row.page,
    segment: row.segment,
    rows: text === '' ? [] : [text === row.text ? row : withText(row, text, { startsBlock: true })],
    numberX: null,
    marks: text === '' ? row.marks : [],
  }
}

function isNumberAlone(row: Row): boolean {
  return /^\d{1,4}[a-z]?[.):]?$/.test(row.text)
}

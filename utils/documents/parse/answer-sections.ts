import type { Asker } from '../types.ts'
import { numbersAlone } from './answers-apart.ts'
import { isAt } from './column-edges.ts'
import { type Heading, readHeading } from './headings.ts'
import { expandNumbers } from './numbers.ts'
import { type Row, withText } from './rows.ts'
import type { Section } from './structure.ts'

/** What begins an answer: its heading, a cell that holds it, a sentence before all answers. */

/** The sentence before all answers stands where a heading would. */
export function introduction(row: Row, rows: readonly Row[], askedBy: readonly Asker[] | null): Section {
  const { page, segment, y, line } = row
  return {
    type: 'answer',
    numbers: [],
    page,
    segment,
    rows: [...rows],
    numberX: null,
    marks: [],
    askedBy,
    top: y,
    line,
  }
}

export function answerHeading(row: Row, next: Row | undefined, askedBy: readonly Asker[] | null): Section | null {
  const inCell = headingInCell(row)
  const heading = inCell ?? readHeading(row.text)
  const named = row.marker?.type === 'answer'
  if (!named && heading?.type !== 'answer') return null
  // In marked-up answers the heading may name the question: `div.antwoord > h2` «Vraag 2, 3».
  const own = heading?.type === 'answer' || heading?.alone
  const marked = (named && row.marker?.numbers) || []
  // The number alone is the heading's; another one in a cell of answers, or one with nothing below it, is the answer.
  const isOwn =
    marked.length > 0 ? expandNumbers(row.text).join() === marked.join() : next !== undefined && !next.marker
  const isNumber = isOwn && isNumberAlone(row)
  const text = heading && own ? row.text.slice(heading.end).trim() : isNumber ? '' : row.text
  const numbers = marked.length > 0 ? marked : (heading?.numbers ?? [])
  return {
    type: 'answer',
    numbers,
    page: row.page,
    segment: row.segment,
    rows: text === '' ? [] : [text === row.text ? row : withText(row, text, { startsBlock: true })],
    numberX: inCell ? (row.pieces[0]?.x ?? null) : null,
    marks: text === '' ? row.marks : [],
    askedBy,
    top: row.y,
    line: row.line,
  }
}

/** In a table «Antwoord» has a cell of its own, and the answer stands beside it. */
function headingInCell({ pieces }: Row): Heading | null {
  const cell = pieces.length > 1 ? pieces[0] : undefined
  const heading = cell ? readHeading(cell.text) : null
  return cell && heading?.type === 'answer' && heading.alone && heading.numbers.length === 0
    ? { ...heading, end: cell.text.length, alone: false }
    : null
}

/** Whether a row is the number of the question before the answer that just began. */
export function isNumberOf(row: Row, sections: readonly Section[]): boolean {
  const asked = sections.at(-2)
  return asked?.type === 'question' && isNumberAlone(row) && expandNumbers(row.text).join() === asked.numbers.join()
}

function isNumberAlone(row: Row): boolean {
  return numbersAlone.test(row.text)
}

/** «1» below «Antwoord» in a narrow cell of its own, beside the answer: the number, and what is left of the row; null for any other row. */
export function numberBelowLabel(
  row: Row,
  sections: readonly Section[],
): { readonly numbers: readonly string[]; readonly rest: readonly Row[] } | null {
  const [asked, open] = sections.slice(-2)
  const [cell, ...others] = row.pieces
  if (!cell || asked?.type !== 'question' || open?.type !== 'answer' || open.numberX === null) return null
  if (open.numbers.length > 0 || !isAt(cell.x, open.numberX)) return null
  if (!numbersAlone.test(cell.text)) return null
  const numbers = expandNumbers(cell.text)
  if (!asked.numbers.every((number) => numbers.includes(number))) return null
  const text = row.text.slice(cell.text.length).trim()
  return { numbers, rest: text === '' ? [] : [withText(row, text, { pieces: others })] }
}

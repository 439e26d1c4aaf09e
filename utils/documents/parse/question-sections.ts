import type { Asker } from '../types.ts'
import { type Row, withText } from './rows.ts'
import type { Section, Start } from './structure.ts'
import { labelAskers } from './unnumbered.ts'

/** What begins a question: its number or heading, and what is left of that row. */

/** «3. Vraag van de heer A (P)»: who asks that question. */
export function askedAsLabelled(section: Section, { text }: Row): Section {
  const askedBy = text.startsWith('V') ? labelAskers(text) : undefined
  return askedBy ? { ...section, askedBy } : section
}

export function questionSection(row: Row, start: Start, askedBy: readonly Asker[] | null): Section {
  const rest = restOf(row, start)
  const first = row.pieces[0]
  const isCell = start.family === 'heading' && row.pieces.length > 1 && first?.text.slice(start.textStart).trim() === ''
  return {
    type: 'question',
    numbers: start.numbers.length > 0 ? start.numbers : ['?'],
    page: row.page,
    segment: row.segment,
    rows: rest ? [rest] : [],
    numberX: row.x ?? (row.pieces.length > 1 ? (first?.x ?? null) : null),
    marks: rest ? [] : row.marks,
    askedBy,
    top: row.y,
    line: row.line,
    ...(isCell && first ? { headingX: first.x } : {}),
    ...(start.guessed ? { guessed: true } : {}),
    ...(start.pageAsked === undefined ? {} : { pageAsked: start.pageAsked }),
  }
}

/** The row without its number, or null where nothing else stands in it. */
function restOf(row: Row, start: Start): Row | null {
  const text = row.text.slice(start.textStart).trim()
  const lead = row.text.slice(0, start.textStart)
  // A printed code before the number stays in the text: the row's reader takes it.
  const number = /(\d{1,4}[a-z]?)\s?[.):]?\s*$/.exec(lead)
  const mayHold = start.family === 'row' && start.numbers.length === 1 && start.pageAsked === undefined
  const code = mayHold && number ? lead.slice(0, number.index).trim() : ''
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

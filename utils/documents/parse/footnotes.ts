import type { Footnote } from '../types.ts'
import { readHeading } from './headings.ts'
import { codeBegunAtEnd, codeOfCell } from './printed-code.ts'
import { keepRows, type Raised, type Row, withText } from './rows.ts'
import { endsAsking } from './sentences.ts'

/** A note at the foot of a page (or at the end of the document), with the segment whose marks it explains. */
export interface Note extends Footnote {
  readonly segment: number
  readonly rows: readonly Row[]
}

interface NoteStart {
  readonly row: number
  readonly mark: string
  /** Where the note's text starts in its row; the row's length where the mark stands alone. */
  readonly textStart: number
}

const markAtStart = /^\(?(\d{1,3})(?:\)|\.)?(?=\s|\p{Lu}|https?:|«|“|‘|$)\s*/u

/** Notes longer than this are no notes of these papers: then the numbers belong to something else. */
const longestNoteRows = 12

/**
 * Takes the notes out of the rows and the marks out of the texts, leaving each mark on the row where it stood.
 * Where the format names notes (`role: 'footnote'`), that decides. In plain text a note is a numbered run at the foot
 * of a page whose number stands as a mark higher up on that page: alone on a line, raised, or glued to a word.
 */
export function takeFootnotes(rows: readonly Row[]): { rows: Row[]; notes: Note[] } {
  const taken = new Map<number, Note | null>()
  // Among numbered rows a number at a line's start is a question's; under headings in words it may be a mark.
  const headed = rows.some((row) => row.marker !== undefined || readHeading(row.text)?.type === 'question')
  takeNamed(rows, taken)
  // A format that names its notes raises their marks too: figures in its text are figures.
  const named = [...taken.values()].some((note) => note !== null)
  if (!named) takeFromFeet(rows, headed, taken)
  const notes = [...taken.values()].filter((note) => note !== null)
  const kept = keepRows(rows, (_, index) => !taken.has(index))
  return { rows: withoutMarks(kept, notes, { headed, named }), notes }
}

/** Rows of one note map to null but for its first, which maps to the note. */
type Taken = Map<number, Note | null>

function takeNamed(rows: readonly Row[], taken: Taken): void {
  let open: { row: number; mark: string; parts: string[]; segment: number; rows: Row[] } | null = null
  const close = () => {
    if (open) {
      const { mark, parts, segment, rows: own } = open
      taken.set(open.row, { mark, text: parts.join(' ').trim(), segment, rows: own })
    }
    open = null
  }
  rows.forEach((row, index) => {
    if (row.role !== 'footnote') {
      close()
      return
    }
    const match = markAtStart.exec(row.text)
    const mark = match?.[1]
    // Within a note a line may begin with a number too: a new note's number is the next one, or it starts a block.
    const next = open === null || row.startsBlock || Number(mark) === Number(open.mark) + 1
    if (match && mark !== undefined && next) {
      close()
      open = { row: index, mark, parts: [row.text.slice(match[0].length)], segment: row.segment, rows: [row] }
    } else if (open) {
      open.parts.push(row.text)
      open.rows.push(row)
      taken.set(index, null)
    }
  })
  close()
}

function takeFromFeet(rows: readonly Row[], headed: boolean, taken: Taken): void {
  let start = 0
  let expected = 1
  for (let index = 1; index <= rows.length; index += 1) {
    if (index < rows.length && rows[index]?.segment === rows[start]?.segment) continue
    const block = notesAtFoot(rows, start, index, headed, expected)
    expected = Number(block.at(-1)?.mark ?? expected - 1) + 1
    block.forEach((note, position) => {
      const end = block[position + 1]?.row ?? index
      const parts = [rows[note.row]?.text.slice(note.textStart) ?? '']
      for (let row = note.row + 1; row < end; row += 1) {
        parts.push(rows[row]?.text ?? '')
        taken.set(row, null)
      }
      taken.set(note.row, {
        mark: note.mark,
        text: parts.join(' ').trim(),
        segment: rows[note.row]?.segment ?? 0,
        rows: rows.slice(note.row, end),
      })
    })
    start = index
  }
}

/**
 * The run of notes that ends a segment: numbers that rise, each with its mark higher up. Where headings tell the questions,
 * the number that follows the last note's (`expected`) needs no mark: flat text loses it, or the title carries it.
 */
function notesAtFoot(
  rows: readonly Row[],
  from: number,
  to: number,
  headed: boolean,
  expected: number,
): readonly NoteStart[] {
  const notes: NoteStart[] = []
  let marked: readonly NoteStart[] = []
  let bottom = to
  for (let index = to - 1; index > from; index -= 1) {
    const start = noteStart(rows, index, to)
    const next = notes[0]
    // What asks something is a question of the list, not a note.
    const text = rows[index]?.text ?? ''
    if (bottom - index > longestNoteRows || endsAsking(text) || readHeading(text)?.alone) break
    if (!start || (next && !isBefore(start.mark, next.mark))) continue
    const hasOne = hasMark(rows, from, index, start.mark, headed)
    if (!hasOne && !(headed && isPlainNote(rows, index))) continue
    notes.unshift(start)
    bottom = index
    if (hasOne && marked.length === notes.length - 1) marked = [...notes]
  }
  return Number(notes[0]?.mark) === expected ? notes : marked
}

/** `3 Kamerstuk 30 420, nr. 61`, below a sentence that has ended: neither a list's item nor a figure of a sentence. */
function isPlainNote(rows: readonly Row[], index: number): boolean {
  const row = rows[index]
  const before = rows[index - 1]
  if (!row || !/^\d{1,3}\s\p{L}/u.test(row.text)) return false
  return row.startsBlock || (before !== undefined && /[.?!:;»”"’')\]]\d{0,3}$/.test(before.text))
}

/** Notes of a page rise, by one as a rule: a note whose mark stands on another page may leave a gap. */
function isBefore(mark: string, next: string): boolean {
  const step = Number(next) - Number(mark)
  return step >= 1 && step <= 3
}

function noteStart(rows: readonly Row[], index: number, to: number): NoteStart | null {
  const row = rows[index]
  const match = row && !readHeading(row.text) ? markAtStart.exec(row.text) : null
  const mark = match?.[1]
  if (!row || !match || mark === undefined) return null
  // A question at the foot of a page, whose number also ended a wrapped code higher up, is no note.
  if (row.pieces.some(({ text }) => codeOfCell(text) !== null || codeBegunAtEnd(text)?.start === 0)) return null
  const alone = match[0].length >= row.text.length
  const text = alone ? (index + 1 < to ? rows[index + 1]?.text : undefined) : row.text.slice(match[0].length)
  // A note begins as a sentence or an address does, and not in the middle of one.
  if (text === undefined || !/^(?:[\p{Lu}«“‘'"(]|https?:|www\.)/u.test(text)) return null
  return { row: index, mark, textStart: match[0].length }
}

function hasMark(rows: readonly Row[], from: number, to: number, mark: string, headed: boolean): boolean {
  for (let index = from; index < to; index += 1) {
    const row = rows[index]
    if (!row) continue
    if (isMarkList(row.text) && row.text.split(' ').includes(mark) && (headed || !numbersQuestion(rows, index)))
      return true
    if (row.raised.some((run) => marksOf(row, run).includes(mark))) return true
    if (headed && leadingMark(row.text, mark)) return true
    if (row.text.includes(mark) && (gluedMark(row.text, mark) ?? bracketedMark(row.text, mark))) return true
  }
  return false
}

/** A number alone before rows that ask is a question's own. */
function numbersQuestion(rows: readonly Row[], index: number): boolean {
  const below = [1, 2, 3].map((step) => rows[index + step]?.text ?? '').join(' ')
  return /^[^.?!]*\?/.test(below)
}

/** A mark that a line break parted from its word: `… elektronisch.` / `2 Deze richtlijnen …`. */
function leadingMark(text: string, mark: string): Raised | null {
  if (!text.startsWith(mark)) return null
  const after = text.slice(mark.length)
  return /^\s+\p{L}/u.test(after) ? { start: 0, end: mark.length } : null
}

/** A mark as typed in answers that go out as Word files: `bericht? 1)`. */
function bracketedMark(text: string, mark: string): Raised | null {
  const match = new RegExp(`\\s\\(?${mark}\\)(?=\\s|$|[.,;])`).exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : null
}

/** A line that holds marks only: `90`, or `2 3` where two notes share a place. */
function isMarkList(text: string): boolean {
  return /^\d{1,3}(?: \d{1,3}){0,3}$/.test(text)
}

function marksOf(row: Row, run: Raised): string[] {
  return row.text.slice(run.start, run.end).match(/\d{1,3}/g) ?? []
}

/**
 * Where a mark is glued to the word or stop before it (`onderzoek.90`, `(KNMI)1`). Short words in capitals
 * carry numbers of their own (`G20`, `CO2`, `A4`).
 */
function gluedMark(text: string, mark: string): Raised | null {
  let index = text.indexOf(mark)
  while (index > 0) {
    const before = text.slice(Math.max(0, index - 4), index)
    const after = text[index + mark.length] ?? ' '
    if (
      /(?:[\p{Ll}]{3}|[\p{L})\]»”’"][.,;:?!»”’)]{1,2}|[)\]»”]|(?<!\d)(?:19|20)\d{2})$/u.test(before) &&
      /[\s.,;:?!)»”]/.test(after)
    ) {
      return { start: index, end: index + mark.length }
    }
    index = text.indexOf(mark, index + 1)
  }
  return null
}

/** A unit before a raised 2 or 3 makes it a square or a cube. */
const unit = /(?:^|[\s\d/])(?:[kcdm]?m|CO|ha)$/

/** How this document sets its marks. */
interface Marking {
  readonly headed: boolean
  readonly named: boolean
}

function markIn(text: string, mark: string, { headed, named }: Marking): Raised | null {
  if (named) return bracketedMark(text, mark)
  return gluedMark(text, mark) ?? bracketedMark(text, mark) ?? (headed ? leadingMark(text, mark) : null)
}

function withoutMarks(rows: readonly Row[], notes: readonly Note[], marking: Marking): Row[] {
  const bySegment = new Map<number, Set<string>>()
  const all = new Set<string>()
  for (const note of notes) {
    all.add(note.mark)
    const marks = bySegment.get(note.segment)
    if (marks) marks.add(note.mark)
    else bySegment.set(note.segment, new Set([note.mark]))
  }
  const result: Row[] = []
  const used = new Set<string>()
  let interrupted = false
  for (const [index, row] of rows.entries()) {
    const here = bySegment.get(row.segment)
    if (
      here &&
      !marking.named &&
      isMarkList(row.text) &&
      (marking.headed || !numbersQuestion(rows, index)) &&
      row.text.split(' ').every((mark) => here.has(mark) && !used.has(`${row.segment} ${mark}`))
    ) {
      const marks = row.text.split(' ')
      for (const mark of marks) used.add(`${row.segment} ${mark}`)
      const before = result.pop()
      if (before) result.push({ ...before, marks: [...before.marks, ...marks] })
      interrupted = true
      continue
    }
    const cut = cutMarks(row, all, here, marking)
    result.push(interrupted ? { ...cut, interrupted } : cut)
    interrupted = false
  }
  return result
}

/**
 * A raised number behind a stop or a whole word is a mark, even where its note is not in the file (an excerpt, notes in
 * another file): powers, units and formulas (`m2`, `CO2`, `10^6`) raise digits behind digits and few letters.
 */
function isMarkByPlace(row: Row, run: Raised): boolean {
  if (!/^\d{1,3}(?:[ ,]+\d{1,3})*$/.test(row.text.slice(run.start, run.end).trim())) return false
  const before = row.text.slice(0, run.start).trimEnd()
  return (
    /(?:\p{L}{4}|[\p{L}\d)%»”’][.,;:?!]|\p{L}{2}[)\]»”’]{1,2}|[.?!][»”’)])$/u.test(before) && !/meter$/.test(before)
  )
}

/** Raised marks may stand far from their note (notes at the document's end); glued ones must share its page. */
function cutMarks(row: Row, all: ReadonlySet<string>, here: ReadonlySet<string> | undefined, marking: Marking): Row {
  const cuts: { start: number; end: number; marks: string[] }[] = []
  for (const run of row.raised) {
    const marks = marksOf(row, run)
    const before = row.text.slice(0, run.start)
    const isKnown = marks.length > 0 && marks.every((mark) => all.has(mark)) && !unit.test(before)
    if (isKnown || isMarkByPlace(row, run)) cuts.push({ start: run.start, end: run.end, marks: isKnown ? marks : [] })
  }
  if (row.raised.length === 0) {
    for (const mark of here ?? []) {
      const found = row.text.includes(mark) ? markIn(row.text, mark, marking) : null
      if (found && !cuts.some((cut) => found.start < cut.end && cut.start < found.end))
        cuts.push({ ...found, marks: [mark] })
    }
  }
  if (cuts.length === 0) return row
  let text = row.text
  let lookEnds = row.lookEnds
  cuts.sort((a, b) => b.start - a.start)
  for (const { start, end } of cuts) {
    text = `${text.slice(0, start)}${text.slice(end)}`
    if (start < lookEnds) lookEnds -= Math.min(lookEnds, end) - start
  }
  const marks = cuts.flatMap((cut) => cut.marks).reverse()
  const changed = withText(row, text.trim(), { marks, lookEnds })
  return row.pieces.length > 1 ? { ...changed, pieces: recut(row, cuts) } : changed
}

/** The pieces of a row whose marks were cut: each piece found again in the old text, without the cut characters. */
function recut(row: Row, cuts: readonly { start: number; end: number }[]): Row['pieces'] {
  let from = 0
  return row.pieces.map((piece) => {
    const start = row.text.indexOf(piece.text, from)
    if (start < 0) return piece
    from = start + piece.text.length
    let text = ''
    for (let index = start; index < from; index += 1) {
      if (!cuts.some((cut) => index >= cut.start && index < cut.end)) text += row.text[index]
    }
    return { ...piece, text: text.trim() }
  })
}

import { isDigit } from '../signs.ts'
import { headingOfAnswersApart, numbersAlone } from './answers-apart.ts'
import { endnotesIn } from './endnotes.ts'
import { readHeading } from './headings.ts'
import { type JoinLines, joinerFor } from './hyphens.ts'
import { hasGluedMark, hasMark, hasSureMark } from './note-marks.ts'
import { notesWithin } from './notes-within.ts'
import { codeBegunAtEnd, codeOfCell } from './printed-code.ts'
import { type Row, withoutRows } from './rows.ts'
import { endsAsking, endsSentence } from './sentences.ts'
import type { Note, NotesByMark } from './structure.ts'
import { markOfTerm, termOf } from './typed-marks.ts'
import { withoutMarks } from './without-marks.ts'

interface NoteStart {
  readonly row: number
  readonly mark: string
  /** Where the note's text starts in its row; the row's length where the mark stands alone. */
  readonly textStart: number
}

const markAtStart = /^[([]?(\d{1,3})(?:[)\]]|\.)?(?=\s|\p{Lu}|https?:|«|“|‘|$)\s*/u

/** Notes longer than this are no notes of these papers: then the numbers belong to something else. */
const longestNoteRows = 12

/**
 * Takes the notes out of the rows and the marks out of the texts, leaving each mark on the row where it stood.
 * Where the format names notes (`role: 'footnote'`), that decides. In plain text a note is a numbered run at the foot
 * of a page whose number stands as a mark higher up on that page: alone on a line, raised, or glued to a word.
 */
export function takeFootnotes(rows: readonly Row[]): { rows: Row[]; notes: NotesByMark } {
  const taken = new Map<number, Note | null>()
  const join = joinerFor(rows)
  takeEndnotes(rows, taken)
  takeNamed(rows, taken, join)
  // A format that names its notes raises their marks too: figures in its text are figures. Flat text has no raised ones.
  const named = [...taken.values()].some((note) => note !== null && /^\d/.test(note.mark) && !note.rows[0]?.flows)
  // Among numbered rows a number at a line's start is a question's; under headings in words it may be a mark.
  const headed = !named && rows.some((row) => row.marker !== undefined || readHeading(row.text)?.type === 'question')
  if (!named) takeFromFeet(rows, headed, taken, join)
  if (!named) takeWithin(rows, taken)
  const notes = [...taken.values()].filter((note) => note !== null)
  const kept = withoutRows(rows, taken.keys())
  return { rows: withoutMarks(kept, notes, { headed, named }), notes: byMark(notes) }
}

function byMark(notes: readonly Note[]): NotesByMark {
  const marks = new Map<string, Note[]>()
  for (const note of notes) {
    const same = marks.get(note.mark)
    if (same) same.push(note)
    else marks.set(note.mark, [note])
  }
  return marks
}

/** Rows of one note map to null but for its first, which maps to the note. */
type Taken = Map<number, Note | null>

function takeEndnotes(rows: readonly Row[], taken: Taken): void {
  for (const [row, note] of endnotesIn(rows)) {
    for (let offset = 0; offset < note.rows.length; offset += 1) taken.set(row + offset, offset === 0 ? note : null)
  }
}

function takeNamed(rows: readonly Row[], taken: Taken, join: JoinLines): void {
  let open: { row: number; mark: string; parts: string[]; segment: number; rows: Row[] } | null = null
  const close = () => {
    if (open) {
      const { mark, parts, segment, rows: own } = open
      taken.set(open.row, { mark, text: linesJoined(parts, join), segment, rows: own })
    }
    open = null
  }
  rows.forEach((row, index) => {
    if (row.role !== 'footnote' || taken.has(index)) {
      if (open) close()
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

function takeWithin(rows: readonly Row[], taken: Taken): void {
  if (headingOfAnswersApart(rows) < rows.length) return
  for (const [from, note] of notesWithin(rows, taken)) {
    note.rows.forEach((_, offset) => {
      taken.set(from + offset, offset === 0 ? note : null)
    })
  }
}

/** One numbered sentence before a heading may be the answer's own. */
const fewestWithin = 2
/** More rows than a page of flat text has. */
const rowsOfPage = 120

function takeFromFeet(rows: readonly Row[], headed: boolean, taken: Taken, join: JoinLines): void {
  // Before the answers that stand apart the notes of the questions end; behind it bare numbers are the answers'.
  const apart = headed ? rows.length : headingOfAnswersApart(rows)
  // Endnotes stand behind them.
  const [endnotes] = taken.keys()
  let start = 0
  let expected = 1
  for (let index = 1; index <= rows.length; index += 1) {
    const isEnd =
      index >= rows.length || index === apart || index === endnotes || rows[index]?.segment !== rows[start]?.segment
    // A page of flat text may end before any heading: there each note must have its mark.
    const mayEnd = headed && rows[index]?.flows === true && readHeading(rows[index]?.text ?? '') !== null
    if (!isEnd && !mayEnd) continue
    const from = isEnd ? start : Math.max(start, index - rowsOfPage)
    const found = notesAtFoot(rows, from, index, headed, isEnd ? expected : null)
    const block = found.every(({ row }) => row < apart || !numbersAlone.test(rows[row]?.text ?? '')) ? found : []
    if (!isEnd && block.length < fewestWithin) continue
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
        text: linesJoined(parts, join),
        segment: segmentOf(rows, from, note),
        rows: rows.slice(note.row, end),
      })
    })
    start = index
  }
}

/**
 * The segment whose marks a note at a foot explains: its own, or where all notes stand behind the last answer that in which its mark does.
 */
function segmentOf(rows: readonly Row[], from: number, { row, mark }: NoteStart): number {
  const own = rows[row]?.segment ?? 0
  if (hasMark(rows, from, row, mark, { headed: true, mayStandAlone: true })) return own
  return hasSureMark(rows, from, mark) ?? own
}

/**
 * The run of notes that ends a segment: numbers that rise, each with its mark higher up. Where headings tell the questions,
 * the number that follows the last note's (`expected`) needs no mark, where it is told: flat text loses it, or the title carries it.
 */
function notesAtFoot(
  rows: readonly Row[],
  from: number,
  to: number,
  headed: boolean,
  expected: number | null,
): readonly NoteStart[] {
  const notes: NoteStart[] = []
  let marked: readonly NoteStart[] = []
  let owned = 0
  let bottom = to
  for (let index = to - 1; index > from; index -= 1) {
    const start = noteStart(rows, index, to)
    const next = notes[0]
    // What asks something is a question of the list, not a note.
    const text = rows[index]?.text ?? ''
    const asks = endsAsking(text) || asksWithPage.test(text) || (rows[index]?.flows && /\?\s/.test(text))
    // What the markup calls a question or an answer is no note, though its number is all there is of it.
    if (bottom - index > longestNoteRows || asks || rows[index]?.marker || readHeading(text)?.alone) break
    if (!start) continue
    if (next && !(isBefore(start.mark, next.mark) && areAlike(text, rows[next.row]?.text ?? ''))) continue
    // The answers that begin right below that.
    if (headsAllAnswers.test(rows[index - 1]?.text ?? '')) return []
    // `3. Te voet.` is an item of a list, where `3` alone is a question's number.
    const mayStandAlone = headed || !/^\d{1,3}\./.test(text)
    const hasOne =
      expected === null
        ? isPlainNote(rows, index) && hasGluedMark(rows, from, index, start.mark)
        : hasMark(rows, from, index, start.mark, { headed, mayStandAlone })
    const isMarked = hasOne || hasTerm(rows, from, index, start)
    if (!isMarked && !(headed && isPlainNote(rows, index))) continue
    notes.unshift(start)
    bottom = index
    if (isMarked) owned += 1
    if (isMarked && marked.length === notes.length - 1) marked = [...notes]
  }
  const isExpected = Number(notes[0]?.mark) === expected || (notes.length > 2 && owned * 4 >= notes.length * 3)
  const found = isExpected ? notes : marked
  return isList(rows, found) ? [] : found
}

const headsAllAnswers = /^(?:Antwoorden|ANTWOORDEN):?$/

/** Notes have all a stop behind their numbers, or none: «1. Ja.» above «2 Kamerstuk …» is an answer. */
const areAlike = (one: string, other: string) => hasStop.test(one) === hasStop.test(other)
const hasStop = /^\d{1,3}[.)]/

function hasTerm(rows: readonly Row[], from: number, to: number, { row, mark, textStart }: NoteStart): boolean {
  const term = termOf(rows[row]?.text.slice(textStart) ?? '')
  return term !== null && rows.slice(from, to).some(({ text }) => markOfTerm(text, term, mark) !== null)
}

/** A source, a date, a whole sentence. */
const noteText = /https?:|www\.|\b(?:19|20)\d\d\b|\bnr\. ?\d|[.?!)]$|(?:\s\S+){5}/

/** «Het budget is als volgt opgebouwd:» and rows that begin with a number: what an answer counts up is no note. */
function isList(rows: readonly Row[], [first, ...others]: readonly NoteStart[]): boolean {
  if (!first || !rows[first.row - 1]?.text.endsWith(':')) return false
  const notes = [first, ...others].filter(({ row }) => noteText.test(rows[row]?.text ?? ''))
  return notes.length * 2 <= others.length + 1
}

/** The page asked about stands behind a question. */
const asksWithPage = /\?[»”"’')]? \d{1,4}$/
const bareMark = /^\d{1,2}$/

/** `3 Kamerstuk 30 420, nr. 61`, below a sentence that has ended: neither a list's item nor a figure of a sentence. */
function isPlainNote(rows: readonly Row[], index: number): boolean {
  const row = rows[index]
  const before = rows[index - 1]
  if (!row || !isDigit(row.text)) return false
  if (bareMark.test(row.text))
    return noteText.test(rows[index + 1]?.text ?? '') && row.startsBlock && endsSentence(before?.text ?? '')
  if (!/^\d{1,3}\s\p{L}/u.test(row.text)) return false
  return row.startsBlock || (before !== undefined && /[.?!:;»”"’')\]]\d{0,3}$/.test(before.text))
}

/** Notes of a page rise, by one as a rule: a note whose mark stands on another page may leave a gap. */
function isBefore(mark: string, next: string): boolean {
  const step = Number(next) - Number(mark)
  return step >= 1 && step <= 3
}

function noteStart(rows: readonly Row[], index: number, to: number): NoteStart | null {
  const row = rows[index]
  // A row of a table whose answer stands beside its question ends with no question mark.
  if (row && (row.role === 'table-row' || row.pieces.length > 2)) return null
  const match = row && !readHeading(row.text) ? markAtStart.exec(row.text) : null
  const mark = match?.[1]
  if (!row || !match || mark === undefined) return null
  // A question at the foot of a page, whose number also ended a wrapped code higher up, is no note.
  if (row.pieces.some(({ text }) => codeOfCell(text) !== null || codeBegunAtEnd(text)?.start === 0)) return null
  const alone = match[0].length >= row.text.length
  const text = alone ? (index + 1 < to ? rows[index + 1]?.text : undefined) : row.text.slice(match[0].length)
  // A note begins as a sentence or an address does, and not in the middle of one; «Antwoord: …» below the page asked about is none.
  if (text === undefined || (alone && readHeading(text)) || !/^(?:[\p{Lu}«“‘'"(]|https?:|www\.)/u.test(text))
    return null
  return { row: index, mark, textStart: match[0].length }
}

/** An address that a line breaks behind one of its own signs. */
const brokenAddress = /(?:https?:|www\.)\S*[/=&?_]$/
/** What goes on behind a whole address: «https://www.cbs.nl/» / «geraadpleegd op 3 mei». */
const behindAddress = /^(?:en|of|van|zie|via|op|geraadpleegd|geopend|bezocht|bekeken|laatst)\b|^[^\p{L}\d]/u

/** The lines of a note as one, as those of a paragraph; addresses go on behind their own signs too. */
function linesJoined(lines: readonly string[], join: JoinLines): string {
  let text = ''
  for (const line of lines) {
    const isBroken = brokenAddress.test(text.slice(-longestAddress)) && !behindAddress.test(line)
    const { dropsHyphen, between } = join(text, line)
    text = `${dropsHyphen ? text.slice(0, -1) : text}${isBroken ? '' : between}${line}`
  }
  return text.trim()
}

const longestAddress = 300

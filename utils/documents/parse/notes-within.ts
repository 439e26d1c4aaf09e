import { isDigit } from '../signs.ts'
import { readHeading } from './headings.ts'
import { hasSureMark } from './note-marks.ts'
import type { Row } from './rows.ts'
import { endsAsking } from './sentences.ts'
import type { Note } from './structure.ts'

/** A note's number before what notes begin with: a name, a title, an address. */
const start = /^(\d{1,2})\s(?=[\p{Lu}«“‘"]|https?:|www\.)/u
/** The same alone on its line, as browsers and viewers give it. */
const startAlone = /^\d{1,2}$/
const beginsNote = /^(?:[\p{Lu}«“‘"]|https?:|www\.)/u
/** What sources hold and sentences of an answer hardly do. */
const source =
  /https?:|[Ww]ww\.|\b(?:Kamerstuk|Aanhangsel|Handelingen|Stcrt|Staatscourant|Stb)|\b(?:19|20)\d\d(?:[),.;:]|$)|, (?:p|nr)\. ?\d/
/** What begins so can be nothing else, though its mark has been lost; addresses an answer may count up. */
const cited =
  /^\d{1,2} (?:Zie )?(?:Kamerstuk(?:ken)? (?:I{1,2},? )?\d|Aanhangsel(?: van de)? Handelingen|Handelingen I{1,2} \d|Stcrt\.? \d)/
/** «1 NRC, 7 november 2024, …», below the last question or another note. */
const dated = /^\d{1,2} \p{Lu}[^.?!]{1,60}, (?:\d{1,2} )?\p{Ll}{3,9} (?:19|20)\d\d\b/u
const ends = /[.)\]]$|https?:\S+$/
/** Where a text without lines goes on behind a note. */
const goesOn = /(?:[^\d\s]{3,}|\d)[.)] (?!\d)[\p{Lu}«“]/u
/** «Wie betaalt de rekening?» may be the title of an article. */
const asks = (text: string) => text.includes('?') && text.replace(/«[^«»]{1,200}»/g, '').includes('?')
/** An address in brackets stands behind the title that it is the place of, in a line of its own. */
const address = /^\(?(?:https?:|www\.)/
/** One that goes on in the next line. */
const openAddress = /\((?:https?:|www\.)[^)]*$|https?:\S*-$/
const mostRows = 5
/** A text with so many sources whose marks stand nowhere counts something else; each costs a look through all above it. */
const mostMisses = 40
const longest = 400

/**
 * Notes in the middle of a text that has lost its pages, or behind its last answer (a page's foot may stand among them) with their marks
 * on other pages: sources under numbers that count on from the first, each with its mark glued to a word higher up, or a citation.
 *
 * @param taken the notes that stand at the feet of pages, by their first row, and null for their other rows
 * @returns the notes by the index of their first row
 */
export function notesWithin(rows: readonly Row[], taken: ReadonlyMap<number, Note | null>): ReadonlyMap<number, Note> {
  const notes = new Map<number, Note>()
  const last = rows.at(-1)?.segment ?? 0
  let next = 1
  let misses = 0
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    // A page may end with the first of them.
    const atFoot = taken.get(index)
    if (atFoot) next = Number(atFoot.mark) + 1
    const match = row && (row.flows || row.segment >= last - 1) && !taken.has(index) ? startAt(rows, index) : null
    if (!row || !match || match.number !== next || row.pieces.length > 2 || row.marker) continue
    const own = noteAt(rows, index)
    if (own.length === 0) continue
    const mark = String(next)
    const text = own.map((each) => each.text).join(' ')
    // «… in de volgende brieven:»: what an answer counts up is no note.
    const before = rows[index - 1]?.text ?? ''
    const isSourceBelow = (endsAsking(before) || notes.size > 0) && dated.test(text)
    const isCited = (cited.test(text) && !before.endsWith(':')) || isSourceBelow
    const segment = hasSureMark(rows, index, mark) ?? (isCited ? row.segment : null)
    if (segment === null) {
      misses += 1
      if (misses > mostMisses) break
      continue
    }
    notes.set(index, { mark, text: text.slice(match.length).trim(), segment, rows: own })
    index += own.length - 1
    next += 1
  }
  return notes
}

/** The number that a note begins with, and how many characters stand before its words; null where none begins. */
function startAt(rows: readonly Row[], index: number): { readonly number: number; readonly length: number } | null {
  const text = rows[index]?.text ?? ''
  if (!isDigit(text)) return null
  const inLine = start.exec(text)
  if (inLine) return { number: Number(inLine[1]), length: inLine[0].length }
  const isAlone = startAlone.test(text) && beginsNote.test(rows[index + 1]?.text ?? '')
  return isAlone ? { number: Number(text), length: text.length } : null
}

/** The rows of the source that begins at a row; empty where it is none. */
function noteAt(rows: readonly Row[], from: number): readonly Row[] {
  let text = ''
  for (let index = from; index < from + mostRows; index += 1) {
    const row = rows[index]
    if (!row || (index > from && (readHeading(row.text) || start.test(row.text)))) break
    text += `${text === '' ? '' : ' '}${row.text}`
    if (text.length > longest || asks(text)) return []
    if (!ends.test(row.text) || openAddress.test(text) || address.test(rows[index + 1]?.text ?? '')) continue
    return source.test(text) && !(row.flows && goesOn.test(text)) ? rows.slice(from, index + 1) : []
  }
  return []
}

import { isDigit } from '../signs.ts'
import { numbersQuestion } from './asking.ts'
import { hasGluedMark, isMarkList, leadsAnswer, marksOf, typedMark } from './note-marks.ts'
import { type Raised, type Row, withText } from './rows.ts'
import { endsSentence } from './sentences.ts'
import { bracketedMark, joinedMark, leadingMark, markOfTerm, termOf } from './typed-marks.ts'

/** A shorter one (`CO`, `NO`) makes a formula with a digit. */
const shortestTerm = 3

/** The abbreviations that notes explain, under page segment and mark: those whose mark stands nowhere else on the page. */
function termsOf(rows: readonly Row[], notes: readonly MarkedNote[], marking: Marking): Map<string, string> {
  const terms = new Map<string, string>()
  for (const { mark, text, segment } of notes) {
    const term = termOf(text)
    if (term === null) continue
    const own = rows.filter((row) => row.segment === segment && row.text.includes(mark))
    const isMarked = own.some((row) => row.raised.length > 0 || markIn(row, mark, marking) !== null)
    if (!isMarked && term.length >= shortestTerm) terms.set(`${segment} ${mark}`, term)
  }
  return terms
}

/** A unit before a raised 2 or 3 makes it a square or a cube. */
const unit = /(?:^|[\s\d/])(?:[kcdm]?m|CO|ha)$/

/** What of a note its mark is told by. */
interface MarkedNote {
  readonly mark: string
  readonly text: string
  readonly segment: number
}

/** How this document sets its marks. */
interface Marking {
  readonly headed: boolean
  readonly named: boolean
}

/** @param mayBeParted it stands at no word of its page */
function markIn(
  row: Pick<Row, 'text' | 'flows'>,
  mark: string,
  { headed, named }: Marking,
  mayBeParted = true,
): Raised | null {
  if (named) return bracketedMark(row.text, mark)
  const typed = mayBeParted ? typedMark(row, mark, headed) : joinedMark(row.text, mark)
  return typed ?? (headed ? leadingMark(row.text, mark) : null)
}

/** The marks that stand at a word on their page: behind a sentence, with a blank between, they are the page asked about or a figure. */
function joinedMarks(rows: readonly Row[], bySegment: ReadonlyMap<number, readonly string[]>): ReadonlySet<string> {
  const joined = new Set<string>()
  for (const row of rows) {
    const { text, segment, raised } = row
    for (const mark of bySegment.get(segment) ?? []) {
      if (!text.includes(mark)) continue
      if (joinedMark(text, mark) ?? raised.find((run) => marksOf(row, run).includes(mark)))
        joined.add(`${segment} ${mark}`)
    }
  }
  return joined
}

/** The rows without the marks of the notes; each row keeps the marks that stood in it, or in a line of their own behind it. */
export function withoutMarks(rows: readonly Row[], notes: readonly MarkedNote[], marking: Marking): Row[] {
  const bySegment = new Map<number, string[]>()
  const all = new Set<string>()
  for (const note of notes) {
    all.add(note.mark)
    // Endnotes have raised marks alone: `i` ends words.
    if (!isDigit(note.mark)) continue
    const marks = bySegment.get(note.segment)
    if (!marks) bySegment.set(note.segment, [note.mark])
    else if (!marks.includes(note.mark)) marks.push(note.mark)
  }
  const terms = marking.named ? new Map<string, string>() : termsOf(rows, notes, marking)
  const joined = marking.named ? new Set<string>() : joinedMarks(rows, bySegment)
  const result: Row[] = []
  const used = new Set<string>()
  const glued = new Map<string, boolean>()
  let interrupted = false
  rows.forEach((row, index) => {
    const here = bySegment.get(row.segment)
    if (
      here &&
      !marking.named &&
      isMarkList(row.text) &&
      (marking.headed || !(numbersQuestion(rows, index) || numbersBlock(rows, index))) &&
      row.text.split(' ').every((mark) => here.includes(mark) && !used.has(`${row.segment} ${mark}`)) &&
      (marking.headed || isWithinSentence(rows, index) || !areGlued(rows, index, glued))
    ) {
      const marks = row.text.split(' ')
      for (const mark of marks) used.add(`${row.segment} ${mark}`)
      const before = result.pop()
      if (before) result.push({ ...before, marks: [...before.marks, ...marks] })
      interrupted = true
      return
    }
    const leading = here?.find((mark) => !marking.headed && !marking.named && leadsAnswer(rows, index, mark))
    const own = leading ? withText(row, row.text.slice(leading.length).trim(), { marks: [leading] }) : row
    const cut = cutMarks(own, all, here, { terms, joined, marking })
    result.push(interrupted ? { ...cut, interrupted } : cut)
    interrupted = false
  })
  return result
}

/** Whether a number alone in its block stands before one paragraph, and the next number behind that: a question may end with a stop. */
function numbersBlock(rows: readonly Row[], index: number): boolean {
  const [number, words, ...below] = rows.slice(index, index + rowsOfBlock)
  if (!number?.startsBlock || !words?.startsBlock || !/^\p{Lu}/u.test(words.text)) return false
  return below.find(({ startsBlock }) => startsBlock)?.text === `${Number(number.text) + 1}`
}

const rowsOfBlock = 12

/** Whether a line stands between those of one sentence: a mark that slipped out of it, or the page's number. */
function isWithinSentence(rows: readonly Row[], index: number): boolean {
  const before = (rows[index - 1]?.text ?? '.').replace(/(?<=[.?!])\d{1,3}$/, '')
  const goesOn = !/^\p{Lu}/u.test(rows[index + 1]?.text ?? '')
  return rows[index]?.startsBlock === false && goesOn && !endsSentence(before)
}

/**
 * Whether marks that stand alone on a line are glued to words elsewhere on the page: then the line is the number of an answer. `known`: what
 * was told of a mark on its page, for a page may hold many such lines.
 */
function areGlued(rows: readonly Row[], index: number, known: Map<string, boolean>): boolean {
  const segment = rows[index]?.segment
  const isGlued = (mark: string) => {
    let from = index
    while (from > 0 && rows[from - 1]?.segment === segment) from -= 1
    let to = index
    while (to + 1 < rows.length && rows[to + 1]?.segment === segment) to += 1
    return hasGluedMark(rows, from, to + 1, mark)
  }
  return (rows[index]?.text ?? '').split(' ').every((mark) => {
    const key = `${segment} ${mark}`
    const told = known.get(key) ?? isGlued(mark)
    known.set(key, told)
    return told
  })
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

interface Cut {
  readonly start: number
  readonly end: number
  readonly marks: readonly string[]
}

/** Raised marks may stand far from their note (notes at the document's end); glued ones must share its page. */
function cutMarks(row: Row, all: ReadonlySet<string>, here: readonly string[] | undefined, told: Told): Row {
  if (row.raised.length > 0) return withoutCuts(row, raisedCuts(row, all))
  // Most rows hold no mark at all.
  return here?.some((mark) => row.text.includes(mark)) ? withoutCuts(row, typedCuts(row, here, told)) : row
}

/** What the rows together tell of marks, each under its page's segment and itself. */
interface Told {
  /** What a note explains; without it once its mark is found. */
  readonly terms: Map<string, string>
  readonly joined: ReadonlySet<string>
  readonly marking: Marking
}

const none: readonly Cut[] = []

function raisedCuts(row: Row, all: ReadonlySet<string>): readonly Cut[] {
  const cuts: Cut[] = []
  for (const run of row.raised) {
    const marks = marksOf(row, run)
    const before = row.text.slice(0, run.start)
    const isKnown = marks.length > 0 && marks.every((mark) => all.has(mark)) && !unit.test(before)
    if (isKnown || isMarkByPlace(row, run)) cuts.push({ start: run.start, end: run.end, marks: isKnown ? marks : [] })
  }
  return cuts
}

function typedCuts(
  { text, segment, flows }: Row,
  here: readonly string[],
  { terms, joined, marking }: Told,
): readonly Cut[] {
  let cuts: Cut[] | null = null
  for (const mark of here) {
    if (!text.includes(mark)) continue
    const term = terms.get(`${segment} ${mark}`)
    const byTerm = term === undefined ? null : markOfTerm(text, term, mark)
    const isParted = !joined.has(`${segment} ${mark}`)
    const found = markIn({ text, flows }, mark, marking, isParted) ?? byTerm
    // A note has one mark: what stands behind its term elsewhere is a formula.
    if (byTerm) terms.delete(`${segment} ${mark}`)
    if (!found || cuts?.some((cut) => found.start < cut.end && cut.start < found.end)) continue
    cuts ??= []
    cuts.push({ ...found, marks: [mark] })
  }
  return cuts ?? none
}

function withoutCuts(row: Row, cuts: readonly Cut[]): Row {
  if (cuts.length === 0) return row
  let text = row.text
  let lookEnds = row.lookEnds
  const fromEnd = [...cuts].sort((a, b) => b.start - a.start)
  for (const { start, end } of fromEnd) {
    text = `${text.slice(0, start)}${text.slice(end)}`
    if (start < lookEnds) lookEnds -= Math.min(lookEnds, end) - start
  }
  const marks = fromEnd.flatMap((cut) => cut.marks).reverse()
  const changed = withText(row, text.trim(), { marks: [...row.marks, ...marks], lookEnds })
  return row.pieces.length > 1 ? { ...changed, pieces: recut(row, cuts) } : changed
}

/** The pieces of a row whose marks were cut: each piece found again in the old text, without the cut characters. */
function recut(row: Row, cuts: readonly Cut[]): Row['pieces'] {
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

import { factsOf, headingOf } from '../facts/document-facts.ts'
import { headText } from '../facts/head-text.ts'
import type { DocumentFacts, Line, LineRole, Question, Rest } from '../types.ts'
import { answersTogether } from './answers-apart.ts'
import { edgeBeyondAnswers, edgesOfPages, isByColumns } from './column-heads.ts'
import { placed } from './doubts.ts'
import { type Draft, draftsOf } from './drafts.ts'
import { takeFootnotes } from './footnotes.ts'
import { withUsualHeadings } from './headings-otherwise.ts'
import { joinerFor } from './hyphens.ts'
import { chooseLayout } from './layouts.ts'
import { inOrder } from './mixed-columns.ts'
import { withoutNoise } from './noise.ts'
import { measureOf } from './paragraphs.ts'
import { notesAt, recordsOf, repeatsJoined } from './records.ts'
import { restOf, toldBy } from './rest.ts'
import { type Row, rowsOf } from './rows.ts'
import { type Sections, sectionsOf } from './sections.ts'
import { findStarts } from './starts.ts'
import type { NotesByMark } from './structure.ts'
import { pairedLayout } from './unnumbered.ts'

/** All that the lines of a document say. */
export interface ParsedDocument {
  readonly questions: readonly Question[]
  readonly facts: DocumentFacts
  /** What its own head calls it, or null. */
  readonly heading: string | null
  readonly rest: readonly Rest[]
}

/**
 * Questions and answers out of a document's lines: the one parser for all formats (DESIGN, «How data flows»). Noise of
 * the page goes first, then the notes, then the layout is chosen (DOMAIN §2), and each item is parted into question,
 * answer and what its row says beside them. No questions where the lines hold no numbered ones. Every word of the lines is
 * in a record or in `rest`. Time is linear in the number of lines.
 */
export function parseDocument(lines: readonly Line[]): ParsedDocument {
  const all = withUsualHeadings(rowsOf(lines))
  const quiet = withoutNoise(all)
  const { rows, notes } = takeFootnotes(quiet)
  const layout = chooseLayout(rows, findStarts(rows)) ?? pairedLayout(all, rows)
  const inCells = all.filter(({ pieces }) => pieces.length > 1)
  const { sections, end, parties } = layout ? sectionsOf(rows, layout, edgesOfPages(inCells)) : nothing
  const drafts = layout ? draftsOf(sections, layout, edgeBeyondAnswers(inCells, all)) : []
  const join = joinerFor(rows)
  const measure = measureOf(
    drafts.flatMap(({ answer, split }) => (answer ? answer.concat(split.answer) : split.answer)),
    join,
  )
  const records = drafts.flatMap((draft) => recordsOf(draft, measure, notes))
  const start = layout?.starts[0]?.row ?? rows.length
  const questions = placed(
    layout?.isMixed ? inOrder(records) : repeatsJoined(records),
    isByColumns(rows.slice(0, start)),
  )
  const first = rows[start]?.line ?? lines.length
  // Who answers, and when, where all answers follow all questions.
  const second = answersTogether(sections)?.rows ?? []
  const rest = restOf({
    lines,
    quiet,
    taken: drafts.flatMap((draft) => takenBy(draft, notes)),
    parties,
    introductions: new Set(second.map(({ line }) => line)),
    headings: new Set(sections.map(({ line }) => line)),
    isTold: toldBy(questions),
    marks: new Set(questions.flatMap(({ footnotes }) => footnotes.map(({ mark }) => mark))),
    first,
    last: rows[end - 1]?.line ?? first - 1,
  })
  const before = [...rows.slice(0, start), ...second]
  // What recurs in a text without lines is often the field that says what it is about.
  const isFlat = all.some(({ flows }) => flows)
  const firstRow = all.findIndex(({ line }) => line >= first)
  const above = firstRow < 0 ? all : all.slice(0, firstRow)
  const furniture = rest.filter(({ kind }) => kind === 'furniture').map(({ text }) => ({ text, startsBlock: true }))
  const sources = {
    head: headText(before.filter(({ role }) => !isBeside(role))),
    letterhead: headText(above.filter(({ role }) => isFlat || !isBeside(role))),
    tail: headText(layout ? rows.slice(end) : []),
    furniture: headText([...before.filter(({ role }) => isBeside(role)), ...furniture]),
    questions: questions.length,
    answered: questions.filter(({ answer }) => answer !== '').length,
  }
  return { questions, facts: factsOf(sources), heading: headingOf(sources), rest }
}

/** Running heads and margin boxes say what the letter itself says better. */
const isBeside = (role: LineRole | undefined): boolean => role === 'header' || role === 'footer' || role === 'margin'

const nothing: Sections = { sections: [], end: 0, parties: new Set() }

/** The questions alone. */
export function parseQuestions(lines: readonly Line[]): readonly Question[] {
  return parseDocument(lines).questions
}

function takenBy(draft: Draft, notes: NotesByMark): readonly Row[] {
  const { split, answer, section, marks } = draft
  const own = notesAt(marks, section.segment, notes).flatMap(({ rows }) => rows)
  return split.question.concat(answer ?? split.answer, own)
}

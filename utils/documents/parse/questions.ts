import { factsOf } from '../facts/document-facts.ts'
import type { DocumentFacts, Line, Question, Rest } from '../types.ts'
import { answersTogether } from './answers-apart.ts'
import { placed } from './doubts.ts'
import { type Draft, draftsOf } from './drafts.ts'
import { type Note, takeFootnotes } from './footnotes.ts'
import { joinerFor } from './hyphens.ts'
import { chooseLayout } from './layouts.ts'
import { withoutNoise } from './noise.ts'
import { measureOf } from './paragraphs.ts'
import { notesAt, recordsOf, repeatsJoined } from './records.ts'
import { restOf, toldBy } from './rest.ts'
import { type Row, rowsOf } from './rows.ts'
import { type Sections, sectionsOf } from './sections.ts'
import { findStarts } from './starts.ts'

/** All that the lines of a document say. */
export interface ParsedDocument {
  readonly questions: readonly Question[]
  readonly facts: DocumentFacts
  readonly rest: readonly Rest[]
}

/**
 * Questions and answers out of a document's lines: the one parser for all formats (DESIGN, «How data flows»). Noise of
 * the page goes first, then the notes, then the layout is chosen (DOMAIN §2), and each item is parted into question,
 * answer and what its row says beside them. No questions where the lines hold no numbered ones. Every word of the lines is
 * in a record or in `rest`. Time is linear in the number of lines.
 */
export function parseDocument(lines: readonly Line[]): ParsedDocument {
  const all = rowsOf(lines)
  const quiet = withoutNoise(all)
  const { rows, notes } = takeFootnotes(quiet)
  const layout = chooseLayout(rows, findStarts(rows))
  const { sections, end, parties } = layout ? sectionsOf(rows, layout) : nothing
  const drafts = layout ? draftsOf(sections, layout) : []
  const join = joinerFor(rows)
  const measure = measureOf(
    drafts.flatMap((draft) => [...(draft.answer ?? []), ...draft.split.answer]),
    join,
  )
  const questions = placed(repeatsJoined(drafts.flatMap((draft) => recordsOf(draft, measure, notes))))
  const start = layout?.starts[0]?.row ?? rows.length
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
  const facts = factsOf({
    head: [...rows.slice(0, start), ...second].map(({ text }) => text),
    tail: layout ? rows.slice(end).map(({ text }) => text) : [],
    furniture: rest.filter(({ kind }) => kind === 'furniture').map(({ text }) => text),
    questions: questions.length,
    answered: questions.filter(({ answer }) => answer !== '').length,
  })
  return { questions, facts, rest }
}

const nothing: Sections = { sections: [], end: 0, parties: new Set() }

/** The questions alone. */
export function parseQuestions(lines: readonly Line[]): readonly Question[] {
  return parseDocument(lines).questions
}

function takenBy(draft: Draft, notes: readonly Note[]): Row[] {
  const { split, answer, section, marks } = draft
  const own = notesAt(marks, section.segment, notes).flatMap(({ rows }) => rows)
  return [...split.question, ...(answer ?? split.answer), ...own]
}

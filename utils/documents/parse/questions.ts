import type { Doubt, Footnote, Line, Question } from '../types.ts'
import { type Note, takeFootnotes } from './footnotes.ts'
import { joinerFor } from './hyphens.ts'
import { chooseLayout, type Layout } from './layouts.ts'
import { withoutNoise } from './noise.ts'
import { numeralOf } from './numbers.ts'
import { type Measure, measureOf, paragraphsOf } from './paragraphs.ts'
import { pointerOf } from './pointer.ts'
import { codeAtEnd, codeAtStart } from './printed-code.ts'
import { type Row, rowsOf } from './rows.ts'
import { type Section, sectionsOf } from './sections.ts'
import { endsSentence } from './sentences.ts'
import { type Split, splitItem } from './split.ts'
import { findStarts } from './starts.ts'

/** A question on its way to a record. */
interface Draft {
  readonly numbers: readonly string[]
  readonly section: Section
  readonly split: Split
  /** Rows of answers under headings of their own; null where there was none. */
  answer: Row[] | null
  answerNumbers: readonly string[]
  marks: string[]
}

/**
 * Questions and answers out of a document's lines: the one parser for all formats (DESIGN, «How data flows»). Noise of
 * the page goes first, then the notes, then the layout is chosen (DOMAIN §2), and each item is parted into question,
 * answer and what its row says beside them. Gives an empty list where the lines hold no numbered questions.
 * Time is linear in the number of lines.
 */
export function parseQuestions(lines: readonly Line[]): Question[] {
  const { rows, notes } = takeFootnotes(withoutNoise(rowsOf(lines)))
  const layout = chooseLayout(rows, findStarts(rows))
  if (!layout) return []
  const drafts = draftsOf(sectionsOf(rows, layout), layout)
  const join = joinerFor(rows)
  const measure = measureOf(
    drafts.flatMap((draft) => [...(draft.answer ?? []), ...draft.split.answer]),
    join,
  )
  return withDoubts(repeatsJoined(drafts.flatMap((draft) => recordsOf(draft, measure, notes))))
}

function draftsOf(sections: readonly Section[], layout: Layout): Draft[] {
  const questions = sections.filter((section) => section.type === 'question').length
  const answers = sections.length - questions
  // Where some answers have headings, an item without one has no answer; a stray «Antwoord:» proves nothing.
  const headed = answers > 0 && answers >= questions * 0.2
  const columns = layout.family === 'row'
  const codeColumn = columns && hasCodeColumn(sections)
  const split = (section: Section, unanswered: boolean) =>
    splitItem(section.rows, { numberX: section.numberX, columns, codeColumn, unanswered })
  const unanswered = headed || (!headed && asksOnly(sections, (section) => split(section, false)))
  const drafts: Draft[] = []
  const byNumber = new Map<string, Draft>()
  for (const section of sections) {
    if (section.type === 'question') {
      const marks = [...section.marks, ...section.rows.flatMap((row) => row.marks)]
      const draft: Draft = {
        numbers: section.numbers,
        section,
        split: split(section, unanswered),
        answer: null,
        answerNumbers: [],
        marks,
      }
      drafts.push(draft)
      for (const number of section.numbers) byNumber.set(number, draft)
      continue
    }
    const last = drafts.at(-1)
    const targets = new Set(
      section.numbers.map((number) => byNumber.get(number)).filter((draft) => draft !== undefined),
    )
    if (targets.size === 0 && last) targets.add(last)
    for (const target of targets) {
      target.answer ??= []
      for (const row of section.rows) target.answer.push(row)
      target.answerNumbers = section.numbers.length > 1 ? section.numbers : target.numbers
      target.marks.push(...section.marks)
      for (const row of section.rows) target.marks.push(...row.marks)
    }
  }
  return columns ? withoutStrayPages(drafts) : drafts
}

/** Rows of a question in which its code stands, from the top. */
const rowsWithCode = 3

function hasCodeColumn(sections: readonly Section[]): boolean {
  const questions = sections.filter((section) => section.type === 'question')
  const coded = questions.filter(({ rows }) =>
    rows
      .slice(0, rowsWithCode)
      .some(({ text }) => codeAtStart(text) ?? codeAtEnd(text) ?? codeAtEnd(text.replace(/\s+\S+$/, ''))),
  )
  return coded.length * 2 >= questions.length && coded.length > 1
}

/** Words left behind the questions, as a share of the words of the questions, below which nothing was answered. */
const leastAnswered = 0.2

/** Whether this is a list of questions without answers (yet): next to nothing stands behind what asks. */
function asksOnly(sections: readonly Section[], split: (section: Section) => Split): boolean {
  let asked = 0
  let answered = 0
  const length = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.text.length, 0)
  for (const section of sections) {
    const { question, answer } = split(section)
    asked += length(question)
    answered += length(answer)
  }
  return answered < asked * leastAnswered
}

/** Numbers behind a few questions of a list that has no columns are marks of lost notes, not pages. */
function withoutStrayPages(drafts: Draft[]): Draft[] {
  const coded = drafts.some((draft) => draft.split.code !== null)
  const paged = drafts.filter((draft) => draft.split.page !== null).length
  if (coded || paged >= drafts.length / 2) return drafts
  return drafts.map((draft) => ({ ...draft, split: { ...draft.split, page: null } }))
}

type Unplaced = Omit<Question, 'order'> & { readonly ended: boolean }

function recordsOf(draft: Draft, measure: Measure, notes: readonly Note[]): Unplaced[] {
  const { split, section, numbers } = draft
  const texts = questionTexts(paragraphsOf(split.question, measure, false), numbers)
  const answer = paragraphsOf(draft.answer ?? split.answer, measure, true)
  const joint = draft.answer === null ? numbers : draft.answerNumbers
  const doubts: Doubt[] = isDoubtful(draft) || (numbers.length > 1 && texts.shared) ? ['doubtful-split'] : []
  return numbers.map((number, index) => ({
    number,
    code: split.code,
    page: split.page,
    ownPage: section.page,
    question: texts.of[index] ?? '',
    answer,
    answeredWith: joint.length > 1 && joint.includes(number) ? joint : [],
    pointsTo: pointerOf(answer),
    footnotes: notesOf(draft.marks, section.segment, notes),
    complete: true,
    doubts,
    ended: endsSentence(answer === '' ? (texts.of[index] ?? '') : answer),
  }))
}

function isDoubtful({ split, section, answer }: Draft): boolean {
  return split.doubtful || [...section.rows, ...(answer ?? [])].some((row) => row.uncertain)
}

/**
 * The words of each question under a joint heading («Vraag 4, 5, 7 en 8»): one paragraph each where the paragraphs
 * are as many as the numbers, otherwise all of them under every number, for then nothing tells them apart.
 */
function questionTexts(text: string, numbers: readonly string[]): { of: readonly string[]; shared: boolean } {
  if (numbers.length === 1) return { of: [text], shared: false }
  const paragraphs = text.split('\n\n')
  if (paragraphs.length === numbers.length) return { of: paragraphs, shared: false }
  return { of: numbers.map(() => text), shared: true }
}

/** Notes whose marks stood in the item, in the order of the marks; of two notes with one mark the nearer on. */
function notesOf(marks: readonly string[], segment: number, notes: readonly Note[]): Footnote[] {
  return [...new Set(marks)].flatMap((mark) => {
    const same = notes.filter((note) => note.mark === mark)
    const note = same.find((one) => one.segment >= segment) ?? same[0]
    return note ? [{ mark, text: note.text }] : []
  })
}

/** Some answers repeat each question: first all questions, then each again with its answer. The answered one stays. */
function repeatsJoined(records: readonly Unplaced[]): Unplaced[] {
  const answered = new Map<string, Unplaced>()
  for (const record of records) if (record.answer !== '') answered.set(`${record.number} ${record.question}`, record)
  return records.filter((record) => record.answer !== '' || !answered.has(`${record.number} ${record.question}`))
}

function withDoubts(records: readonly Unplaced[]): Question[] {
  const seen = new Set<string>()
  let highest = 0
  return records.map(({ ended, ...record }, order) => {
    const doubts: Doubt[] = [...record.doubts]
    const numeral = numeralOf(record.number)
    if (order > 0 && numeral > highest + 1 && !record.answeredWith.includes(record.number)) doubts.push('number-gap')
    if (seen.has(record.number)) doubts.push('repeated-number')
    seen.add(record.number)
    highest = Math.max(highest, numeral)
    const complete = order < records.length - 1 || ended || isWhole(record)
    if (!complete) doubts.push('cut-off')
    return { order, ...record, complete, doubts }
  })
}

/** Answers that end without a full stop and yet are whole: «Ja», «N.v.t.», an address, a list, a table's figures. */
function isWhole(record: { readonly answer: string; readonly question: string }): boolean {
  const text = record.answer || record.question
  const lastLine = text.slice(text.lastIndexOf('\n') + 1)
  if (record.answer !== '' && text.length <= 25) return true
  return (
    /(?:https?:\/\/\S+|www\.\S+|\d[\d.,%]*)$/.test(lastLine) ||
    (text.includes('\n') && /^(?:[•·▪–-]|\d+[.)])\s/.test(lastLine))
  )
}

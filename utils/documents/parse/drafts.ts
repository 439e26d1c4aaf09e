import type { Asker } from '../types.ts'
import { answersTogether } from './answers-apart.ts'
import { isWish } from './asking.ts'
import { asksInParagraph } from './border.ts'
import { withEdgesOfFirstPage } from './edges-by-page.ts'
import { withColumnsBefore } from './flat-columns.ts'
import { standBelowHeadings } from './heading-cells.ts'
import { codeAtEnd, codeAtStart, mayHoldCode } from './printed-code.ts'
import type { Row } from './rows.ts'
import { endsAsking, startsAnswering, startsLowerCase } from './sentences.ts'
import { type Split, splitItem } from './split.ts'
import type { Layout, Section } from './structure.ts'

/** A question on its way to a record. */
export interface Draft {
  readonly numbers: readonly string[]
  readonly section: Section
  readonly split: Split
  /** Rows of answers under headings of their own; null where there was none. */
  answer: Row[] | null
  /** The words under each of these headings: a joint answer may stand again below each of its questions. */
  readonly given: Set<string>
  answerNumbers: readonly string[]
  marks: string[]
  /** Whose heading stands above the question, where headings name who asks. */
  readonly askedBy: readonly Asker[] | null
  /** Guessed: the answer stands under a later question, or its paragraph may be no question of its own. */
  guessed: boolean
  /** The heading of its answer says whose answer that is. */
  isNamed: boolean
}

/** Brings questions and answers together: each heading of an answer names its questions, or follows one. `beyond` as in `partColumns`. */
export function draftsOf(read: readonly Section[], layout: Layout, beyond = Number.POSITIVE_INFINITY): Draft[] {
  const printed = layout.family === 'row' ? withColumnsBefore(read) : read
  let sections = printed
  const questions = sections.filter((section) => section.type === 'question').length
  const answers = sections.length - questions
  // Where some answers have headings, an item without one has no answer; a stray «Antwoord:» proves nothing.
  const headed = answers > 0 && answers >= questions * 0.2 && !areJointAlone(sections, questions)
  const columns = layout.family === 'row'
  const isHeaded = layout.family === 'heading'
  const codeColumn = columns && hasCodeColumn(sections)
  const inParagraphs = standInParagraphs(sections)
  const inCells = isHeaded && standBelowHeadings(sections)
  const splitWith = (section: Section, unanswered: boolean, answerEdge: number | null) =>
    splitItem(section.rows, {
      numberX: section.numberX,
      columns,
      codeColumn,
      inParagraphs,
      unanswered,
      answerEdge,
      beyond,
      headed: isHeaded,
      ...(inCells && section.headingX !== undefined ? { wordsX: section.headingX } : {}),
    })
  const first =
    headed || layout.family === 'paragraph'
      ? null
      : sections.map((section) => splitWith(section, false, layout.answerEdge ?? null))
  const answerEdge = layout.answerEdge ?? (first && answerColumn(first))
  const unanswered = first === null || asksOnly(first)
  if (first && answerEdge !== null) sections = withEdgesOfFirstPage(printed, first)
  // The first splitting is the last where it has told nothing new.
  const isSettled = first !== null && !unanswered && answerEdge === null
  const known = new Map(isSettled ? sections.map((section, index) => [section, first[index]]) : [])
  const split = (section: Section) => {
    const own = known.get(section) ?? splitWith(section, unanswered, answerEdge)
    return section.pageAsked === undefined ? own : { ...own, page: own.page ?? section.pageAsked }
  }
  const drafts: Draft[] = []
  const byNumber = new Map<string, Draft>()
  const together = answersTogether(sections)
  sections.forEach((section) => {
    // The heading of all answers is none of the last question's: between it and the first number stands who answers.
    if (section === together) return
    if (section.type === 'question') {
      const draft: Draft = {
        numbers: section.numbers,
        section,
        split: split(section),
        answer: null,
        given: new Set(),
        answerNumbers: [],
        marks: section.marks.concat(section.rows.flatMap((row) => row.marks)),
        askedBy: section.askedBy,
        guessed: section.guessed === true,
        isNamed: false,
      }
      drafts.push(draft)
      for (const number of section.numbers) byNumber.set(number, draft)
    } else addAnswer(section, drafts, byNumber)
  })
  lendAnswers(drafts)
  doubtMisaligned(drafts)
  doubtOnlyLast(drafts)
  return columns ? withoutStrayPages(drafts) : drafts
}

/** Of so many of the questions; with fewer the others have none. */
const mostJoint = 0.8

/** Whether only joint answers have headings, which name the questions that they answer: of the others they tell nothing. */
function areJointAlone(sections: readonly Section[], questions: number): boolean {
  const headings = sections.filter(({ type }) => type === 'answer')
  const named = headings.reduce((sum, { numbers }) => sum + numbers.length, 0)
  return headings.every(({ numbers }) => numbers.length > 1) && named < questions * mostJoint
}

const fewestMisaligned = 2
/** So many of the answers; fewer are carelessly written, or misread alone. */
const mostAligned = 2 / 3

/**
 * Where many answers in a column of their own begin within a sentence beside their numbers, the cells are not aligned at the top, and
 * the first lines of each stand above its number, with those of the answer before it: nothing tells whose they are. The cells of a format
 * that marks them hold their own lines, however these are set.
 */
function doubtMisaligned(drafts: readonly Draft[]): void {
  const inColumn = drafts.filter(
    ({ split: { answer, answerEdge } }) =>
      answerEdge !== null && answer[0] !== undefined && answer[0].role !== 'table-row',
  )
  const misaligned = inColumn.filter(({ split: { answer } }) => startsLowerCase(answer[0]?.text ?? ''))
  const aligned = inColumn.length - misaligned.length
  if (misaligned.length < fewestMisaligned || aligned > inColumn.length * mostAligned) return
  for (const draft of inColumn) draft.guessed = true
}

const fewestBeforeAnswer = 2

/**
 * Where the only heading of an answer stands behind the last of several questions and names none, what follows may be the answer to any of
 * them: one to all, or a column that an extraction printed below its questions.
 */
function doubtOnlyLast(drafts: readonly Draft[]): void {
  const last = drafts.at(-1)
  if (!last || last.isNamed || (last.answer?.length ?? 0) === 0 || drafts.length <= fewestBeforeAnswer) return
  const others = drafts.slice(0, -1)
  if (others.some(({ answer, split }) => (answer ?? split.answer).length > 0)) return
  for (const draft of drafts) draft.guessed = true
}

const fewestInParagraphs = 4
const mostInParagraphs = 0.6

/** Whether nearly all questions end where their paragraph does, and their answers begin with another. */
function standInParagraphs(sections: readonly Section[]): boolean {
  const asked = sections.filter(({ type }) => type === 'question')
  if (asked.length < fewestInParagraphs) return false
  return asked.filter(({ rows }) => asksInParagraph(rows)).length >= asked.length * mostInParagraphs
}

/** Lines may be broken otherwise where the same words are printed again. */
const brokenBetween = /[\s-]+/g

function addAnswer(section: Section, drafts: readonly Draft[], byNumber: ReadonlyMap<string, Draft>): void {
  const last = drafts.at(-1)
  const targets = new Set(section.numbers.map((number) => byNumber.get(number)).filter((draft) => draft !== undefined))
  if (targets.size === 0 && last) {
    targets.add(last)
    // Its own question was not found.
    if (section.numbers.length > 0) last.guessed = true
  }
  const words = section.rows.map(({ text }) => text.replace(brokenBetween, '')).join('')
  for (const target of targets) {
    target.answer ??= []
    target.isNamed ||= section.numbers.length > 0
    target.answerNumbers = section.numbers.length > 1 ? section.numbers : target.numbers
    target.marks.push(...section.marks)
    if (words === '' || target.given.has(words)) continue
    // Headings that name one question above different answers.
    if (section.numbers.length > 0 && target.given.size > 0) target.guessed = true
    target.given.add(words)
    for (const row of section.rows) target.answer.push(row)
    for (const row of section.rows) target.marks.push(...row.marks)
  }
}

/** Questions in a row under one answer are rare: where more than this share has none, answers are simply missing. */
const mostLent = 0.3

/**
 * Where nearly all questions are answered, one without an answer before one with it is answered there: jointly, most likely. Not where
 * the heading of that answer names its own questions, nor where what stands there does not end as a question does.
 */
function lendAnswers(drafts: readonly Draft[]): void {
  const answerOf = ({ answer, split }: Draft) => answer ?? split.answer
  const empty = drafts.filter((draft) => answerOf(draft).length === 0)
  if (empty.length === 0 || empty.length > drafts.length * mostLent) return
  const isHeaded = drafts.some(({ answer }) => answer !== null)
  let waiting: Draft[] = []
  for (const draft of drafts) {
    const answer = answerOf(draft)
    if (answer.length === 0) {
      const asked = draft.split.question
      const mayWait =
        draft.answer === null &&
        (!isHeaded || endsAsking(asked.at(-1)?.text ?? '') || isWish(asked.map(({ text }) => text).join(' ')))
      waiting = mayWait ? [...waiting, draft] : []
    } else {
      if (waiting.length > 0 && !draft.isNamed) {
        const numbers = [...waiting, draft].flatMap((one) => one.numbers)
        for (const one of [...waiting, draft]) {
          one.answer = [...answer]
          one.answerNumbers = numbers
        }
        for (const one of waiting) {
          one.guessed = true
          for (const row of answer) one.marks.push(...row.marks)
        }
      }
      waiting = []
    }
  }
}

/** Rows of a question in which its code stands, from the top. */
const rowsWithCode = 3

function hasCodeColumn(sections: readonly Section[]): boolean {
  const questions = sections.filter((section) => section.type === 'question')
  const coded = questions.filter(({ rows }) =>
    rows
      .slice(0, rowsWithCode)
      .some(
        ({ text }) =>
          mayHoldCode(text) && (codeAtStart(text) ?? codeAtEnd(text.replace(/(?<!\s)\s+\S+$/, '')) ?? codeAtEnd(text)),
      ),
  )
  return coded.length * 2 >= questions.length && coded.length > 1
}

/** Words left behind the questions, as a share of the words of the questions, below which nothing was answered. */
const leastAnswered = 0.2

const parted = 0.9

/** So many of the items answered with «Ja» or «Nee» show that the others are too, however short. */
const answeredAtOnce = 0.25
const fewestAtOnce = 2

/** Whether this is a list of questions without answers (yet): next to nothing stands behind what asks, and no «Ja» or «Nee». */
function asksOnly(splits: readonly Split[]): boolean {
  const atOnce = splits.filter(({ answer }) => startsAnswering(answer[0]?.text ?? '')).length
  if (atOnce >= Math.max(fewestAtOnce, splits.length * answeredAtOnce)) return false
  let asked = 0
  let answered = 0
  const length = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.text.length, 0)
  // A guessed border tells of no answer, unless next to all items have a paragraph behind their first.
  const areParted =
    splits.length > 1 && splits.filter(({ answer }) => answer.length > 0).length >= splits.length * parted
  splits.forEach(({ question, answer, doubtful }) => {
    asked += length(question)
    if (!doubtful || areParted) answered += length(answer)
  })
  return answered < asked * leastAnswered
}

/** A column of answers shows in so many of a table's rows; in the others the answer may be a word. */
const enoughRows = 0.4

function answerColumn(splits: readonly Split[]): number | null {
  const counts = new Map<number, number>()
  for (const { answerEdge } of splits) {
    if (answerEdge !== null) counts.set(Math.round(answerEdge), (counts.get(Math.round(answerEdge)) ?? 0) + 1)
  }
  const [edge, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null, 0]
  return edge !== null && count >= splits.length * enoughRows ? edge : null
}

/** Numbers behind a few questions of a list that has no columns are marks of lost notes, not pages. */
function withoutStrayPages(drafts: Draft[]): Draft[] {
  const coded = drafts.some((draft) => draft.split.code !== null)
  const paged = drafts.filter((draft) => draft.split.page !== null).length
  if (coded || paged >= drafts.length / 2) return drafts
  return drafts.map((draft) => ({ ...draft, split: { ...draft.split, page: null } }))
}

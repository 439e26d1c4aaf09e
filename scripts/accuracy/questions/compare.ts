import type { ExpectedDocument, ExpectedRecord } from '#tests/fixtures/documents/expected.ts'
import type { DocumentFacts, Question, QuestionDocument } from '#utils/documents/types.ts'
import { shapeOf, similarity, wordsOf } from './words.ts'

/** Whether one expected record came out, and how. */
export interface Outcome {
  readonly expected: ExpectedRecord
  /** Null where its number was not found. */
  readonly found: Question | null
  readonly isQuestionExact: boolean
  readonly isAnswerExact: boolean
  readonly questionSimilarity: number
  readonly answerSimilarity: number
  /** Paragraphs, lists and rows of tables end where they should; null where the layout does not tell, or words are wrong. */
  readonly isShaped: boolean | null
  /** These are null where nobody knows what is right. */
  readonly isPointerRight: boolean | null
  /** Who was answered together with whom. */
  readonly isJointRight: boolean | null
  readonly isCodeRight: boolean | null
  readonly isPageRight: boolean | null
  readonly areNotesRight: boolean | null
}

export interface FactOutcome {
  readonly fact: keyof DocumentFacts
  readonly expected: unknown
  readonly found: unknown
  readonly isRight: boolean
}

export interface Judged {
  readonly name: string
  readonly group: string
  readonly outcomes: readonly Outcome[]
  readonly invented: readonly Question[]
  readonly facts: readonly FactOutcome[]
  /** Why it could not be read, where it could not. */
  readonly failure: string | null
}

export interface Asked {
  readonly name: string
  readonly group: string
  readonly expected: ExpectedDocument
  readonly isRunOn: boolean
}

/** A question and its answer as somebody wrote them down, and nothing else of them. */
type Pair = Pick<ExpectedRecord, 'number' | 'question' | 'answer'>

const unknown = {
  isShaped: null,
  isPointerRight: null,
  isJointRight: null,
  isCodeRight: null,
  isPageRight: null,
  areNotesRight: null,
}

/** As `judge`, where only the pairs of questions and answers are known. */
export function judgePairs(
  asked: Pick<Asked, 'name' | 'group'>,
  pairs: readonly Pair[],
  read: QuestionDocument | { readonly failure: string },
): Judged {
  const records = pairs.map((pair) => ({
    ...pair,
    code: null,
    page: null,
    answeredWith: [],
    pointsTo: null,
    footnotes: [],
  }))
  const judged = judge({ ...asked, expected: { records, facts: {} }, isRunOn: true }, read)
  return { ...judged, outcomes: judged.outcomes.map((outcome) => ({ ...outcome, ...unknown })) }
}

export function judge(asked: Asked, read: QuestionDocument | { readonly failure: string }): Judged {
  const { name, group, expected, isRunOn } = asked
  const questions = 'failure' in read ? [] : read.questions
  const pairs = paired(expected.records, questions)
  const taken = new Set(pairs.map(({ found }) => found))
  return {
    name,
    group,
    outcomes: pairs.map((pair) => outcomeOf(pair.expected, pair.found, isRunOn)),
    invented: questions.filter((question) => !taken.has(question)),
    facts: factsOf(expected.facts, 'failure' in read ? undefined : read.facts),
    failure: 'failure' in read ? read.failure : null,
  }
}

interface Meeting {
  readonly expected: ExpectedRecord
  readonly found: Question | null
}

/** Records meet by number, in print order where a number stands twice. */
function paired(expected: readonly ExpectedRecord[], found: readonly Question[]): Meeting[] {
  const byNumber = Map.groupBy(found, ({ number }) => number)
  return expected.map((record) => ({ expected: record, found: byNumber.get(record.number)?.shift() ?? null }))
}

function outcomeOf(expected: ExpectedRecord, found: Question | null, isRunOn: boolean): Outcome {
  const isQuestionExact = found !== null && wordsOf(found.question) === wordsOf(expected.question)
  const isAnswerExact = found !== null && wordsOf(found.answer) === wordsOf(expected.answer)
  const shaped = isQuestionExact && isAnswerExact && !isRunOn
  const is = (right: (question: Question) => boolean) => found !== null && right(found)
  return {
    expected,
    found,
    isQuestionExact,
    isAnswerExact,
    questionSimilarity: isQuestionExact ? 1 : found ? similarity(found.question, expected.question) : 0,
    answerSimilarity: isAnswerExact ? 1 : found ? similarity(found.answer, expected.answer) : 0,
    isShaped: shaped && found ? shapeOf(found.answer) === shapeOf(expected.answer) : null,
    isPointerRight: is(({ pointsTo }) => pointsTo === expected.pointsTo),
    isJointRight: is(({ answeredWith }) => answeredWith.join() === expected.answeredWith.join()),
    isCodeRight: is(({ code }) => code === expected.code),
    isPageRight: is(({ page }) => page === expected.page),
    areNotesRight: is(({ footnotes }) => notesText(footnotes) === notesText(expected.footnotes)),
  }
}

const notesText = (notes: Question['footnotes']) => notes.map(({ mark, text }) => `${mark} ${wordsOf(text)}`).join('\n')

function factsOf(expected: Partial<DocumentFacts>, found: DocumentFacts | undefined): FactOutcome[] {
  const names = Object.keys(expected) as (keyof DocumentFacts)[]
  return names.map((fact) => {
    const is = found?.[fact]
    const isRight = is !== undefined && JSON.stringify(sorted(is)) === JSON.stringify(sorted(expected[fact]))
    return { fact, expected: expected[fact], found: is, isRight }
  })
}

/** The same value, whatever the order of its keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .map(([key, inner]) => [key, sorted(inner)] as const)
    .sort(([one], [two]) => (one < two ? -1 : 1))
}

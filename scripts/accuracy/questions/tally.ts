import { share } from '../report.ts'
import type { Judged, Outcome } from './compare.ts'

/** A row of the table: shares from 0 to 1, null where there is nothing to share. */
export interface Figures {
  readonly documents: number
  readonly questions: number
  /** Records whose number no expectation asks for. */
  readonly invented: number
  readonly shares: Shares
}

/** Of the expected records, unless said otherwise. */
export interface Shares {
  /** The number was found. */
  readonly found: number | null
  /** Word for word. */
  readonly question: number | null
  readonly answer: number | null
  /** At least 0.9 similar in their words. */
  readonly questionNear: number | null
  readonly answerNear: number | null
  /** Of those with all words right: paragraphs, lists and tables end where they should. */
  readonly shape: number | null
  /** Which question the answer points to, and which were answered together. */
  readonly pointer: number | null
  /** Printed code and page. */
  readonly columns: number | null
  readonly notes: number | null
  /** Of the expected facts of the documents. */
  readonly facts: number | null
  /** Of the records with wrong words, and of those with right ones: with a doubt. */
  readonly doubtedWrong: number | null
  readonly doubtedRight: number | null
}

export type ShareName = keyof Shares

const near = 0.9

/** Whether a record's words are right: for pairs that were not made for us (`isNear`), almost right is right. */
type Right = (outcome: Outcome) => boolean | null

const isExact: Right = ({ isQuestionExact, isAnswerExact }) => isQuestionExact && isAnswerExact
const isNear: Right = ({ questionSimilarity, answerSimilarity }) =>
  questionSimilarity >= near && answerSimilarity >= near

export function tally(judged: readonly Judged[], strict = true): Map<string, Figures> {
  const groups = Map.groupBy(judged, ({ group }) => group)
  return new Map([...groups].map(([group, members]) => [group, figuresOf(members, strict ? isExact : isNear)]))
}

function figuresOf(judged: readonly Judged[], isRight: Right): Figures {
  const outcomes = judged.flatMap((one) => one.outcomes)
  const invented = judged.flatMap((one) => one.invented)
  const facts = judged.flatMap((one) => one.facts)
  // What nobody knows of an outcome counts neither for nor against.
  const of = (right: Right) => {
    const known = outcomes.map(right).filter((is) => is !== null)
    return share(known.filter((is) => is).length, known.length)
  }
  const found = outcomes.filter((outcome) => outcome.found !== null)
  const doubted = (records: readonly { doubts: readonly unknown[] }[]) =>
    share(records.filter(({ doubts }) => doubts.length > 0).length, records.length)
  const recordsOf = (some: readonly Outcome[]) => some.flatMap((outcome) => (outcome.found ? [outcome.found] : []))
  return {
    documents: judged.length,
    questions: outcomes.length,
    invented: invented.length,
    shares: {
      found: of((outcome) => outcome.found !== null),
      question: of(({ isQuestionExact }) => isQuestionExact),
      answer: of(({ isAnswerExact }) => isAnswerExact),
      questionNear: of(({ questionSimilarity }) => questionSimilarity >= near),
      answerNear: of(({ answerSimilarity }) => answerSimilarity >= near),
      shape: of(({ isShaped }) => isShaped),
      pointer: of(({ isPointerRight, isJointRight }) => isPointerRight && isJointRight),
      columns: of(({ isCodeRight, isPageRight }) => isCodeRight && isPageRight),
      notes: of(({ areNotesRight }) => areNotesRight),
      facts: share(facts.filter((fact) => fact.isRight).length, facts.length),
      doubtedWrong: doubted([...recordsOf(found.filter((outcome) => !isRight(outcome))), ...invented]),
      doubtedRight: doubted(recordsOf(found.filter(isRight))),
    },
  }
}

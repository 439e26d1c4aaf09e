import type { Question } from './types.ts'

/**
 * Corrections of how a document was split, as a reader made them by hand: small records beside what was read, applied to
 * it anew each time. So what was read can always be put back, and a correction outlives the next reading of the
 * document as long as it still fits.
 *
 * `join`: this question is no question of its own, it goes on what stands before it. `border`: the answer begins
 * elsewhere.
 */
export type CorrectionKind = 'join' | 'border'

/** Which question of a list is meant, as it was read: real lists repeat numbers (DOMAIN §0). */
export interface QuestionName {
  /** As printed: `155`, `2a`. */
  readonly number: string
  /** Which of the list's questions with this number, in the list's order, from 1. */
  readonly occurrence: number
}

export interface Correction extends QuestionName {
  readonly kind: CorrectionKind
  /**
   * `join`: how the question begins that goes on another. `border`: how the answer begins, empty where there is none.
   * A correction whose anchor is not found does not fit any more and is left alone.
   */
  readonly anchor: string
  /** Which of the places that begin with the anchor, from 1: short answers stand more than once in a text. */
  readonly place: number
}

/** A question that was joined to the one before it. */
export interface JoinedQuestion {
  readonly order: number
  readonly number: string
  /** Its printed code, or null. */
  readonly code: string | null
}

/** A question as it is shown: as it was read, or as corrections made it. */
export interface ShownQuestion extends Question {
  /** What was corrected by hand, each kind once; absent where nothing was. */
  readonly corrected?: readonly CorrectionKind[]
  /** The questions that this one took in, in the document's order; absent where none. */
  readonly joined?: readonly JoinedQuestion[]
  /** Printed codes of `joined` that are not `code`: an index, so that they are still found. */
  readonly joinedCodes?: readonly string[]
}

/** Characters of an anchor: enough to tell a place in one question and answer. */
export const anchorLength = 120

const anchorOf = (text: string): string =>
  text
    .slice(0, anchorLength * 2)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, anchorLength)

/** A text as anchors are compared: line breaks and spaces come out differently from one reader to the next, or not at all. */
const bare = (text: string): string => text.replace(/\s+/gu, '')

/** The key of a question among those of its list. */
export const nameKey = ({ number, occurrence }: QuestionName): string => `${occurrence}~${number}`

/** The name of each question as it was read, by its `order`. */
export function questionNames(
  questions: readonly { readonly order: number; readonly number: string }[],
): ReadonlyMap<number, QuestionName> {
  const seen = new Map<string, number>()
  const names = new Map<number, QuestionName>()
  for (const { order, number } of [...questions].sort((a, b) => a.order - b.order)) {
    const occurrence = (seen.get(number) ?? 0) + 1
    seen.set(number, occurrence)
    names.set(order, { number, occurrence })
  }
  return names
}

/** Joins this question, as it was read, to the one before it. */
export function joinCorrection(question: Question, name: QuestionName): Correction {
  return { ...name, kind: 'join', anchor: anchorOf(question.question), place: 1 }
}

/** All of a question and its answer in one text, as the border is moved in it. */
export function wholeText({ question, answer }: Pick<Question, 'question' | 'answer'>): string {
  return [question, answer].filter((part) => part !== '').join('\n\n')
}

/**
 * Lets the answer begin at a place of `wholeText`.
 *
 * @param start UTF-16 offset; the text's length for «there is no answer»
 */
export function borderCorrection(text: string, start: number, name: QuestionName): Correction {
  const anchor = anchorOf(text.slice(start))
  const before = placesOf(text, anchor).filter((place) => place < start)
  return { ...name, kind: 'border', anchor, place: before.length + 1 }
}

/** The questions of a document with these corrections, in order. Those that do not fit change nothing. */
export function applyCorrections(
  questions: readonly Question[],
  corrections: readonly Correction[],
): readonly ShownQuestion[] {
  if (corrections.length === 0) return questions
  const wanted = new Map(corrections.map((correction) => [`${correction.kind} ${nameKey(correction)}`, correction]))
  const names = questionNames(questions)
  const shown: ShownQuestion[] = []
  for (const question of [...questions].sort((a, b) => a.order - b.order)) {
    const name = names.get(question.order)
    const join = name && wanted.get(`join ${nameKey(name)}`)
    const before = shown.at(-1)
    if (join && before && beginsWith(question.question, join.anchor)) {
      shown[shown.length - 1] = joined(before, question)
    } else shown.push(question)
  }
  return shown.map((question) => {
    const name = names.get(question.order)
    const border = name && wanted.get(`border ${nameKey(name)}`)
    return border ? withBorder(question, border) : question
  })
}

/** One question out of two that follow each other. All that the document prints stays, in its order. */
function joined(first: ShownQuestion, second: Question): ShownQuestion {
  // A joint answer stands under each of its questions: it is one answer still.
  const isJoint = first.answer !== '' && first.answer === second.answer
  const tail = `${second.number}. ${second.question}`
  const [question, answer] =
    first.answer === '' || isJoint
      ? [wholeText({ question: first.question, answer: tail }), second.answer]
      : [
          first.question,
          wholeText({ question: wholeText({ question: first.answer, answer: tail }), answer: second.answer }),
        ]
  const codes = [...(first.joinedCodes ?? []), ...(first.code === null || second.code === null ? [] : [second.code])]
  const numbers = [...(first.joined ?? []), second].map(({ number }) => number)
  const others = [...new Set([...first.answeredWith, ...second.answeredWith])].filter(
    (number) => number === first.number || !numbers.includes(number),
  )
  const pointsTo = first.pointsTo ?? second.pointsTo
  const askedBy = [...(first.askedBy ?? []), ...(second.askedBy ?? [])]
  const references = [...new Set([...(first.references ?? []), ...(second.references ?? [])])]
  return {
    ...first,
    code: first.code ?? second.code,
    page: first.page ?? second.page,
    question,
    answer,
    answeredWith: others.length > 1 ? others : [],
    pointsTo: pointsTo === first.number || (pointsTo !== null && numbers.includes(pointsTo)) ? null : pointsTo,
    footnotes: [...first.footnotes, ...second.footnotes.filter((note) => !isJoint || !hasNote(first, note.mark))],
    complete: second.complete,
    doubts: [...first.doubts, ...second.doubts.filter((doubt) => doubt === 'cut-off' && !first.doubts.includes(doubt))],
    ...(askedBy.length > 0 ? { askedBy } : {}),
    ...(references.length > 0 ? { references } : {}),
    corrected: ['join'],
    joined: [...(first.joined ?? []), { order: second.order, number: second.number, code: second.code }],
    ...(codes.length > 0 ? { joinedCodes: codes } : {}),
  }
}

const hasNote = ({ footnotes }: Question, mark: string): boolean => footnotes.some((note) => note.mark === mark)

function withBorder(question: ShownQuestion, { anchor, place }: Correction): ShownQuestion {
  const text = wholeText(question)
  const start = anchor === '' ? text.length : placesOf(text, anchor)[place - 1]
  // An answer without a question before it is no correction of ours.
  if (start === undefined || text.slice(0, start).trim() === '') return question
  return {
    ...question,
    question: text.slice(0, start).trimEnd(),
    answer: text.slice(start),
    doubts: question.doubts.filter((doubt) => doubt !== 'doubtful-split'),
    corrected: [...(question.corrected ?? []), 'border'],
  }
}

/** A question without a word is meant by an anchor without one, and by no other. */
function beginsWith(question: string, anchor: string): boolean {
  return anchor.trim() === '' ? question.trim() === '' : bare(question).startsWith(bare(anchor))
}

/**
 * Where a text goes on with these words, white space aside, at the beginning of a word; offsets in order. A word that is
 * glued to a sign begins as well: an extraction loses the blank between a question and its answer.
 */
function placesOf(text: string, anchor: string): readonly number[] {
  const wanted = bare(anchor)
  const first = wanted.slice(0, 1)
  if (first === '') return []
  const places: number[] = []
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const isStart = at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))
    if (isStart && bare(text.slice(at, at + anchor.length * 2 + 40)).startsWith(wanted)) places.push(at)
  }
  return places
}

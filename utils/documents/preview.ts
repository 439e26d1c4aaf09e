import { parseQuestions } from './parse/questions.ts'
import type { Line, Question } from './types.ts'

/** A part of the pages that is read ahead of the rest is so many times larger than the one before it. */
const growth = 3
/** No part is larger than this share of the pages. */
const largestPart = 1 / 6

/**
 * Questions on the first pages while the others are still to come: on the first page, the first three, nine, … With each
 * part thrice the one before and the largest a sixth of all pages, all of it together comes to a quarter of the laying out and
 * parsing at most; a short document is done before its first part would be.
 */
export function previewer(onQuestions: (questions: readonly Question[]) => void) {
  let next = 1
  return (done: number, total: number, linesSoFar: () => readonly Line[]): void => {
    if (done < next || done > total * largestPart) return
    next = done * growth
    const questions = parseQuestions(linesSoFar())
    if (questions.length > 0) onQuestions(questions)
  }
}

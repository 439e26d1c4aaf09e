import { typeOfKind } from './kinds.ts'
import type { OfficialDocument } from './official-document.ts'
import { questionStatus } from './question-status.ts'

/** A code of a list, with what the services said of it. */
export interface ListedCode {
  readonly id: string
  readonly official: OfficialDocument | null
  readonly followed: boolean
}

/**
 * The written questions among codes that wait for an answer and are not followed, each once: a list may name a question by
 * its document and by its zaak, and then it is the first of the two.
 *
 * @param today in the Netherlands
 */
export function unansweredAmong(codes: readonly ListedCode[], today: string): readonly string[] {
  const waiting = codes.flatMap((code) => {
    const status = code.official && questionStatus(code.official, today)
    const waits = status?.is === 'unanswered' || status?.is === 'postponed'
    return waits ? [{ ...code, question: questionOf(code) }] : []
  })
  const taken = new Set(waiting.filter(({ followed }) => followed).map(({ question }) => question))
  const open = waiting.filter(({ question }) => !taken.has(question))
  return [...new Map(open.toReversed().map(({ id, question }) => [question, id])).values()].toReversed()
}

/** What tells a question from others, whichever of its papers names it: its zaak where that is known. */
const questionOf = ({ id, official }: ListedCode): string =>
  official?.zaken.find(({ kind }) => typeOfKind(kind) === 'written-questions')?.id ?? id

import type { Reference } from '#utils/references/types.ts'
import { excerpt } from './excerpt.ts'
import type { Answer, Verdict } from './judge.ts'

/** The cases of one kind of outcome (`missed`, `wrong`, `stretch`) or of one kind of reference, a line each. */
export function listed(verdicts: readonly Verdict[], which: string): string[] {
  return verdicts.flatMap((verdict) => [
    ...verdict.answers.filter((answer) => isAsked(answer, which)).map((answer) => answerLine(verdict, answer)),
    ...verdict.wrong
      .filter(({ kind }) => which === 'wrong' || which === kind)
      .map((reference) => wrongLine(verdict, reference)),
  ])
}

const outcomeOf = ({ found, asPrinted }: Answer) => (found === null ? 'missed' : asPrinted ? 'right' : 'stretch')

function isAsked(answer: Answer, which: string): boolean {
  if (answer.expectation.optional && answer.found === null) return false
  return which === outcomeOf(answer) || which === answer.expectation.kind
}

function answerLine({ case: { file, text } }: Verdict, answer: Answer): string {
  const { expectation, found } = answer
  const outcome = outcomeOf(answer)
  const other =
    found && outcome === 'stretch'
      ? ` found as ${excerpt(text, found)} pages ${found.pages ?? '–'}, ${found.certainty}`
      : ''
  return `${outcome.padEnd(7)} ${file}:${expectation.line} ${expectation.ids.join('|')} ${excerpt(text, expectation)}${other}`
}

function wrongLine({ case: { file, line, text }, hit }: Verdict, reference: Reference): string {
  const trap = hit.find(({ start, end }) => start < reference.end && reference.start < end)
  return `wrong   ${file}:${trap?.line ?? line} ${reference.id} ${excerpt(text, reference)}${trap ? ' (trap)' : ''}`
}

import type { Judged, Outcome } from './compare.ts'
import { shapeOf, wordsOf } from './words.ts'

const around = 30
const shortest = 90

/** The records and facts that differ, some lines each: document, number, what was expected and what was found. */
export function listed(judged: readonly Judged[], which: string): string[] {
  return judged
    .filter(({ name, group }) => `${group} ${name}`.includes(which))
    .flatMap((one) => [
      ...(one.failure ? [`${one.name}: ${one.failure}`] : []),
      ...one.outcomes.flatMap((outcome) => linesOf(one.name, outcome)),
      ...one.invented.map(
        ({ number, question, doubts }) =>
          `${one.name} ${number}: invented${doubtsText(doubts)} «${question.slice(0, shortest)}»`,
      ),
      ...one.facts
        .filter(({ isRight }) => !isRight)
        .map(
          ({ fact, expected, found }) =>
            `${one.name}: ${fact} ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`,
        ),
    ])
}

const doubtsText = (doubts: readonly string[]) => (doubts.length > 0 ? ` (${doubts.join(', ')})` : '')

function linesOf(name: string, outcome: Outcome): string[] {
  const { expected, found } = outcome
  const where = `${name} ${expected.number}`
  if (!found) return [`${where}: not found`]
  const notes = (footnotes: typeof found.footnotes) => footnotes.map(({ mark, text }) => `${mark} ${text}`).join('; ')
  const parts: (readonly [part: string, isRight: boolean | null, expected: string, found: string])[] = [
    ['question', outcome.isQuestionExact, wordsOf(expected.question), wordsOf(found.question)],
    ['answer', outcome.isAnswerExact, wordsOf(expected.answer), wordsOf(found.answer)],
    ['shape', outcome.isShaped, shapeOf(expected.answer), shapeOf(found.answer)],
    ['points to', outcome.isPointerRight, `${expected.pointsTo}`, `${found.pointsTo}`],
    ['with', outcome.isJointRight, expected.answeredWith.join(', '), found.answeredWith.join(', ')],
    ['code', outcome.isCodeRight, `${expected.code}`, `${found.code}`],
    ['page', outcome.isPageRight, `${expected.page}`, `${found.page}`],
    ['notes', outcome.areNotesRight, notes(expected.footnotes), notes(found.footnotes)],
  ]
  return parts
    .filter(([, isRight]) => isRight === false)
    .map(
      ([part, , is, was]) =>
        `${where}: ${part}${doubtsText(found.doubts)}\n    expected ${shortened(is, was)}\n    found    ${shortened(was, is)}`,
    )
}

/** The text from a little before the place where it leaves the other. */
function shortened(text: string, other: string): string {
  let same = 0
  while (same < text.length && text[same] === other[same]) same += 1
  const start = Math.max(0, same - around)
  const end = Math.max(start + shortest, same + around)
  return `«${start > 0 ? '…' : ''}${text.slice(start, end).replaceAll('\n', '⏎')}${end < text.length ? '…' : ''}»`
}

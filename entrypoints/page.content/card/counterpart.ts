import { cardMessages } from '#locales/card.ts'
import type { Lookup } from '#utils/browser/protocol/lookup.ts'
import { element } from './element.ts'
import { questionPart } from './question.ts'
import type { CardActions } from './view.ts'

/** Questions of a counterpart that a card shows, before the rest is only counted. */
const mostQuestions = 3

/** The questions with their answers that belong to a code, from the paper that was read by itself; how far it is, or why not. */
export function counterpartPart(
  { counterpart, printed }: Pick<Lookup, 'counterpart' | 'printed'>,
  actions: Pick<CardActions, 'unfolded' | 'resized'>,
): readonly HTMLElement[] {
  if (counterpart === null) return []
  const { document, questions, questionCount, told } = counterpart
  const texts = cardMessages.get()
  const bar = told?.waits === true && element('div', { class: 'bar' })
  const sentence = told && element('p', { class: 'aside' }, told.sentence)
  const parts: HTMLElement[] = sentence ? [element('div', { class: 'waiting' }, bar, sentence)] : []
  // A question that prints this code is shown above already.
  if (document === null || printed.some(({ list }) => list.id === document.id)) return parts
  for (const question of questions.slice(0, mostQuestions)) {
    parts.push(element('h3', {}, texts.question({ number: question.number })), ...questionPart(question, actions))
  }
  const rest = questionCount - mostQuestions
  return rest > 0 ? [...parts, element('p', { class: 'aside' }, texts.furtherQuestions(rest))] : parts
}

import { cardMessages } from '#locales/card.ts'
import type { QuestionRow } from '#utils/database/schema.ts'
import { button, element } from './element.ts'
import { excerpt } from './excerpt.ts'

/** Characters of a question and of an answer that are shown before «meer». */
const questionLength = 480
const answerLength = 220

/** Whether the question has an answer, of its own, jointly with others or by pointing at another. */
export const isAnswered = (question: QuestionRow): boolean =>
  question.answer !== '' || question.pointsTo !== null || question.answeredWith.length > 0

/** A question with its answer. */
export function questionPart(question: QuestionRow, resized: () => void): readonly HTMLElement[] {
  const texts = cardMessages.get()
  const others = question.answeredWith.filter((number) => number !== question.number)
  const answer = [
    question.answer !== '' && shortened(question.answer, answerLength, resized),
    question.pointsTo !== null && element('p', { class: 'aside' }, texts.pointsTo({ number: question.pointsTo })),
    others.length > 0 && element('p', { class: 'aside' }, texts.answeredWith({ numbers: others.join(', ') })),
    !question.complete && element('p', { class: 'aside' }, texts.incomplete),
  ].filter((part) => part !== false)
  return [
    element('div', { class: 'question' }, shortened(question.question, questionLength, resized)),
    ...(answer.length > 0 ? [labelled(texts.answer, ...answer)] : []),
  ]
}

/** A part with its name in front: «Antwoord», «Notitie». */
export function labelled(name: string, ...parts: readonly HTMLElement[]): HTMLElement {
  return element('section', { class: 'labelled' }, element('h3', {}, name), element('div', {}, ...parts))
}

/** A text with its paragraphs; a long one as its beginning, with «meer». */
export function shortened(text: string, length: number, resized: () => void): HTMLElement {
  const texts = cardMessages.get()
  const beginning = excerpt(text, length)
  const body = element('div', { class: 'text' }, ...paragraphs(beginning.text))
  if (!beginning.cut) return body
  const more = button({ class: 'plain', 'aria-expanded': 'false' }, () => {
    const open = more.getAttribute('aria-expanded') !== 'true'
    more.setAttribute('aria-expanded', String(open))
    more.textContent = open ? texts.less : texts.more
    body.replaceChildren(...paragraphs(open ? text : beginning.text))
    resized()
  })
  more.textContent = texts.more
  return element('div', { class: 'shortened' }, body, more)
}

/** Paragraphs are separated by an empty line; the lines of a list by a line break, which the style keeps. */
function paragraphs(text: string): readonly HTMLElement[] {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => element('p', {}, paragraph))
}

import { cardMessages } from '#locales/card.ts'
import type { QuestionRow } from '#utils/database/schema.ts'
import { button, element } from './element.ts'
import { excerpt } from './excerpt.ts'
import type { CardActions } from './view.ts'

/** Characters of a question and of an answer that are shown before «meer». */
const questionLength = 480
const answerLength = 220

/** What a text needs that can be unfolded. */
type TextActions = Pick<CardActions, 'unfolded' | 'resized'>

/** A question with its answer. */
export function questionPart(question: QuestionRow, actions: TextActions): readonly HTMLElement[] {
  const texts = cardMessages.get()
  const others = question.answeredWith.filter((number) => number !== question.number)
  const answer = [
    question.answer !== '' && shortened(question.answer, answerLength, actions, 'nl'),
    question.pointsTo !== null && element('p', { class: 'aside' }, texts.pointsTo({ number: question.pointsTo })),
    others.length > 0 &&
      element('p', { class: 'aside' }, texts.answeredWith({ numbers: others.join(', ') })(others.length)),
    !question.complete && element('p', { class: 'aside' }, texts.incomplete),
  ].filter((part) => part !== false)
  return [
    element('div', { class: 'question' }, shortened(question.question, questionLength, actions, 'nl')),
    ...(answer.length > 0 ? [labelled(texts.answer, ...answer)] : []),
  ]
}

/** A part with its name in front: «Antwoord», «Notitie». */
export function labelled(name: string, ...parts: readonly HTMLElement[]): HTMLElement {
  return element('section', { class: 'labelled' }, element('h3', {}, name), element('div', {}, ...parts))
}

/** A text with its paragraphs, in its language where that is known; a long one as its beginning, with «meer». */
export function shortened(
  text: string,
  length: number,
  { unfolded, resized }: TextActions,
  lang: 'nl' | null = null,
): HTMLElement {
  const texts = cardMessages.get()
  const beginning = excerpt(text, length)
  const body = element('div', { class: 'text', lang })
  const more = button({ class: 'plain' }, () => {
    if (!unfolded.delete(text)) unfolded.add(text)
    fill()
    resized()
  })
  const fill = (): void => {
    const open = unfolded.has(text)
    more.setAttribute('aria-expanded', String(open))
    more.textContent = open ? texts.less : texts.more
    body.replaceChildren(...paragraphs(open ? text : beginning.text))
  }
  fill()
  return beginning.cut ? element('div', { class: 'shortened' }, body, more) : body
}

/** Paragraphs are separated by an empty line; the lines of a list by a line break, which the style keeps. */
function paragraphs(text: string): readonly HTMLElement[] {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => element('p', {}, paragraph))
}

import { cardMessages } from '#locales/card.ts'
import { dateLanguage } from '#locales/i18n.ts'
import { kindMessages } from '#locales/kinds.ts'
import type { CardLookup } from '#utils/browser/protocol/card.ts'
import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'
import { isAnswered } from '#utils/documents/answered.ts'
import { button, element } from './element.ts'
import { isFile } from './official-links.ts'
import { titleId } from './records.ts'
import type { CardActions } from './view.ts'

/** What stands above a question or a document that is kept. */

export function heading(kind: string, title: string, status?: string): HTMLElement {
  return element(
    'header',
    {},
    element('p', { class: 'kind' }, kind),
    element(
      'div',
      { class: 'title-row' },
      element('h2', { id: titleId }, title),
      status !== undefined && element('span', { class: 'status' }, status),
    ),
  )
}

export function questionHead(question: QuestionRow, list: DocumentRow, first: boolean): HTMLElement {
  const texts = cardMessages.get()
  const answered = isAnswered(question)
  return element(
    'header',
    { class: first ? null : 'further' },
    element('p', { class: 'kind' }, [kindAndDate(list), pageAskedAbout(question)].filter(Boolean).join(' · ')),
    element(
      'div',
      { class: 'title-row' },
      element('h2', { id: first ? titleId : null }, questionTitle(question, list)),
      element('span', { class: answered ? 'status answered' : 'status' }, answered ? texts.answered : texts.unanswered),
    ),
  )
}

/** The way to the question's place in its PDF: of files a PDF alone tells heights. */
export function placePart(question: QuestionRow, list: DocumentRow, actions: CardActions): readonly HTMLElement[] {
  const pdf = list.links.find(({ rel, url }) => rel === 'file' && isFile(url))?.url
  if (pdf === undefined || question.top === undefined) return []
  const label = cardMessages.get().place({ page: String(question.ownPage) })
  return [
    element(
      'p',
      { class: 'aside' },
      button({ class: 'plain' }, () => actions.open(pdf, question.order), label),
    ),
  ]
}

export function documentHead(document: DocumentRow, other: string | null): HTMLElement {
  return element(
    'header',
    { class: other === null ? null : 'further' },
    other !== null && element('p', { class: 'contrast' }, other),
    element('p', { class: 'kind' }, kindAndDate(document)),
    element('h2', { id: other === null ? titleId : null, lang: 'nl' }, document.title),
    isPostponement(document) && element('p', {}, element('strong', {}, cardMessages.get().postponed)),
  )
}

/** What of the document is kept here. */
export function keptPart({ questionCount }: CardLookup): readonly HTMLElement[] {
  return questionCount === 0 ? [] : [element('p', { class: 'aside' }, cardMessages.get().questions(questionCount))]
}

/** A notice of delay has been read even where no questions came out of it. */
export const isPostponement = (document: DocumentRow | null): boolean => document?.facts?.type === 'postponement'

export function questionTitle(question: QuestionRow, list: DocumentRow): string {
  return `${list.title}, ${cardMessages.get().question({ number: question.number })}`
}

function pageAskedAbout(question: QuestionRow): string | null {
  return question.page === null ? null : cardMessages.get().askedPage({ page: question.page })
}

function kindAndDate(document: DocumentRow): string {
  const kind = kindMessages.get()[document.kind]
  const date = document.date === undefined ? Number.NaN : Date.parse(document.date)
  if (Number.isNaN(date)) return kind
  // A date without a time is read as UTC; any other time zone could show the day before.
  const day = new Intl.DateTimeFormat(dateLanguage(), { dateStyle: 'long', timeZone: 'UTC' }).format(date)
  return `${kind} · ${day}`
}

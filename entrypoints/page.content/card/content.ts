import { cardMessages } from '#locales/card.ts'
import { locale } from '#locales/i18n.ts'
import { kindMessages } from '#locales/kinds.ts'
import type { Lookup } from '#utils/browser/protocol.ts'
import type { DocumentRow, NoteRow, QuestionRow } from '#utils/database/schema.ts'
import { codeOf } from '#utils/references/code.ts'
import { button, copyIcon, element } from './element.ts'
import { isFile, type OfficialLink, officialLinks } from './official-links.ts'
import { isAnswered, labelled, questionPart, shortened } from './question.ts'
import type { CardActions, CardView, Reading, Subject } from './view.ts'

type Loaded = Extract<CardView, { state: 'loaded' }>

const noteLength = 240
/** Lists of questions that print the same code, before the rest is only counted. */
const mostQuestions = 3

/** The id of the title, which names the dialog. */
export const titleId = 'title'

/** The whole of the card, for any state. */
export function cardContent(view: CardView, actions: CardActions): readonly HTMLElement[] {
  const texts = cardMessages.get()
  switch (view.state) {
    case 'loading':
      return [heading(kindMessages.get()[view.code.kind], view.code.label), waiting(texts.loading)]
    case 'failed':
      return [
        heading(kindMessages.get()[view.code.kind], view.code.label),
        element('div', { class: 'notice' }, element('p', {}, texts.failed), button({}, actions.retry, texts.retry)),
        footer({ code: view.code, document: null }, actions),
      ]
    case 'loaded':
      return [...loaded(view, actions), ...doubtPart(view), footer(view.lookup, actions)]
  }
}

/** What a screen reader is told when the answer is there. */
export function summary(lookup: Lookup): string {
  const texts = cardMessages.get()
  const first = lookup.printed[0]
  const title = first ? questionTitle(first.question, first.list) : lookup.document?.title
  const status = first && (isAnswered(first.question) ? texts.answered : texts.unanswered)
  return [lookup.code.label, title ?? texts.notKept, status].filter((part) => part !== undefined).join('. ')
}

function loaded({ lookup, reading, pdf }: Loaded, actions: CardActions): readonly HTMLElement[] {
  const { document, printed } = lookup
  const parts: HTMLElement[] = []
  for (const { question, list } of printed.slice(0, mostQuestions)) {
    parts.push(questionHead(question, list, parts.length === 0), ...questionPart(question, actions.resized))
    parts.push(...placePart(question, list, actions))
  }
  const texts = cardMessages.get()
  const rest = printed.length - mostQuestions
  if (rest > 0) parts.push(element('p', { class: 'aside' }, texts.moreQuestions(rest)))
  if (document !== null && !printed.some(({ list }) => list.id === document.id)) {
    parts.push(documentPart(lookup, document))
  } else if (printed.length === 0) {
    parts.push(heading(kindMessages.get()[lookup.code.kind], lookup.code.label, texts.notKept))
    const hint = reading.state === 'impossible' ? texts.notKeptHint : texts.notKeptReadable
    if (lookup.notes.length === 0) parts.push(element('p', { class: 'aside' }, hint))
  }
  return [...parts, ...readingPart(lookup, reading, pdf, actions), ...notesPart(lookup.notes, actions)]
}

function heading(kind: string, title: string, status?: string): HTMLElement {
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

function questionHead(question: QuestionRow, list: DocumentRow, first: boolean): HTMLElement {
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
function placePart(question: QuestionRow, list: DocumentRow, actions: CardActions): readonly HTMLElement[] {
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

function documentPart(lookup: Lookup, document: DocumentRow): HTMLElement {
  const texts = cardMessages.get()
  const alone = lookup.printed.length === 0
  return element(
    'header',
    { class: alone ? null : 'further' },
    !alone && element('p', { class: 'contrast' }, texts.otherDocument),
    element('p', { class: 'kind' }, kindAndDate(document)),
    element('h2', { id: alone ? titleId : null }, document.title),
    isPostponement(document) && element('p', {}, element('strong', {}, texts.postponed)),
    lookup.questionCount > 0 && element('p', { class: 'aside' }, texts.questions(lookup.questionCount)),
  )
}

/** A notice of delay has been read even where no questions came out of it. */
const isPostponement = (document: DocumentRow | null): boolean => document?.facts?.type === 'postponement'

function questionTitle(question: QuestionRow, list: DocumentRow): string {
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
  const day = new Intl.DateTimeFormat(locale.get(), { dateStyle: 'long', timeZone: 'UTC' }).format(date)
  return `${kind} · ${day}`
}

function readingPart(
  lookup: Lookup,
  reading: Reading,
  pdf: string | null,
  actions: CardActions,
): readonly HTMLElement[] {
  const texts = cardMessages.get()
  if (reading.state === 'running') {
    const { job } = reading
    const stop = job !== null && button({ class: 'plain end' }, () => actions.stop(job), texts.stop)
    return [
      waiting(reading.sentence),
      element('div', { class: 'title-row' }, element('p', { class: 'aside' }, texts.readingHint), stop),
    ]
  }
  const open = pdf !== null && button({}, () => actions.open(pdf), texts.open)
  const isRead = lookup.questionCount > 0 || isPostponement(lookup.document)
  if (reading.state === 'impossible' || (isRead && !open)) return []
  const read = !isRead && button({ class: 'primary' }, actions.read, texts.read)
  if (isRead || reading.state === 'possible') return [element('p', { class: 'actions' }, read, open)]
  const kind = reading.state === 'failed' ? 'notice danger' : 'notice'
  return [element('div', { class: kind }, element('p', {}, reading.sentence), read)]
}

/** How sure the reference is, where its form alone does not tell. */
function doubtPart({ mention }: Subject): readonly HTMLElement[] {
  const texts = cardMessages.get()
  const others = (mention?.alternatives ?? []).flatMap(({ id }) => codeOf(id) ?? [])
  return [
    ...(mention?.certainty === 'local' ? [element('p', { class: 'aside' }, texts.local)] : []),
    ...(others.length > 0
      ? [element('p', { class: 'aside' }, `${texts.orElse} `, ...listOf(others.map(officialLink)))]
      : []),
  ]
}

const listOf = (links: readonly HTMLElement[]) => links.flatMap((link, index) => (index === 0 ? [link] : [', ', link]))

function notesPart(notes: readonly NoteRow[], actions: CardActions): readonly HTMLElement[] {
  const texts = cardMessages.get()
  const newest = notes[0]
  if (newest === undefined) return []
  const more = notes.length > 1 && element('p', { class: 'aside' }, texts.moreNotes(notes.length - 1))
  const body = element('div', { class: 'note' }, shortened(newest.body, noteLength, actions.resized))
  return [labelled(texts.note, body, ...(more ? [more] : []))]
}

function waiting(sentence: string): HTMLElement {
  return element(
    'div',
    { class: 'waiting' },
    element('div', { class: 'bar' }),
    element('p', { class: 'aside' }, sentence),
  )
}

function footer(known: Pick<Lookup, 'code' | 'document' | 'followed'>, actions: CardActions): HTMLElement {
  const texts = cardMessages.get()
  const { code, followed } = known
  const { label } = code
  return element(
    'footer',
    {},
    button(
      { class: 'plain code', 'aria-label': texts.copy({ label }), title: texts.copy({ label }) },
      actions.copy,
      label,
      copyIcon(),
    ),
    ...officialLinks(known).map(officialLink),
    followed !== undefined &&
      button(
        { class: 'plain end', 'aria-pressed': String(followed) },
        () => actions.follow(!followed),
        followed ? texts.followed : texts.follow,
      ),
    button({ class: followed === undefined ? 'plain end' : 'plain' }, actions.note, texts.note),
  )
}

function officialLink({ label, url }: OfficialLink): HTMLElement {
  return element(
    'a',
    { href: url, target: '_blank', rel: 'noopener noreferrer' },
    label,
    element('span', { 'aria-hidden': 'true' }, ' ↗'),
    element('span', { class: 'unseen' }, ` (${cardMessages.get().newTab})`),
  )
}

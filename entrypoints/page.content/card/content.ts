import { cardMessages } from '#locales/card.ts'
import { kindMessages } from '#locales/kinds.ts'
import type { CardLookup, CardRecord } from '#utils/browser/protocol/card.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import { isAnswered } from '#utils/documents/answered.ts'
import { counterpartPart } from './counterpart.ts'
import { doubtPart } from './doubt.ts'
import { button, copyIcon, element, waiting } from './element.ts'
import {
  documentHead,
  heading,
  isPostponement,
  keptPart,
  placePart,
  questionHead,
  questionTitle,
} from './kept-heads.ts'
import { externalLink, officialLinks } from './official-links.ts'
import { labelled, questionPart, shortened } from './question.ts'
import { askingPart, factsPart, isAsked, recordHead, shownRecords } from './records.ts'
import type { CardActions, CardView, LoadedView, Reading } from './view.ts'

const noteLength = 240
/** Lists of questions that print the same code, before the rest is only counted. */
const mostQuestions = 3

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
        footer(view.code.label, [view.code.url], undefined, actions),
      ]
    case 'loaded':
      return [
        ...loaded(view, actions),
        ...counterpartPart(view.lookup, actions),
        ...doubtPart(view),
        loadedFooter(view, actions),
      ]
  }
}

/** What a screen reader is told of what is known, and of what is being asked. */
export function summary(view: LoadedView): string {
  const texts = cardMessages.get()
  const { lookup } = view
  const first = lookup.printed[0]
  if (first) {
    const status = isAnswered(first.question) ? texts.answered : texts.unanswered
    return [lookup.code.label, questionTitle(first.question, first.list), status].join('. ')
  }
  const records = shownRecords(lookup)
  const said = records.flatMap(({ code, known, notice }) => [
    code.label,
    known?.title ?? lookup.document?.title,
    known?.status && `${known.status.word} ${known.status.detail}`.trim(),
    notice,
  ])
  const nothing = isAsked(view) ? null : records[0]?.state === 'unkept' ? texts.notKept : texts.notAsked
  const parts = [...new Set(said)].filter(Boolean)
  return [...parts, parts.length > 1 ? null : nothing].filter(Boolean).join('. ')
}

function loaded(view: LoadedView, actions: CardActions): readonly HTMLElement[] {
  const { lookup, reading, pdf } = view
  const { printed } = lookup
  const parts: HTMLElement[] = []
  for (const { question, list } of printed.slice(0, mostQuestions)) {
    parts.push(questionHead(question, list, parts.length === 0), ...questionPart(question, actions))
    parts.push(...placePart(question, list, actions))
  }
  const texts = cardMessages.get()
  const rest = printed.length - mostQuestions
  if (rest > 0) parts.push(element('p', { class: 'aside' }, texts.moreQuestions(rest)))
  const notes = notesPart(lookup.notes, actions)
  // Another document that has the number of a question comes after all that concerns the question.
  if (printed.length > 0) parts.push(...notes)
  parts.push(...recordsPart(view, actions), ...readingPart(lookup, reading, pdf, actions))
  return printed.length > 0 ? parts : [...parts, ...notes]
}

/**
 * The document that the code names, by what the services say of it, else by what is kept; or that nothing is known.
 * Beside questions that merely print the code it is told apart from them.
 */
function recordsPart(view: LoadedView, actions: CardActions): readonly HTMLElement[] {
  const texts = cardMessages.get()
  const { lookup } = view
  const { code, document, printed, records } = lookup
  const shown = shownRecords(lookup)
  const isList = document !== null && printed.some(({ list }) => list.id === document.id)
  const other = printed.length > 0 && !isList ? texts.otherDocument : null
  // Where nobody knows any of them that is said once, and they are asked about again together.
  const isNowhere = shown.length > 1 && shown[0]?.known === null
  const parts: HTMLElement[] = []
  for (const record of shown) {
    const isFirst = record === shown[0]
    // Of letters that may name several things each says which it is.
    const above = isFirst && other !== null ? other : records.length > 1 ? record.code.label : null
    if (record.known !== null) {
      parts.push(recordHead(record.known, above, isFirst && printed.length === 0), ...factsPart(record.known))
    } else if (isFirst && document !== null && !isList) parts.push(documentHead(document, other))
    else if (isFirst && printed.length === 0) parts.push(...nothingKept(view, record))
    if (isFirst && document !== null && !isList) parts.push(...keptPart(lookup))
    const isAside = printed.length > 0 || (document !== null && record.known === null)
    const notices = isNowhere ? shown.map(({ notice }) => notice) : undefined
    if (isFirst || !isNowhere) parts.push(...askingPart(record, view, actions, isAside, notices))
  }
  const undecided = records.filter((record) => !shown.includes(record) && record.state !== 'not-found')
  if (shown[0]?.known) parts.push(...undecided.flatMap((record) => askingPart(record, view, actions)))
  if (shown.filter(({ known }) => known).length > 1) {
    parts.unshift(element('p', { class: 'aside' }, texts.bothExist({ code: code.label })))
  }
  return parts
}

/** Of what no service keeps nothing will be found out. */
function nothingKept({ lookup, reading }: LoadedView, { state, notice }: CardRecord): readonly HTMLElement[] {
  const texts = cardMessages.get()
  const { code, notes } = lookup
  const isUnkept = state === 'unkept'
  const hint = reading.state === 'impossible' ? texts.notKeptHint : texts.notKeptReadable
  return [
    heading(kindMessages.get()[code.kind], code.label, isUnkept ? texts.notKept : undefined),
    ...(isUnkept && notes.length === 0 ? [element('p', { class: 'aside' }, notice || hint)] : []),
  ]
}

function readingPart(
  lookup: CardLookup,
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

function notesPart(notes: readonly NoteRow[], actions: CardActions): readonly HTMLElement[] {
  const texts = cardMessages.get()
  const newest = notes[0]
  if (newest === undefined) return []
  const more = notes.length > 1 && element('p', { class: 'aside' }, texts.moreNotes(notes.length - 1))
  const body = element('div', { class: 'note' }, shortened(newest.body, noteLength, actions))
  return [labelled(texts.note, body, ...(more ? [more] : []))]
}

/** The ways to what is shown first. */
function loadedFooter({ lookup }: LoadedView, actions: CardActions): HTMLElement {
  const [shown] = shownRecords(lookup)
  const { label, url } = shown?.code ?? lookup.code
  const kept = lookup.document?.links.map((link) => link.url) ?? []
  return footer(label, [url, ...(shown?.known?.links ?? []), ...kept], lookup.followed, actions)
}

function footer(
  label: string,
  addresses: readonly string[],
  followed: boolean | undefined,
  actions: CardActions,
): HTMLElement {
  const texts = cardMessages.get()
  const title = texts.copy({ label })
  return element(
    'footer',
    {},
    // A title of the button itself would be read after its name, which is the same.
    button(
      { class: 'plain code', 'aria-label': title },
      () => actions.copy(label),
      element('span', { title }, label, copyIcon()),
    ),
    element(
      'span',
      {},
      followed !== undefined &&
        button(
          { class: 'plain', 'data-is': 'follow', title: followed ? texts.unfollow : null },
          () => actions.follow(!followed),
          followed ? texts.followed : texts.follow,
        ),
      button({ class: 'plain' }, actions.note, texts.note),
    ),
    element('span', {}, ...officialLinks(addresses).map(externalLink)),
  )
}

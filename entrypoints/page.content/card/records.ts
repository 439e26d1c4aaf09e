import { cardMessages } from '#locales/card.ts'
import type { CardLookup, CardRecord, RecordFact, RecordWords } from '#utils/browser/protocol/card.ts'
import { button, element, toneIcon, waiting } from './element.ts'
import { externalLink } from './official-links.ts'
import type { CardActions, LoadedView } from './view.ts'

/** The id of the title, which names the dialog. */
export const titleId = 'title'

/**
 * The records to show: of letters that may name several things those that exist, and where none does, all that could be
 * meant (DOMAIN §1.2).
 */
export function shownRecords({ records }: Pick<CardLookup, 'records'>): readonly CardRecord[] {
  const known = records.filter((record) => record.known !== null)
  if (known.length > 0) return known
  const possible = records.filter(({ state }) => state !== 'not-found')
  return possible.length > 0 ? possible.slice(0, 1) : records
}

/** Whether an answer of the services is on its way for one of these. */
export function isAsked({ isAsking, lookup }: LoadedView): boolean {
  return isAsking || lookup.records.some(({ state }) => state === 'asking')
}

/** Kind, title and status of what the services know. `above`: a line in front that tells it from what else the card shows. */
export function recordHead(known: RecordWords, above: string | null, isFirst: boolean): HTMLElement {
  const { kind, title, status } = known
  return element(
    'header',
    { class: isFirst ? null : 'further' },
    above !== null && element('p', { class: 'contrast' }, above),
    above?.startsWith(kind) !== true && element('p', { class: 'kind' }, kind),
    element('h2', { id: isFirst ? titleId : null, lang: 'nl' }, title),
    status !== null &&
      element(
        'p',
        { class: `standing ${status.tone}` },
        toneIcon(status.tone),
        element('strong', {}, status.word),
        status.detail && ` ${status.detail}`,
      ),
  )
}

/** Who asked, who answered, and the rest of what is known. */
export function factsPart({ facts }: RecordWords): readonly HTMLElement[] {
  if (facts.length === 0) return []
  const row = ({ name, text, url }: RecordFact) =>
    element(
      'div',
      {},
      element('dt', {}, name),
      element('dd', {}, url === undefined ? text : externalLink({ label: text, url })),
    )
  return [element('dl', {}, ...facts.map(row))]
}

/**
 * What is being asked, what came of it, and what can be done about it.
 *
 * @param isAside whether the card shows something else in the first place
 * @param notices what came of it, and of others that it stands for
 */
export function askingPart(
  record: CardRecord,
  view: LoadedView,
  actions: CardActions,
  isAside = false,
  notices: readonly string[] = [record.notice],
): readonly HTMLElement[] {
  const texts = cardMessages.get()
  const { state, known, notice } = record
  const press = (label: string, kind: string | null = null) =>
    button({ class: isAside ? 'plain' : kind }, actions.lookUp, label)
  const line = (...parts: readonly (HTMLElement | string | undefined)[]) =>
    element('div', { class: isAside ? 'aside age' : 'notice' }, element('div', {}, ...parts.slice(0, -1)), parts.at(-1))
  if (state === 'unkept') return []
  if (state === 'asking' || (view.isAsking && !record.isFresh)) {
    return [waiting(record.asking, button({ class: 'plain end' }, actions.stopLookUp, texts.stop))]
  }
  if (state === 'unasked') return [line(texts.notAsked, press(texts.lookUp, 'primary'))]
  if (state !== 'found') {
    const age = known === null ? '' : element('p', { class: 'aside' }, known.age)
    const said = notices.map((each) => element('p', {}, each))
    return [line(...said, age, press(state === 'failed' ? texts.retry : texts.askAgainNow))]
  }
  return [
    ...(notice === '' ? [] : [element('p', { class: 'aside' }, notice)]),
    element('p', { class: 'aside age' }, known?.age, button({ class: 'plain' }, actions.lookUp, texts.askAgain)),
  ]
}

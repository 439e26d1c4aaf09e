import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import { afterLayout } from '#utils/dom/after-layout.ts'
import { referenceAt } from '#utils/dom/hit-test.ts'
import { IdleWork } from '#utils/dom/idle-work.ts'
import { leftOutOn } from '#utils/dom/left-out.ts'
import * as dom from '#utils/dom/natives.ts'
import { NearViewport } from '#utils/dom/near-viewport.ts'
import { PageReferences } from '#utils/dom/page-references.ts'
import { Painter } from '#utils/dom/painter.ts'
import { ShadowRoots } from '#utils/dom/shadow-roots.ts'
import { ShadowStyle } from '#utils/dom/shadow-style.ts'
import type { Candidates } from '#utils/dom/text-candidates.ts'
import { type Changes, noChanges, watchChanges } from '#utils/dom/watch-changes.ts'
import { hostId } from './card/host-id.ts'
import { type CardFactory, CardSlot } from './card-slot.ts'
import type { PageChannel } from './channel.ts'
import highlightsCss from './highlights.css?inline'
import { watchNavigation } from './navigation.ts'
import { pageHtml } from './page-html.ts'
import { readAll, readChanges } from './page-reading.ts'
import { Pointing } from './pointing.ts'
import { reportOf } from './report.ts'
import { createReports } from './reports.ts'
import { receive, tellReferences } from './script-exchange.ts'
import { Stepping } from './stepping.ts'
import type { Walked } from './walked.ts'
import { createWhenShown } from './when-shown.ts'

/** Between two looks at whether our highlights still stand; reads as many sizes as there are kinds of paint. */
const mendEvery = 1000
/** More changes than this are not kept for a hidden page: it is read anew once it is shown. */
const changesKept = 5000

export interface PageOptions {
  readonly channel: PageChannel
  /** Ends all of it: highlights, listeners, observers and the card's host. */
  readonly signal: AbortSignal
  /** Where references may be, as the lookout has found it; null where the page has changed since. */
  readonly known?: Candidates | null
  /** Test seam: an open shadow root lets a test look into the card. */
  readonly shadowMode?: ShadowRootMode
  /** Test seam: how the card's script is loaded. */
  readonly loadCard?: (channel: PageChannel, id: string) => Promise<CardFactory>
  /** Selector of what is no part of the text, where the site's own row does not tell. */
  readonly leftOut?: string
  /** Adds references that were found in another way (codes that two lines of a PDF share). */
  readonly amid?: (own: Walked) => Walked
  /** Test seam: MIME type of the document. */
  readonly contentType?: string
  /** Test seam: whether the tab is out of sight; a `visibilitychange` tells when it may have changed. */
  readonly isHidden?: () => boolean
}

/** The card is a script of its own too: most pages are read without one. @param id the code that it is for */
const loadCardScript = (channel: PageChannel, id: string): Promise<CardFactory> =>
  receive('card', () => channel.send('card/load', { id }))

/**
 * Finds and paints the references of this page, keeps them in step with it, and shows the card.
 *
 * @returns what the page names, all of it, at any time
 */
export function startPage(options: PageOptions): { readonly list: () => PageReport } {
  const { channel, signal, shadowMode = 'closed', loadCard = loadCardScript } = options
  const { contentType = dom.contentType(), isHidden = dom.isHidden, amid = (own) => own } = options
  const work = new IdleWork(signal, isHidden)
  const painter = new Painter(signal)
  const near = new NearViewport(
    (reference, isNear) => (isNear ? painter.show(reference) : painter.hide(reference)),
    signal,
  )
  const references = new PageReferences(options.leftOut ?? leftOutOn(location.hostname), {
    began: () => near.begin(),
    added: (reference) => near.add(reference),
    removed: (reference) => near.remove(reference),
  })
  const card = new CardSlot((id) => loadCard(channel, id), {
    channel,
    signal,
    shadowMode,
    onClosed: () => stepping.cardClosed(),
  })
  const shadowStyle = new ShadowStyle(highlightsCss, signal)
  const shadows = new ShadowRoots(
    (root) => {
      shadowStyle.adopt(root)
      observe?.(root)
      work.add(readRoot(root))
    },
    (host) => dom.attribute(host, 'id') === hostId,
  )
  const walked = amid({
    all: () => references.all(),
    has: (reference) => references.has(reference),
    at: (x, y) => referenceAt(references, x, y, shadows.known),
  })
  const stepping = new Stepping(walked, painter, card, signal)
  const pointing = new Pointing(walked, card, signal)
  tellReferences((x, y) => walked.at(x, y) !== null, signal)

  const { later, soon } = createWhenShown(signal, isHidden)
  const now = (): PageReport => reportOf(references.all(), contentType)
  const reports = createReports(now, channel, painter, signal)

  /** After a change: a card whose reference is gone goes too, and the background hears of it. */
  const settle = (): void => {
    if (card.reference !== null && !walked.has(card.reference)) card.close()
    soon(reports.change)
  }

  const lookForRoots = (): void => work.add(shadows.searchAgain())
  /** Whether text is rendered is asked some time after it came, and when the browser has just worked that out anyway. */
  const look = (all: boolean) => (): void => afterLayout(() => work.addUrgent(review(all), 1), signal)
  const lookAgain = look(true)
  const lookAtNew = look(false)
  function* review(all: boolean): Generator<void> {
    yield* shadows.searchAgain()
    if (!(yield* references.reviewVisibility(all))) return
    near.recount()
    settle()
  }

  /** What was found is reported even if the scan fails. @param known held no longer than this takes */
  function* readPage(known: Candidates | null | undefined): Generator<void> {
    try {
      yield* readAll(dom.documentElement(), references, near, known)
    } finally {
      reports.anew()
      work.add(shadows.search(dom.documentElement()))
    }
  }

  function* readRoot(root: ShadowRoot): Generator<void> {
    yield* readAll(root, references, near)
    settle()
  }

  let changes = noChanges()
  let planned = false
  function* follow(): Generator<void> {
    const { added, removed, restyled }: Changes = changes
    const read = readChanges(changes, references, near)
    changes = noChanges()
    planned = false
    yield* read
    if (added.size > 0) work.add(searchRoots(added))
    if (removed) shadows.prune()
    soon(restyled ? lookAgain : lookAtNew)
    settle()
  }

  function* searchRoots(elements: Iterable<Element>): Generator<void> {
    for (const element of elements) if (dom.isConnected(element)) yield* shadows.search(element)
  }

  let observe: ((root: ShadowRoot) => void) | undefined
  // The wrapper of Chromium's PDF viewer has no text to search, but popup and badge should know what it is.
  if (contentType !== 'application/pdf') {
    observe = watchChanges(
      () => changes,
      () => {
        references.pageChanged()
        if (isHidden() && sizeOf(changes) > changesKept) {
          changes = { ...noChanges(), rewritten: new Set([dom.documentElement()]), removed: true, restyled: true }
        }
        if (planned) return
        planned = true
        work.add(follow())
      },
      signal,
    )
    work.addUrgent(readPage(options.known))
    // A page may clear the registry of highlights, or ours: seen at the next look, while the page is.
    const timer = setInterval(() => isHidden() || painter.mend(), mendEvery)
    signal.addEventListener('abort', () => clearInterval(timer))
    // Custom elements get their shadow roots when their scripts come, of which nothing else tells.
    for (const delay of [1000, 3000, 10_000]) later(lookForRoots, delay)
  } else {
    reports.anew()
  }

  for (const type of ['resize', 'toggle', 'transitionend']) {
    addEventListener(type, () => soon(lookAgain), { capture: true, passive: true, signal })
  }
  // A style sheet that comes late may hide and show anything.
  const loaded = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement || target instanceof HTMLStyleElement) soon(lookAgain)
  }
  document.addEventListener('load', loaded, { capture: true, passive: true, signal })
  watchNavigation(() => {
    card.close()
    work.add(references.scanLinks(dom.documentElement()))
    soon(reports.change)
  }, signal)
  // Back from the history, the page stands as it was left, but the background has forgotten it.
  addEventListener('pageshow', (event) => event.persisted && soon(reports.anew), { signal })

  /** Who asks for references gets all of them, even of a page that was never shown or is still being read. */
  const caughtUp = <Answer>(answer: () => Answer): Answer => {
    work.finish()
    return answer()
  }

  const list = (): PageReport => caughtUp(now)
  const stop = channel.listen({
    'page/list': list,
    'page/go-to': ({ id }) => caughtUp(() => stepping.goTo(id)),
    'page/step': ({ direction, among }) => caughtUp(() => stepping.step(direction, among)),
    'page/chosen': () => caughtUp(() => stepping.chosen(pointing.reference)),
    'page/dismiss': () => card.close(),
    'page/html': pageHtml,
    'page/refresh': () => {
      reports.repaint()
      card.refresh()
    },
    'page/reading': (update) => card.updateReading(update),
  })
  signal.addEventListener('abort', stop)
  return { list }
}

const sizeOf = ({ added, rewritten, texts, links }: Changes): number =>
  added.size + rewritten.size + texts.size + links.size

import type { Handlers } from '#utils/browser/messages.ts'
import type {
  PassageMessages,
  PassageOnPage,
  PassageState,
  SelectionAnswer,
  SoughtPassage,
} from '#utils/browser/protocol/passages.ts'
import { atOnce } from '#utils/dom/at-once.ts'
import { IdleWork } from '#utils/dom/idle-work.ts'
import { leftOutOn } from '#utils/dom/left-out.ts'
import * as dom from '#utils/dom/natives.ts'
import { type PageText, readPageText } from '#utils/dom/page-text.ts'
import { Readable } from '#utils/dom/readable.ts'
import { reveal } from '#utils/dom/reveal.ts'
import { revealFrame } from '#utils/dom/reveal-frame.ts'
import { selectedIn } from '#utils/dom/selected.ts'
import { ShadowStyle } from '#utils/dom/shadow-style.ts'
import { longestQuote, quoteOf } from '#utils/notes/passages/quote.ts'
import { hostId } from '../card/host-id.ts'
import type { PageChannel } from '../channel.ts'
import { type AnchoredPassage, anchor, holds } from './anchoring.ts'
import { PassageCard } from './card.ts'
import highlightsCss from './highlights.css?inline'
import { PassagePainter } from './painter.ts'
import { PassagePointing } from './pointing.ts'

/** Between two looks at a page that changes, in milliseconds: longer each time, as long as nothing came of it. */
const calm = { first: 400, last: 6400 } as const
/** A page that has loaded may still fetch its text: so long nothing counts as missing. */
const timeout = 3000
const mendEvery = 1000

export interface PassagesOptions {
  readonly channel: Pick<PageChannel, 'send'>
  readonly signal: AbortSignal
  /** Test seams. */
  readonly shadowMode?: ShadowRootMode
  readonly isHidden?: () => boolean
  /** Milliseconds until what is not there counts as missing. */
  readonly timeout?: number
}

/** The passages of a page at work. */
export type PassagesAtWork = Omit<Handlers<PassageMessages>, 'page/refresh' | 'page/selection'> & {
  /** The selection as a quote. */
  readonly selection: () => SelectionAnswer
  /** These are the passages of the page's document, and this is the one to be led to. */
  readonly seek: (passages: readonly SoughtPassage[], wanted: string | null) => void
}

/** Finds and paints the passages of this page, keeps them in step with it, and shows the notes on them. */
export function startPassages(options: PassagesOptions): PassagesAtWork {
  const { channel, signal, shadowMode = 'closed', isHidden = dom.isHidden } = options
  const work = new IdleWork(signal, isHidden)
  const readable = new Readable(leftOutOn(location.hostname))
  const painter = new PassagePainter(signal)
  const shadowStyle = new ShadowStyle(highlightsCss, signal)
  const shadows = new Set<ShadowRoot>()
  const isOwn = (element: Element): boolean => dom.attribute(element, 'id') === hostId

  let passages: readonly SoughtPassage[] = []
  let anchored: readonly AnchoredPassage[] = []
  let states = new Map<string, PassageState>()
  let wanted: string | null = null
  let current: string | null = null
  let pause: number = calm.first
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = ''
  const started = performance.now()

  const card = new PassageCard({ channel, signal, shadowMode })
  new PassagePointing(() => anchored, card, shadows, signal)

  function onShadow(root: ShadowRoot): void {
    if (shadows.has(root)) return
    shadows.add(root)
    shadowStyle.adopt(root)
    observer.observe(root, observed)
  }

  function* readText(): Generator<void, PageText> {
    readable.forget()
    return yield* readPageText(dom.documentElement(), readable, onShadow, isOwn)
  }

  /** Those that still stand where they were found are not looked for again. */
  function* look(): Generator<void> {
    const ids = new Set(passages.map(({ id }) => id))
    const standing = new Set(anchored.filter(holds).map(({ id }) => id))
    const sought = passages.filter(({ id }) => !standing.has(id))
    const found: AnchoredPassage[] = []
    if (sought.length > 0) {
      const result = yield* anchor(yield* readText(), sought)
      found.push(...result.anchored)
      if (found.some(({ id }) => states.get(id) === 'missing')) pause = calm.first
      for (const [id, state] of result.states) states.set(id, state)
    }
    // The page may have changed again meanwhile; that is seen at the next look.
    anchored = [...anchored.filter((one) => standing.has(one.id) && ids.has(one.id)), ...found]
    states = new Map([...states].filter(([id]) => ids.has(id)))
    painter.paint(anchored)
    card.keepTo(anchored)
    tell()
    if (wanted !== null && show(wanted)) wanted = null
  }

  /** What was found and what is missing, once it has changed and the page has had the time to become whole. */
  function tell(): void {
    const left = (options.timeout ?? timeout) - (performance.now() - started)
    const isWhole = document.readyState === 'complete' && left <= 0
    const missing = isWhole ? idsOf('missing') : []
    const found = [...idsOf('exact'), ...idsOf('inexact')]
    const now = JSON.stringify([found, missing])
    if (now !== told && found.length + missing.length > 0) {
      told = now
      channel.send('passages/looked', { found, missing }).catch(() => undefined)
    }
    if (!isWhole && idsOf('missing').length > 0) lookIn(Math.max(left, calm.first))
  }
  const idsOf = (state: PassageState): string[] => [...states].filter(([, one]) => one === state).map(([id]) => id)

  function lookIn(milliseconds: number): void {
    timer ??= setTimeout(() => {
      timer = undefined
      work.add(look())
    }, milliseconds)
  }

  const observer = new MutationObserver(() => {
    if (passages.length === 0) return
    lookIn(pause)
    pause = Math.min(2 * pause, calm.last)
  })
  const observed: MutationObserverInit = { subtree: true, childList: true, characterData: true }
  observer.observe(document, observed)
  const mending = setInterval(() => isHidden() || painter.mend(), mendEvery)
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearInterval(mending)
    clearTimeout(timer)
  })

  function show(id: string): boolean {
    const passage = anchored.find((one) => one.id === id)
    if (passage === undefined) return false
    current = id
    revealFrame(passage)
    reveal(passage)
    painter.flash(passage)
    return true
  }

  /** Who asks gets the answer of now, of a page that was not looked through yet too. */
  const caughtUp = <Answer>(answer: () => Answer): Answer => {
    work.finish()
    return answer()
  }

  return {
    selection() {
      const text = atOnce(readText())
      const place = selectedIn(text, [...shadows])
      if (place === null) return { state: 'nothing' }
      const chosen = text.text.slice(place.start, place.end).trim()
      const quote = quoteOf(text.text, place.start, place.end)
      if (quote === null) return { state: chosen.length > longestQuote ? 'too-long' : 'nothing' }
      return { state: 'quote', quote, url: location.href, title: dom.documentTitle() }
    },
    seek(sought, toShow) {
      wanted = toShow ?? wanted
      // Mostly it is only the text of a note that has changed.
      if (wanted === null && JSON.stringify(sought) === JSON.stringify(passages)) {
        card.keepTo(anchored)
        return
      }
      passages = sought
      told = ''
      work.addUrgent(look())
    },
    'page/passages': () =>
      caughtUp(() => passages.map(({ id }): PassageOnPage => ({ id, state: states.get(id) ?? 'unknown' }))),
    'page/show-passage': ({ id }) => caughtUp(() => show(id)),
    'page/step-passage': () =>
      caughtUp(() => {
        const all = anchored.toSorted((one, other) => compare(one, other))
        const passage = all[(all.findIndex(({ id }) => id === current) + 1) % all.length]
        if (passage === undefined || !show(passage.id)) return false
        card.open([passage], 'keyboard')
        return true
      }),
    'page/dismiss': () => card.close(),
  }
}

const compare = (one: AnchoredPassage, other: AnchoredPassage): number => {
  const [a, b] = [one.range, other.range]
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset
  return dom.comparePosition(a.startContainer, b.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

import { atOnce } from '#utils/dom/at-once.ts'
import { IdleWork } from '#utils/dom/idle-work.ts'
import { leftOutOn } from '#utils/dom/left-out.ts'
import { linksWorthIt } from '#utils/dom/link-codes.ts'
import * as dom from '#utils/dom/natives.ts'
import { Readable } from '#utils/dom/readable.ts'
import { ShadowRoots } from '#utils/dom/shadow-roots.ts'
import { type Candidates, candidatesIn } from '#utils/dom/text-candidates.ts'
import type { PageChannel } from './channel.ts'
import type { showChip } from './chip/chip.ts'
import { pageHtml } from './page-html.ts'
import { isFrame } from './place.ts'
import { reportOf } from './report.ts'
import { receive } from './script-exchange.ts'
import type { startPage } from './start.ts'

/** Between two looks at a page that changes all the time, in milliseconds: longer each time, as nothing came of it. */
const calm = { first: 250, last: 5000 } as const

export interface LookoutOptions {
  readonly channel: PageChannel
  readonly signal: AbortSignal
  /** Test seam: how the finder's script is loaded. */
  readonly loadFinder?: (channel: PageChannel) => Promise<typeof startPage>
  /** Test seam: whether the tab is out of sight; a `visibilitychange` tells when it may have changed. */
  readonly isHidden?: () => boolean
}

const loadFromBackground = (channel: PageChannel): Promise<typeof startPage> =>
  receive('finder', () => channel.send('page/load'))

/**
 * Watches a page for anything that may be a reference, and has the finder loaded once there is: a page, or a frame,
 * that names nothing costs one pass over its text. A page out of sight is left alone until it is shown or asked.
 */
export function keepLookout(options: LookoutOptions): void {
  const { channel, signal, loadFinder = loadFromBackground, isHidden = dom.isHidden } = options
  const contentType = dom.contentType()
  let finder: Promise<ReturnType<typeof startPage>> | null = null
  let pause: number = calm.first
  let timer: ReturnType<typeof setTimeout> | undefined
  const watch = new AbortController()
  const work = new IdleWork(AbortSignal.any([signal, watch.signal]), isHidden)

  /** Where references may be, until the page changes: to look for it once more takes the finder half of its time. */
  let known: Candidates | null = null
  /** How often the page has changed. */
  let changes = 0

  const begin = (): void => {
    finder ??= loadFinder(channel).then((start) => {
      if (signal.aborted) throw new Error('too late')
      if (observer.takeRecords().length > 0) known = null
      watch.abort()
      stop()
      const places = known
      // Whatever the page throws away from now on would else be held as long as the page is there.
      known = null
      readable.forget()
      return start({ channel, signal, known: places })
    })
    // Refused or lost: the next look is the next attempt.
    finder.catch(() => {
      finder = null
    })
  }

  const readable = new Readable(leftOutOn(location.hostname))

  /** By text that is read by someone: scripts hold ids of their own. */
  function* isWorthIt(): Generator<void, boolean> {
    readable.forget()
    if (linksWorthIt(dom.documentElement()).length > 0) return true
    const before = changes
    const found = yield* candidatesIn(dom.documentElement(), () => false, false)
    for (const node of found.keys()) {
      const parent = dom.parentElement(node)
      if (parent === null || !readable.within(parent)) continue
      if (changes === before) known = found
      return true
    }
    return false
  }

  function* look(): Generator<void> {
    if (finder !== null) return
    if (yield* isWorthIt()) begin()
    // What stands in shadow roots is in no `textContent`: where there is one, the finder looks into it.
    else yield* shadows.search(dom.documentElement())
  }
  const shadows = new ShadowRoots(begin, () => false)

  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      pause = Math.min(2 * pause, calm.last)
      work.add(look())
    }, pause)
  }
  const observer = new MutationObserver(() => {
    changes += 1
    known = null
    soon()
  })
  watch.signal.addEventListener('abort', () => observer.disconnect())
  signal.addEventListener('abort', () => {
    watch.abort()
    stop()
  })
  for (const each of [signal, watch.signal]) each.addEventListener('abort', () => clearTimeout(timer))

  const nothing = () => reportOf([], contentType)
  const stop = channel.listen({
    'page/list': async () => {
      if (finder === null && atOnce(isWorthIt())) begin()
      return finder === null ? nothing() : (await finder).list()
    },
    'page/html': pageHtml,
    'page/go-to': () => false,
    'page/step': () => false,
    'page/chosen': () => null,
    'page/dismiss': () => undefined,
    'page/refresh': () => undefined,
    'page/reading': () => undefined,
  })

  // The wrapper of Chromium's PDF viewer has no text to search, but popup and badge should know what it is.
  channel.send('page/report', nothing()).catch(() => undefined)
  if (contentType === 'application/pdf') {
    if (!isFrame) offerReader(channel, signal)
    return
  }
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['href'] })
  work.addUrgent(look())
}

/** Over a PDF that Chromium shows: the way to Kamerlens' own reader. Without it the PDF is there as ever. */
function offerReader(channel: PageChannel, signal: AbortSignal): void {
  receive<typeof showChip>('chip', () => channel.send('chip/load')).then(
    (show) => signal.aborted || show({ channel, signal }),
    () => undefined,
  )
}

import { afterEach, expect, test, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import { aWhile } from '#tests/a-while.ts'
import type { PageMessages } from '#utils/browser/protocol/page-messages.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import type { Candidates } from '#utils/dom/text-candidates.ts'
import type { PageChannel } from '../../../entrypoints/page.content/channel.ts'
import { keepLookout } from '../../../entrypoints/page.content/lookout.ts'
import { startPage } from '../../../entrypoints/page.content/start.ts'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'

interface Page extends Pick<PageMessages, 'page/html'> {
  'page/list'(): PageReport | Promise<PageReport>
}

const started: AbortController[] = []

afterEach(() => {
  for (const controller of started.splice(0)) controller.abort()
})

interface LookOutOptions {
  readonly refuse?: () => boolean
  /** Before the finder's script is there. */
  readonly onTheWay?: () => unknown
  /** As soon as it is. */
  readonly asItComes?: () => unknown
  readonly isHidden?: () => boolean
}

/** The lookout over a stand-in for the background. */
function lookOut(options: LookOutOptions = {}) {
  const controller = new AbortController()
  started.push(controller)
  const reports: PageReport[] = []
  const loads = vi.fn()
  const known: (Candidates | null)[] = []
  let page: Page | null = null
  const channel = {
    send: async (type: string, payload: unknown) => {
      if (type === 'page/report') reports.push(payload as PageReport)
      return type === 'card/states' ? {} : undefined
    },
    listen: (handlers: PageMessages) => {
      page = handlers
      return () => {
        if (page === handlers) page = null
      }
    },
  } as unknown as PageChannel
  keepLookout({
    channel,
    signal: controller.signal,
    isHidden: options.isHidden ?? (() => false),
    loadFinder: () => {
      const coming = (async () => {
        loads()
        if (options.refuse?.()) throw new Error('refused')
        await options.onTheWay?.()
        return (start: Parameters<typeof startPage>[0]) => {
          known.push(start.known ?? null)
          return startPage(start)
        }
      })()
      if (options.asItComes) coming.then(options.asItComes)
      return coming
    },
  })
  const ids = () => reports.at(-1)?.codes.map(({ id }) => id)
  return {
    reports,
    loads,
    known,
    ids,
    page: (): Page => page ?? expect.fail('nobody listens'),
    stop: () => controller.abort(),
  }
}

const idle = () => aWhile(400)

test('a page that names nothing is told of as such, and the finder stays away', async () => {
  show('<p>Op 12 mei 2023 waren er 12.345 bezoekers.</p><a href="/over-ons">Over ons</a>')
  show('<script type="application/json">{"id": "kst-36360-5"}</script>')
  const { reports, loads, page } = lookOut()
  await idle()
  expect(reports.map(({ codes }) => codes)).toEqual([[]])
  expect(loads).not.toHaveBeenCalled()
  expect((await page()['page/list']()).codes).toEqual([])
  expect(page()['page/html']().html).toContain('12.345 bezoekers')
})

test('a page that names something has the finder loaded once, and it takes over', async () => {
  show('<p>Kamerstuk 36 360, nr. 5</p>')
  const { loads, ids, page } = lookOut()
  await soon(() => expect(ids()).toEqual(['kst-36360-5']))
  expect(loads).toHaveBeenCalledTimes(1)
  expect((await page()['page/list']()).codes).toHaveLength(1)
})

test('the finder gets the places that were found, unless the page has changed since', async () => {
  const root = show('<p>Kamerstuk 36 360, nr. 5</p>')
  const unchanged = lookOut()
  await soon(() => expect(unchanged.ids()).toEqual(['kst-36360-5']))
  const text = root.querySelector('p')?.firstChild as Text
  expect(unchanged.known.map((places) => places?.get(text)?.[0])).toEqual([text.data.indexOf('36')])
  unchanged.stop()

  const changes: readonly LookOutOptions[] = [
    { onTheWay: () => root.append('2023D19158') },
    // The finder starts before the observer hears of it.
    { asItComes: () => root.append(', 2023D19159') },
  ]
  for (const change of changes) {
    const changed = lookOut(change)
    await soon(() => expect(changed.known).toEqual([null]))
    changed.stop()
  }
  const ids = ['kst-36360-5', '2023D19158', '2023D19159']
  const late = lookOut()
  await soon(() => expect(late.ids()).toEqual(ids))
})

test('what the page throws away is held by neither of the two', async () => {
  const root = show('<p>Kamerstuk 36 360, nr. 5</p>')
  const { ids, known } = lookOut()
  await soon(() => expect(ids()).toEqual(['kst-36360-5']))
  expect(known.splice(0)).not.toEqual([null])
  const thrownAway = new WeakRef(root.querySelector('p') as Element)
  root.textContent = '2023D19158'
  await soon(() => expect(ids()).toEqual(['2023D19158']))
  const session = cdp() as unknown as { send(method: string): Promise<unknown> }
  await soon(async () => {
    await session.send('HeapProfiler.collectGarbage')
    expect(thrownAway.deref() === undefined).toBe(true)
  })
})

test.each([
  ['text', (root: HTMLElement) => root.append('zie 2023D19158')],
  [
    'a link',
    (root: HTMLElement) => {
      const link = document.createElement('a')
      link.textContent = 'brief'
      link.href = 'https://www.tweedekamer.nl/kamerstukken/detail?id=2023D19158&did=2023D19158'
      root.append(link)
    },
  ],
  [
    'a shadow root',
    (root: HTMLElement) => {
      const host = document.createElement('div')
      host.attachShadow({ mode: 'open' }).append('zie 2023D19158')
      root.append(host)
    },
  ],
])('what comes later is seen too: %s', async (_, add) => {
  const root = show('<p>Nog niets</p>')
  const { loads, ids } = lookOut()
  await idle()
  expect(loads).not.toHaveBeenCalled()
  add(root)
  await soon(() => expect(ids()).toEqual(['2023D19158']))
})

test('who asks before the finder is there gets what it finds', async () => {
  show('<p>2023D19158</p>')
  const { page } = lookOut()
  expect((await page()['page/list']()).codes.map(({ id }) => id)).toEqual(['2023D19158'])
})

test('a page out of sight is left alone until someone asks', async () => {
  show('<p>2023D19158</p>')
  const { loads, page } = lookOut({ isHidden: () => true })
  await idle()
  expect(loads).not.toHaveBeenCalled()
  expect((await page()['page/list']()).codes).toHaveLength(1)
})

test('a finder that could not be loaded is asked for again at the next change', async () => {
  let refused = true
  const root = show('<p>2023D19158</p>')
  const { loads, ids } = lookOut({ refuse: () => refused })
  await soon(() => expect(loads).toHaveBeenCalled())
  refused = false
  root.append('x')
  await soon(() => expect(ids()).toEqual(['2023D19158']))
})

test('once it is ended nothing is looked at any more', async () => {
  const root = show('<p>Nog niets</p>')
  const { loads, stop } = lookOut()
  await idle()
  stop()
  root.append('2023D19158')
  await idle()
  await idle()
  expect(loads).not.toHaveBeenCalled()
})

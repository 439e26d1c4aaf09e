import { afterEach, describe, expect, test } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import type { PageMessages } from '#utils/browser/protocol/page-messages.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import type { PageChannel } from '../../../entrypoints/page.content/channel.ts'
import { startPage } from '../../../entrypoints/page.content/start.ts'
import { soon } from '../soon.ts'
import { show } from './page.ts'

const running: AbortController[] = []
afterEach(() => {
  for (const controller of running.splice(0)) controller.abort()
})

/** The content script in a tab that is out of sight until `setHidden(false)`. */
function startHidden() {
  const controller = new AbortController()
  running.push(controller)
  const reports: PageReport[] = []
  let page: PageMessages | null = null
  let hidden = true
  const channel = {
    send: async (type: string, payload: unknown) => {
      if (type === 'page/report') reports.push(payload as PageReport)
      return {}
    },
    listen: (handlers: PageMessages) => {
      page = handlers
      return () => undefined
    },
  } as unknown as PageChannel
  startPage({ channel, signal: controller.signal, isHidden: () => hidden })
  const setHidden = (value: boolean): void => {
    hidden = value
    document.dispatchEvent(new Event('visibilitychange'))
  }
  if (page === null) throw new Error('the page does not listen')
  return { page: page as PageMessages, ids: () => reports.map(idsOf), setHidden }
}

const idsOf = ({ codes }: PageReport): string[] => codes.map(({ id }) => id)
const paragraph = (text: string): HTMLElement => Object.assign(document.createElement('p'), { textContent: text })
/** Longer than a page that is shown waits between two looks. */
const longer = () => aWhile(1200)

describe('a tab that is out of sight', () => {
  test('is not searched before it is shown', async () => {
    show('<p>2023D19158</p>')
    const { ids, setHidden } = startHidden()
    await longer()
    expect(ids()).toEqual([])
    setHidden(false)
    await soon(() => expect(ids()).toEqual([['2023D19158']]))
  })

  test('tells all it names when asked, changes included', async () => {
    const root = show('<p>2023D19158</p>')
    const { page } = startHidden()
    expect(idsOf(page['page/list']())).toEqual(['2023D19158'])
    root.append(paragraph('2023D19159'))
    await Promise.resolve()
    expect(idsOf(page['page/list']())).toEqual(['2023D19158', '2023D19159'])
  })

  test('looks at what changed when it is shown again', async () => {
    const root = show('<p>2023D19158</p>')
    const { ids, setHidden } = startHidden()
    setHidden(false)
    await soon(() => expect(ids()).toHaveLength(1))
    setHidden(true)
    root.append(paragraph('2023D19159'))
    await longer()
    expect(ids()).toHaveLength(1)
    setHidden(false)
    await soon(() => expect(ids().at(-1)).toEqual(['2023D19158', '2023D19159']))
  })

  test('forgets what came and went in great numbers, and knows what is left', async () => {
    const root = show('<p>2023D19158</p><p>2023D19159</p>')
    const { page } = startHidden()
    expect(idsOf(page['page/list']())).toHaveLength(2)
    for (let count = 0; count < 6000; count += 1) {
      const ticker = paragraph(`2023D${10_000 + count}`)
      root.append(ticker)
      ticker.remove()
    }
    root.querySelector('p')?.remove()
    root.append(paragraph('2023D19160'))
    await Promise.resolve()
    expect(idsOf(page['page/list']())).toEqual(['2023D19159', '2023D19160'])
  })

  test('that comes back from the history is reported again, once it is shown', async () => {
    show('<p>2023D19158</p>')
    const { page, ids, setHidden } = startHidden()
    page['page/list']()
    expect(ids()).toHaveLength(1)
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect(ids()).toHaveLength(1)
    await aWhile(600)
    expect(ids()).toHaveLength(1)
    setHidden(false)
    expect(ids()).toEqual([['2023D19158'], ['2023D19158']])
  })
})

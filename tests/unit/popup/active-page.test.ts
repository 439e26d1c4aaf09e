import '../browser/fake-browser.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { PageState } from '#components/popup/page-state.ts'
import { aWhile } from '#tests/a-while.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import { rememberNamed } from '#utils/browser/session/named-in-tabs.ts'
import { turnSwitch } from '#utils/browser/settings/switches.ts'
import { type ActiveTab, readPage, readPageAtOnce, readPageSoon } from '../../../entrypoints/popup/active-page.ts'
import { pageKind } from '../../../entrypoints/popup/page-kind.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'

const official = 'https://www.tweedekamer.nl/a'
const news = 'https://nieuws.example/politiek'
let granted: readonly string[]
let report: PageReport | null

beforeEach(() => {
  fakeBrowser.reset()
  globalThis.kamerlensFirstAnswers = undefined
  granted = ['official', 'https://www.tweedekamer.nl/*']
  report = null
  stubBrowser('permissions', 'contains', async ({ origins }: { origins: string[] }) =>
    origins.length > 1 ? granted.includes('official') : origins.every((origin) => granted.includes(origin)),
  )
  stubBrowser('runtime', 'getURL', (path: string) => `chrome-extension://abc${path}`)
  stubBrowser('runtime', 'sendMessage', async () => ({ value: report }))
})

const tab = (url: string, incognito = false): ActiveTab => ({ id: 7, windowId: 1, url, title: 'Titel', incognito })
const names = (codes: number, contentType = 'text/html'): PageReport => ({
  url: official,
  title: 'Titel',
  contentType,
  codes: Array.from({ length: codes }, () => ({ kind: 'document', id: '2023D19158', count: 1, collapsed: false })),
})
const reasonOf = async (url: string) => {
  const state = await readPage(tab(url))
  return state.type === 'empty' ? state.reason : state.type
}

describe('why there is nothing to see', () => {
  test.each([
    ['chrome://version/', 'closed-page'],
    ['about:addons', 'closed-page'],
    ['', 'closed-page'],
    ['view-source:https://www.tweedekamer.nl/a', 'closed-page'],
    ['file:///home/a.html', 'file'],
    ['chrome-extension://abc/library.html', 'own-page'],
    ['chrome-extension://other/page.html', 'closed-page'],
    ['https://chromewebstore.google.com/detail/x', 'store-page'],
    ['https://chrome.google.com/webstore/category/extensions', 'store-page'],
    ['https://chrome.google.com/webstorefront', 'other-site'],
    ['https://addons.mozilla.org/nl/firefox/', 'store-page'],
    ['https://microsoftedge.microsoft.com/addons/Microsoft-Edge-Extensions-Home', 'store-page'],
    [official, 'not-reached'],
    ['https://www.eerstekamer.nl/a', 'no-permission'],
    [`${official}.pdf`, 'pdf'],
    [news, 'other-site'],
    [`${news}.pdf`, 'other-pdf'],
  ])('«%s»: %s', async (url, reason) => {
    expect(await reasonOf(url)).toBe(reason)
  })

  test('without an address and without the official sites it is the permission', async () => {
    granted = []
    expect(await reasonOf('')).toBe('no-permission')
  })

  test('a site that was added and not reached is to be loaded anew', async () => {
    granted = [...granted, 'https://nieuws.example/*']
    expect(await readPage(tab(news))).toMatchObject({ reason: 'not-reached', site: { kind: 'added' } })
  })

  test('a page that was read and names nothing is said to be so; the viewer of a PDF is told from it', async () => {
    report = names(0)
    expect(await reasonOf(official)).toBe('no-codes')
    report = names(0, 'application/pdf')
    expect(await reasonOf(official)).toBe('pdf')
    expect(await reasonOf(news)).toBe('other-pdf')
  })

  test('what is switched off comes before everything else, and a site’s switch says nothing of other sites', async () => {
    report = names(1)
    await turnSwitch('site', 'www.tweedekamer.nl', false)
    expect(await reasonOf(official)).toBe('off-site')
    expect(await reasonOf('https://www.eerstekamer.nl/a')).toBe('codes')
    await turnSwitch('everywhere', '', false)
    for (const url of [official, news, 'chrome://version/']) expect(await reasonOf(url)).toBe('off-everywhere')
  })
})

test('a note remembers an official page, another one only when it was searched, and nothing in private windows', async () => {
  const place = async (url: string, incognito = false) => {
    const state = await readPage(tab(url, incognito))
    return state.type === 'loading' ? undefined : state.place
  }
  expect(await place(official)).toEqual({ url: official, title: 'Titel' })
  expect(await place(news)).toBeUndefined()
  report = names(1)
  expect(await place(news)).toEqual({ url: news, title: 'Titel' })
  expect(await place(news, true)).toBeUndefined()
  expect(await place(official, true)).toBeUndefined()
})

test('a page that is being reached is looked at again until it answers', async () => {
  setTimeout(() => {
    report = names(1)
  }, 50)
  expect(await readPageSoon(async () => tab(news), ['not-reached', 'other-site'])).toMatchObject({
    type: 'codes',
    site: { host: 'nieuws.example', kind: 'other' },
  })
})

test('the kind of a web page needs no browser to tell', () => {
  expect(pageKind('https://nieuws.example/')).toBe('web')
})

describe('a page that is shown as soon as anything is known of it', () => {
  /** What is shown one after the other where this was heard of the tab, the background answering when it is let. */
  async function shownOf(address: string, heard: PageReport | null, isDrawn = true) {
    await rememberNamed(7, heard)
    const background = Promise.withResolvers<{ value: PageReport | null }>()
    const ask = vi.fn(() => background.promise)
    stubBrowser('runtime', 'sendMessage', ask)
    stubBrowser('tabs', 'query', async () => [tab(address)])
    const shown: PageState[] = []
    const drawn = Promise.withResolvers<void>()
    if (isDrawn) drawn.resolve()
    const found: (ActiveTab | null)[] = []
    const done = readPageAtOnce(
      (one) => found.push(one),
      (state) => shown.push(state),
      drawn.promise,
    )
    return {
      shown,
      done,
      ask,
      found,
      draw: drawn.resolve,
      answer: (value: PageReport | null) => background.resolve({ value }),
      fail: () => background.reject(new Error('Could not establish connection')),
    }
  }

  test('what was heard of it comes first, then what it names now', async () => {
    const { shown, done, answer } = await shownOf(official, names(1))
    await vi.waitFor(() => expect(shown).toMatchObject([{ type: 'codes', codes: [{ id: '2023D19158' }] }]))
    answer({
      ...names(1),
      codes: [...names(1).codes, { kind: 'document', id: '2023D19159', count: 1, collapsed: true }],
    })
    await done
    expect(shown.map((state) => state.type === 'codes' && state.codes.length)).toEqual([1, 2])
  })

  test('the background, which may have to be started, is not asked before what was heard is drawn', async () => {
    const { shown, done, ask, found, draw, answer } = await shownOf(official, names(1), false)
    await vi.waitFor(() => expect(shown).toHaveLength(1))
    await aWhile(20)
    expect(ask).not.toHaveBeenCalled()
    expect(found).toMatchObject([{ id: 7, url: official }])
    draw()
    answer(names(0))
    await done
    expect(ask).toHaveBeenCalledOnce()
    expect(shown.at(-1)).toMatchObject({ type: 'empty', reason: 'no-codes' })
  })

  test('where the background knows better, its word is the last', async () => {
    const { shown, done, answer } = await shownOf(official, names(1))
    await vi.waitFor(() => expect(shown).toHaveLength(1))
    answer(null)
    await done
    expect(shown.at(-1)).toMatchObject({ type: 'empty', reason: 'not-reached' })
  })

  test('where the background does not answer, what was heard holds', async () => {
    const { shown, done, fail } = await shownOf(official, names(1))
    fail()
    await done
    expect(new Set(shown.map(({ type }) => type))).toEqual(new Set(['codes']))
  })

  test.each([
    ['of a page without codes', names(0)],
    ['of nothing', null],
    ['of another page in the tab', { ...names(1), url: `${official}/b` }],
    ['of more than anyone looks through', names(1_001)],
  ])('nothing is shown before the background answers where it had heard %s', async (_, heard) => {
    const { shown, done, answer } = await shownOf(official, heard)
    await aWhile(20)
    expect(shown).toEqual([])
    answer(names(0))
    await done
    expect(shown).toMatchObject([{ type: 'empty', reason: 'no-codes' }])
  })

  test('what is switched off on the first of it stays off when the background answers', async () => {
    const { shown, done, answer } = await shownOf(official, names(1))
    await vi.waitFor(() => expect(shown).toHaveLength(1))
    await turnSwitch('site', 'www.tweedekamer.nl', false)
    answer(names(1))
    await done
    expect(shown.at(-1)).toMatchObject({ type: 'empty', reason: 'off-site' })
  })

  test('what is switched off is not shown, whatever was heard', async () => {
    await turnSwitch('site', 'www.tweedekamer.nl', false)
    const { shown, done } = await shownOf(official, names(1))
    await done
    expect(shown).toMatchObject([{ type: 'empty', reason: 'off-site' }])
  })
})

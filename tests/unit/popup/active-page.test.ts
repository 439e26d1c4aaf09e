import '../browser/fake-browser.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import { turnSwitch } from '#utils/browser/switches.ts'
import { type ActiveTab, readPage, readPageSoon } from '../../../entrypoints/popup/active-page.ts'
import { pageKind } from '../../../entrypoints/popup/page-kind.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'

const official = 'https://www.tweedekamer.nl/a'
const news = 'https://nieuws.example/politiek'
let granted: readonly string[]
let report: PageReport | null

beforeEach(() => {
  fakeBrowser.reset()
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

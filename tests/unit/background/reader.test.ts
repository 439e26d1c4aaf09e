import '../browser/fake-browser.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { questionIn } from '#utils/browser/reader-address.ts'
import type { CheckedSender } from '#utils/browser/senders.ts'
import { readerHandlers } from '../../../entrypoints/background/reading/reader.ts'
import { sourceOfPage } from '../../../entrypoints/reader/reader-source.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'

const url = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
const done: { readonly type: string; readonly tabId?: number; readonly opener?: number; readonly url: string }[] = []
let incognito = false
const readers: { readonly id: number; readonly windowId: number; readonly url: string }[] = []

beforeEach(() => {
  fakeBrowser.reset()
  done.length = 0
  incognito = false
  readers.length = 0
  stubBrowser('tabs', 'query', async () => readers)
  stubBrowser('windows', 'update', async () => ({}))
  stubBrowser('runtime', 'getURL', (path: string) => `chrome-extension://abc${path}`)
  stubBrowser('tabs', 'get', async (id: number) => ({ id, incognito }))
  stubBrowser('tabs', 'update', async (tabId: number, to: { url: string }) =>
    done.push({ type: 'update', tabId, url: to.url }),
  )
  stubBrowser('tabs', 'create', async (to: { url: string; openerTabId?: number }) =>
    done.push({ type: 'create', ...(to.openerTabId === undefined ? {} : { opener: to.openerTabId }), url: to.url }),
  )
})

const pageAt = (at: string, frameId = 0): CheckedSender => ({
  context: 'page',
  tabId: 7,
  frameId,
  url: at,
  site: 'www.tweedekamer.nl',
  incognito,
})
const open = (
  sender: CheckedSender,
  request: { url: string; title: string; tabId?: number; isPrivate?: true; question?: number } = { url, title: '' },
) => readerHandlers()['reader/open'](request, sender)

describe('the reader is opened', () => {
  test('in the place of the PDF that asks for it', async () => {
    expect(await open(pageAt(`${url}#page=2`))).toEqual({ ok: true, value: true })
    expect(done).toMatchObject([{ type: 'update', tabId: 7 }])
    expect(new URL(done[0]?.url ?? '').searchParams.get('url')).toBe(url)
  })

  test('in a tab of its own for a link, and for a PDF in a frame', async () => {
    await open(pageAt('https://www.rijksoverheid.nl/a'))
    await open(pageAt(url, 3))
    expect(done).toMatchObject([
      { type: 'create', opener: 7 },
      { type: 'create', opener: 7 },
    ])
  })

  test('in the tab that the popup names, and in no tab that a page names', async () => {
    await open({ context: 'extension-page' }, { url, title: 'Antwoorden', tabId: 9 })
    await open(pageAt('https://www.rijksoverheid.nl/a'), { url, title: '', tabId: 9 })
    expect(done).toMatchObject([{ type: 'update', tabId: 9 }, { type: 'create' }])
  })

  test('beside a private window, where it keeps nothing unasked', async () => {
    incognito = true
    await open(pageAt(url))
    expect(done).toMatchObject([{ type: 'create' }])
    expect(done[0]).not.toHaveProperty('opener')
  })

  test('from there under an address that says nothing: it stays in the history of an ordinary window', async () => {
    incognito = true
    await open(pageAt(url), { url, title: 'Antwoorden' })
    await open(pageAt(url), { url, title: 'Antwoorden' })
    await open(pageAt(`${url}9`), { url: `${url}9`, title: '' })
    const queries = done.map((each) => new URL(each.url).search)
    expect(queries.every((query) => /^\?private=[0-9a-f-]{36}$/.test(query))).toBe(true)
    expect(queries[0]).toBe(queries[1])
    expect(queries[0]).not.toBe(queries[2])
    expect(await sourceOfPage(queries[0] ?? '')).toEqual({ type: 'address', url, title: 'Antwoorden', isPrivate: true })
    expect(await sourceOfPage('?private=another')).toEqual({ type: 'none', refused: null })
  })

  test('so it is for a page of ours that stands over a private window, and is in none itself', async () => {
    await open({ context: 'extension-page' }, { url, title: 'Antwoorden', isPrivate: true })
    expect(new URL(done[0]?.url ?? '').search).toMatch(/^\?private=[0-9a-f-]{36}$/)
  })

  test('at a question: in the reader that shows the document already, else in a tab of its own', async () => {
    const screen: CheckedSender = { context: 'extension-page' }
    await open(screen, { url, title: 'Antwoorden', question: 3 })
    expect(done.splice(0)).toMatchObject([{ type: 'create' }])
    readers.push({
      id: 5,
      windowId: 1,
      url: `chrome-extension://abc/reader.html?url=${encodeURIComponent(url)}&title=X`,
    })
    await open(screen, { url, title: 'Antwoorden', question: 4 })
    expect(done.splice(0)).toEqual([{ type: 'update', tabId: 5, url: `${readers[0]?.url}#question=4` }])
    await open(screen, { url: `${url}9`, title: '', question: 4 })
    await open(screen, { url, title: '' })
    expect(done.map(({ type }) => type)).toEqual(['create', 'create'])
  })

  test('at a question of a file of the user’s own', async () => {
    const request = { file: 'reader-ab', name: 'antwoorden.pdf', question: 0 }
    await readerHandlers()['reader/open-file'](request, { context: 'extension-page' })
    const address = new URL(done[0]?.url ?? '')
    expect([address.searchParams.get('file'), questionIn(address.hash)]).toEqual(['reader-ab', 0])
  })

  test('for documents of official sites alone', async () => {
    expect(await open(pageAt('https://evil.example/a.pdf'), { url: 'https://evil.example/a.pdf', title: '' })).toEqual({
      ok: false,
      error: 'invalid',
    })
    expect(done).toEqual([])
  })
})

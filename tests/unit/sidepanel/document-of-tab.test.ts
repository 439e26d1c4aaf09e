import '../browser/fake-browser.ts'
import { beforeEach, expect, test } from 'vitest'
import type { PageState } from '#components/popup/page-state.ts'
import type { PageEmptyReason } from '#utils/browser/protocol/page-report.ts'
import { readerAddress } from '#utils/browser/reader-address.ts'
import { documentOfTab } from '../../../entrypoints/sidepanel/document-of-tab.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'

beforeEach(() => {
  fakeBrowser.reset()
  stubBrowser('runtime', 'getURL', (path: string) => `chrome-extension://abc${path}`)
})

const site = { host: '', kind: 'none', switches: { everywhere: true, site: true, lookUp: true } } as const
const empty = (reason: PageEmptyReason): PageState => ({ type: 'empty', reason, site })
const named: PageState = { type: 'codes', codes: [], site }
const documentOf = (url: string, state: PageState = empty('not-reached'), incognito = false) =>
  documentOfTab({ url, incognito }, state)

const paper = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'
const plain = 'https://www.rijksoverheid.nl/onderwerpen/stages'
const news = 'https://nieuws.example/politiek'
const reader = (request: Parameters<typeof readerAddress>[0]) => `chrome-extension://abc${readerAddress(request)}`

test('an official address that names a code is of that document, read or not, in a private window too', () => {
  const wanted = { document: 'kst-36360-VIII-5', isDocument: true }
  expect(documentOf(paper)).toEqual(wanted)
  expect(documentOf(`${paper}#ID-1`, named)).toEqual(wanted)
  expect(documentOf(paper, named, true)).toEqual(wanted)
})

test('any other official page is of its address, and of nothing in a private window', () => {
  expect(documentOf(plain)).toEqual({
    document: 'url:https://www.rijksoverheid.nl/onderwerpen/stages',
    isDocument: false,
  })
  expect(documentOf(plain, named, true)).toEqual({ document: null, isDocument: false })
})

test('of what Kamerlens has no business with nothing is kept, until it is read there', () => {
  for (const reason of ['other-site', 'not-reached', 'unseen', 'closed-page'] as const)
    expect(documentOf(news, empty(reason)).document, reason).toBeNull()
  for (const url of ['', 'about:blank', 'chrome://version/', 'file:///home/a.pdf'])
    expect(documentOf(url, empty('closed-page')).document, url).toBeNull()
  expect(documentOf(news, named).document).toBe('url:https://nieuws.example/politiek')
  expect(documentOf(news, empty('no-codes')).document).toBe('url:https://nieuws.example/politiek')
})

test('in the reader it is the document shown there', () => {
  const own = empty('own-page')
  const url = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
  expect(documentOf(reader({ url, title: 'Antwoorden' }), own)).toEqual({ document: '2023D20951', isDocument: true })
  expect(documentOf(reader({ url: `${plain}.pdf`, title: '' }), own)).toEqual({
    document: 'url:https://www.rijksoverheid.nl/onderwerpen/stages.pdf',
    isDocument: true,
  })
  const sum = '0123456789abcdef'.repeat(4)
  expect(documentOf(reader({ file: `reader-${sum}`, name: 'a.pdf' }), own).document).toBe(`file:${sum}`)
  expect(documentOf(reader({ file: `reader-${crypto.randomUUID()}`, name: 'a.pdf' }), own).document).toBeNull()
  expect(documentOf(`chrome-extension://abc/reader.html?private=${crypto.randomUUID()}`, own).document).toBeNull()
  expect(documentOf(reader({ url: news, title: '' }), own).document).toBeNull()
  expect(documentOf('chrome-extension://abc/library.html', own).document).toBeNull()
})

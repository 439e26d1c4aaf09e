import { describe, expect, test } from 'vitest'
import { allowedSenders, checkSender, type SenderChecks } from '#utils/browser/senders.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'

const root = 'chrome-extension://abc/'
const checks: SenderChecks = {
  id: 'abc',
  root,
  isReadable: async (url, tabId) =>
    isOfficialUrl(url) ||
    url.startsWith('https://granted.example/') ||
    (tabId === 8 && url.startsWith('https://searched.example/')),
}

type Sender = Parameters<typeof checkSender>[0]
const tab = (fields: object = {}) =>
  ({ id: 7, incognito: false, url: 'https://www.tweedekamer.nl/a', ...fields }) as unknown as NonNullable<Sender['tab']>

/** Everyone who can reach `runtime.onMessage`, and what the browser says of them. */
const senders: Readonly<Record<string, Sender>> = {
  'content script on an official page': { id: 'abc', url: 'https://www.tweedekamer.nl/a', frameId: 0, tab: tab() },
  'content script on a site that the user added': {
    id: 'abc',
    url: 'https://granted.example/a',
    frameId: 0,
    tab: tab(),
  },
  'content script on any other site': {
    id: 'abc',
    url: 'https://evil.example/?tweedekamer.nl',
    frameId: 0,
    tab: tab(),
  },
  'content script on a page that was searched once': {
    id: 'abc',
    url: 'https://searched.example/a',
    frameId: 0,
    tab: tab({ id: 8 }),
  },
  'that site in another tab': { id: 'abc', url: 'https://searched.example/a', frameId: 0, tab: tab() },
  'a frame of an official page': { id: 'abc', url: 'https://www.eerstekamer.nl/a', frameId: 3, tab: tab() },
  'a frame without an address that an official page made': {
    id: 'abc',
    url: 'about:srcdoc',
    origin: 'https://www.tweedekamer.nl',
    frameId: 3,
    tab: tab(),
  },
  'a frame that was shut off from the page that made it': {
    id: 'abc',
    url: 'about:srcdoc',
    origin: 'null',
    frameId: 3,
    tab: tab(),
  },
  'a frame that an official page’s foreign frame made': {
    id: 'abc',
    url: 'about:blank',
    origin: 'https://evil.example',
    frameId: 4,
    tab: tab(),
  },
  'a frame of another site in an official page': { id: 'abc', url: 'https://evil.example/', frameId: 3, tab: tab() },
  'an official frame in a page of another site': {
    id: 'abc',
    url: 'https://www.tweedekamer.nl/a',
    frameId: 3,
    tab: tab({ url: 'https://evil.example/' }),
  },
  'an official frame in a page that may not be known': {
    id: 'abc',
    url: 'https://www.tweedekamer.nl/a',
    frameId: 3,
    tab: tab({ url: undefined }),
  },
  'a tab without an address, opened by an official page': {
    id: 'abc',
    url: 'about:blank',
    origin: 'https://www.tweedekamer.nl',
    frameId: 0,
    tab: tab(),
  },
  'an official address without a tab': { id: 'abc', url: 'https://www.tweedekamer.nl/a' },
  popup: { id: 'abc', url: `${root}popup.html?code=2023D19158` },
  'library in a tab': { id: 'abc', url: `${root}library.html#x`, frameId: 0, tab: tab() },
  'offscreen document': { id: 'abc', url: `${root}offscreen.html` },
  'offscreen page opened in a tab': { id: 'abc', url: `${root}offscreen.html`, frameId: 0, tab: tab() },
  'another extension': { id: 'xyz', url: 'chrome-extension://xyz/popup.html' },
  'another extension that claims our page': { id: 'xyz', url: `${root}popup.html` },
  'a page of an extension with a longer id': { id: 'abc', url: 'chrome-extension://abcd/popup.html' },
  nobody: {},
}

const contexts = {
  'content script on an official page': 'page',
  'content script on a site that the user added': 'page',
  'content script on a page that was searched once': 'page',
  'a frame of an official page': 'page',
  'a frame without an address that an official page made': 'page',
  popup: 'extension-page',
  'library in a tab': 'extension-page',
  'offscreen document': 'reading-host',
} as const

describe('who may send what', () => {
  test('each sender is what the browser vouches for, or nobody', async () => {
    for (const [name, sender] of Object.entries(senders)) {
      const checked = await checkSender(sender, checks)
      expect(checked?.context, name).toBe(contexts[name as keyof typeof contexts])
    }
  })

  test('a page’s sender carries its tab, its address and whether its window is private', async () => {
    const sender = { id: 'abc', url: 'https://www.tweedekamer.nl/a', frameId: 0, tab: tab({ incognito: true }) }
    expect(await checkSender(sender, checks)).toEqual({
      context: 'page',
      tabId: 7,
      frameId: 0,
      url: 'https://www.tweedekamer.nl/a',
      site: 'www.tweedekamer.nl',
      incognito: true,
    })
  })

  test('a frame’s sender carries its place, and the site of the page around it', async () => {
    const sender = { id: 'abc', url: 'https://www.eerstekamer.nl/b', frameId: 3, documentId: 'D', tab: tab() }
    expect(await checkSender(sender, checks)).toMatchObject({ frameId: 3, documentId: 'D', site: 'www.tweedekamer.nl' })
  })

  test('pages may only report and ask for cards; what changes notes comes from our own pages alone', () => {
    const typesOf = (context: string) =>
      Object.entries(allowedSenders).flatMap(([type, allowed]) =>
        allowed.some((one) => one === context) ? [type] : [],
      )
    expect(typesOf('page')).toEqual([
      'page/site',
      'page/report',
      'page/stopped',
      'page/load',
      'card/load',
      'card/lookup',
      'card/look-up',
      'card/look-up-stop',
      'card/follow',
      'card/states',
      'card/note',
      'card/read',
      'card/stop',
      'card/dismiss',
      'chip/load',
      'reader/open',
      'passages/load',
      'passages/list',
      'passages/note',
      'passages/edit',
      'passages/looked',
    ])
    expect(typesOf('reading-host')).toEqual(['job/progress', 'job/result'])
    expect(typesOf('extension-page')).toEqual([
      'reader/open',
      'reader/open-file',
      'passages/looked',
      'passages/open',
      'tab/passages',
      'tab/show-passage',
      'tab/report',
      'tab/go-to',
      'tab/search',
      'look-up/start',
      'look-up/many',
      'look-up/stop',
      'look-up/private',
      'watch/add',
      'watch/remove',
      'watch/restore',
      'watch/seen',
      'watch/check',
      'note/save',
      'note/delete',
      'note/restore',
      'document/delete',
      'document/restore',
      'chosen/delete',
      'chosen/restore',
      'tags/change',
      'database/open',
      'recovered/read',
      'search/check',
      'correction/change',
      'reading/start',
      'reading/page',
      'reading/cancel',
      'import/preview',
      'import/apply',
      'import/undo',
      'everything/erase',
      'backup/run',
    ])
    const shared = Object.entries(allowedSenders).flatMap(([type, allowed]) => (allowed.length > 1 ? [type] : []))
    expect(shared).toEqual(['reader/open', 'passages/looked'])
  })
})

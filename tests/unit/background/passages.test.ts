import '../browser/fake-browser.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import type { SelectionAnswer } from '#utils/browser/protocol/passages.ts'
import type { CheckedSender, Frame } from '#utils/browser/senders.ts'
import { begunPassage } from '#utils/browser/session/begun-passages.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { createPassages } from '../../../entrypoints/background/passages/passages.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'
import { at, openTestDatabase } from '../database/open-test-database.ts'

const url = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'
const quote = { exact: 'een evaluatie', prefix: 'zegt ', suffix: ' toe', start: 5, end: 18 }

let db: KamerlensDatabase
let popups: string[]
let answers: Map<number, SelectionAnswer | null>
let sent: [number, string][]
let tab: { id: number; url: string; incognito: boolean; windowId: number }

const send = (async ({ frameId }: Frame, type: string) => {
  sent.push([frameId, type])
  const answer = answers.get(frameId)
  if (answer == null) throw new Error('nobody')
  return answer
}) as never

const passages = () =>
  createPassages({
    db,
    now: () => at(9),
    framesOf: async (tabId) => [...answers.keys()].map((frameId) => ({ tabId, frameId })),
    send,
    newId: () => 'n9',
  })

const pageAt = (address: string, incognito = false): CheckedSender => ({
  context: 'page',
  tabId: 7,
  frameId: 0,
  url: address,
  site: new URL(address).hostname,
  incognito,
})

beforeEach(() => {
  fakeBrowser.reset()
  db = openTestDatabase()
  popups = []
  sent = []
  answers = new Map([[0, { state: 'quote', quote, url, title: 'Lijst' }]])
  tab = { id: 7, url: `${url}#vraag-3`, incognito: false, windowId: 1 }
  stubBrowser('tabs', 'get', async () => tab)
  stubBrowser('permissions', 'contains', async () => false)
  stubBrowser('action', 'setPopup', async ({ popup }: { popup: string }) => void popups.push(popup))
  stubBrowser('action', 'openPopup', async () => {})
  stubBrowser('scripting', 'executeScript', async () => [])
})

describe('a note on a selection', () => {
  test('is begun with its quote, on the document of the address that the browser tells, and opens in the popup', async () => {
    answers.set(0, { state: 'quote', quote, url: 'https://www.tweedekamer.nl/lies', title: 'Lijst' })
    expect(await passages().noteOnSelection(7, { tabId: 7, frameId: 0 })).toBe(true)
    expect(await begunPassage('n9')).toEqual({
      id: 'n9',
      target: 'kst-36360-VIII-5',
      passage: { quote, url, format: 'page' },
      place: { url, title: 'Lijst' },
    })
    expect(popups[0]).toBe('/popup.html?passage=n9')
  })

  test('from a private window names no address', async () => {
    tab = { ...tab, incognito: true }
    await passages().noteOnSelection(7, { tabId: 7, frameId: 0 })
    expect(await begunPassage('n9')).toEqual({
      id: 'n9',
      target: 'kst-36360-VIII-5',
      passage: { quote, format: 'page' },
    })
  })

  test('is looked for in every frame, and made in the first that has one', async () => {
    const inFrame = 'https://www.tweedekamer.nl/kamerstukken/detail?did=2023D19158'
    answers = new Map<number, SelectionAnswer | null>([
      [0, { state: 'nothing' }],
      [3, null],
      [4, { state: 'quote', quote, url: inFrame, title: '' }],
    ])
    expect(await passages().noteOnSelection(7, 'if-selected')).toBe(true)
    expect((await begunPassage('n9'))?.target).toBe('2023D19158')
  })

  test.each([
    ['too-long', 'if-selected', 'selection-too-long', true],
    ['nothing', 'always', 'nothing-selected', true],
    ['nothing', 'if-selected', null, false],
  ] as const)('that is %s, asked for %s: %s', async (state, where, error, dealtWith) => {
    answers.set(0, { state })
    expect(await passages().noteOnSelection(7, where)).toBe(dealtWith)
    expect(popups[0]).toBe(error === null ? undefined : `/popup.html?error=${error}`)
  })

  test('where nobody is at work says to load the page anew; where Kamerlens may not be nothing is begun', async () => {
    answers.set(0, null)
    await passages().noteOnSelection(7, { tabId: 7, frameId: 0 })
    expect(popups[0]).toBe('/popup.html?error=no-page')
    answers.set(0, { state: 'quote', quote, url, title: '' })
    tab = { ...tab, url: 'https://nieuws.example/' }
    await passages().noteOnSelection(7, { tabId: 7, frameId: 0 })
    answers.set(0, null)
    await passages().noteOnSelection(7, { tabId: 7, frameId: 0 })
    expect([popups[2], popups[4]]).toEqual(Array(2).fill('/popup.html?error=selection-without-place'))
    expect(await begunPassage('n9')).toBeNull()
  })

  test('in the reader is left to the reader', async () => {
    answers.set(0, { state: 'taken' })
    expect(await passages().noteOnSelection(7, 'if-selected')).toBe(true)
    expect(popups).toEqual([])
  })
})

describe('a page', () => {
  beforeEach(async () => {
    const passage = { quote, url, format: 'page' } as const
    await saveNote(db, { id: 'n1', target: 'kst-36360-VIII-5', opened: '', body: 'Wanneer?', passage }, at(0))
  })

  test('gets the quotes of its own document alone, and the text of a note when it asks for it', async () => {
    const { handlers } = passages()
    const own = pageAt(url)
    expect(await handlers['passages/list'](undefined, own)).toEqual({
      ok: true,
      value: { passages: [{ id: 'n1', quote }], wanted: null },
    })
    expect(await handlers['passages/note']({ id: 'n1' }, own)).toEqual({ ok: true, value: { body: 'Wanneer?' } })
    const other = pageAt('https://zoek.officielebekendmakingen.nl/kst-36360-VIII-6.html')
    expect(await handlers['passages/list'](undefined, other)).toEqual({
      ok: true,
      value: { passages: [], wanted: null },
    })
    expect(await handlers['passages/note']({ id: 'n1' }, other)).toEqual({ ok: true, value: { body: '' } })
    await handlers['passages/edit']({ id: 'n1' }, other)
    expect(popups).toEqual([])
    await handlers['passages/edit']({ id: 'n1' }, own)
    expect(popups[0]).toBe('/popup.html?passage=n1')
  })

  test('says what it found of its own document alone; from a private window nothing is written', async () => {
    const { handlers } = passages()
    const looked = { found: [], missing: ['n1'] }
    await handlers['passages/looked'](looked, pageAt('https://zoek.officielebekendmakingen.nl/kst-36360-VIII-6.html'))
    await handlers['passages/looked'](looked, pageAt(url, true))
    expect((await db.notes.get('n1'))?.seen).toEqual({ lastFound: at(0).toISOString() })
    await handlers['passages/looked'](looked, pageAt(url))
    expect((await db.notes.get('n1'))?.seen?.orphanSince).toBe(at(9).toISOString())
  })

  test('that is opened for a passage hears which one, once', async () => {
    stubBrowser('tabs', 'query', async () => [])
    const create = stubBrowser('tabs', 'create', async () => ({ id: 7 }))
    const { handlers } = passages()
    expect(await handlers['passages/open']({ id: 'n1' }, { context: 'extension-page' })).toEqual({
      ok: true,
      value: true,
    })
    expect(create).toHaveBeenCalledWith({ url })
    expect(await handlers['passages/list'](undefined, pageAt(url))).toMatchObject({ value: { wanted: 'n1' } })
    expect(await handlers['passages/list'](undefined, pageAt(url))).toMatchObject({ value: { wanted: null } })
    expect(await handlers['passages/open']({ id: 'gone' }, { context: 'extension-page' })).toMatchObject({ ok: false })
  })

  test('that is open already is scrolled, and loaded anew only where the passage is not there', async () => {
    stubBrowser('tabs', 'query', async () => [{ id: 7, windowId: 1, url: `${url}#a` }])
    stubBrowser('tabs', 'update', async () => ({}))
    stubBrowser('windows', 'update', async () => ({}))
    const reload = stubBrowser('tabs', 'reload', async () => {})
    answers.set(0, true as never)
    await passages().handlers['passages/open']({ id: 'n1' }, { context: 'extension-page' })
    expect(sent).toEqual([[0, 'page/show-passage']])
    expect(reload).not.toHaveBeenCalled()
    answers.set(0, null)
    await passages().handlers['passages/open']({ id: 'n1' }, { context: 'extension-page' })
    expect(reload).toHaveBeenCalledTimes(1)
  })
})

test('a step goes to the first document that has a passage', async () => {
  answers = new Map<number, never>([
    [0, false as never],
    [2, true as never],
    [3, true as never],
  ])
  await passages().step(7)
  expect(sent).toEqual([
    [0, 'page/step-passage'],
    [2, 'page/step-passage'],
  ])
})

import '../browser/fake-browser.ts'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import { rememberedIn } from '#utils/browser/session/named-in-tabs.ts'
import { journalChannel } from '#utils/browser/workers/journal-channel.ts'
import { everythingIn } from '#utils/database/journal/everything.ts'
import { JournalWriter } from '#utils/database/journal/writing.ts'
import { databaseName, openDatabase } from '#utils/database/open.ts'
import background from '../../../entrypoints/background/index.ts'
import { serveJournal } from '../../../entrypoints/journal/serve.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'
import { memoryFiles } from '../database/journal/memory-files.ts'
import { reportOf } from './page-report.ts'

const root = 'chrome-extension://test-extension-id/'
vi.stubGlobal('location', new URL(`${root}background.js`))
// The journal's worker, on a disk in memory.
serveJournal({
  channel: new BroadcastChannel(journalChannel),
  writer: new JournalWriter(memoryFiles()),
  everything: () => everythingIn(databaseName),
})
// The connection never comes back here: `online` is heard by nobody.
vi.stubGlobal('addEventListener', () => {})

type Listener = (...args: unknown[]) => unknown

/** The listeners of each event, as a browser keeps them. */
let listeners: Map<string, Listener[]>
let badges: { tabId: number; text: string | null }[]
let named: readonly string[] | null

function event(api: string, name: string) {
  const key = `${api}.${name}`
  const target = fakeBrowser as unknown as Record<string, Record<string, unknown>>
  target[api] ??= {}
  target[api][name] = {
    addListener: (listener: Listener) => listeners.set(key, [...(listeners.get(key) ?? []), listener]),
  }
}

const fire = (key: string, ...args: unknown[]) =>
  Promise.all((listeners.get(key) ?? []).map((listener) => listener(...args)))

function send(type: string, payload: unknown, sender: object = { url: `${root}popup.html` }): Promise<unknown> {
  return new Promise((resolve) => {
    const message = { kamerlens: 'background', type, payload }
    const kept = (listeners.get('runtime.onMessage') ?? []).map((listen) =>
      listen(message, { id: fakeBrowser.runtime.id, ...sender }, resolve),
    )
    if (!kept.includes(true)) resolve(undefined)
  })
}

const page = { url: 'https://www.tweedekamer.nl/a', frameId: 0, tab: { id: 7, incognito: false } }

/** What the browser does with a background that it starts: nothing that is registered later would be heard. */
function startBackground() {
  listeners = new Map()
  background.main()
}

const events = [
  'runtime.onMessage',
  'runtime.onInstalled',
  'runtime.onStartup',
  'runtime.onConnect',
  'permissions.onAdded',
  'permissions.onRemoved',
  'tabs.onRemoved',
  'tabs.onUpdated',
  'contextMenus.onClicked',
  'commands.onCommand',
  'alarms.onAlarm',
  'omnibox.onInputStarted',
  'omnibox.onInputChanged',
  'omnibox.onInputEntered',
]

beforeEach(async () => {
  fakeBrowser.reset()
  await fakeBrowser.storage.session.set({ 'journal.recovered': true })
  // As a database that was looked after has it.
  await openDatabase().meta.put({ key: 'sequence', value: 1 })
  badges = []
  named = null
  for (const key of events) event(...(key.split('.') as [string, string]))
  stubBrowser('permissions', 'contains', async () => false)
  stubBrowser('permissions', 'getAll', async () => ({ origins: [] }))
  stubBrowser('scripting', 'executeScript', async () => [{ frameId: 0 }])
  stubBrowser('runtime', 'getContexts', async () => [])
  stubBrowser('offscreen', 'createDocument', async () => {})
  stubBrowser('scripting', 'getRegisteredContentScripts', async () => [])
  stubBrowser('tabs', 'query', async () => [{ id: 7 }])
  stubBrowser('tabs', 'sendMessage', async (_tab: number, { type }: { type: string }) => {
    return type === 'page/list' && named !== null ? { value: reportOf(...named) } : undefined
  })
  stubBrowser('action', 'setBadgeText', async (badge: { tabId?: number; text: string }) => {
    // Of the tabs; what all tabs show is another matter.
    if (badge.tabId !== undefined) badges.push({ ...badge, tabId: badge.tabId })
  })
  startBackground()
})

const save = { id: 'b3a1c8f0-0000-4000-8000-000000000001', target: '2023D19158', opened: '', body: 'notitie' }

describe('the background', () => {
  test('has every listener before it gives up its first turn', () => {
    expect([...listeners.keys()].sort()).toEqual([...events].sort())
  })

  test('opens the side panel by its key, before anything else is waited for', () => {
    const open = stubBrowser('sidePanel', 'open', async () => {})
    void fire('commands.onCommand', 'open-panel', { id: 7, windowId: 3 })
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 3 })
  })

  test('keeps a note and shows it to a page that names its code, though it was stopped between any two messages', async () => {
    expect(await send('note/save', save)).toMatchObject({ value: { ok: true } })
    startBackground()
    await send('page/report', reportOf('2023D19158'), page)
    startBackground()
    named = ['2023D19158']
    expect(await send('card/states', { ids: ['2023D19158'] }, page)).toEqual({ value: { '2023D19158': 'noted' } })
    startBackground()
    expect(await send('card/lookup', { id: '2023D19158' }, page)).toMatchObject({
      value: { ok: true, value: { notes: [{ body: 'notitie' }] } },
    })
    startBackground()
    expect(await send('note/delete', { id: save.id })).toMatchObject({ value: { ok: true } })
    expect((await openDatabase().notes.get(save.id))?.deletedAt).toBeDefined()
  })

  test('opens the welcome page after the installation, and neither after an update nor at a start', async () => {
    const create = stubBrowser('tabs', 'create', async () => ({ id: 9 }))
    await fire('runtime.onInstalled', { reason: 'update' })
    await fire('runtime.onStartup')
    expect(create).not.toHaveBeenCalled()
    await fire('runtime.onInstalled', { reason: 'install' })
    expect(create).toHaveBeenCalledExactlyOnceWith({ url: '/welcome.html' })
    startBackground()
    await aWhile(20)
    expect(create).toHaveBeenCalledOnce()
  })

  test('opens the welcome page at a later start where the browser had no window at the installation', async () => {
    const create = stubBrowser('tabs', 'create', () => Promise.reject(new Error('No current window')))
    await fire('runtime.onInstalled', { reason: 'install' })
    expect(create).toHaveBeenCalledOnce()
    startBackground()
    await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(2))
    await aWhile(20)
    create.mockResolvedValue({ id: 9 } as never)
    startBackground()
    await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(3))
    startBackground()
    await aWhile(20)
    expect(create).toHaveBeenCalledTimes(3)
  })

  test('opens the welcome page once the window that is still opening at the installation is there', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    try {
      const create = stubBrowser('tabs', 'create', () => Promise.reject(new Error('No current window')))
      await fire('runtime.onInstalled', { reason: 'install' })
      await vi.advanceTimersByTimeAsync(1_000)
      expect(create).toHaveBeenCalledTimes(2)
      create.mockResolvedValue({ id: 9 } as never)
      await vi.advanceTimersByTimeAsync(5_000)
      expect(create).toHaveBeenCalledTimes(3)
    } finally {
      vi.useRealTimers()
    }
  })

  test('tells the pages after a change', async () => {
    await send('note/save', { ...save, id: 'b3a1c8f0-0000-4000-8000-000000000002' })
    await vi.waitFor(() => {
      expect(fakeBrowser.tabs.sendMessage).toHaveBeenCalledWith(7, expect.objectContaining({ type: 'page/refresh' }))
    })
  })

  test('shows the number of codes on the badge, takes it off for another page, and finds it again for a page that came back', async () => {
    await send('page/report', reportOf('2023D19158', '2023D19159'), page)
    expect(badges.at(-1)).toEqual({ tabId: 7, text: '2' })
    await fire('tabs.onUpdated', 7, { status: 'loading' }, { url: page.url })
    expect(badges.at(-1)).toEqual({ tabId: 7, text: null })
    await fire('tabs.onUpdated', 7, { status: 'complete' }, { url: page.url })
    expect(badges.at(-1)).toEqual({ tabId: 7, text: null })
    named = ['2023D19158']
    await fire('tabs.onUpdated', 7, { status: 'complete' }, { url: page.url })
    expect(badges.at(-1)).toEqual({ tabId: 7, text: '1' })
    await fire('tabs.onUpdated', 8, { status: 'complete' }, { url: 'https://example.org/' })
    expect(badges.at(-1)).toEqual({ tabId: 7, text: '1' })
  })

  test('adds up what a page and its frames name, until a frame is gone; a frame sees its own codes alone', async () => {
    const inner = { ...page, url: 'about:srcdoc', origin: 'https://www.tweedekamer.nl', frameId: 4 }
    const tab = { ...page.tab, url: page.url }
    let gone = () => {}
    await fire('runtime.onConnect', {
      name: 'page',
      sender: { ...inner, tab },
      onDisconnect: { addListener: (listener: () => void) => (gone = listener) },
    })
    await send('page/report', reportOf('2023D19158'), { ...page, tab })
    await send('page/report', { ...reportOf('2023D19159', '2023D19158'), url: 'about:srcdoc' }, { ...inner, tab })
    expect(badges.at(-1)).toEqual({ tabId: 7, text: '2' })
    await send('note/save', { ...save, id: 'b3a1c8f0-0000-4000-8000-000000000003' })
    expect(await send('card/states', { ids: ['2023D19158'] }, { ...inner, tab })).toEqual({
      value: { '2023D19158': 'noted' },
    })
    named = []
    expect(await send('card/states', { ids: ['2023D00001'] }, { ...inner, tab })).toEqual({ value: {} })
    named = null
    gone()
    await vi.waitFor(() => expect(badges.at(-1)).toEqual({ tabId: 7, text: '1' }))
  })

  test('counts the page still when something in a frame of it has loaded', async () => {
    const tab = { ...page.tab, url: page.url }
    const top = { ...page, tab, documentId: 'A' }
    const inFrame = (documentId: string) => ({ ...top, frameId: 4, documentId })
    await send('page/report', reportOf('2023D19158', '2023D19159'), top)
    await send('page/report', reportOf('2023D19160'), inFrame('B'))
    await fire('tabs.onUpdated', 7, { status: 'loading' }, { url: page.url })
    await send('page/report', reportOf(), inFrame('C'))
    const documents = [
      { frameId: 0, documentId: 'A' },
      { frameId: 4, documentId: 'C' },
    ]
    stubBrowser('scripting', 'executeScript', async () => documents)
    await fire('tabs.onUpdated', 7, { status: 'complete' }, { url: page.url })
    expect(badges.at(-1)).toEqual({ tabId: 7, text: '2' })
  })

  test('remembers for the popup what a page names, frames included, as long as the tab shows it', async () => {
    const tab = { ...page.tab, url: page.url }
    const remembered = async () =>
      rememberedIn(await fakeBrowser.storage.session.get(null), { id: 7, url: page.url })?.codes.map(({ id }) => id)
    await send('page/report', reportOf('2023D19158'), { ...page, tab })
    const inner = { ...page, tab, url: 'about:srcdoc', origin: 'https://www.tweedekamer.nl', frameId: 4 }
    await send('page/report', { ...reportOf('2023D19159'), url: 'about:srcdoc' }, inner)
    await vi.waitFor(async () => expect(await remembered()).toEqual(['2023D19158', '2023D19159']))
    await fire('tabs.onUpdated', 7, { status: 'loading', url: page.url }, { url: page.url })
    expect(await remembered()).toBeUndefined()
    await send('page/report', reportOf('2023D19158'), { ...page, tab })
    await vi.waitFor(async () => expect(await remembered()).toEqual(['2023D19158']))
    await fire('tabs.onRemoved', 7)
    expect(await remembered()).toBeUndefined()
    await send('page/report', reportOf('2023D19158'), { ...page, tab })
    await vi.waitFor(async () => expect(await remembered()).toEqual(['2023D19158']))
    await send('page/stopped', undefined, { ...page, tab })
    await vi.waitFor(async () => expect(await remembered()).toBeUndefined())
  })

  test('takes the badge off when a page was switched off, also after the background was stopped', async () => {
    await send('page/report', reportOf('2023D19158'), page)
    startBackground()
    badges = []
    await send('page/stopped', undefined, page)
    expect(badges.at(-1)).toEqual({ tabId: 7, text: null })
  })

  test('follows what the user grants and takes back, and is ready for it after each start', async () => {
    const register = stubBrowser('scripting', 'registerContentScripts', async () => {})
    stubBrowser('runtime', 'getManifest', () => ({ content_scripts: [] }))
    stubBrowser('scripting', 'getRegisteredContentScripts', async () => [])
    stubBrowser('permissions', 'getAll', async () => ({ origins: ['https://nieuws.example/*'] }))
    for (const key of ['permissions.onAdded', 'runtime.onStartup', 'runtime.onInstalled']) {
      register.mockClear()
      await fire(key, { reason: 'update' })
      expect(register, key).toHaveBeenCalledTimes(1)
    }
    await fire('permissions.onRemoved')
    expect(fakeBrowser.tabs.sendMessage).toHaveBeenCalledWith(7, expect.objectContaining({ type: 'page/check' }))
  })

  test('looks at the open tabs of a new site once what loads there gets the script: nothing loads in between', async () => {
    stubBrowser('runtime', 'getManifest', () => ({ content_scripts: [] }))
    stubBrowser('scripting', 'getRegisteredContentScripts', async () => [])
    stubBrowser('permissions', 'getAll', async () => ({ origins: ['https://nieuws.example/*'] }))
    const registering = Promise.withResolvers<void>()
    const register = stubBrowser('scripting', 'registerContentScripts', () => registering.promise)
    const looked = expect.objectContaining({ type: 'page/list' })
    const tell = vi.mocked(fakeBrowser.tabs.sendMessage)
    tell.mockClear()
    const done = fire('permissions.onAdded')
    await vi.waitFor(() => expect(register).toHaveBeenCalledOnce())
    expect(tell).not.toHaveBeenCalledWith(7, looked, expect.anything())
    registering.resolve()
    await done
    expect(tell).toHaveBeenCalledWith(7, looked, expect.anything())
  })

  test('takes no notes from a page and no reports from elsewhere', async () => {
    expect(await send('note/save', save, page)).toEqual({ failure: 'refused', detail: 'sender' })
    const elsewhere = { ...page, url: 'https://example.org/' }
    expect(await send('page/report', reportOf('2023D19158'), elsewhere)).toEqual({
      failure: 'refused',
      detail: 'sender',
    })
    expect(await send('unknown/type', {})).toBeUndefined()
  })

  test('forgets at its start what is worth nothing any more and nothing leans on', async () => {
    const db = openDatabase()
    const long = '2020-01-01T12:00:00.000Z'
    const [old, young] = ['2019D00001', '2019D00002'].map((id) => ({
      ...{ id, aliases: [id], document: null, askedAt: long, expiresAt: long, failed: [] },
    }))
    if (old === undefined || young === undefined) throw new Error('no rows')
    await db.lookups.bulkPut([old, { ...young, expiresAt: new Date().toISOString() }])
    startBackground()
    await expect.poll(() => db.lookups.toCollection().primaryKeys()).toEqual(['2019D00002'])
    await db.lookups.clear()
  })

  test('writes nothing for a private window by itself, and what the user saves there it keeps', async () => {
    const db = openDatabase()
    await db.notes.clear()
    const contents = () => Promise.all(db.tables.map((table) => table.toArray()))
    const before = await contents()
    const incognito = { ...page, tab: { id: 7, incognito: true } }
    named = ['2023D19158']
    await send('page/report', reportOf('2023D19158'), incognito)
    await send('card/lookup', { id: '2023D19158' }, incognito)
    await fire('tabs.onUpdated', 7, { status: 'complete' }, { url: page.url, incognito: true })
    expect(await contents()).toEqual(before)
    await send('note/save', save)
    expect(await db.notes.count()).toBe(1)
  })

  test('answers what woke it before it goes on with what was left undone', async () => {
    const db = openDatabase()
    const id = '2019D00009'
    // A wish that is too old is dropped by what goes on.
    const wish = {
      id,
      aliases: [id],
      document: null,
      askedAt: null,
      expiresAt: null,
      failed: [],
      wanted: new Date(0).toISOString(),
    }
    const isDropped = async () => expect(await db.lookups.get(id)).toBeUndefined()
    // Those that were started before this one go on first.
    await db.lookups.put(wish)
    await aWhile(150)
    await vi.waitFor(isDropped)
    await db.lookups.put(wish)
    const later: (() => void)[] = []
    const timers = vi
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation(((task: () => void) => later.push(task)) as never)
    startBackground()
    timers.mockRestore()
    await send('card/states', { ids: [id] }, page)
    expect(await db.lookups.get(id)).toBeDefined()
    for (const task of later) task()
    await vi.waitFor(isDropped)
  })
})

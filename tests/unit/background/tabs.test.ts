import '../browser/fake-browser.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openedPrivately } from '#utils/browser/session/private-openings.ts'
import { runCommand } from '../../../entrypoints/background/controls/commands.ts'
import { openLibrary, openPopup } from '../../../entrypoints/background/controls/screens.ts'
import { createRefresher, leaveOpenTabs, reachOpenTabs } from '../../../entrypoints/background/pages/tabs.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'

const scripts = [
  { matches: ['*://*.tweedekamer.nl/*'], js: ['content-scripts/page.js'], css: ['content-scripts/page.css'] },
]

/** Which tabs answer, as content scripts do. */
let reached: ReadonlySet<number>
let sent: [number, string][]

beforeEach(() => {
  fakeBrowser.reset()
  reached = new Set()
  sent = []
  stubBrowser('tabs', 'query', async () => [{ id: 1 }, { id: 2 }, { id: 3, discarded: true }, { id: 4 }, {}])
  stubBrowser('tabs', 'sendMessage', async (tab: number, { type }: { type: string }) => {
    sent.push([tab, type])
    return reached.has(tab) ? { value: null } : undefined
  })
  stubBrowser('runtime', 'getManifest', () => ({ content_scripts: scripts }))
  stubBrowser('permissions', 'getAll', async () => ({ origins: [] }))
})

describe('tabs that were open before', () => {
  test('get the script and style that the manifest names; those that answer or sleep are left alone, one that may not be touched stops no other', async () => {
    reached = new Set([2])
    const css = stubBrowser('scripting', 'insertCSS', async () => {})
    const js = stubBrowser('scripting', 'executeScript', async ({ target }: { target: { tabId: number } }) => {
      if (target.tabId === 1) throw new Error('Cannot access contents of the page')
    })
    await reachOpenTabs()
    const file = (path: string) => [1, 4].map((tabId) => [{ target: { tabId, allFrames: true }, files: [path] }])
    expect(css.mock.calls).toEqual(file('content-scripts/page.css'))
    expect(js.mock.calls).toEqual(file('content-scripts/page.js'))
  })

  test('a manifest without content scripts, or a refused query, is no error', async () => {
    stubBrowser('runtime', 'getManifest', () => ({}))
    await reachOpenTabs()
    stubBrowser('tabs', 'query', () => Promise.reject(new Error('no')))
    await expect(reachOpenTabs()).resolves.toBeUndefined()
  })
})

describe('telling pages that something kept has changed', () => {
  test('a burst of changes is one refresh for each official tab', async () => {
    const tasks: (() => void)[] = []
    const refresh = createRefresher((task) => tasks.push(task))
    for (let change = 0; change < 5; change += 1) refresh()
    expect(tasks).toHaveLength(1)
    tasks[0]?.()
    await vi.waitFor(() => expect(sent).toHaveLength(3))
    expect(sent).toEqual([1, 2, 4].map((tab) => [tab, 'page/refresh']))
    refresh()
    expect(tasks).toHaveLength(2)
  })
})

test('after a permission was taken back every tab is told, to find out whether it may go on', async () => {
  await leaveOpenTabs()
  expect(sent).toEqual([1, 2, 3, 4].map((tab) => [tab, 'page/check']))
})

describe('keyboard commands', () => {
  test('step over the page in front, and open the note of the code that is meant', async () => {
    const walking = { step: vi.fn(async () => {}), chosen: vi.fn(async (): Promise<string | null> => '2023D19158') }
    const passages = { step: vi.fn(async () => {}), noteOnSelection: vi.fn(async () => false) }
    const openNote = vi.fn(async () => {})
    const parts = { walking, passages, openNote }
    for (const command of ['next-reference', 'previous-reference', 'note-on-reference', 'other'])
      await runCommand(command, 1, parts)
    expect(walking.step.mock.calls).toEqual([
      [1, 1],
      [1, -1],
    ])
    walking.chosen.mockResolvedValue(null)
    await runCommand('note-on-reference', 2, parts)
    expect(openNote.mock.calls).toEqual([['2023D19158', 1]])
  })

  test('make a note on the selection where there is one, and else on the code', async () => {
    const walking = { step: vi.fn(async () => {}), chosen: vi.fn(async () => '2023D19158') }
    const passages = { step: vi.fn(async () => {}), noteOnSelection: vi.fn(async () => true) }
    const openNote = vi.fn(async () => {})
    const parts = { walking, passages, openNote }
    for (const command of ['note-on-reference', 'note-on-selection', 'next-passage'])
      await runCommand(command, 1, parts)
    expect(passages.noteOnSelection.mock.calls).toEqual([
      [1, 'if-selected'],
      [1, 'always'],
    ])
    expect(passages.step.mock.calls).toEqual([[1]])
    expect(openNote).not.toHaveBeenCalled()
  })
})

describe('opening a code over a tab', () => {
  test('the popup’s address carries what to open, for this once', async () => {
    stubBrowser('tabs', 'get', async () => ({ id: 7, windowId: 3 }))
    const setPopup = stubBrowser('action', 'setPopup', async () => {})
    const open = stubBrowser('action', 'openPopup', async () => {})
    await openPopup({ code: '2023D19158', note: true }, 7)
    expect(open).toHaveBeenCalledWith({ windowId: 3 })
    expect(setPopup.mock.calls).toEqual([
      [{ tabId: 7, popup: '/popup.html?code=2023D19158&note=1' }],
      [{ tabId: 7, popup: '/popup.html' }],
    ])
  })

  test('where there can be no popup the library opens it in a tab', async () => {
    stubBrowser('tabs', 'get', async () => ({ id: 7, windowId: 3 }))
    const setPopup = stubBrowser('action', 'setPopup', async () => {})
    stubBrowser('action', 'openPopup', () => Promise.reject(new Error('Could not find an active browser window.')))
    const create = stubBrowser('tabs', 'create', async () => ({}))
    await openPopup({ code: 'kst-36360-VIII-5' }, 7)
    expect(create).toHaveBeenCalledWith({ url: '/library.html?code=kst-36360-VIII-5', openerTabId: 7 })
    expect(setPopup).toHaveBeenLastCalledWith({ tabId: 7, popup: '/popup.html' })
  })

  test('out of a private window its address names nothing: the history of an ordinary one would keep that', async () => {
    stubBrowser('tabs', 'get', async () => ({ id: 7, windowId: 3, incognito: true }))
    const windows = stubBrowser('windows', 'getAll', async () => [{ id: 4, incognito: true }])
    const inNew = stubBrowser('windows', 'create', async () => ({}))
    const create = stubBrowser('tabs', 'create', async (_: { url: string }) => ({}))
    await openLibrary({ search: 'sluizen' }, 7)
    expect(inNew).toHaveBeenCalledExactlyOnceWith({ url: expect.any(String), incognito: false })
    expect(create).not.toHaveBeenCalled()
    const focus = stubBrowser('windows', 'update', async () => ({}))
    windows.mockResolvedValue([
      { id: 3, incognito: false },
      { id: 4, incognito: true },
    ])
    await openLibrary({ search: 'sluizen & bruggen' }, 7)
    const [made] = create.mock.calls[0] ?? []
    expect(made).toEqual({ url: expect.stringMatching(/^\/library\.html\?private=[0-9a-f-]{36}$/), windowId: 3 })
    expect(focus).toHaveBeenCalledExactlyOnceWith(3, { focused: true })
    const { search } = new URL((made as { readonly url: string } | undefined)?.url ?? '', 'https://x')
    expect(await openedPrivately(search)).toEqual({ query: '?search=sluizen+%26+bruggen', isPrivate: true })
    expect(await openedPrivately('?private=gone')).toEqual({ query: '', isPrivate: true })
    expect(await openedPrivately('?search=x')).toEqual({ query: '?search=x', isPrivate: false })
    // A window that does not come to the front does not have it opened twice.
    focus.mockRejectedValueOnce(new Error('no window'))
    create.mockClear()
    await openLibrary({ search: 'sluizen' }, 7)
    expect(create).toHaveBeenCalledOnce()
  })
})

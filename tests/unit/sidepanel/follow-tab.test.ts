import '../browser/fake-browser.ts'
import type { ReadonlySignal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PanelPage } from '#components/popup/panel-page.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import { followTab } from '../../../entrypoints/sidepanel/follow-tab.ts'
import { reportOf } from '../background/page-report.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'

interface Tab {
  id: number
  windowId: number
  active: boolean
  url?: string
  title: string
  incognito: boolean
  status: 'loading' | 'complete'
}

type Listener = (...args: unknown[]) => unknown

let tabs: Tab[]
let listeners: Map<string, Listener[]>
/** What each tab's page names; null where nobody answers. */
let reports: Map<number, PageReport | null>
let asked: number[]
/** Holds the answers of a tab back. */
let held: Promise<void> | null

const official = 'https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D19158'
const other = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'

type Tree = { [name: string]: Tree }

/** An event that the test fires: `tabs.onActivated`. */
function event(key: string) {
  const path = key.split('.')
  let target = fakeBrowser as unknown as Tree
  for (const part of path.slice(0, -1)) {
    target[part] ??= {}
    target = target[part]
  }
  const addListener = (listener: Listener) => listeners.set(key, [...(listeners.get(key) ?? []), listener])
  Object.assign(target, { [path.at(-1) ?? '']: { addListener } })
}

const fire = (key: string, ...args: unknown[]) => {
  for (const listener of listeners.get(key) ?? []) listener(...args)
}

beforeEach(() => {
  vi.useFakeTimers()
  fakeBrowser.reset()
  listeners = new Map()
  held = null
  asked = []
  const tab = (id: number, more: Partial<Tab>): Tab => ({
    id,
    windowId: 1,
    active: false,
    url: official,
    title: `Pagina ${id}`,
    incognito: false,
    status: 'complete',
    ...more,
  })
  tabs = [tab(7, { active: true }), tab(8, { url: other }), tab(9, { windowId: 2, active: true })]
  reports = new Map<number, PageReport | null>([
    [7, reportOf('2023D19158', '2023D19159')],
    [8, reportOf('kst-36360-VIII-5')],
    [9, reportOf('2023D00001')],
  ])
  for (const key of ['tabs.onActivated', 'tabs.onUpdated', 'permissions.onAdded', 'permissions.onRemoved']) event(key)
  for (const key of ['runtime.onMessage', 'storage.local.onChanged']) event(key)
  stubBrowser('tabs', 'query', async ({ windowId }: { windowId: number }) =>
    tabs.filter((each) => each.active && each.windowId === windowId),
  )
  stubBrowser('permissions', 'contains', async () => true)
  stubBrowser('runtime', 'getURL', (path: string) => `chrome-extension://abc${path}`)
  stubBrowser('runtime', 'sendMessage', async ({ payload }: { payload: { tabId: number } }) => {
    asked.push(payload.tabId)
    await held
    return { value: reports.get(payload.tabId) ?? null }
  })
})

afterEach(() => {
  vi.useRealTimers()
})

function switchTo(id: number) {
  for (const each of tabs) if (each.windowId === 1) each.active = each.id === id
  fire('tabs.onActivated', { tabId: id, windowId: 1 })
}

function goTo(id: number, url: string | undefined, status: Tab['status'] = 'complete') {
  const tab = tabs.find((each) => each.id === id)
  if (tab === undefined) throw new Error('no tab')
  tab.status = status
  if (url === undefined) delete tab.url
  else tab.url = url
  fire('tabs.onUpdated', id, url === undefined ? { status: 'loading' } : { url }, tab)
  return tab
}

const shown = ({ value: { document, state } }: ReadonlySignal<PanelPage>) =>
  `${document}: ${state.type === 'codes' ? state.codes.map(({ id }) => id).join(' ') : state.type === 'empty' ? state.reason : state.type}`
/** Lets time pass until it is so, at most five seconds of it. */
async function passes(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 5000 && !isSo(); waited += 10) await vi.advanceTimersByTimeAsync(10)
}
async function becomes(page: ReadonlySignal<PanelPage>, wanted: string): Promise<void> {
  await passes(() => shown(page) === wanted)
  expect(shown(page)).toBe(wanted)
}
const names = (id: number) => ({ kamerlens: 'background', type: 'page/report', payload: reports.get(id) })

describe('the page beside the panel', () => {
  test('is the active tab of its own window, and what it names', async () => {
    const page = followTab(1)
    await becomes(page, '2023D19158: 2023D19158 2023D19159')
    expect(page.value.title).toBe('Pagina 7')
    switchTo(8)
    await becomes(page, 'kst-36360-VIII-5: kst-36360-VIII-5')
    fire('tabs.onActivated', { tabId: 9, windowId: 2 })
    goTo(9, other)
    await vi.advanceTimersByTimeAsync(250)
    expect(shown(page)).toBe('kst-36360-VIII-5: kst-36360-VIII-5')
    expect(asked).toEqual([7, 8])
  })

  test('changes with the address, also within a page; another place on it is the same page', async () => {
    const page = followTab(1)
    await becomes(page, '2023D19158: 2023D19158 2023D19159')
    const { key, actions } = page.value
    goTo(7, `${official}#noten`)
    await passes(() => asked.length === 2)
    expect(asked).toHaveLength(2)
    await becomes(page, '2023D19158: 2023D19158 2023D19159')
    expect(page.value.key).toBe(key)
    expect(page.value.actions).toBe(actions)
    reports.set(7, reportOf('2023D19160'))
    goTo(7, other)
    await becomes(page, 'kst-36360-VIII-5: 2023D19160')
    expect(page.value.key).not.toBe(key)
  })

  test('is told by the page what it names meanwhile, and by no other', async () => {
    const page = followTab(1)
    await becomes(page, '2023D19158: 2023D19158 2023D19159')
    reports.set(7, reportOf('2023D19160'))
    fire('runtime.onMessage', names(8), { tab: { id: 8 } })
    await vi.advanceTimersByTimeAsync(250)
    expect(shown(page)).toBe('2023D19158: 2023D19158 2023D19159')
    for (let times = 0; times < 20; times += 1) fire('runtime.onMessage', names(7), { tab: { id: 7 } })
    await becomes(page, '2023D19158: 2023D19160')
    expect(asked).toHaveLength(2)
  })

  test('on its way it is not called out of reach, and what comes late is told', async () => {
    const page = followTab(1)
    await becomes(page, '2023D19158: 2023D19158 2023D19159')
    reports.set(7, null)
    const tab = goTo(7, other, 'loading')
    await passes(() => asked.length === 2)
    expect(asked).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(50)
    expect(shown(page)).toBe('kst-36360-VIII-5: loading')
    tab.status = 'complete'
    fire('tabs.onUpdated', 7, { status: 'complete' }, tab)
    setTimeout(() => reports.set(7, reportOf('2023D19160')), 300)
    await becomes(page, 'kst-36360-VIII-5: 2023D19160')
  })

  test('that nobody answers in is said to be so at last', async () => {
    reports.set(7, null)
    const page = followTab(1)
    await becomes(page, '2023D19158: not-reached')
  })

  test('an answer of the page before is too late', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    held = promise
    const page = followTab(1)
    await passes(() => asked.length > 0)
    expect(asked).toEqual([7])
    held = null
    switchTo(8)
    await becomes(page, 'kst-36360-VIII-5: kst-36360-VIII-5')
    resolve()
    await vi.advanceTimersByTimeAsync(50)
    expect(shown(page)).toBe('kst-36360-VIII-5: kst-36360-VIII-5')
  })

  test('that the browser does not name is said to be unseen, and nothing is asked of it', async () => {
    goTo(7, undefined)
    const page = followTab(1)
    await becomes(page, 'null: unseen')
    expect(asked).toEqual([])
  })

  test('in a private window has no place that a note could remember', async () => {
    for (const each of tabs) each.incognito = true
    const page = followTab(1)
    await becomes(page, '2023D19158: 2023D19158 2023D19159')
    expect(page.value.state).toMatchObject({ place: undefined })
  })

  test('is looked at again after a switch was turned', async () => {
    const page = followTab(1)
    await becomes(page, '2023D19158: 2023D19158 2023D19159')
    await fakeBrowser.storage.local.set({ 'switch.everywhere': false })
    fire('storage.local.onChanged', { 'switch.everywhere': { newValue: false } })
    await becomes(page, '2023D19158: off-everywhere')
  })

  test('what is done with a page is done in its own tab, whichever is in front by then', async () => {
    const page = followTab(1)
    await becomes(page, '2023D19158: 2023D19158 2023D19159')
    const { actions } = page.value
    switchTo(8)
    await becomes(page, 'kst-36360-VIII-5: kst-36360-VIII-5')
    asked = []
    actions.goTo('2023D19158')
    await passes(() => asked.length > 0)
    expect(asked).toEqual([7])
  })
})

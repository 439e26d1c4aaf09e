import './fake-browser.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import { asksFirst, hostsOff, readSwitches, turnSwitch, watchSwitches } from '#utils/browser/settings/switches.ts'
import { whileOn } from '../../../entrypoints/page.content/while-on.ts'
import { fakeBrowser } from './fake-browser.ts'

const host = 'www.tweedekamer.nl'
const on = { everywhere: true, site: true, lookUp: true }

/** The page's own events. */
let events: EventTarget

beforeEach(() => {
  fakeBrowser.reset()
  events = new EventTarget()
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('everything is on until it is switched off, and a switch that is turned back leaves nothing behind', async () => {
  expect(await readSwitches(host)).toEqual(on)
  await turnSwitch('site', host, false)
  expect(await readSwitches(host)).toEqual({ ...on, site: false })
  expect(await readSwitches('www.eerstekamer.nl')).toEqual(on)
  await turnSwitch('everywhere', host, false)
  expect(await readSwitches('www.eerstekamer.nl')).toEqual({ ...on, everywhere: false })
  await turnSwitch('everywhere', '', true)
  await turnSwitch('site', host, true)
  expect(await fakeBrowser.storage.local.get(null)).toEqual({})
})

test('a card asks first once looking up by itself was switched off, on whichever site, or where settings can’t be read', async () => {
  expect(await asksFirst()).toBe(false)
  await turnSwitch('lookUp', host, false)
  expect(await asksFirst()).toBe(true)
  expect((await readSwitches('www.eerstekamer.nl')).lookUp).toBe(false)
  expect(await fakeBrowser.storage.local.get(null)).toEqual({ 'switch.look-up': false })
  await turnSwitch('lookUp', '', true)
  expect(await asksFirst()).toBe(false)
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('broken'))
  expect(await asksFirst()).toBe(true)
})

test('an official site that is switched off is off on all its hosts, and a switch over one of them turns it on again', async () => {
  await turnSwitch('site', 'tweedekamer.nl', false)
  expect((await readSwitches(host)).site).toBe(false)
  expect((await readSwitches('debatgemist.tweedekamer.nl')).site).toBe(false)
  expect((await readSwitches('nep-tweedekamer.nl')).site).toBe(true)
  await turnSwitch('site', 'debatgemist.tweedekamer.nl', false)
  expect(await hostsOff()).toEqual(['tweedekamer.nl', 'debatgemist.tweedekamer.nl'])
  const told = vi.fn()
  watchSwitches(host, told)
  await turnSwitch('site', host, true)
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1))
  expect((await readSwitches(host)).site).toBe(true)
  expect(await hostsOff()).toEqual(['debatgemist.tweedekamer.nl'])
})

test('another site that is switched off is that host alone, as the list of sites says', async () => {
  await turnSwitch('site', 'voorbeeld.nl', false)
  expect((await readSwitches('voorbeeld.nl')).site).toBe(false)
  expect((await readSwitches('blog.voorbeeld.nl')).site).toBe(true)
  await turnSwitch('site', 'blog.voorbeeld.nl', true)
  expect(await hostsOff()).toEqual(['voorbeeld.nl'])
})

test('two windows that switch different sites off lose nothing', async () => {
  await Promise.all(['a.nl', 'b.nl', 'c.nl'].map((site) => turnSwitch('site', site, false)))
  expect(await Promise.all(['a.nl', 'b.nl', 'c.nl'].map(async (site) => (await readSwitches(site)).site))).toEqual([
    false,
    false,
    false,
  ])
})

test('a change of either switch of a site is told, any other is not', async () => {
  const told = vi.fn()
  watchSwitches(host, told)
  await turnSwitch('site', 'www.eerstekamer.nl', false)
  await fakeBrowser.storage.local.set({ other: 1 })
  await turnSwitch('site', host, false)
  await turnSwitch('everywhere', host, false)
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2))
})

/** What a page does while its switches are turned. */
function startedPage() {
  const run = vi.fn((_: AbortSignal) => {})
  const stopped = vi.fn()
  const controller = new AbortController()
  whileOn(host, run, stopped, controller.signal)
  const isRunning = () => run.mock.lastCall !== undefined && !run.mock.lastCall[0].aborted
  return { run, stopped, isRunning, end: () => controller.abort() }
}

test('a page works while both switches are on, starts and stops with them, and says that it stopped', async () => {
  await turnSwitch('site', host, false)
  const page = startedPage()
  await turnSwitch('site', host, true)
  await vi.waitFor(() => expect(page.isRunning()).toBe(true))
  expect(page.stopped).not.toHaveBeenCalled()
  await turnSwitch('everywhere', host, false)
  await vi.waitFor(() => expect(page.isRunning()).toBe(false))
  expect(page.stopped).toHaveBeenCalledTimes(1)
  await turnSwitch('everywhere', host, true)
  await vi.waitFor(() => expect(page.isRunning()).toBe(true))
  expect(page.run).toHaveBeenCalledTimes(2)
})

test('the end of the page is the end, whatever is switched after it', async () => {
  const page = startedPage()
  await vi.waitFor(() => expect(page.isRunning()).toBe(true))
  page.end()
  expect(page.isRunning()).toBe(false)
  await turnSwitch('site', host, false)
  await turnSwitch('site', host, true)
  await aWhile()
  expect(page.run).toHaveBeenCalledTimes(1)
  expect(page.stopped).not.toHaveBeenCalled()
})

test('a page that comes back out of the back/forward cache, where it hears of nothing, is as the switches stand then', async () => {
  vi.spyOn(fakeBrowser.storage.local.onChanged, 'addListener').mockReturnValue(undefined)
  const page = startedPage()
  await vi.waitFor(() => expect(page.isRunning()).toBe(true))
  const shown = (persisted: boolean) => events.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
  await turnSwitch('site', host, false)
  shown(false)
  await aWhile(20)
  expect(page.isRunning()).toBe(true)
  shown(true)
  await vi.waitFor(() => expect(page.isRunning()).toBe(false))
  expect(page.stopped).toHaveBeenCalledTimes(1)
  await turnSwitch('site', host, true)
  shown(true)
  await vi.waitFor(() => expect(page.isRunning()).toBe(true))
})

test('switches that were read before a change, and come after it, change nothing back', async () => {
  let arrive = (_: Record<string, boolean>) => {}
  const late = new Promise<Record<string, boolean>>((resolve) => {
    arrive = resolve
  })
  vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementationOnce(() => late)
  const page = startedPage()
  await turnSwitch('site', host, false)
  await aWhile(20)
  arrive({})
  await aWhile(20)
  expect(page.isRunning()).toBe(false)
})

test('settings that cannot be read switch nothing off', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('broken'))
  const page = startedPage()
  await vi.waitFor(() => expect(page.isRunning()).toBe(true))
})

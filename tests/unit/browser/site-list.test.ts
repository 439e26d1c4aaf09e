import './fake-browser.ts'
import { beforeEach, expect, test, vi } from 'vitest'
import { givePatternsBack } from '#utils/browser/permissions.ts'
import { readSiteList, watchSiteList } from '#utils/browser/settings/site-list.ts'
import { turnSwitch } from '#utils/browser/settings/switches.ts'
import { officialMatchPatterns } from '#utils/references/addresses/sites.ts'
import { fakeBrowser, stubBrowser } from './fake-browser.ts'

/** What the browser has granted, and who hears of changes. */
let granted: string[]
let heard: (() => void)[]

beforeEach(() => {
  fakeBrowser.reset()
  granted = [...officialMatchPatterns]
  heard = []
  stubBrowser('permissions', 'getAll', async () => ({ origins: granted }))
  stubBrowser('permissions', 'contains', async ({ origins }: { origins: string[] }) =>
    origins.every((origin) => granted.includes(origin)),
  )
  stubBrowser('permissions', 'remove', async ({ origins }: { origins: string[] }) => {
    granted = granted.filter((pattern) => pattern === '<kept>' || !origins.includes(pattern))
  })
  const event = {
    addListener: (listener: () => void) => heard.push(listener),
    removeListener: (listener: () => void) => {
      heard = heard.filter((each) => each !== listener)
    },
  }
  Object.assign(fakeBrowser.permissions, { onAdded: event, onRemoved: event })
})

test('all official sites are on until they are switched off; nothing is added', async () => {
  const list = await readSiteList()
  expect(list.official).toHaveLength(officialMatchPatterns.length)
  expect(list.official.every(({ on }) => on)).toBe(true)
  expect(list).toMatchObject({ everywhere: true, mayReadOfficial: true, added: [], off: [] })
})

test('a site that was added is one, by whichever schemes, and all sites are one too', async () => {
  granted.push('https://nieuws.example/*', 'http://nieuws.example/*', '*://*.krant.example/*', '*://*/*')
  await turnSwitch('site', 'nieuws.example', false)
  const { added } = await readSiteList()
  expect(added).toEqual([
    { host: '*', patterns: ['*://*/*'], on: true },
    { host: 'krant.example', patterns: ['*://*.krant.example/*'], on: true },
    { host: 'nieuws.example', patterns: ['https://nieuws.example/*', 'http://nieuws.example/*'], on: false },
  ])
})

test('what is switched off stands once: with its site, or apart', async () => {
  granted.push('https://nieuws.example/*')
  for (const host of ['tweedekamer.nl', 'www.tweedekamer.nl', 'nieuws.example', 'ooit.example']) {
    await turnSwitch('site', host, false)
  }
  const { official, added, off } = await readSiteList()
  expect(official.filter(({ on }) => !on).map(({ host }) => host)).toEqual(['tweedekamer.nl'])
  expect(added.map(({ on }) => on)).toEqual([false])
  expect(off).toEqual([{ host: 'ooit.example' }, { host: 'www.tweedekamer.nl' }])
})

test('what an administrator switched off is said to be fixed', async () => {
  granted.push('https://nieuws.example/*')
  await fakeBrowser.storage.managed.set({ sitesOff: ['eerstekamer.nl', 'nieuws.example', 'ooit.example'] })
  const { official, added, off } = await readSiteList()
  const fixed = { on: false, isFixed: true }
  expect(official.filter(({ on }) => !on)).toEqual([{ host: 'eerstekamer.nl', ...fixed }])
  expect(added).toMatchObject([{ host: 'nieuws.example', ...fixed }])
  expect(off).toEqual([{ host: 'ooit.example', isFixed: true }])
})

test('official sites that the user took back are missed', async () => {
  granted = granted.slice(1)
  expect((await readSiteList()).mayReadOfficial).toBe(false)
})

test('patterns are given back; one that the browser keeps is told', async () => {
  granted.push('https://nieuws.example/*', 'https://blijft.example/*')
  expect(await givePatternsBack(['https://nieuws.example/*'])).toBe(true)
  stubBrowser('permissions', 'remove', () => Promise.reject(new Error('required')))
  expect(await givePatternsBack(['https://blijft.example/*'])).toBe(false)
})

test('switches and permissions are followed until that is ended', async () => {
  const told = vi.fn()
  const stop = watchSiteList(told)
  await turnSwitch('everywhere', '', false)
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1))
  for (const listener of heard) listener()
  expect(told).toHaveBeenCalledTimes(3)
  stop()
  expect(heard).toEqual([])
  await turnSwitch('everywhere', '', true)
  expect(told).toHaveBeenCalledTimes(3)
})

import './fake-browser.ts'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import {
  chooseAppearance,
  languages,
  looks,
  readAppearance,
  readFixedAppearance,
} from '#utils/browser/settings/appearance.ts'
import { readManaged } from '#utils/browser/settings/managed.ts'
import { hostsFixedOff, readFixedSwitches, readSwitches, turnSwitch } from '#utils/browser/settings/switches.ts'
import { fakeBrowser } from './fake-browser.ts'

const host = 'www.tweedekamer.nl'

beforeEach(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
})

test('nothing is fixed where nobody manages the browser, and where it has no such storage', async () => {
  expect(await readManaged()).toEqual({})
  expect(await readFixedSwitches(host)).toEqual({})
  expect(await readFixedAppearance()).toEqual({})
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'))
  expect(await readSwitches(host)).toEqual({ everywhere: true, site: true, lookUp: true })
  expect(await readAppearance()).toEqual({ language: null, looks: null })
})

test('what is fixed holds, whatever the user has chosen', async () => {
  await turnSwitch('everywhere', '', false)
  await chooseAppearance({ language: 'nl', looks: 'light' })
  await fakeBrowser.storage.managed.set({ everywhere: true, lookUp: false, language: 'en', looks: 'dark' })
  expect(await readSwitches(host)).toEqual({ everywhere: true, site: true, lookUp: false })
  expect(await readFixedSwitches(host)).toEqual({ everywhere: true, lookUp: false })
  expect(await readAppearance()).toEqual({ language: 'en', looks: 'dark' })
})

test('a site is fixed off by its host or by all of an official site', async () => {
  await fakeBrowser.storage.managed.set({ sitesOff: ['eerstekamer.nl', host, 7] })
  expect(await hostsFixedOff()).toEqual(['eerstekamer.nl', host])
  expect((await readSwitches('www.eerstekamer.nl')).site).toBe(false)
  expect(await readFixedSwitches(host)).toEqual({ site: false })
  expect(await readFixedSwitches('debatgemist.tweedekamer.nl')).toEqual({})
})

test('a domain that an administrator names is off on all its hosts, one of an added site too', async () => {
  await fakeBrowser.storage.managed.set({ sitesOff: ['voorbeeld.nl', 'www.ander.nl'] })
  expect((await readSwitches('blog.voorbeeld.nl')).site).toBe(false)
  expect((await readSwitches('www.ander.nl')).site).toBe(false)
  expect((await readSwitches('ander.nl')).site).toBe(true)
})

test('a wrong value fixes nothing', async () => {
  await fakeBrowser.storage.managed.set({ everywhere: 'false', lookUp: 0, sitesOff: host, language: 'fy', looks: true })
  expect(await readSwitches(host)).toEqual({ everywhere: true, site: true, lookUp: true })
  expect(await readFixedSwitches(host)).toEqual({})
  expect(await hostsFixedOff()).toEqual([])
  expect(await readFixedAppearance()).toEqual({})
})

test('the schema names what is read, and no more', () => {
  const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8')) as {
    properties: Record<string, { type: string; enum?: string[] }>
  }
  const types = Object.entries(schema.properties).map(([name, { type, enum: values }]) => [name, values ?? type])
  expect(Object.fromEntries(types)).toEqual({
    language: [...languages],
    looks: [...looks],
    everywhere: 'boolean',
    lookUp: 'boolean',
    sitesOff: 'array',
  })
})

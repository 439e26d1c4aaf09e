import './fake-browser.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import { keepErrors, logError, loggedErrors } from '#utils/browser/error-log.ts'
import { StoreFailure } from '#utils/database/errors.ts'
import { fakeBrowser, stubBrowser } from './fake-browser.ts'

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, second))
const said = console.error

/** The context's own events. */
let events: EventTarget

beforeEach(() => {
  fakeBrowser.reset()
  events = new EventTarget()
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events))
  console.error = () => undefined
})
afterEach(() => {
  console.error = said
  vi.unstubAllGlobals()
})

test('of an error its name, code and places are kept, and nothing of what it says', async () => {
  const error = new StoreFailure('quota', 'https://www.tweedekamer.nl/geheim «mijn notitie»')
  error.stack = [
    'StoreFailure: quota: https://www.tweedekamer.nl/geheim «mijn notitie»',
    '    at save (chrome-extension://abcdef/background.js:1:2345)',
    '    at https://www.tweedekamer.nl/geheim.js:1:1',
    'load@moz-extension://0f-1a/chunks/notes.js:7:8',
    '    at chrome-extension://abcdef/popup.html?code=2023D19158:1:1',
  ].join('\n')
  await logError(error, 'background', at(1))
  const kept = await loggedErrors()
  expect(kept).toEqual([
    {
      at: '2026-01-01T12:00:01.000Z',
      where: 'background',
      name: 'StoreFailure',
      code: 'quota',
      stack: ['background.js:1:2345', 'chunks/notes.js:7:8'],
    },
  ])
})

test('a name or code that is a text is none', async () => {
  const error = Object.assign(new Error('x'), { name: 'Mijn notitie', code: 'https://www.tweedekamer.nl/' })
  await logError(error, 'popup.html', at(1))
  expect(await loggedErrors()).toMatchObject([{ name: 'Error' }])
  expect(JSON.stringify(await loggedErrors())).not.toContain('tweedekamer')
})

test('the newest twenty are kept, in memory alone', async () => {
  for (let second = 1; second <= 23; second += 1) await logError(new TypeError('x'), 'background', at(second))
  const kept = await loggedErrors()
  expect(kept).toHaveLength(20)
  expect(kept[0]?.at).toBe(at(23).toISOString())
  expect(kept.at(-1)?.at).toBe(at(4).toISOString())
  expect(await fakeBrowser.storage.local.get(null)).toEqual({})
})

test('what is said to the console, and what nobody caught, is kept; what is no error is not', async () => {
  const heard = vi.fn()
  console.error = heard
  keepErrors('library.html')
  console.error('only words')
  console.error(new RangeError('said'))
  expect(heard).toHaveBeenCalledTimes(2)
  events.dispatchEvent(Object.assign(new Event('error'), { error: new TypeError('thrown') }))
  events.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new SyntaxError('rejected') }))
  await vi.waitFor(async () => {
    const names = (await loggedErrors()).map(({ name }) => name)
    expect(names.toSorted()).toEqual(['RangeError', 'SyntaxError', 'TypeError'])
  })
})

test('nothing is kept in a private window', async () => {
  stubBrowser('extension', 'isAllowedIncognitoAccess', async () => true)
  Object.assign(fakeBrowser.extension, { inIncognitoContext: true })
  keepErrors('popup.html')
  console.error(new Error('x'))
  await aWhile(20)
  expect(await loggedErrors()).toEqual([])
  Object.assign(fakeBrowser.extension, { inIncognitoContext: false })
})

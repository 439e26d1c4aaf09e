import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { isFrame, whenShown } from '../../../entrypoints/page.content/place.ts'
import { soon } from '../soon.ts'

let stop: AbortController
let isShown: boolean
const { innerWidth: width, innerHeight: height } = window

function begin(): void {
  void whenShown(stop.signal).then(() => {
    isShown = true
  })
}

// The tests themselves run in a frame.
beforeEach(async () => {
  expect(isFrame).toBe(true)
  stop = new AbortController()
  isShown = false
  await page.viewport(30, 30)
})

afterEach(async () => {
  stop.abort()
  vi.useRealTimers()
  vi.restoreAllMocks()
  await page.viewport(width, height)
})

test('a frame is seen to have grown without a `resize`, and not before it is large enough both ways', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  addEventListener('resize', (event) => event.stopImmediatePropagation(), { capture: true, signal: stop.signal })
  begin()
  await page.viewport(300, 39)
  await page.viewport(39, 300)
  vi.advanceTimersByTime(60_000)
  expect(isShown).toBe(false)
  await page.viewport(40, 40)
  vi.useRealTimers()
  await soon(() => expect(isShown).toBe(true))
})

test('a frame of which the browser tells nothing is looked at again', async () => {
  vi.spyOn(MediaQueryList.prototype, 'addEventListener').mockReturnValue()
  begin()
  await page.viewport(300, 300)
  await soon(() => expect(isShown).toBe(true))
})

test('where the extension has gone before the frame is looked at again, nothing begins', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  begin()
  stop.abort()
  await page.viewport(300, 300)
  vi.advanceTimersByTime(60_000)
  await Promise.resolve()
  expect(isShown).toBe(false)
})

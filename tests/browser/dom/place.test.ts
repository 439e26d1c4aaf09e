import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { isFrame, whenShown } from '../../../entrypoints/page.content/place.ts'
import { soon } from '../soon.ts'

/** Chromium sends none where a frame of another site gets its size before it is laid out for the first time. */
const withoutEvents = (signal: AbortSignal) =>
  addEventListener('resize', (event) => event.stopImmediatePropagation(), { capture: true, signal })

// The tests themselves run in a frame.
test('a frame that grows without an event is seen to have grown, and not before it is large enough both ways', async () => {
  expect(isFrame).toBe(true)
  const { innerWidth: width, innerHeight: height } = window
  const stop = new AbortController()
  withoutEvents(stop.signal)
  try {
    await page.viewport(30, 30)
    let isShown = false
    void whenShown(stop.signal).then(() => {
      isShown = true
    })
    await page.viewport(300, 39)
    await page.viewport(39, 300)
    expect(isShown).toBe(false)
    await page.viewport(40, 40)
    await soon(() => expect(isShown).toBe(true))
  } finally {
    stop.abort()
    await page.viewport(width, height)
  }
})

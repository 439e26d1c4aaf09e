import { afterEach, expect, test, vi } from 'vitest'
import { whileWritten } from '../../../entrypoints/page.content/written-anew.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('a page that is written anew is watched for as long as the extension is there', () => {
  const watched = vi.spyOn(MutationObserver.prototype, 'observe')
  const left = vi.spyOn(MutationObserver.prototype, 'disconnect')
  const stop = new AbortController()
  whileWritten(() => undefined, stop.signal)
  expect(watched).toHaveBeenCalledTimes(1)
  stop.abort()
  expect(left).toHaveBeenCalledTimes(1)
})

test('where what begins finds that the extension is gone, the page is not watched', () => {
  const watched = vi.spyOn(MutationObserver.prototype, 'observe')
  const stop = new AbortController()
  let running: AbortSignal | null = null
  whileWritten((signal) => {
    running = signal
    stop.abort()
  }, stop.signal)
  expect(running).toHaveProperty('aborted', true)
  expect(watched).not.toHaveBeenCalled()
})

import { afterEach, expect, it, vi } from 'vitest'
import { keepWorker } from '#utils/browser/workers/kept-worker.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('a worker that was not loaded is ended and started again after a pause, as often as it takes', () => {
  vi.useFakeTimers()
  const started: EventTarget[] = []
  const terminate = vi.fn()
  const Worker = class extends EventTarget {
    terminate = terminate
    constructor() {
      super()
      started.push(this)
    }
  }
  vi.stubGlobal('Worker', Worker)
  keepWorker('/journal.js')
  vi.runAllTimers()
  expect(started).toHaveLength(1)
  for (const times of [1, 2]) {
    // Two errors of one worker are told one after the other.
    for (const _ of ['first', 'second']) started.at(-1)?.dispatchEvent(new Event('error'))
    expect(terminate).toHaveBeenCalledTimes(times)
    expect(started).toHaveLength(times)
    vi.runAllTimers()
    expect(started).toHaveLength(times + 1)
  }
})

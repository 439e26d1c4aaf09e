import { afterEach, expect, test, vi } from 'vitest'
import { realSurroundings } from '#utils/sources/http/surroundings.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('a pause ends after its time, or with the signal, before it as well; no timer is left', async () => {
  vi.useFakeTimers()
  const { wait } = realSurroundings
  const controller = new AbortController()
  const whole = wait(1_000, controller.signal)
  await vi.advanceTimersByTimeAsync(1_000)
  await expect(whole).resolves.toBeUndefined()
  const broken = expect(wait(1_000, controller.signal)).rejects.toThrow('stopped')
  controller.abort(new Error('stopped'))
  await broken
  await expect(wait(1_000, controller.signal)).rejects.toThrow('stopped')
  expect(vi.getTimerCount()).toBe(0)
})

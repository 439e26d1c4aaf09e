import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withTimeout } from '#utils/browser/with-timeout.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const after = <Value>(milliseconds: number, value: Value) =>
  new Promise<Value>((resolve) => setTimeout(() => resolve(value), milliseconds))

test('gives what the work gives in time, and leaves no timer behind', async () => {
  const given = withTimeout(after(99, 'work'), 100, () => 'late')
  await vi.advanceTimersByTimeAsync(99)
  expect(await given).toBe('work')
  expect(vi.getTimerCount()).toBe(0)
})

test('gives what stands for work that takes too long', async () => {
  const given = withTimeout(after(101, 'work'), 100, () => 'late')
  await vi.advanceTimersByTimeAsync(100)
  expect(await given).toBe('late')
})

test('throws the error of the work, or of its being late', async () => {
  await expect(withTimeout(Promise.reject(new Error('failed')), 100, () => 'late')).rejects.toThrow('failed')
  expect(vi.getTimerCount()).toBe(0)
  const given = withTimeout(new Promise(() => undefined), 100, () => {
    throw new Error('no answer')
  })
  const refused = expect(given).rejects.toThrow('no answer')
  await vi.advanceTimersByTimeAsync(100)
  await refused
})

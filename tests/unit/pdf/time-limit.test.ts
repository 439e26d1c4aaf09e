import { expect, test } from 'vitest'
import { within } from '#utils/documents/pdf/time-limit.ts'

test('work that never settles ends as well, and the clock is as it was', async () => {
  const clock = Date.now
  const never = within(20, () => new Promise(() => undefined))
  const other = within(5_000, async () => 'done')
  await expect(other).resolves.toBe('done')
  await expect(never).rejects.toMatchObject({ code: 'too-complex' })
  expect(Date.now).toBe(clock)
}, 2_000)

test('the clock is as it was after work that fails at once', async () => {
  const clock = Date.now
  const failing = within(20, () => {
    throw new Error('at once')
  })
  await expect(failing).rejects.toThrow('at once')
  expect(Date.now).toBe(clock)
})

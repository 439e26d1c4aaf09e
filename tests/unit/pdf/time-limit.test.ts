import { expect, test, vi } from 'vitest'
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

test('work beside it that asks for the time is told it, also while it is over', async () => {
  const asked: number[] = []
  const beside = setInterval(() => asked.push(Date.now()), 1)
  const begun = Date.now()
  await expect(within(40, () => new Promise(() => undefined))).rejects.toMatchObject({ code: 'too-complex' })
  // A busy machine gives few turns.
  await vi.waitFor(() => {
    expect(asked.length).toBeGreaterThan(5)
    expect((asked.at(-1) ?? 0) - begun).toBeGreaterThan(50)
  }, 5_000)
  clearInterval(beside)
})

test('work that gives no turn ends where it asks for the time', async () => {
  const holding = within(20, async () => {
    for (;;) {
      Date.now()
      await null
    }
  })
  await expect(holding).rejects.toMatchObject({ code: 'too-complex' })
}, 5_000)

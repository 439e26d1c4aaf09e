import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MessageFailure } from '#utils/browser/errors.ts'
import { createHandOver } from '#utils/browser/hand-over.ts'
import type { ReadingResult } from '#utils/browser/protocol/reading.ts'

const result: ReadingResult = { ok: false, error: 'no-questions' }
let tries: ReadingResult[]
let stuck: string[]
/** What sending comes to; null where it is taken. */
let outcome: MessageFailure | null

function handOver() {
  return createHandOver({
    send: async (_, told) => {
      tries.push(told)
      if (outcome !== null) throw outcome
    },
    onStuck: (id) => stuck.push(id),
  })
}

beforeEach(() => {
  vi.useFakeTimers()
  tries = []
  stuck = []
  outcome = null
})
afterEach(() => vi.useRealTimers())

describe('the result of a reading', () => {
  it('is handed over once', async () => {
    const given = handOver().give('one', result)
    await vi.runAllTimersAsync()
    await given
    expect(tries).toEqual([result])
    expect(stuck).toEqual([])
  })

  it('is kept while nobody takes it, which is told once, and handed over as soon as the background asks for the job', async () => {
    outcome = new MessageFailure('disconnected')
    const { give, hurry } = handOver()
    let isTaken = false
    const given = give('one', result).then(() => {
      isTaken = true
    })
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(tries.length).toBeGreaterThan(10)
    expect(stuck).toEqual(['one'])
    expect(isTaken).toBe(false)
    outcome = null
    const before = tries.length
    hurry('another')
    await vi.advanceTimersByTimeAsync(0)
    expect(tries).toHaveLength(before)
    hurry('one')
    await vi.advanceTimersByTimeAsync(0)
    await given
    expect(tries).toHaveLength(before + 1)
    expect(tries.at(-1)).toBe(result)
  })

  it('that is refused becomes a failure, and is given up when that is refused too', async () => {
    outcome = new MessageFailure('refused')
    const given = handOver().give('one', result)
    await vi.runAllTimersAsync()
    await given
    expect(tries).toEqual([result, { ok: false, error: 'unknown' }])
    expect(stuck).toEqual(['one'])
  })
})

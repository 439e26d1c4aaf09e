import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { IdleWork } from '#utils/dom/idle-work.ts'

/** A clock that only our steps put on, and a page that says when it has time. */
let now: number
let waiting: IdleRequestCallback | null
let work: IdleWork
let controller: AbortController

beforeEach(() => {
  now = 1000
  waiting = null
  controller = new AbortController()
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  vi.spyOn(globalThis, 'requestIdleCallback').mockImplementation((callback) => {
    waiting = callback
    return 1
  })
  vi.spyOn(globalThis, 'cancelIdleCallback').mockImplementation(() => {
    waiting = null
  })
  work = new IdleWork(controller.signal, () => false)
})

afterEach(() => {
  controller.abort()
  vi.restoreAllMocks()
})

/** Steps of so many milliseconds each. */
function* steps(...lengths: readonly number[]): Generator<void> {
  for (const length of lengths) {
    now += length
    yield
  }
}

const many = (length: number) => Array.from({ length: 200 }, () => length)

/** The page's next turn. @returns how long it took, in milliseconds */
function turn(didTimeout: boolean): number {
  const callback = waiting
  const begun = now
  callback?.({ didTimeout, timeRemaining: () => 0 })
  return now - begun
}

describe('work in slices', () => {
  test('takes little of a page that is idle, again and again', () => {
    work.add(steps(...many(2)))
    expect([turn(false), turn(false)]).toEqual([8, 8])
  })

  test('takes more at once of a page that is never idle, and yet less than is felt', () => {
    work.add(steps(...many(2)))
    expect([turn(true), turn(true)]).toEqual([32, 32])
  })

  test.each([
    [18, 36],
    [30, 30],
    [44, 44],
  ])('of a page that is never idle begins no step of %d ms that would end too late: %d ms', (length, taken) => {
    work.add(steps(...many(length)))
    expect(turn(true)).toBe(taken)
  })

  test('goes on by one step at a time where each is long', () => {
    work.add(steps(60, 60, 60))
    expect([turn(true), turn(true), turn(true)]).toEqual([60, 60, 60])
  })

  test('begins what is urgent at once, and the rest in its turn', () => {
    work.addUrgent(steps(...many(3)))
    expect(now).toBe(1024)
    expect(turn(false)).toBe(9)
  })

  test('ends with the last step, asks for no turn any more, and goes on past one that failed', () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    work.add(
      (function* () {
        yield
        throw new Error('a page of its own kind')
      })(),
    )
    work.add(steps(3))
    turn(false)
    expect(now).toBe(1003)
    expect(told).toHaveBeenCalledOnce()
    expect(waiting).toBeNull()
  })
})

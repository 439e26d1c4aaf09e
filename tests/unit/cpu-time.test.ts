import { expect, test } from 'vitest'
import { eightTimes, growth, growthOf, tooMuch } from '../cpu-time.ts'

/** A clock that tells one time after the other, and the last one for good. */
function telling(...times: readonly number[]): () => number {
  let at = -1
  return () => {
    at = Math.min(at + 1, times.length - 1)
    return times[at] ?? 0
  }
}

test('work that grows with its input does so, whatever came between once or for a while', () => {
  expect(growth(telling(1), telling(8))).toBe(8)
  // A slow start of the small one hides nothing.
  expect(growth(telling(5, 3, 1), telling(64, 64))).toBe(64)
  // A collector in three of the large runs, and a machine that is three times as slow from then on.
  expect(growth(telling(1, 1, 1, 1, 1, 1, 3), telling(30, 30, 30, 30, 24))).toBeLessThan(tooMuch)
})

test('work that grows faster does so too, where the small one is late now and then', () => {
  expect(growth(telling(1), telling(64))).toBe(64)
  expect(growth(telling(1, 1, 1, 9, 1, 9, 1, 9, 1), telling(64))).toBeGreaterThan(tooMuch)
})

/** Looks at each of so many numbers beside as many others as are asked for. */
function pairs(all: number, others: number): number {
  let met = 0
  for (let one = 0; one < all; one += 1) for (let other = 0; other < others; other += 1) met += (one ^ other) & 1
  return met
}

// What other threads of the process do counts too, and once in some hundred runs it is much in the small one.
test('by the real clock of the processor, what is quadratic is told from what is linear', { retry: 2 }, () => {
  expect(growthOf((size) => pairs(size, size), 1_000, eightTimes * 1_000)).toBeGreaterThan(tooMuch)
  expect(growthOf((size) => pairs(size, 1_000), 1_000, eightTimes * 1_000)).toBeLessThan(tooMuch)
})

import { expect, test } from 'vitest'
import { growth, tooMuch } from '../cpu-time.ts'

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

import { expect, test } from 'vitest'
import { LongCache } from '#utils/database/search-index/long-cache.ts'

const bytes = (length: number) => new Uint8Array(length)

test('long postings that came first go first, of whichever segment they are', () => {
  const cache = new LongCache(100)
  cache.put(1, 0, bytes(20))
  cache.put(2, 0, bytes(40))
  cache.put(2, 40, bytes(40))
  cache.put(1, 20, bytes(30))
  expect(cache.room).toBe(-30)
  cache.shrink()
  expect([cache.get(1, 0), cache.get(2, 0)]).toEqual([undefined, undefined])
  expect([cache.get(2, 40)?.length, cache.get(1, 20)?.length, cache.room]).toEqual([40, 30, 30])
})

test('what is put twice counts once, and what is of other segments goes', () => {
  const cache = new LongCache(100)
  cache.put(1, 0, bytes(20))
  cache.put(1, 0, bytes(20))
  cache.put(2, 0, bytes(10))
  expect(cache.room).toBe(70)
  cache.keep([2])
  expect([cache.get(1, 0), cache.get(2, 0)?.length, cache.room]).toEqual([undefined, 10, 90])
  cache.clear()
  expect(cache.room).toBe(100)
})

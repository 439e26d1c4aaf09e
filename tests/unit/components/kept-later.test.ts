import { expect, test, vi } from 'vitest'
import type { Kept, Told } from '#components/store/kept.ts'
import { keptLater } from '#components/store/kept-later.ts'

const unreachable = () => expect.unreachable()

/** A store that says what is done with it. */
function storeWith() {
  const ended = vi.fn()
  const told: Told<unknown>[] = []
  const kept = {
    tags: async () => ['later'],
    follow: (query: () => Promise<unknown>, one: Told<unknown>) => {
      told.push(one)
      query().then(one.next, one.error)
      return ended
    },
    followSearch: () => ended,
  } as Partial<Kept> as Kept
  return { kept, ended, told }
}

test('a read waits for the store, which is loaded once, with the first of them', async () => {
  const store = storeWith()
  const load = vi.fn(async () => store.kept)
  const kept = keptLater(load)
  expect(load).not.toHaveBeenCalled()
  expect(await Promise.all([kept.tags(), kept.tags()])).toEqual([['later'], ['later']])
  expect(load).toHaveBeenCalledOnce()
})

test('a query is followed from when the store is there, and until it is ended', async () => {
  const { kept: store, ended } = storeWith()
  const kept = keptLater(async () => store)
  const next = vi.fn()
  const end = kept.follow(() => kept.tags(), { next, error: unreachable })
  await vi.waitFor(() => expect(next).toHaveBeenCalledWith(['later']))
  expect(ended).not.toHaveBeenCalled()
  end()
  expect(ended).toHaveBeenCalledOnce()
})

test('within a followed query the store itself reads, without a promise between', async () => {
  const { kept: store } = storeWith()
  const kept = keptLater(async () => store)
  await kept.tags()
  expect(kept.tags).toBe(store.tags)
})

test('what was ended before the store was there never begins', async () => {
  const { kept: store, told } = storeWith()
  const kept = keptLater(async () => store)
  const next = vi.fn()
  kept.follow(() => kept.tags(), { next, error: next })()
  kept.followSearch(next)()
  await kept.tags()
  expect(told).toEqual([])
  expect(next).not.toHaveBeenCalled()
})

test('what could not be loaded is loaded again with the next read', async () => {
  const { kept: store } = storeWith()
  const load = vi.fn(async () => store)
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  const kept = keptLater(load)
  await expect(Promise.all([kept.tags(), kept.tags()])).rejects.toThrow('Failed to fetch')
  expect(load).toHaveBeenCalledOnce()
  expect(await kept.tags()).toEqual(['later'])
  expect(load).toHaveBeenCalledTimes(2)
})

test('it can be given by a promise, without a read', async () => {
  const load = vi.fn(() => Promise.reject(new Error('asked')))
  const kept = keptLater(load)
  expect(await Promise.resolve(kept)).toBe(kept)
  expect(load).not.toHaveBeenCalled()
})

test('a store that can’t be loaded fails every read, and whoever follows is told', async () => {
  const failure = new TypeError('Failed to fetch dynamically imported module')
  const kept = keptLater(() => Promise.reject(failure))
  const error = vi.fn()
  kept.follow(() => kept.tags(), { next: unreachable, error })
  kept.followSearch(unreachable)
  await expect(kept.tags()).rejects.toBe(failure)
  expect(error).toHaveBeenCalledExactlyOnceWith(failure)
})

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import { emptyState } from '#utils/database/search-index/index-state.ts'
import { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { apply, mergeOnce } from '#utils/database/search-index/segments.ts'
import { IndexStore } from '#utils/database/search-index/store.ts'
import { parseQuery } from '#utils/search/query/query.ts'

const pause = () => undefined

/** Seven segments that will be merged, more than once. */
async function filled(): Promise<IndexStore> {
  const store = new IndexStore({ indexedDB: new IDBFactory(), IDBKeyRange })
  await store.write(async (writing) => {
    writing.putState({ ...emptyState, generation: 1, next: 100 })
  })
  for (let segment = 0; segment < 7; segment += 1) {
    // Enough of one word that its postings lie by themselves.
    const things = Array.from({ length: segment < 3 ? 4_100 : 1_030 }, (_, index) => {
      const id = `n${segment}_${index}`
      const findables = [{ place: 0, texts: [{ text: `zorg vraag${segment}`, weight: 1 }], fields: [] }]
      return { id, unit: { id, day: segment, findables }, hash: 'same' }
    })
    await apply(store, things, pause)
  }
  await store.write(async (writing) => {
    const state = await writing.state()
    if (state !== null) writing.putState({ ...state, complete: true })
  })
  return store
}

test('a search bears that segments are merged between two of its reads, and once more when it looks again', async () => {
  const store = await filled()
  const onUnready = vi.fn()
  let merges = 0
  /** Merges before postings are read. */
  const read: IndexStore['read'] = async (names, query) => {
    if (merges < 2 && names.join() === 'blocks') {
      merges += 1
      await mergeOnce(store, pause)
    }
    return store.read(names, query)
  }
  const page = new SearchIndex({ read } as IndexStore, onUnready, () => undefined)
  const hits = await page.find(parseQuery('zorg'), { order: 'best', limit: 20_000 })
  expect(hits?.found.notes).toHaveLength(16_420)
  expect(merges).toBe(2)
  expect(onUnready).not.toHaveBeenCalled()
})

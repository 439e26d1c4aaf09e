import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { onTestFinished } from 'vitest'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { createIndexer } from '#utils/database/search-index/indexer.ts'
import { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { IndexStore } from '#utils/database/search-index/store.ts'

function ownStore(): IndexStore {
  const store = new IndexStore({ indexedDB: new IDBFactory(), IDBKeyRange })
  onTestFinished(() => store.close())
  return store
}

/** An index that was never built. */
export const unreadyIndex = (): SearchIndex => new SearchIndex(ownStore(), () => {})

/** An index of what is kept now. */
export async function indexOf(db: KamerlensDatabase): Promise<SearchIndex> {
  const store = ownStore()
  await createIndexer({ db, store, onChange: () => {}, pause: () => undefined, now: Date.now }).start()
  return new SearchIndex(store, () => {})
}

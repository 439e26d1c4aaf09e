import { createSearchTeller } from '#utils/browser/channels/search-changes.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { createIndexer } from '#utils/database/search-index/indexer.ts'
import { searchEverything } from '#utils/database/search-index/search-everything.ts'
import { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { IndexStore } from '#utils/database/search-index/store.ts'
import type { Search } from '../controls/omnibox.ts'

/** Milliseconds of work on the index after which others go first: Firefox runs the background beside the open pages. */
const slice = 8

/**
 * The search index beside the database.
 *
 * @param watch has the background woken while the index lacks something
 */
export function createSearch({ db, watch }: { db: KamerlensDatabase; watch: (isNeeded: boolean) => Promise<void> }): {
  readonly handlers: BackgroundHandlers<'search/check'>
  readonly start: () => Promise<void>
  readonly find: Search
  /** Everything kept was erased. */
  readonly empty: () => Promise<void>
} {
  const store = new IndexStore()
  const tellPages = createSearchTeller()
  const index = new SearchIndex(store, () => check())
  const indexer = createIndexer({
    db,
    store,
    onChange: (byServices) => {
      index.changed()
      tellPages(byServices)
    },
    pause: inSlices(),
    now: Date.now,
  })
  db.onWritten(indexer.changed)
  db.onFound(indexer.found)
  async function watched(work: () => Promise<void>): Promise<void> {
    await watch(true)
    await work()
    await watch(false)
  }
  function check(): void {
    watched(indexer.check).catch((error: unknown) => console.error(error))
  }
  return {
    find: (words, options) => searchEverything(db, index, words, options),
    handlers: {
      'search/check': async () => {
        check()
        return { ok: true, value: true }
      },
    },
    start: () => watched(indexer.start),
    empty: indexer.empty,
  }
}

function inSlices(): () => Promise<void> | undefined {
  let began = performance.now()
  return () => {
    if (performance.now() - began < slice) return undefined
    return new Promise((resolve) => {
      setTimeout(() => {
        began = performance.now()
        resolve()
      })
    })
  }
}

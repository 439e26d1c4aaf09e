import { followSearch } from '#utils/browser/channels/search-changes.ts'
import { ask } from '#utils/browser/messages.ts'
import { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { IndexStore } from '#utils/database/search-index/store.ts'

/** The search index that the background keeps. Where it is not ready, the background is asked, once, to see to it. */
export function backgroundIndex(): SearchIndex {
  let isAsked = false
  const index = new SearchIndex(new IndexStore(), () => {
    if (isAsked) return
    isAsked = true
    ask('search/check', undefined).catch((error: unknown) => console.error(error))
  })
  followSearch(() => index.changed())
  return index
}

import { loadOnce } from '#utils/browser/load-once.ts'
import type { Kept } from './kept.ts'

/**
 * What is kept, before the store that reads it is loaded: every read waits for it, and fails where it can't be loaded. The next
 * one has it loaded again.
 *
 * @param load called with the first read
 */
export function keptLater(load: () => Promise<Kept>): Kept {
  let store: Kept | undefined
  const loaded = loadOnce(async () => {
    store = await load()
    return store
  })

  /** What goes on until it is ended, which may be before it could begin. */
  function goOn(begin: (kept: Kept) => () => void, failed: (error: unknown) => void): () => void {
    let isEnded = false
    let end = () => {
      isEnded = true
    }
    loaded().then((kept) => {
      if (!isEnded) end = begin(kept)
    }, failed)
    return () => end()
  }

  const goingOn: Pick<Kept, 'follow' | 'followSearch'> = {
    follow: (query, told) => goOn((kept) => kept.follow(query, told), told.error),
    followSearch: (onChange) =>
      goOn(
        (kept) => kept.followSearch(onChange),
        () => undefined,
      ),
  }
  return new Proxy({} as Kept, {
    get: (_, name: keyof Kept | 'then') =>
      // Within a followed query the store itself reads: Dexie follows no promise of another's. It is no promise itself.
      Reflect.get(store ?? goingOn, name) ??
      (name === 'then'
        ? undefined
        : async (...given: never[]) => ((await loaded())[name] as (...given: never[]) => unknown)(...given)),
  })
}

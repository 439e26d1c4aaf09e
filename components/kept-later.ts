import type { Kept } from './services.ts'

/**
 * What is kept, before the store that reads it is loaded: every read waits for it, and fails where it can't be loaded.
 *
 * @param load called with the first read
 */
export function keptLater(load: () => Promise<Kept>): Kept {
  let store: Kept | undefined
  let coming: Promise<Kept> | undefined
  const loaded = (): Promise<Kept> => {
    coming ??= load().then((kept) => {
      store = kept
      return kept
    })
    return coming
  }

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
    get: (_, name: keyof Kept) =>
      // Within a followed query the store itself reads: Dexie follows no promise of another's.
      Reflect.get(store ?? goingOn, name) ??
      (async (...given: never[]) => ((await loaded())[name] as (...given: never[]) => unknown)(...given)),
  })
}

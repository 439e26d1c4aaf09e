import { useEffect, useRef } from 'preact/hooks'
import type { Followed } from '#utils/database/following/watches.ts'
import type { WatchRow } from '#utils/database/schema.ts'
import type { News } from '#utils/sources/news.ts'
import { useServices } from '../store/services.ts'

/** Milliseconds that news must have been in view to count as seen. */
const glance = 800

/** What tells one piece of news from all others. */
export const keyOfNews = ({ target }: WatchRow, { at, kind, ids, title }: News): string =>
  [target, at, kind, ids[0] ?? title].join(' ')

export const keysOfNews = (watch: WatchRow): readonly string[] => (watch.news ?? []).map((one) => keyOfNews(watch, one))

/**
 * The news that are new to the user as long as this screen is open: what it shows counts as seen after a glance, and is
 * still marked here.
 */
export function useFreshNews(all: readonly Followed[]): ReadonlySet<string> {
  const { actions } = useServices()
  const fresh = useRef(new Set<string>())
  let unseen = 0
  for (const { watch } of all) {
    for (const one of watch.news ?? []) {
      if (one.seen) continue
      unseen += 1
      fresh.current.add(keyOfNews(watch, one))
    }
  }
  useEffect(() => {
    if (unseen === 0) return
    const see = () => {
      if (document.visibilityState === 'visible') void actions.seeNews()
    }
    const timer = setTimeout(see, glance)
    document.addEventListener('visibilitychange', see)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', see)
    }
  }, [unseen, actions])
  return fresh.current
}

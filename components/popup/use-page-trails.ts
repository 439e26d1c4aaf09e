import { useState } from 'preact/hooks'
import type { Destination } from '../papers/destination.ts'

type Trail = readonly Destination[]

/** Pages whose opened things are remembered: more than anyone goes back to. */
const most = 40

const nothing: Trail = []

/** The key of what was opened from a search, or from a list that is of no page. */
export const ofNoPage = ''

/**
 * What was opened beside each page, as long as the panel is open: it stands there again when the user comes back to the page.
 *
 * @param key the page, or `ofNoPage`
 */
export function usePageTrails(key: string) {
  const [trails, setTrails] = useState<ReadonlyMap<string, Trail>>(new Map())
  return {
    trail: trails.get(key) ?? nothing,
    setTrail: (trail: Trail) => setTrails((all) => withTrail(all, key, trail)),
    /** Back to the lists, whichever is chosen next. */
    clear: () => setTrails((all) => withTrail(withTrail(all, key, []), ofNoPage, [])),
  }
}

/** The pages left longest ago are forgotten. */
export function withTrail(trails: ReadonlyMap<string, Trail>, key: string, trail: Trail): ReadonlyMap<string, Trail> {
  const others = [...trails].filter(([each]) => each !== key)
  return new Map(trail.length === 0 ? others : [...others.slice(1 - most), [key, trail]])
}

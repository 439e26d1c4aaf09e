import { useEffect, useState } from 'preact/hooks'
import { later } from './later.tsx'
import { changesShown } from './long-change.ts'
import { undoFailures, undoOffers } from './undo.ts'

/** Needed once something was done, and no part of the first frame. */
const UndoLines = later(async () => (await import('./undo-lines.tsx')).UndoLines)

/** Milliseconds until it stands there beforehand: what comes into a place that is there is heard. */
const calm = 1_000

/** Where removals can be undone, where it is said that one failed, and how far a long one is: once a page, below everything else. */
export function UndoBar() {
  const [isThere, setThere] = useState(UndoLines.isLoaded())
  useEffect(() => {
    if (isThere) return
    // One that can't be loaded says so when it is needed.
    const timer = setTimeout(() => UndoLines.load().then(() => setThere(true), console.error), calm)
    return () => clearTimeout(timer)
  }, [])
  const isNeeded = undoOffers.value.length + undoFailures.value.length + changesShown.value.length > 0
  return isThere || isNeeded ? <UndoLines /> : null
}

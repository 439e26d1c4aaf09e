import * as dom from './natives.ts'

/**
 * Runs once, in the next frame, when the browser has worked out all styles and places and has not painted yet: what is asked
 * of them then costs no layout, and what is given to paint is in that frame. On a page out of sight it waits for it to be shown.
 *
 * @param run must be short, since the frame waits for it, and must not come here again: the page would be told of a loop
 */
export function afterLayout(run: () => void, signal: AbortSignal): void {
  // A new observer is told of the size of what it observes, whether it changed or not.
  const observer = new ResizeObserver(() => {
    observer.disconnect()
    if (!signal.aborted) run()
  })
  observer.observe(dom.documentElement())
}

import * as dom from './natives.ts'

/**
 * Runs once, in the next frame, when the browser has worked out all styles and places and has not painted yet: what is asked
 * of them then costs no layout, and what is given to paint is in that frame. What is out of sight has no frames: there it
 * waits.
 *
 * @param run must be short, since the frame waits for it
 */
export function afterLayout(run: () => void, signal: AbortSignal): void {
  // A new observer is told of the size of what it observes, whether it changed or not.
  const observer = new ResizeObserver(() => {
    observer.disconnect()
    if (!signal.aborted) run()
  })
  // Who asks from within is told in the frame after: to observe more while observers are told is an error to the browser.
  requestAnimationFrame(() => {
    if (!signal.aborted) observer.observe(dom.documentElement())
  })
}

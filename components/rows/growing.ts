import { useEffect, useRef, useState } from 'preact/hooks'

/** Rows that are drawn at once: more than any window shows. */
const first = 60
/** Rows that are added while nothing else is to be done. */
const step = 80
/** Milliseconds until a browser that is never idle draws the next ones all the same. */
const idleTimeout = 100

/**
 * How many of a long list's rows to draw: those at its head at once, so that every key is answered in the next frame,
 * the rest bit by bit. A list that narrows keeps what is drawn of it.
 *
 * @param rows the list; another array is another list
 * @param needed rows that must be there at once
 */
export function useGrowing(rows: readonly unknown[], needed: number): number {
  const drawn = useRef({ rows, count: first })
  const [, redraw] = useState(0)
  const before = drawn.current
  if (before.rows !== rows) {
    const stood = Math.min(before.count, before.rows.length)
    drawn.current = { rows, count: rows.length <= before.rows.length ? before.count : Math.max(first, stood) }
  }
  const count = Math.max(drawn.current.count, needed)
  // What was needed stays: it may have the focus when another row is.
  drawn.current = { rows, count }
  const isWhole = count >= rows.length
  useEffect(() => {
    if (isWhole) return
    const grow = () => {
      drawn.current = { rows, count: count + step }
      redraw(count)
    }
    // Not every browser tells when it is idle.
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(grow, idleTimeout / 4)
      return () => clearTimeout(timer)
    }
    const handle = requestIdleCallback(grow, { timeout: idleTimeout })
    return () => cancelIdleCallback(handle)
  }, [rows, count, isWhole])
  return Math.min(count, rows.length)
}

import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isWholeInView, type ListView, type RowRange, rowsToDraw, shiftOf, topShowing } from './windowing.ts'

export interface ListWindowOptions {
  readonly count: number
  /** Height of a row, in the size of the page's letters. */
  readonly rowSize: number
  readonly keys: readonly string[] | undefined
}

/** The window through which a long list is seen, and the row in it that keys act on. */
export interface ListWindow {
  /** What scrolls. */
  readonly box: RefObject<HTMLDivElement | null>
  /** The rows to draw. */
  readonly range: RowRange
  /** CSS pixels. */
  readonly rowHeight: number
  /** The row that keys act on; -1 in an empty list. */
  readonly current: number
  /** How many rows a page is. */
  page(): number
  /** Makes a row the current one; it stays where it is. */
  setCurrent(index: number): void
  /** The same, and scrolls it into view. */
  moveTo(index: number): void
  scrolled(top: number): void
}

export function useListWindow({ count, rowSize, keys }: ListWindowOptions): ListWindow {
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<ListView>({ top: 0, height: 600, rowHeight: rowSize * 16 })
  const [range, setRange] = useState(() => rowsToDraw(view.current, count))
  const [active, setActive] = useState(0)
  const before = useRef(keys)
  const { rowHeight } = view.current
  const current = Math.min(active, count - 1)
  const walked = useRef(current)
  walked.current = current

  function look() {
    const element = box.current
    if (element === null) return
    const old = view.current
    view.current = { top: element.scrollTop, height: element.clientHeight, rowHeight: heightIn(element) }
    // What comes above the list takes room from it: the row that keys act on is not to go out of sight by that.
    if (view.current.height < old.height && isWholeInView(walked.current, old))
      element.scrollTop = topShowing(walked.current, view.current)
    draw()
  }

  /** Asked of a row that is drawn: of larger type alone, which Firefox has, the page's own size says nothing. */
  function heightIn(element: Element): number {
    const drawn = element.querySelector('[data-index]')?.getBoundingClientRect().height ?? 0
    if (drawn > 0) return drawn
    return rowSize * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16)
  }

  function draw() {
    const next = rowsToDraw(view.current, count)
    setRange((now) => (now.first === next.first && now.last === next.last ? now : next))
  }

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(look)
    observer.observe(element)
    look()
    return () => observer.disconnect()
  }, [count])
  useLayoutEffect(() => {
    const old = before.current
    before.current = keys
    if (old !== undefined && keys !== undefined && old !== keys) follow(old, keys)
  }, [keys])

  /** What is in view stays there, and the row that keys act on is the same one. */
  function follow(old: readonly string[], now: readonly string[]) {
    const key = old[Math.min(active, old.length - 1)]
    const place = key === undefined ? -1 : now.indexOf(key)
    if (place >= 0) setActive(place)
    const element = box.current
    if (element === null || element.scrollTop < rowHeight) return
    const first = Math.floor(element.scrollTop / rowHeight)
    const shown = old.slice(first, first + Math.ceil(element.clientHeight / rowHeight))
    const shift = shiftOf(shown, first, now)
    if (shift === null) element.scrollTop = 0
    else if (shift !== 0) element.scrollTop += shift * rowHeight
    look()
  }

  return {
    box,
    range,
    rowHeight,
    current,
    page: () => Math.max(1, Math.floor(view.current.height / rowHeight) - 1),
    setCurrent: setActive,
    moveTo(index) {
      setActive(index)
      const element = box.current
      if (element === null) return
      element.scrollTop = topShowing(index, { ...view.current, top: element.scrollTop })
      view.current = { ...view.current, top: element.scrollTop }
    },
    scrolled(top) {
      view.current = { ...view.current, top }
      draw()
    },
  }
}

import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import './virtual-list.css'

export interface VirtualListProps {
  readonly label: string
  readonly count: number
  /** What stands in a row; null while it is not read yet. */
  readonly row: (index: number) => ComponentChildren | null
  /** Index of the row that is open; -1 for none. */
  readonly chosen: number
  readonly onChoose: (index: number) => void
  /** The rows in view, for reading them. */
  readonly onRange?: (first: number, last: number) => void
}

/** Height of every row in CSS pixels at a root font size of 16; the style sheet has the same. */
const rowHeight = 60
/** Rows drawn above and below those in view. */
const spare = 8

/** A list of any length of which only the rows in view exist; arrow keys, Page Up and Down, Home and End walk it. */
export function VirtualList({ label, count, row, chosen, onChoose, onRange }: VirtualListProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  const [active, setActive] = useState(0)
  const current = Math.min(active, count - 1)
  const first = Math.max(0, Math.floor(view.top / rowHeight) - spare)
  const last = Math.min(count - 1, Math.ceil((view.top + view.height) / rowHeight) + spare)

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  useEffect(() => onRange?.(first, last), [first, last])

  function moveTo(index: number) {
    const next = Math.max(0, Math.min(count - 1, index))
    setActive(next)
    const element = box.current
    if (element === null) return
    if (next * rowHeight < element.scrollTop) element.scrollTop = next * rowHeight
    else if ((next + 1) * rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = (next + 1) * rowHeight - element.clientHeight
  }

  function walk(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor(view.height / rowHeight) - 1)
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: count - 1,
    }
    const next = steps[event.key]
    if (next !== undefined) {
      event.preventDefault()
      moveTo(next)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onChoose(current)
    }
  }

  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset)
  return (
    <div
      ref={box}
      class="kl-virtual"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={count > 0 && current >= first && current <= last ? `${id}-${current}` : undefined}
      onKeyDown={walk}
      onClick={(event) => {
        const hit = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
        if (hit === null) return
        setActive(Number(hit.dataset.index))
        onChoose(Number(hit.dataset.index))
      }}
      onScroll={(event) => setView({ ...view, top: event.currentTarget.scrollTop })}
    >
      <div class="kl-virtual__all" role="presentation" style={{ height: `${count * rowHeight}px` }}>
        {indexes.map((index) => (
          <div
            key={index}
            id={`${id}-${index}`}
            class="kl-virtual__row"
            role="option"
            aria-selected={index === chosen}
            aria-setsize={count}
            aria-posinset={index + 1}
            tabIndex={-1}
            data-active={index === current}
            style={{ top: `${index * rowHeight}px` }}
            data-index={index}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { useStore } from '../store/use-store.ts'
import { useListWindow } from './use-list-window.ts'
import { type RowRange, slotOfFirst } from './windowing.ts'
import './virtual-list.css'

/** Choosing several rows, to do something with all of them. */
export interface Choosing {
  readonly has: (index: number) => boolean
  /** One more, or one less. */
  readonly toggle: (index: number) => void
  /**
   * All up to this one.
   *
   * @param from where keys walk on from; else from the one that was chosen last
   */
  readonly extendTo: (index: number, from?: number) => void
  readonly all: () => void
  /** None any more; false where there was none. */
  readonly clear: () => boolean
  /** What Delete does with those that are chosen, where it does something. */
  readonly remove?: () => void
}

export interface VirtualListProps {
  readonly label: string
  /** Id of what tells how keys work in it. */
  readonly describedBy?: string
  readonly count: number
  /** What stands in a row; null while it is not read yet. */
  readonly row: (index: number) => ComponentChildren | null
  /** Whether a row is what is open. */
  readonly isOpen: (index: number) => boolean
  readonly onChoose: (index: number) => void
  /** The rows in view and some beside them, for reading them. */
  readonly onRange?: (range: RowRange) => void
  /** One string for each row, in order: by them what is in view stays there when the order changes. */
  readonly keys?: readonly string[]
  /** Where several rows may be chosen. */
  readonly choosing?: Choosing
  /** How many lines their titles have at most. */
  readonly titleLines?: 1 | 2
}

/** Height of every row in the size of the page's letters, by the lines of its title; the style sheet has the same. */
const rowSizes = { 1: 3.75, 2: 5 } as const

/**
 * A list of any length of which only the rows in view exist. Arrow keys, Page Up and Down, Home and End walk it, Enter opens. Where
 * several may be chosen Space chooses, Shift as far as the walk goes, Ctrl+A all, Escape none.
 */
export function VirtualList(props: VirtualListProps) {
  const { label, describedBy, count, row, isOpen, onChoose, onRange, keys, choosing, titleLines = 1 } = props
  const { loading } = useStore(commonMessages)
  const id = useId()
  const list = useListWindow({ count, rowSize: rowSizes[titleLines], keys })
  const { box, range, rowHeight, current } = list
  const drawn = useRef<{ slot: number; range: RowRange } | null>(null)
  useEffect(() => onRange?.(range), [range, count])

  function walk(event: KeyboardEvent) {
    const page = list.page()
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: count - 1,
    }
    const isCommand = event.ctrlKey || event.metaKey
    const step = steps[event.key]
    if (count === 0 || event.altKey) return
    if (step !== undefined) {
      const next = Math.max(0, Math.min(count - 1, step))
      if (event.shiftKey) choosing?.extendTo(next, current)
      list.moveTo(next)
    } else if (event.key === ' ' && choosing !== undefined) {
      if (event.shiftKey) choosing.extendTo(current)
      else choosing.toggle(current)
    } else if (event.key === 'Enter' || event.key === ' ') onChoose(current)
    else if (event.key.toLowerCase() === 'a' && isCommand && choosing !== undefined) choosing.all()
    else if (event.key === 'Delete' && choosing?.remove !== undefined) choosing.remove()
    else if (event.key === 'Escape' && choosing?.clear() === true) event.stopPropagation()
    else return
    event.preventDefault()
  }

  function click(event: MouseEvent) {
    const hit = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    if (hit === null) return
    const index = Number(hit.dataset.index)
    const isCheck = event.target instanceof Element && event.target.closest('[data-check]') !== null
    list.setCurrent(index)
    if (choosing !== undefined && event.shiftKey) choosing.extendTo(index)
    else if (choosing !== undefined && (isCheck || event.ctrlKey || event.metaKey)) choosing.toggle(index)
    else onChoose(index)
  }

  if (drawn.current?.range !== range) drawn.current = { slot: slotOfFirst(range, drawn.current), range }
  const { slot } = drawn.current
  const indexes = placesOf(range, current, count)
  // What is drawn for a row that leaves is used again for one that comes: making it anew costs most of a frame.
  const keyOf = ({ first, last }: RowRange, index: number) =>
    index < first || index > last ? 'active' : (slot + index - first) % (last - first + 1)
  return (
    <div
      ref={box}
      class={`kl-virtual${choosing === undefined ? '' : ' kl-virtual--choosing'}${titleLines === 2 ? ' kl-virtual--two' : ''}`}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-describedby={describedBy}
      aria-multiselectable={choosing === undefined ? undefined : true}
      aria-activedescendant={count > 0 ? `${id}-${current}` : undefined}
      onKeyDown={walk}
      onMouseDown={(event) => {
        // What lies between would be marked as text.
        if (event.shiftKey) event.preventDefault()
        box.current?.focus({ preventScroll: true })
      }}
      onClick={click}
      onScroll={(event) => list.scrolled(event.currentTarget.scrollTop)}
    >
      <div class="kl-virtual__all" role="presentation" style={{ height: `${count * rowHeight}px` }}>
        {indexes.map((index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and tells which row it is on
          <div
            key={keyOf(range, index)}
            id={`${id}-${index}`}
            class="kl-virtual__row"
            role="option"
            aria-selected={choosing === undefined ? isOpen(index) : choosing.has(index)}
            aria-current={choosing !== undefined && isOpen(index) ? 'true' : undefined}
            aria-setsize={count}
            aria-posinset={index + 1}
            data-active={index === current}
            style={{ top: `${index * rowHeight}px` }}
            data-index={index}
          >
            {choosing !== undefined && (
              <span class="kl-virtual__check" aria-hidden="true" data-check>
                <span class="kl-virtual__box" />
              </span>
            )}
            {row(index) ?? <span class="kl-virtual__waiting" role="img" aria-label={loading} />}
          </div>
        ))}
      </div>
    </div>
  )
}

/** The rows to draw: those of a range, and the one that keys act on wherever it is, for who hears which one that is. */
function placesOf({ first, last }: RowRange, current: number, count: number): readonly number[] {
  const end = Math.min(last, count - 1)
  const places = Array.from({ length: Math.max(0, end - first + 1) }, (_, offset) => first + offset)
  if (current < 0 || (current >= first && current <= end)) return places
  return current < first ? [current, ...places] : [...places, current]
}

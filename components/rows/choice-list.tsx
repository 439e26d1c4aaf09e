import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useGrowing } from './growing.ts'
import './choice-list.css'

export interface Choice {
  readonly key: string
  readonly content: ComponentChildren
  readonly onChoose: () => void
  /** What stands below it and is no part of the choice. */
  readonly beside?: ComponentChildren
}

/**
 * A list of things to open: real buttons, of which one is in the tab order; the arrow keys, Home and End walk it. A page may name
 * thousands, and so may what is pasted: those in view stand in the first frame.
 *
 * @param onLeave the user walks up from the first one
 */
export function ChoiceList({
  label,
  choices,
  onLeave,
}: {
  label: string
  choices: readonly Choice[]
  onLeave?: (() => void) | undefined
}) {
  const list = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState(0)
  const drawn = useGrowing(choices, 0)
  const current = Math.min(active, choices.length - 1)

  function walk(event: KeyboardEvent) {
    // From where the focus is, not from what was drawn last: a key that is held down is quicker than drawing.
    const all = buttonsOf(list.current)
    const at = event.target instanceof HTMLButtonElement ? all.indexOf(event.target) : -1
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }
    const next = steps[event.key]
    if (at < 0 || next === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (next < 0) onLeave?.()
    else all[Math.min(next, all.length - 1)]?.focus()
  }

  return (
    <ul ref={list} class="kl-choices" aria-label={label} onKeyDown={walk}>
      {choices.slice(0, drawn).map(({ key, content, onChoose, beside }, index) => (
        <li key={key} class="kl-choices__item">
          <button
            type="button"
            class="kl-choice"
            data-choice={key}
            tabIndex={index === current ? 0 : -1}
            onFocus={() => setActive(index)}
            onClick={onChoose}
          >
            {content}
          </button>
          {beside}
        </li>
      ))}
    </ul>
  )
}

/** The buttons of the lists inside an element, in order. */
export function buttonsOf(container: Element | null): HTMLButtonElement[] {
  return container === null ? [] : [...container.querySelectorAll<HTMLButtonElement>('button.kl-choice')]
}

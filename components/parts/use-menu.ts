import type { RefObject } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { placeMenu } from './place-menu.ts'
import './menu.css'

export interface Menu {
  readonly close: () => void
  /** For the `<button>` that opens it. */
  readonly button: {
    readonly ref: RefObject<HTMLButtonElement | null>
    readonly 'aria-haspopup': 'menu'
    readonly 'aria-expanded': boolean
    readonly 'aria-controls': string
    readonly onClick: () => void
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
  /** For the element around its items, with `role="menu"`; they are buttons that Tab passes over. */
  readonly menu: {
    readonly ref: RefObject<HTMLDivElement | null>
    readonly id: string
    readonly popover: 'auto'
    readonly onToggle: (event: { readonly newState: string }) => void
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
}

/**
 * A button and the menu that it opens (ARIA Authoring Practices, «menu button»): arrows, Home, End and first letters walk
 * it, Escape and Tab leave it, and Escape gives the focus back to the button.
 *
 * @param preferred index of the item that has the focus when the button is pressed; by the arrows it is the first or last
 */
export function useMenu(preferred: () => number = () => 0): Menu {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const items = () => [...(menu.current?.querySelectorAll('button') ?? [])]

  function open(index: number) {
    if (button.current === null || menu.current === null) return
    menu.current.showPopover()
    placeMenu(menu.current, button.current)
    items().at(index)?.focus()
  }

  function close() {
    menu.current?.hidePopover()
    button.current?.focus()
  }

  function onButtonKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    open(event.key === 'ArrowDown' ? 0 : -1)
  }

  function onMenuKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = items()
    const at = all.indexOf(event.target as HTMLButtonElement)
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
    const step = steps[event.key]
    if (event.key === 'Tab') menu.current?.hidePopover()
    else if (event.key === 'Escape') {
      // One step back: the menu, not what is open below it.
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (step !== undefined) {
      event.preventDefault()
      all.at(step % all.length)?.focus()
    } else if (/^\p{L}$/u.test(event.key)) {
      event.preventDefault()
      const begins = (item: HTMLElement) => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase())
      const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(begins)
      next?.focus()
    }
  }

  return {
    close,
    button: {
      ref: button,
      'aria-haspopup': 'menu',
      'aria-expanded': isOpen,
      'aria-controls': id,
      onClick: () => (isOpen ? close() : open(preferred())),
      onKeyDown: onButtonKey,
    },
    menu: {
      ref: menu,
      id,
      popover: 'auto',
      onToggle: (event) => setOpen(event.newState === 'open'),
      onKeyDown: onMenuKey,
    },
  }
}

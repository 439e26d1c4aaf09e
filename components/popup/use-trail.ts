import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Destination } from '../papers/destination.ts'
import { buttonsOf } from '../rows/choice-list.tsx'

/** Frames that the row one came from may take to be drawn, where the list is long. */
const delay = 60

/** The row of a list that something in it is opened from: itself, or what stands beside it, as the news of what is followed. */
const rowOf = (pressed: Element | null): string | undefined =>
  (pressed as HTMLElement | null)?.dataset.choice ??
  buttonsOf(pressed?.closest('.kl-choices > li') ?? null)[0]?.dataset.choice

/** What was opened one after the other on a screen, the last one shown. */
export interface Trail {
  readonly open: Destination | undefined
  go(destination: Destination): void
  back(): void
  /** Shows the beginning of what is there now. */
  toTop(): void
  /** Where the screen is searched from. */
  readonly field: RefObject<HTMLInputElement | null>
  /** Where the list stands, and what is opened from it. */
  readonly main: RefObject<HTMLElement | null>
}

/**
 * Opens things in place and goes back, by Escape too: from the last one to the row that it was opened from.
 *
 * @param trail what is open; empty for the list itself
 */
export function useTrail(trail: readonly Destination[], onTrail: (trail: readonly Destination[]) => void): Trail {
  const field = useRef<HTMLInputElement>(null)
  const main = useRef<HTMLElement>(null)
  const chosen = useRef<string | undefined>(undefined)
  const open = trail.at(-1)

  function go(destination: Destination) {
    chosen.current ??= rowOf(document.activeElement)
    onTrail([...trail, destination])
    toTop()
    requestAnimationFrame(() => {
      // A quick user has moved the focus into what was opened already, and may be typing there.
      if (!main.current?.contains(document.activeElement)) main.current?.focus()
    })
  }

  function toTop() {
    main.current?.scrollTo(0, 0)
    // In a low window all of it scrolls.
    main.current?.parentElement?.scrollTo(0, 0)
  }

  function back() {
    onTrail(trail.slice(0, -1))
    if (trail.length > 1) return
    const key = chosen.current
    chosen.current = undefined
    toRow(key, key === undefined ? 0 : delay)
  }

  /** Gives the focus to a row, which may be drawn some frames later. */
  function toRow(key: string | undefined, left: number) {
    requestAnimationFrame(() => {
      const row = buttonsOf(main.current).find((button) => button.dataset.choice === key)
      if (row) row.focus()
      else if (left === 0) field.current?.focus()
      // Where what is opened was scrolled to, or its button is gone: nobody has gone elsewhere meanwhile.
      else if ([document.body, main.current].includes(document.activeElement as HTMLElement | null))
        toRow(key, left - 1)
    })
  }

  // Escape goes one step back from wherever the focus is; with nothing to go back to the browser closes a popup.
  useEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || open === undefined || event.defaultPrevented) return
      event.preventDefault()
      back()
    }
    addEventListener('keydown', onEscape)
    return () => removeEventListener('keydown', onEscape)
  })

  return { open, go, back, toTop, field, main }
}

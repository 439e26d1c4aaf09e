import { useEffect } from 'preact/hooks'

/** F6 goes from part to part of the reader, and back with Shift: the bar, the questions, the pages, the notes. */
export function usePaneKeys(): void {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
        (pane) => pane.getClientRects().length > 0,
      )
      const now = panes.findIndex((pane) => pane.contains(document.activeElement))
      const next = panes.at((now + (event.shiftKey ? -1 : 1)) % panes.length)
      if (next === undefined) return
      event.preventDefault()
      next.focus({ preventScroll: true })
    }
    // The card on a code keeps its keys to itself.
    addEventListener('keydown', walk, { capture: true })
    return () => removeEventListener('keydown', walk, { capture: true })
  }, [])
}

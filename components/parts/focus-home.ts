import { useEffect } from 'preact/hooks'

/** The place in which the focus was last. */
let latest: Element | null = null

/** Milliseconds in which a screen may give the focus to something better. */
const patience = 100

/**
 * Remembers in which of the places marked `data-home` one was busy, and gives the focus back to it where what had it went away,
 * as a button does that was pressed for the last time: once a page.
 */
export function useHomes(): void {
  useEffect(() => {
    let focused: Element | null = null
    let waiting: ReturnType<typeof setTimeout> | undefined
    function note({ target }: FocusEvent) {
      focused = target instanceof Element ? target : null
      const home = focused?.closest('[data-home]') ?? null
      if (home !== null) latest = home
    }
    // What is taken away may be left just before it goes: whether it went is seen a moment later.
    function left({ target }: FocusEvent) {
      queueMicrotask(() => {
        if (target === focused && focused?.isConnected) focused = null
      })
    }
    const watch = new MutationObserver(() => {
      if (focused === null || focused.isConnected) return
      focused = null
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        if (document.activeElement === document.body) focusHome()
      }, patience)
    })
    document.addEventListener('focusin', note)
    document.addEventListener('focusout', left)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', note)
      document.removeEventListener('focusout', left)
      watch.disconnect()
      clearTimeout(waiting)
      latest = null
    }
  }, [])
}

/** Gives the focus to where one was busy last, or else to the first such place that is shown; nothing scrolls. */
export function focusHome(): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-home]')]
  for (const home of [...all.filter((each) => each === latest), ...all]) {
    home.focus({ preventScroll: true })
    if (document.activeElement === home) return
  }
}

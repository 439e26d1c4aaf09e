import { useEffect } from 'preact/hooks'

/** The place in which the focus was last. */
let latest: Element | null = null

/** Remembers in which of the places marked `data-home` one was busy: once a page. */
export function useHomes(): void {
  useEffect(() => {
    function note({ target }: FocusEvent) {
      const home = target instanceof Element ? target.closest('[data-home]') : null
      if (home !== null) latest = home
    }
    document.addEventListener('focusin', note)
    return () => {
      document.removeEventListener('focusin', note)
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

import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { focusHome } from './focus-home.ts'

/** Milliseconds in which a screen may give the focus to something better. */
const patience = 100

/**
 * Gives the focus back to where one was busy (`focusHome`) where what had it went away, as a button does that was pressed for the
 * last time: once a page.
 *
 * @param apart a place that sees to its own
 */
export function useLostFocus(apart: RefObject<Element | null>): void {
  useEffect(() => {
    let focused: Element | null = null
    let waiting: ReturnType<typeof setTimeout> | undefined
    const see = (target: EventTarget | null) => {
      focused = target instanceof Element && apart.current?.contains(target) !== true ? target : null
    }
    const note = ({ target }: FocusEvent) => see(target)
    see(document.activeElement)
    // What is taken away may be left just before it goes: whether it went is seen a moment later. Where the whole window is left, as
    // for a question of the browser's own, it is still what has the focus here.
    function left({ target }: FocusEvent) {
      queueMicrotask(() => {
        if (target === focused && focused?.isConnected && document.activeElement !== focused) focused = null
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
    }
  }, [])
}

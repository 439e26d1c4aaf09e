import * as dom from '#utils/dom/natives.ts'

/** Between two times, in milliseconds: a page may write itself anew as often as it likes. */
const calm = 500

/**
 * Runs what is at work on a page, and again where the page is written anew (`document.open`): the browser then takes away every
 * listener on document and window, ours too, and a card could be neither opened nor closed any more.
 *
 * @param run ended by its signal
 */
export function whileWritten(run: (signal: AbortSignal) => void, signal: AbortSignal): void {
  let running: AbortController
  let root: Element | null
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY
  const begin = (): void => {
    running = new AbortController()
    root = dom.documentElement()
    run(running.signal)
  }
  const beginAgain = (): void => {
    timer = undefined
    const now: Element | null = dom.documentElement()
    if (now === null || now === root) return
    last = performance.now()
    running.abort()
    begin()
  }
  const observer = new MutationObserver(() => {
    if (dom.documentElement() !== root) timer ??= setTimeout(beginAgain, Math.max(0, last + calm - performance.now()))
  })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
    running.abort()
  })
  begin()
  // What began may have found that the extension is gone.
  if (!signal.aborted) observer.observe(document, { childList: true })
}

/** Between two times, in milliseconds: a page can say as often as it likes that it is back. */
const calm = 500

/** Calls back when the page is back from the history, as it was left. */
export function whenShownAgain(task: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY
  const run = (): void => {
    timer = undefined
    last = performance.now()
    task()
  }
  const shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) timer ??= setTimeout(run, Math.max(0, last + calm - performance.now()))
  }
  addEventListener('pageshow', shown, { signal })
  signal.addEventListener('abort', () => clearTimeout(timer))
}

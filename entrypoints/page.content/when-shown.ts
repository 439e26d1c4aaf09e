/** Between two runs of what is asked for soon, on a page that changes all the time; in milliseconds. */
const calm = 500

/**
 * Runs tasks some time after they were asked for: on a hidden page once it is shown, and no more once the signal has ended all.
 *
 * @param isHidden a `visibilitychange` tells when it may have changed
 */
export function createWhenShown(signal: AbortSignal, isHidden: () => boolean) {
  const planned = new Set<() => void>()
  const waiting = new Set<() => void>()
  const shown = (): void => {
    if (isHidden()) return
    const tasks = [...waiting]
    waiting.clear()
    for (const task of tasks) task()
  }
  document.addEventListener('visibilitychange', shown, { signal })

  /** @param delay milliseconds */
  const later = (task: () => void, delay: number): void => {
    const run = (): void => {
      planned.delete(task)
      if (signal.aborted) return
      if (isHidden()) waiting.add(task)
      else task()
    }
    setTimeout(run, delay)
  }

  /** Once however often it is asked for. */
  const soon = (task: () => void): void => {
    if (planned.has(task)) return
    planned.add(task)
    later(task, calm)
  }
  return { later, soon }
}

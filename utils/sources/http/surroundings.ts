/** What the look-ups need from outside, so that a test brings its own network, clock and dice. */
export interface Surroundings {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Whether the browser lets us reach an address at all, as far as that can be known; left out where it always does. */
  readonly mayReach?: (url: string) => Promise<boolean>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** From 0 up to 1. */
  readonly random: () => number
  /** Resolves after so many milliseconds; rejects with the signal's reason when that comes first. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** The real ones, of a browser or Node. */
export const realSurroundings: Surroundings = {
  fetch: (url, init) => globalThis.fetch(url, init),
  now: () => Date.now(),
  random: () => Math.random(),
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer)
        reject(signal.reason)
      }
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop)
        resolve()
      }, milliseconds)
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, { once: true })
    }),
}

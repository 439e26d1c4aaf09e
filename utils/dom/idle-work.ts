import * as dom from './natives.ts'

/** How long one slice of work may take before the page gets its turn, in milliseconds. */
const sliceMs = 8
/**
 * The first work of a page may take longer: it makes the difference between codes that are painted at once or later. With
 * the longest single step it stays under the 50 ms at which a page is felt to hang.
 */
const firstSliceMs = 24
/** On a page that is never idle a slice comes once in so many milliseconds, and is so much longer. */
const late = { ms: 500, sliceMs: 32 } as const
/** No step is begun that would, if it takes as long as the longest of its slice, end later than this. */
const feltMs = 45

/**
 * Works off generators one after the other, in slices while the page is idle, and only while it is in sight: what a
 * hidden tab would show is nobody's business until it is shown or asked for (`finish`). An error in one of them ends
 * that one alone.
 */
export class IdleWork {
  readonly #queue: Iterator<void>[] = []
  readonly #signal: AbortSignal
  readonly #isHidden: () => boolean
  #pending: number | null = null

  /** @param isHidden test seam; a `visibilitychange` tells when it may have changed */
  constructor(signal: AbortSignal, isHidden: () => boolean = dom.isHidden) {
    this.#signal = signal
    this.#isHidden = isHidden
    document.addEventListener('visibilitychange', () => this.#plan(), { signal })
    signal.addEventListener('abort', () => {
      this.#queue.length = 0
      this.#unplan()
    })
  }

  add(work: Iterator<void>): void {
    this.#queue.push(work)
    this.#plan()
  }

  /**
   * Starts at once if the page is in sight, and goes on while it is idle.
   *
   * @param budget for so many milliseconds at once
   */
  addUrgent(work: Iterator<void>, budget: number = firstSliceMs): void {
    this.#queue.unshift(work)
    if (!this.#isHidden()) this.#run(budget)
  }

  /** Works off all that waits, at once, in sight or not: for who needs the answer now. */
  finish(): void {
    while (this.#queue.length > 0) this.#step()
    this.#unplan()
  }

  #plan(): void {
    if (this.#isHidden()) this.#unplan()
    else if (this.#queue.length > 0 && !this.#signal.aborted) {
      this.#pending ??= requestIdleCallback(({ didTimeout }) => this.#run(didTimeout ? late.sliceMs : sliceMs), {
        timeout: late.ms,
      })
    }
  }

  #unplan(): void {
    if (this.#pending !== null) cancelIdleCallback(this.#pending)
    this.#pending = null
  }

  #run(budget: number): void {
    this.#unplan()
    const begun = performance.now()
    let longest = 0
    for (let spent = 0; this.#queue.length > 0 && spent < budget && spent + longest < feltMs; ) {
      this.#step()
      const before = spent
      spent = performance.now() - begun
      longest = Math.max(longest, spent - before)
    }
    this.#plan()
  }

  #step(): void {
    try {
      if (this.#queue[0]?.next().done) this.#queue.shift()
    } catch (error) {
      this.#queue.shift()
      console.error('Kamerlens:', error)
    }
  }
}

/** How long one slice of work may take before the page gets its turn, in milliseconds. */
const sliceMs = 8
/** The first work of a page may take longer: it makes the difference between codes that are painted at once or later. */
const firstSliceMs = 40

/**
 * Works off generators one after the other, in slices while the page is idle. An error in one of them ends that one
 * alone.
 */
export class IdleWork {
  readonly #queue: Iterator<void>[] = []
  readonly #signal: AbortSignal
  #pending: number | null = null

  constructor(signal: AbortSignal) {
    this.#signal = signal
    signal.addEventListener('abort', () => {
      this.#queue.length = 0
      if (this.#pending !== null) cancelIdleCallback(this.#pending)
    })
  }

  add(work: Iterator<void>): void {
    this.#queue.push(work)
    this.#pending ??= requestIdleCallback(() => this.#run(sliceMs), { timeout: 500 })
  }

  /** Starts at once, and goes on while the page is idle. */
  addUrgent(work: Iterator<void>): void {
    this.#queue.unshift(work)
    this.#run(firstSliceMs)
  }

  #run(budget: number): void {
    if (this.#pending !== null) cancelIdleCallback(this.#pending)
    this.#pending = null
    const end = performance.now() + budget
    while (this.#queue.length > 0 && performance.now() < end) this.#step()
    if (this.#queue.length > 0 && !this.#signal.aborted) {
      this.#pending = requestIdleCallback(() => this.#run(sliceMs), { timeout: 500 })
    }
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

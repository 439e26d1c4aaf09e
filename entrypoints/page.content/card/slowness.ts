/** Milliseconds after which it is said that something takes long, as in the popup. */
export const long = 5_000

/** Whether something that is waited for takes long by now. */
export class Slowness {
  readonly #became: () => void
  #timer: ReturnType<typeof setTimeout> | null = null
  #isSlow = false

  /** @param became what is waited for takes long from now on */
  constructor(became: () => void) {
    this.#became = became
  }

  /** @param isWaiting whether it is waited for still; the time runs from when it first is */
  follows(isWaiting: boolean): boolean {
    if (!isWaiting) {
      if (this.#timer !== null) clearTimeout(this.#timer)
      this.#timer = null
      this.#isSlow = false
    } else {
      this.#timer ??= setTimeout(() => {
        this.#isSlow = true
        this.#became()
      }, long)
    }
    return this.#isSlow
  }
}

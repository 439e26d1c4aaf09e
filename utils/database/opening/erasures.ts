/** Erasures of everything, as whoever is at work meanwhile has to know of them. */
export class Erasures {
  #begun = 0
  readonly #vain = new Set<number>()

  /**
   * Begins one. What was begun before it, and would be written behind it, is written no more.
   *
   * @returns says that it came to nothing: then it counts as none
   */
  begin(): () => void {
    this.#begun += 1
    const own = this.#begun
    return () => void this.#vain.add(own)
  }

  /** @returns whether everything was erased since now, or is being */
  watch(): () => boolean {
    const before = this.#begun
    return () => {
      for (let each = before + 1; each <= this.#begun; each += 1) if (!this.#vain.has(each)) return true
      return false
    }
  }
}

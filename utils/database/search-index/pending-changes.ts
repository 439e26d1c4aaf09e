import type { Change } from '../journal/changes.ts'
import { unitChanged } from './unit-changed.ts'

/** What has changed since the index was last brought up to it. */
export class PendingChanges {
  readonly #units = new Set<string>()
  #seq = 0
  /** Whether it can't be told which units changed: all that is kept has to be compared. */
  isUnknown = false

  /** Of a transaction, by its number. */
  add(changes: readonly Change[], seq: number): void {
    this.#seq = Math.max(this.#seq, seq)
    for (const change of changes) {
      const unit = unitChanged(change)
      if (unit === 'unknown') this.isUnknown = true
      else if (unit !== null) this.#units.add(unit)
    }
  }

  /** Hands over what there is; `isUnknown` stays until all was compared. */
  take(): { readonly units: readonly string[]; readonly seq: number } {
    const taken = { units: [...this.#units], seq: this.#seq }
    this.#units.clear()
    return taken
  }
}

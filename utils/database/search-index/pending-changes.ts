import type { Change } from '../journal/changes.ts'
import { unitChanged } from './unit-changed.ts'

/** What has changed since the index was last brought up to it. */
export class PendingChanges {
  readonly #units = new Set<string>()
  #seq = 0
  /** Whether it can't be told which units changed: all that is kept has to be compared. */
  isUnknown = false

  /** Of a transaction, by its number. Where one before it is missing, nobody told of that: it erased everything. */
  add(changes: readonly Change[], seq: number): void {
    if (this.#seq > 0 && seq > this.#seq + 1) this.isUnknown = true
    this.saw(seq)
    for (const change of changes) {
      const unit = unitChanged(change)
      if (unit === 'unknown') this.isUnknown = true
      else if (unit !== null) this.#units.add(unit)
    }
  }

  /** All up to the transaction of this number is seen to. */
  saw(seq: number): void {
    this.#seq = Math.max(this.#seq, seq)
  }

  /** Hands over what there is; `isUnknown` stays until all was compared. */
  take(): { readonly units: readonly string[]; readonly seq: number } {
    const taken = { units: [...this.#units], seq: this.#seq }
    this.#units.clear()
    return taken
  }
}

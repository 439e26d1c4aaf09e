import type { StoreError } from '../../browser/protocol/result.ts'
import { StoreFailure } from '../errors.ts'

/**
 * What may be done with the database that lies there, asked before each opening. `as-it-is`: it is opened, and one of an earlier schema is
 * not upgraded. `upgrade`: there is a snapshot of what lies there now, so it may be.
 */
export type Opening = 'as-it-is' | 'upgrade' | { readonly refused: StoreError }

/**
 * Stands before every opening of the database, in whatever context: no upgrade of its schema runs without the snapshot of what
 * was there before (SAFETY §2), whoever opens first. Where nobody is asked none runs at all.
 */
export class Gate {
  #ask: () => Promise<Opening> = async () => 'as-it-is'
  #said: Opening = 'as-it-is'

  askBefore(ask: () => Promise<Opening>): void {
    this.#ask = ask
  }

  /** Where nobody can say (a browser without IndexedDB, or one that does not list what it has) opening itself fails, or upgrades nothing. */
  async ask(): Promise<void> {
    this.#said = 'as-it-is'
    this.#said = await this.#ask().catch(() => 'as-it-is' as const)
  }

  /** Within an upgrade: fails it, and so leaves all as it was, where it may not be made. */
  holdUpgrade(): void {
    if (this.#said !== 'upgrade') throw new StoreFailure('upgrade-unsecured')
  }

  /** The same factory, which opens nothing where opening was refused: the refusal is what opening fails with. */
  guarding(factory: IDBFactory): IDBFactory {
    return {
      open: (name, version) => {
        if (typeof this.#said === 'object') throw new StoreFailure(this.#said.refused)
        return factory.open(name, version)
      },
      deleteDatabase: (name) => factory.deleteDatabase(name),
      databases: () => factory.databases(),
      cmp: (first, second) => factory.cmp(first, second),
    }
  }
}

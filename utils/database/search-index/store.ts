import { done } from '../rows/done.ts'
import { type IndexTable, IndexTransaction, tables } from './index-transaction.ts'

/**
 * The disk side of the search index: a database of its own, since all of it can be made anew from what is kept. It stands in no
 * journal and no export. The background writes it, pages read it; every reading and writing is one transaction, so that none sees half.
 */

export const indexName = 'kamerlens-search'

/** Where the index lies: seams for tests. */
export interface IndexOptions {
  readonly name?: string
  readonly indexedDB?: IDBFactory
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange
}

export class IndexStore {
  readonly #options: IndexOptions
  #opened: Promise<IDBDatabase> | null = null

  constructor(options: IndexOptions = {}) {
    this.#options = options
  }

  read<Value>(names: readonly IndexTable[], query: (transaction: IndexTransaction) => Promise<Value>): Promise<Value> {
    return this.#run(names, 'readonly', query)
  }

  /**
   * Resolves when it is written.
   *
   * @param durability `strict`: when it is on the disk, with all that was written before; else what a crash takes back is made anew
   */
  write<Value>(
    change: (transaction: IndexTransaction) => Promise<Value>,
    durability: IDBTransactionDurability = 'relaxed',
  ): Promise<Value> {
    return this.#run(tables, 'readwrite', change, durability)
  }

  async close(): Promise<void> {
    const opened = this.#opened
    this.#opened = null
    ;(await opened?.catch(() => null))?.close()
  }

  async #run<Value>(
    names: readonly IndexTable[],
    mode: IDBTransactionMode,
    query: (transaction: IndexTransaction) => Promise<Value>,
    durability: IDBTransactionDurability = 'relaxed',
  ): Promise<Value> {
    const db = await this.#open()
    const transaction = db.transaction([...names], mode, { durability })
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was ended'))
    })
    ended.catch(() => undefined)
    try {
      const value = await query(new IndexTransaction(transaction, this.#options.IDBKeyRange ?? IDBKeyRange))
      if (mode === 'readwrite') await ended
      return value
    } catch (error) {
      try {
        transaction.abort()
      } catch {
        // It has ended by itself.
      }
      throw error
    }
  }

  #open(): Promise<IDBDatabase> {
    this.#opened ??= this.#openNow().catch((error: unknown) => {
      this.#opened = null
      throw error
    })
    return this.#opened
  }

  async #openNow(): Promise<IDBDatabase> {
    const { name = indexName, indexedDB: factory = indexedDB } = this.#options
    const request = factory.open(name, 1)
    request.onupgradeneeded = () => {
      for (const table of tables) request.result.createObjectStore(table)
    }
    const db = await done(request)
    // Another window may delete it, and the browser may close it.
    const forget = () => {
      this.#opened = null
    }
    db.onclose = forget
    db.onversionchange = () => {
      forget()
      db.close()
    }
    return db
  }
}

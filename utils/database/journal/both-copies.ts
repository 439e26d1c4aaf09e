import { type DBCore, Dexie, type Middleware, type Table } from 'dexie'
import { StoreFailure, Unsecured } from '../errors.ts'
import { Erasures } from '../opening/erasures.ts'
import { foundRecorder, keepFoundNames } from '../opening/found-recorder.ts'
import { writeTransaction } from '../opening/write-transaction.ts'
import { numberIn } from '../rows/number-in.ts'
import type { DocumentId, MetaRow } from '../schema.ts'
import { type Change, changeRecorder, isJournalTable } from './changes.ts'
import { emptyAll, erasedKey, sequenceKey } from './everything.ts'
import type { Journal } from './journal.ts'

/** Milliseconds between two tellings that a transaction is under way; the worker of the journal waits for more than three of them. */
const toldEach = 1_500

/** As much of the database as is used here: `KamerlensDatabase`, which this is a part of. */
interface CopiedDatabase extends Dexie {
  readonly meta: Table<MetaRow, string>
  readonly understands: number
  isWritable(): Promise<boolean>
  opened<Value>(run: () => PromiseLike<Value>): Promise<Value>
}

/** No transaction was ever counted here, though the database was looked after since the browser started. */
class Uncounted extends Error {}

/** Writes what changes into both copies of what is kept: the database, and the journal where there is one (SAFETY §1). */
export class BothCopies {
  readonly erasures = new Erasures()
  /** What the database tells of its own transactions: to be used by it before it is opened. */
  readonly recorders: readonly Middleware<DBCore>[]

  readonly #db: CopiedDatabase
  /** Told of what a transaction has changed, once it has ended. */
  #onWritten: ((changes: readonly Change[], seq: number) => void) | null = null
  /** Told whenever the services have said something. */
  #onFound: (() => void) | null = null
  /** The second copy, where there is one: in the background of the extension. */
  #journal: Journal | null = null
  /** What each running transaction has changed, in the tables that the journal holds. */
  readonly #changes = new WeakMap<object, (readonly Change[])[]>()
  /** Of what each running transaction keeps something that the services have said. */
  readonly #found = new WeakMap<object, Set<DocumentId>>()

  constructor(db: CopiedDatabase) {
    this.#db = db
    this.recorders = [
      changeRecorder((transaction, changes) => this.#changes.get(transaction)?.push(changes)),
      foundRecorder((transaction, names) => {
        const found = this.#found.get(transaction)
        for (const name of names) found?.add(name)
      }),
    ]
  }

  useJournal(journal: Journal): void {
    this.#journal = journal
  }

  onWritten(listener: (changes: readonly Change[], seq: number) => void): void {
    this.#onWritten = listener
  }

  onFound(listener: () => void): void {
    this.#onFound = listener
  }

  /** `KamerlensDatabase.write`. */
  async write<Value>(tables: readonly string[], change: () => Promise<Value>): Promise<Value> {
    if (Dexie.currentTransaction) return this.#changing(tables, change)
    const journal = this.#journal
    const isErased = this.erasures.watch()
    const make = (): Promise<Value> => {
      if (isErased()) throw new StoreFailure('erased')
      return change()
    }
    if (journal === null) return this.#db.opened(() => this.#changing(tables, make))
    try {
      return await this.#writeBoth(journal, tables, make)
    } catch (error) {
      if (!(error instanceof Uncounted)) throw error
      await journal.recoverAnew()
      return await this.#writeBoth(journal, tables, make, true)
    }
  }

  /**
   * @param isAgain whether a database in which no transaction was ever counted is taken as it is
   * @throws Uncounted where it is not: the browser has put an empty one in the place of what was there, and nothing is changed
   */
  async #writeBoth<Value>(
    journal: Journal,
    tables: readonly string[],
    make: () => Promise<Value>,
    isAgain = false,
  ): Promise<Value> {
    await journal.begin()
    const made: (readonly Change[])[] = []
    let changes: readonly Change[] = []
    let seq = 0
    // A large one takes long: a worker that hears of nothing would note peace, and the start after a kill would believe it.
    const telling = setInterval(() => void journal.begin().catch(() => undefined), toldEach)
    const value = await this.#db
      .opened(() =>
        this.#changing(tables, async () => {
          this.#changes.set(Dexie.currentTransaction.idbtrans, made)
          const last = this.#db.meta.get(sequenceKey)
          const result = await make()
          changes = made.flat()
          const counted = await last
          seq = numberIn(counted, 0)
          if (changes.length > 0) {
            if (counted === undefined && !isAgain) throw new Uncounted()
            seq += 1
            await this.#db.meta.put({ key: sequenceKey, value: seq })
          }
          return result
        }),
      )
      .finally(() => clearInterval(telling))
    if (changes.length > 0) this.#onWritten?.(changes, seq)
    // What the journal holds nothing of need not wait for it; a save that was there already does, for the one before.
    else if (!tables.some(isJournalTable)) return value
    try {
      await journal.append(changes.length > 0 ? { seq, at: new Date().toISOString(), changes } : null, seq)
    } catch (error) {
      throw new Unsecured(value, error)
    }
    return value
  }

  /** `KamerlensDatabase.erase`. */
  async erase(): Promise<void> {
    const journal = this.#journal
    // What the database lacks, and perhaps can't be given back, is in the second copy under higher numbers: those are passed over.
    const last = (await journal?.last()) ?? 0
    // Before the transaction: a change that is asked for already, and whose transaction comes behind it, comes to nothing.
    const cameToNothing = this.erasures.begin()
    try {
      let seq: number | null = last + 1
      while (seq !== null) {
        await journal?.erasing(seq)
        seq = await this.#emptyAs(seq, journal !== null)
      }
    } catch (error) {
      cameToNothing()
      await journal?.erasing(null)
      throw error
    }
    if (journal === null) return
    await journal.forget()
    await this.#db.opened(() => this.#db.meta.delete(erasedKey))
  }

  /**
   * Empties the database as the transaction of a number.
   *
   * @returns null, or, where there were as many before it, the number that it would have: nothing was changed then
   */
  #emptyAs(seq: number, isJournaled: boolean): Promise<number | null> {
    return this.#db.opened(() =>
      writeTransaction(
        this.#db,
        this.#db.tables.map(({ name }) => name),
        async () => {
          if (!(await this.#db.isWritable())) throw new StoreFailure('newer-database')
          const counted = numberIn(await this.#db.meta.get(sequenceKey), 0)
          if (counted >= seq) return counted + 1
          await this.#db.meta.put({ key: sequenceKey, value: seq })
          await emptyAll(this.#db)
          if (isJournaled) await this.#db.meta.put({ key: erasedKey, value: true })
          return null
        },
      ),
    )
  }

  #changing<Value>(tables: readonly string[], change: () => Promise<Value>): Promise<Value> {
    return writeTransaction(this.#db, [...tables, 'meta'], async () => {
      // Asked for beside the change's own questions: each by itself is a way to the disk and back. Where this build may
      // not write, the transaction comes to nothing.
      const allowed = this.#db.meta.get('minWriter').then((row) => numberIn(row, 1) <= this.#db.understands)
      const transaction = Dexie.currentTransaction.idbtrans
      const found = this.#found.get(transaction) ?? new Set()
      this.#found.set(transaction, found)
      try {
        const value = await change()
        if (found.size > 0) {
          await keepFoundNames(this.#db, [...found])
          found.clear()
          this.#onFound?.()
        }
        if (await allowed) return value
      } catch (error) {
        if (await allowed) throw error
      }
      throw new StoreFailure('newer-database')
    })
  }
}

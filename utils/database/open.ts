import { Dexie, type PromiseExtended, type Table, type Transaction } from 'dexie'
import { StoreFailure, storeErrorOf, Unsecured } from './errors.ts'
import { type Change, changeRecorder, isJournalTable } from './journal/changes.ts'
import { erasedKey, holdSnapshot, sequenceKey } from './journal/everything.ts'
import type { Journal } from './journal/journal.ts'
import { codesNamedIn } from './notes/note-mentions.ts'
import { checkedUpgrade } from './opening/checked-upgrade.ts'
import { Erasures } from './opening/erasures.ts'
import { foundRecorder, keepFoundNames } from './opening/found-recorder.ts'
import { Gate, type Opening } from './opening/gate.ts'
import { writeTransaction } from './opening/write-transaction.ts'
import { numberIn } from './rows/number-in.ts'
import {
  type CorrectionRow,
  type DocumentId,
  type DocumentRow,
  type JobRow,
  type LookupRow,
  type MetaRow,
  type NoteMentionRow,
  type NoteRow,
  type NoteTagRow,
  type NoteVersionRow,
  type OriginalRow,
  type QuestionRow,
  type RestRow,
  type SightingRow,
  schemaVersion,
  type WatchRow,
} from './schema.ts'

export const databaseName = 'kamerlens'

/** `[list, number, occurrence, kind]`. */
export type CorrectionKey = [DocumentId, string, number, CorrectionRow['kind']]

/**
 * What a Kamerlens must understand to use this database. One that knows version 1 alone reads it as it is, but would
 * put what it reads in the place of corrected questions and leave what was read before beside them.
 */
function raiseRequirements(transaction: Transaction): PromiseLike<unknown> {
  return transaction.table<MetaRow, string>('meta').bulkPut([
    { key: 'minReader', value: 1 },
    { key: 'minWriter', value: 2 },
  ])
}

/** Notes of an older Kamerlens were stored without the codes that they name. */
export async function fillNoteMentions(tables: { table(name: string): Table }): Promise<void> {
  const notes: readonly NoteRow[] = await tables.table('notes').toArray()
  const rows = notes.flatMap(({ id, body }) => codesNamedIn(body).map((code): NoteMentionRow => ({ noteId: id, code })))
  await tables.table('noteMentions').bulkPut(rows)
}

/** Milliseconds between two tellings that a transaction is under way; the worker of the journal waits for more than three of them. */
const toldEach = 1_500

/** No transaction was ever counted here, though the database was looked after since the browser started. */
class Uncounted extends Error {}

/** Where the database comes from, and which schema this build knows: seams for tests. */
export interface DatabaseOptions {
  readonly name?: string
  /** The schema version that this build understands (`schemaVersion`). */
  readonly version?: number
  readonly indexedDB?: IDBFactory
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange
}

/**
 * The database (DESIGN «Data»). The background is its only writer; extension pages read it and follow it live.
 * Strict durability: a transaction that has ended is on the disk.
 */
export class KamerlensDatabase extends Dexie {
  declare readonly documents: Table<DocumentRow, DocumentId>
  declare readonly questions: Table<QuestionRow, [DocumentId, number]>
  declare readonly originals: Table<OriginalRow, DocumentId>
  declare readonly corrections: Table<CorrectionRow, CorrectionKey>
  declare readonly rests: Table<RestRow, DocumentId>
  declare readonly notes: Table<NoteRow, string>
  declare readonly noteTags: Table<NoteTagRow, [string, string]>
  declare readonly noteMentions: Table<NoteMentionRow, [string, string]>
  declare readonly noteVersions: Table<NoteVersionRow, [string, number]>
  declare readonly sightings: Table<SightingRow, [DocumentId, string]>
  declare readonly watches: Table<WatchRow, string>
  declare readonly lookups: Table<LookupRow, DocumentId>
  declare readonly jobs: Table<JobRow, string>
  declare readonly meta: Table<MetaRow, string>

  readonly erasures = new Erasures()

  /** The schema version that this build understands. */
  readonly understands: number

  /** Told of what a transaction has changed, once it has ended. */
  #onWritten: ((changes: readonly Change[], seq: number) => void) | null = null
  /** Told whenever the services have said something. */
  #onFound: (() => void) | null = null
  /** The second copy, where there is one: in the background of the extension. */
  #journal: Journal | null = null
  readonly #gate: Gate
  #opening: PromiseExtended<Dexie> | null = null
  /** What each running transaction has changed, in the tables that the journal holds. */
  readonly #changes = new WeakMap<object, (readonly Change[])[]>()
  /** Of what each running transaction keeps something that the services have said. */
  readonly #found = new WeakMap<object, Set<DocumentId>>()

  constructor(options: DatabaseOptions = {}) {
    const gate = new Gate()
    const factory = options.indexedDB ?? globalThis.indexedDB
    super(options.name ?? databaseName, {
      chromeTransactionDurability: 'strict',
      // A live query that is ended half-way stays among the subscribers of Dexie's cache for good, and the view that asked with it.
      cache: 'disabled',
      // Where a browser gives none Dexie says so.
      ...(factory ? { indexedDB: gate.guarding(factory) } : {}),
      ...(options.IDBKeyRange ? { IDBKeyRange: options.IDBKeyRange } : {}),
    })
    this.#gate = gate
    const upgrading =
      (upgrade: (transaction: Transaction) => PromiseLike<unknown>) => async (transaction: Transaction) => {
        gate.holdUpgrade()
        await checkedUpgrade(transaction, upgrade)
        await holdSnapshot(transaction)
      }
    this.understands = options.version ?? schemaVersion
    this.use(changeRecorder((transaction, changes) => this.#changes.get(transaction)?.push(changes)))
    this.use(
      foundRecorder((transaction, names) => {
        const found = this.#found.get(transaction)
        for (const name of names) found?.add(name)
      }),
    )
    this.version(1).stores({
      documents: 'id, *aliases, dossier, date',
      questions: '[list+order], [list+number], code',
      notes: 'id, target, updatedAt, deletedAt',
      noteTags: '[noteId+tag], tag',
      noteVersions: '[noteId+version]',
      sightings: '[document+url], lastSeen',
      watches: 'target, nextCheck',
      jobs: 'id, state',
      meta: 'key',
    })
    // What is new in version 2 is added beside what is there; no row is rewritten.
    this.version(2)
      .stores({
        questions: '[list+order], [list+number], code, *references, *joinedCodes',
        originals: 'list',
        corrections: '[list+number+occurrence+kind]',
        rests: 'document',
      })
      .upgrade(upgrading(raiseRequirements))
    // Beside what is there too: an older Kamerlens may go on writing.
    this.version(3)
      .stores({ lookups: 'id, *aliases, wanted', noteMentions: '[noteId+code], code' })
      .upgrade(upgrading(fillNoteMentions))
    this.on('populate', raiseRequirements)
    // Dexie opens a database of a newer schema without a word; what may be done with it is for its writer to say.
    this.on(
      'ready',
      async () => {
        if ((await this.required('minReader')) > this.understands) throw new StoreFailure('newer-database')
      },
      true,
    )
  }

  /** From now on this is asked before it is opened; where it is not, no database of an earlier schema is upgraded. */
  openAfter(ask: () => Promise<Opening>): void {
    this.#gate.askBefore(ask)
  }

  override open(): PromiseExtended<Dexie> {
    if (this.isOpen()) return super.open()
    // Asked once for all that wait for it, however long that takes.
    this.#opening ??= Dexie.Promise.resolve(this.#gate.ask())
      .then(() => super.open())
      .catch((error: unknown) => {
        // Those that waited hear why it failed; after them whoever asks has it tried again, which Dexie by itself does not.
        if (!(error instanceof Dexie.DatabaseClosedError)) setTimeout(() => this.forgetFailure())
        // Of an upgrade whose transaction the browser has ended it says no more than that.
        throw storeErrorOf(error) === 'unknown' ? new StoreFailure('database-unavailable', String(error)) : error
      })
      .finally(() => {
        this.#opening = null
      })
    return this.#opening
  }

  private forgetFailure(): void {
    if (this.#opening === null && !this.isOpen() && this.hasFailed()) this.close({ disableAutoOpen: false })
  }

  /** Whether this build may write: false where a newer Kamerlens has changed what rows mean. */
  async isWritable(): Promise<boolean> {
    return (await this.required('minWriter')) <= this.understands
  }

  /** From now on a change counts as written when the journal has it too. */
  useJournal(journal: Journal): void {
    this.#journal = journal
  }

  /**
   * From now on tells of each transaction that has changed a table of the journal, with its number: what is derived from
   * those tables follows it. Where there is no journal, transactions have no number, and nothing is told.
   */
  onWritten(listener: (changes: readonly Change[], seq: number) => void): void {
    this.#onWritten = listener
  }

  /** From now on tells whenever records of the services were stored; of what they are, stands in `meta` (`found-recorder.ts`). */
  onFound(listener: () => void): void {
    this.#onFound = listener
  }

  /**
   * Runs a change in one strict transaction, which is on the disk when the promise resolves, in the database and, where
   * there is a journal, in that too. Within another change it is a part of that one.
   *
   * Throws `StoreFailure`: `newer-database` where this build may not write, `erased` where everything was since it was asked for, `journal-unavailable` where that can't be reached and
   * nothing was begun; `Unsecured` where it could not be written (the database then has the change, and the journal follows as
   * soon as it can).
   */
  async write<Value>(tables: readonly WritableTable[], change: () => Promise<Value>): Promise<Value> {
    if (Dexie.currentTransaction) return this.changing(tables, change)
    const journal = this.#journal
    const isErased = this.erasures.watch()
    const make = (): Promise<Value> => {
      if (isErased()) throw new StoreFailure('erased')
      return change()
    }
    if (journal === null) return this.opened(() => this.changing(tables, make))
    try {
      return await this.writeBoth(journal, tables, make)
    } catch (error) {
      if (!(error instanceof Uncounted)) throw error
      await journal.recoverAnew()
      return await this.writeBoth(journal, tables, make, true)
    }
  }

  /**
   * @param isAgain whether a database in which no transaction was ever counted is taken as it is
   * @throws Uncounted where it is not: the browser has put an empty one in the place of what was there, and nothing is changed
   */
  private async writeBoth<Value>(
    journal: Journal,
    tables: readonly WritableTable[],
    make: () => Promise<Value>,
    isAgain = false,
  ): Promise<Value> {
    await journal.begin()
    const made: (readonly Change[])[] = []
    let changes: readonly Change[] = []
    let seq = 0
    // A large one takes long: a worker that hears of nothing would note peace, and the start after a kill would believe it.
    const telling = setInterval(() => void journal.begin().catch(() => undefined), toldEach)
    const value = await this.opened(() =>
      this.changing(tables, async () => {
        this.#changes.set(Dexie.currentTransaction.idbtrans, made)
        const last = this.meta.get(sequenceKey)
        const result = await make()
        changes = made.flat()
        const counted = await last
        seq = numberIn(counted, 0)
        if (changes.length > 0) {
          if (counted === undefined && !isAgain) throw new Uncounted()
          seq += 1
          await this.meta.put({ key: sequenceKey, value: seq })
        }
        return result
      }),
    ).finally(() => clearInterval(telling))
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

  /**
   * Empties everything, and then the second copy: nothing brings it back. The count of transactions goes on, so that no line
   * of the journal from before it ever counts as missing here. It is the way out where the database can't be looked after.
   *
   * Throws `StoreFailure`: `newer-database` or `journal-unavailable`, or `not-secured` where the database is empty and the second copy is not yet; the
   * next start sees to that.
   */
  async erase(): Promise<void> {
    const journal = this.#journal
    // What the database lacks, and perhaps can't be given back, is in the second copy under higher numbers: those are passed over.
    const last = (await journal?.last()) ?? 0
    // Before the transaction: a change that is asked for already, and whose transaction comes behind it, comes to nothing.
    const cameToNothing = this.erasures.begin()
    const emptied = this.opened(() =>
      writeTransaction(
        this,
        this.tables.map(({ name }) => name),
        async () => {
          if (!(await this.isWritable())) throw new StoreFailure('newer-database')
          const counted = Math.max(numberIn(await this.meta.get(sequenceKey), 0), last)
          await this.meta.put({ key: sequenceKey, value: counted + 1 })
          for (const table of this.tables) if (table.name !== 'meta') await table.clear()
          await this.meta.where('key').noneOf(['minReader', 'minWriter', sequenceKey]).delete()
          if (journal !== null) await this.meta.put({ key: erasedKey, value: true })
        },
      ),
    )
    await emptied.catch((error: unknown) => {
      cameToNothing()
      throw error
    })
    if (journal === null) return
    await journal.forget()
    await this.opened(() => this.meta.delete(erasedKey))
  }

  private changing<Value>(tables: readonly WritableTable[], change: () => Promise<Value>): Promise<Value> {
    return writeTransaction(this, [...tables, 'meta'], async () => {
      // Asked for beside the change's own questions: each by itself is a way to the disk and back. Where this build may
      // not write, the transaction comes to nothing.
      const allowed = this.meta.get('minWriter').then((row) => numberIn(row, 1) <= this.understands)
      const transaction = Dexie.currentTransaction.idbtrans
      const found = this.#found.get(transaction) ?? new Set()
      this.#found.set(transaction, found)
      try {
        const value = await change()
        if (found.size > 0) {
          await keepFoundNames(this, [...found])
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

  /** Runs queries in one transaction: all of one moment. */
  read<Value>(tables: readonly WritableTable[], query: () => Promise<Value>): Promise<Value> {
    return this.opened(() => this.transaction('r', [...tables], query))
  }

  /** Disks get free, and profiles get unlocked. */
  private opened<Value>(run: () => PromiseLike<Value>): Promise<Value> {
    return Promise.resolve(this.isOpen() ? run() : this.open().then(run))
  }

  private async required(key: 'minReader' | 'minWriter'): Promise<number> {
    return numberIn(await this.meta.get(key), 1)
  }
}

export type WritableTable =
  | 'documents'
  | 'questions'
  | 'originals'
  | 'corrections'
  | 'rests'
  | 'notes'
  | 'noteTags'
  | 'noteVersions'
  | 'noteMentions'
  | 'sightings'
  | 'watches'
  | 'lookups'
  | 'jobs'

/** The database of this profile. It opens with the first query and again after the browser closed it. */
export function openDatabase(options: DatabaseOptions = {}): KamerlensDatabase {
  return new KamerlensDatabase(options)
}

import { Dexie, type PromiseExtended, type Table, type Transaction } from 'dexie'
import { StoreFailure, storeErrorOf } from './errors.ts'
import { BothCopies } from './journal/both-copies.ts'
import type { Change } from './journal/changes.ts'
import { holdSnapshot } from './journal/everything.ts'
import type { Journal } from './journal/journal.ts'
import { codesNamedIn } from './notes/codes-named.ts'
import { checkedUpgrade } from './opening/checked-upgrade.ts'
import type { Erasures } from './opening/erasures.ts'
import { Gate, type Opening } from './opening/gate.ts'
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
  declare readonly watches: Table<WatchRow, string>
  declare readonly lookups: Table<LookupRow, DocumentId>
  declare readonly jobs: Table<JobRow, string>
  declare readonly meta: Table<MetaRow, string>

  /** The schema version that this build understands. */
  readonly understands: number

  readonly #copies = new BothCopies(this)
  readonly #gate: Gate
  #opening: PromiseExtended<Dexie> | null = null

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
    for (const recorder of this.#copies.recorders) this.use(recorder)
    this.version(1).stores({
      documents: 'id, *aliases, dossier, date',
      questions: '[list+order], [list+number], code',
      notes: 'id, target, updatedAt, deletedAt',
      noteTags: '[noteId+tag], tag',
      noteVersions: '[noteId+version]',
      // Nothing is kept in it; to take it out would be an upgrade by itself.
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

  /** Erasures of everything, which whoever is at work meanwhile has to know of. */
  get erasures(): Erasures {
    return this.#copies.erasures
  }

  /** From now on a change counts as written when the journal has it too. */
  useJournal(journal: Journal): void {
    this.#copies.useJournal(journal)
  }

  /**
   * From now on tells of each transaction that has changed a table of the journal, with its number: what is derived from
   * those tables follows it. Where there is no journal, transactions have no number, and nothing is told.
   */
  onWritten(listener: (changes: readonly Change[], seq: number) => void): void {
    this.#copies.onWritten(listener)
  }

  /** From now on tells whenever records of the services were stored; of what they are, stands in `meta` (`found-recorder.ts`). */
  onFound(listener: () => void): void {
    this.#copies.onFound(listener)
  }

  /**
   * Runs a change in one strict transaction, which is on the disk when the promise resolves, in the database and, where
   * there is a journal, in that too. Within another change it is a part of that one.
   *
   * Throws `StoreFailure`: `newer-database` where this build may not write, `erased` where everything was since it was asked for, `journal-unavailable` where that can't be reached and
   * nothing was begun; `Unsecured` where it could not be written (the database then has the change, and the journal follows as
   * soon as it can).
   */
  write<Value>(tables: readonly WritableTable[], change: () => Promise<Value>): Promise<Value> {
    return this.#copies.write(tables, change)
  }

  /**
   * Empties everything, and then the second copy: nothing brings it back. The count of transactions goes on, so that no line
   * of the journal from before it ever counts as missing here. It is the way out where the database can't be looked after.
   *
   * Throws `StoreFailure`: `newer-database` or `journal-unavailable`, or `not-secured` where the database is empty and the second copy is not yet; the
   * next start sees to that.
   */
  erase(): Promise<void> {
    return this.#copies.erase()
  }

  /** Runs queries in one transaction: all of one moment. */
  read<Value>(tables: readonly WritableTable[], query: () => Promise<Value>): Promise<Value> {
    return this.opened(() => this.transaction('r', [...tables], query))
  }

  /** Runs what needs it open: disks get free, and profiles get unlocked. */
  opened<Value>(run: () => PromiseLike<Value>): Promise<Value> {
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
  | 'watches'
  | 'lookups'
  | 'jobs'

/** The database of this profile. It opens with the first query and again after the browser closed it. */
export function openDatabase(options: DatabaseOptions = {}): KamerlensDatabase {
  return new KamerlensDatabase(options)
}

import { cmp } from 'dexie'
import { type Change, isInRange, type JournalTable, journalTables, keyOfJson } from '../journal/changes.ts'
import { erasedKey, sequenceKey } from '../journal/everything.ts'
import type { JournalFiles } from '../journal/files.ts'
import { erasedBy, journalState, lackingIn } from '../journal/reading.ts'
import { recordKeys } from '../records/records.ts'
import { done } from '../rows/done.ts'
import { filesOf, recordsOf, type StoredRows } from './export.ts'

/** Where both copies of what is kept lie. */
export interface StoredCopies {
  /** Of the database. */
  readonly name: string
  /** Of the journal. */
  readonly files: JournalFiles
  /** Milliseconds for which the database may be opened: behind an upgrade that another window blocks it never is. */
  readonly patience?: number
}

/** What came out. */
export interface AsItLies {
  readonly files: readonly [Blob, ...Blob[]]
  /** False where one of both copies could not be read, so that something may be missing. */
  readonly isWhole: boolean
}

/**
 * Everything kept as files of an export, also where the database can't be opened as this Kamerlens needs it (an upgrade that could not be
 * made, or that another window holds up): it is read in the version in which it lies there, and from the second copy what it lacks, or all.
 * Nothing is written. What the official services said stays behind. Null where nothing is kept, or neither can be read.
 */
export async function exportAsItLies(
  { name, files, patience = 3_000 }: StoredCopies,
  now: Date,
): Promise<AsItLies | null> {
  const rows = new RowsByKey()
  let isWhole = true
  const unread = (error: unknown): null => {
    console.error(error)
    isWhole = false
    return null
  }
  const stored = await readStored(name, patience).catch(unread)
  rows.apply(stored?.rows.map(([table, put]) => ({ table, put })) ?? [])
  await addFromCopy(rows, files, stored).catch(unread)
  if (rows.isEmpty) return null
  const made = await filesOf(
    recordsOf((table) => rows.of(table), []),
    now,
  )
  return { files: made, isWhole }
}

/** Rows of the journal's tables, in memory. */
class RowsByKey {
  readonly #tables = new Map(
    journalTables.map((table) => [table, new Map<string, readonly [key: unknown, row: unknown]>()]),
  )

  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      const rows = this.#tables.get(change.table)
      if ('put' in change) {
        const key = keyIn(change.table, change.put)
        rows?.set(JSON.stringify(key), [key, change.put])
      } else if ('delete' in change) rows?.delete(JSON.stringify(keyOfJson(change.delete)))
      else if (change.deleteRange === 'all') rows?.clear()
      else for (const [written, [key]] of rows ?? []) if (isInRange(key, change.deleteRange, cmp)) rows?.delete(written)
    }
  }

  /** As some Kamerlens wrote them: an import checks each. */
  of<Table extends keyof StoredRows>(table: Table): StoredRows[Table] {
    return [...(this.#tables.get(table)?.values() ?? [])].map(([, row]) => row) as StoredRows[Table]
  }

  /** Whether there is nothing that anybody would want out. */
  get isEmpty(): boolean {
    return (['notes', 'documents', 'watches'] as const).every((table) => this.#tables.get(table)?.size === 0)
  }
}

const keyPaths: Readonly<Record<JournalTable, readonly string[]>> = {
  ...recordKeys,
  originals: ['list'],
  noteMentions: ['noteId', 'code'],
}

/** The primary key of a row, as IndexedDB makes it. */
function keyIn(table: JournalTable, row: unknown): unknown {
  const values = keyPaths[table].map((path) => (row as Record<string, unknown>)[path])
  return values.length === 1 ? values[0] : values
}

/** What the database lacks, as a start would put it right (`journal/recover.ts`). */
async function addFromCopy(rows: RowsByKey, files: JournalFiles, stored: Stored | null): Promise<void> {
  const sequence = stored?.sequence ?? 0
  if (sequence > 0 && sequence >= (await journalState(files)).lastSeq) return
  // What was erased must not come out of a copy that is not erased yet.
  const erased = stored?.isErased === true ? sequence : await erasedBy(files, sequence)
  const { isOfBefore, before, snapshot, entries } = await lackingIn(files, sequence, erased)
  if (isOfBefore) rows.apply(journalTables.map((table) => ({ table, deleteRange: 'all' })))
  for (const { changes } of before) rows.apply(changes)
  rows.apply(snapshot?.changes ?? [])
  for (const { changes } of entries) rows.apply(changes)
}

interface Stored {
  readonly sequence: number
  /** Whether everything was erased, and the second copy not yet. */
  readonly isErased: boolean
  readonly rows: readonly (readonly [JournalTable, unknown])[]
}

/** The database in whatever version it lies there; null where there is none, or it does not open in time. */
async function readStored(name: string, patience: number): Promise<Stored | null> {
  const db = await openAsItLies(name, patience)
  if (db === null) return null
  try {
    const tables = journalTables.filter((table) => db.objectStoreNames.contains(table))
    if (!db.objectStoreNames.contains('meta')) return null
    const transaction = db.transaction([...tables, 'meta'])
    const all = async (table: string) => done<unknown[]>(transaction.objectStore(table).getAll())
    const meta = new Map(
      (await all('meta')).map((row) => [(row as { key: string }).key, (row as { value: unknown }).value]),
    )
    const rows = await Promise.all(tables.map(async (table) => (await all(table)).map((row) => [table, row] as const)))
    const sequence = meta.get(sequenceKey)
    return { sequence: typeof sequence === 'number' ? sequence : 0, isErased: meta.has(erasedKey), rows: rows.flat() }
  } finally {
    db.close()
  }
}

function openAsItLies(name: string, patience: number): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    const timer = setTimeout(resolve, patience, null)
    // There is none, and none is made.
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onerror = () => {
      clearTimeout(timer)
      if (request.error?.name === 'AbortError') resolve(null)
      else reject(request.error)
    }
    request.onsuccess = () => {
      clearTimeout(timer)
      const db = request.result
      // It would stand in the way of the next upgrade, also where it comes too late.
      db.onversionchange = () => db.close()
      resolve(db)
    }
  })
}

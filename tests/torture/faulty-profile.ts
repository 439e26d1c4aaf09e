import { type DBCore, Dexie, type Middleware } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { loadOnce } from '#utils/browser/load-once.ts'
import { everythingIn, sequenceKey } from '#utils/database/journal/everything.ts'
import type { JournalFiles } from '#utils/database/journal/files.ts'
import { createJournal, type JournalLink } from '#utils/database/journal/journal.ts'
import { recover } from '#utils/database/journal/recover.ts'
import { securedUpgrade } from '#utils/database/journal/secured-upgrade.ts'
import { JournalWriter } from '#utils/database/journal/writing.ts'
import { databaseName, type KamerlensDatabase, openDatabase } from '#utils/database/open.ts'
import { tablesOfVersion1 } from '../fixtures/first-schema.ts'
import { type MemoryFiles, memoryFiles } from '../unit/database/journal/memory-files.ts'

/** Counts writes, and lets one of them fail as a browser without room does. */
export class Faults {
  readonly #at: number
  /** Writes so far. */
  writes = 0
  /** What failed; null as long as nothing did. */
  hit: string | null = null

  /** @param at the write that fails, from 1; 0 for none */
  constructor(at: number) {
    this.#at = at
  }

  /** Whether the write that is about to be made is the one. */
  strikes(what: string): boolean {
    this.writes += 1
    if (this.writes !== this.#at) return false
    this.hit = what
    return true
  }
}

const noRoom = (what: string) => new DOMException(what, 'QuotaExceededError')

/** A transaction of fake-indexeddb, which ends it with an error of this name as a browser does where its disk is full. */
interface Abortable {
  _abort(error: string): void
}

/** Each change of rows is a write: where it is the one, it fails for want of room, and its transaction is aborted. */
function faultyRows(faults: Faults): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'faults',
    // Below the recorder of changes: what it records has been taken by the store.
    level: 0,
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name)
        return {
          ...table,
          async mutate(request) {
            const answer = await table.mutate(request)
            const what = `${request.type} in ${name}`
            if (!faults.strikes(what)) return answer
            ;(request.trans as unknown as Abortable)._abort('QuotaExceededError')
            // A transaction's last request is the count in `meta`: there it is the commit that finds no room. Half of
            // the others are answered, and their transaction ends before the next.
            if (name === 'meta' || faults.writes % 4 < 2) return answer
            throw noRoom(what)
          },
        }
      },
    }),
  }
}

/** Opening, appending, cutting and removing are writes; of what does not fit in, half is written. */
function faultyFiles(files: JournalFiles, faults: Faults): JournalFiles {
  return {
    names: () => files.names(),
    read: (name, last) => files.read(name, last),
    async open(name) {
      if (faults.strikes(`opening ${name}`)) throw noRoom(name)
      const file = await files.open(name)
      return {
        get size() {
          return file.size
        },
        append(bytes) {
          if (!faults.strikes(`appending to ${name}`)) return file.append(bytes)
          file.append(bytes.slice(0, bytes.byteLength / 2))
          throw noRoom(name)
        },
        truncate(size) {
          if (faults.strikes(`cutting ${name}`)) throw noRoom(name)
          file.truncate(size)
        },
        close: () => file.close(),
      }
    },
    async remove(name) {
      if (faults.strikes(`removing ${name}`)) throw noRoom(name)
      await files.remove(name)
    },
  }
}

/** What outlives a browser that is ended: its database and the journal's files. */
export interface Profile {
  indexedDB: IDBFactory
  readonly files: MemoryFiles
}

export const newProfile = (): Profile => ({ indexedDB: new IDBFactory(), files: memoryFiles() })

/** A profile that an earlier Kamerlens has left, with one note. */
export async function earlierProfile(note: { readonly id: string; readonly target: string; readonly body: string }) {
  const profile = newProfile()
  const old = new Dexie(databaseName, { indexedDB: profile.indexedDB, IDBKeyRange })
  old.version(1).stores(tablesOfVersion1)
  const at = '2026-11-01T12:00:00.000Z'
  await old
    .table('notes')
    .add({ ...note, type: 'document', version: 1, saves: [], places: [], createdAt: at, updatedAt: at })
  await old.table('meta').add({ key: sequenceKey, value: 7 })
  old.close()
  return profile
}

/** A browser that has started on a profile. */
export interface Session {
  readonly db: KamerlensDatabase
  readonly snapshot: () => Promise<boolean>
  /** What was left behind is looked after; where that failed, once more. */
  readonly recovered: () => Promise<unknown>
  /** Ends it without peace, as a kill does. */
  readonly kill: () => void
}

/** A start, as the background begins one: nothing is waited for. */
export function startOn({ indexedDB, files }: Profile, faults: Faults, now: () => Date): Session {
  const db = openDatabase({ indexedDB, IDBKeyRange })
  db.use(faultyRows(faults))
  const disk = faultyFiles(files, faults)
  const writer = new JournalWriter(disk)
  const everything = () => everythingIn(databaseName, { indexedDB, IDBKeyRange })
  const link: JournalLink = {
    begin: () => writer.mark('open'),
    append: (entries) => writer.append(entries),
    snapshot: async (options) =>
      options?.alone ? writer.snapshotAlone(everything) : writer.snapshot(await everything()),
    erasing: (seq) => writer.erasing(seq),
  }
  const storedVersion = async () => (await indexedDB.databases())[0]?.version ?? 0
  const { promise: prepared, resolve } = Promise.withResolvers<void>()
  const upgrade = securedUpgrade({ link, storedVersion, prepared })
  db.openAfter(upgrade.ask)
  const recoverAnew = () =>
    recover({ db, files: disk, link, cure: async () => {}, now, upgrade, prepared: resolve }).finally(resolve)
  const recovered = loadOnce(recoverAnew)
  db.useJournal(createJournal({ link, recovered, recoverAnew, wait: () => {} }))
  return { db, recovered, snapshot: () => link.snapshot(), kill: () => db.close() }
}

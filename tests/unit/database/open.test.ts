import { Dexie } from 'dexie'
import { IDBDatabase as FDBDatabase, IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import { StoreFailure, storeErrorOf } from '#utils/database/errors.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { schemaVersion } from '#utils/database/schema.ts'
import { newJob } from '../../../entrypoints/background/reading/job-rows.ts'
import { idleJournal } from './idle-journal.ts'
import { at, openTestDatabase } from './open-test-database.ts'

const tablesOfVersion1 = {
  documents: 'id',
  questions: ['list', 'order'],
  notes: 'id',
  noteTags: ['noteId', 'tag'],
  noteVersions: ['noteId', 'version'],
  sightings: ['document', 'url'],
  watches: 'target',
  jobs: 'id',
  meta: 'key',
}

const save = { id: 'n1', target: '2023D19158', opened: '', body: 'tekst' }

afterEach(() => vi.restoreAllMocks())

describe('opening the database', () => {
  test('it has the tables and indexes of schema version 3', async () => {
    const db = openTestDatabase()
    await db.open()
    const shape = db.tables.map(({ name, schema: { primKey, indexes } }) => [
      name,
      [primKey.src, ...indexes.map(({ src }) => src)].join(', '),
    ])
    expect(Object.fromEntries(shape)).toEqual({
      documents: 'id, *aliases, dossier, date',
      questions: '[list+order], [list+number], code, *references, *joinedCodes',
      originals: 'list',
      corrections: '[list+number+occurrence+kind]',
      rests: 'document',
      notes: 'id, target, updatedAt, deletedAt',
      noteTags: '[noteId+tag], tag',
      noteVersions: '[noteId+version]',
      sightings: '[document+url], lastSeen',
      watches: 'target, nextCheck',
      lookups: 'id, *aliases, wanted',
      noteMentions: '[noteId+code], code',
      jobs: 'id, state',
      meta: 'key',
    })
    expect(db.verno).toBe(schemaVersion)
    expect(await db.meta.toArray()).toEqual([
      { key: 'minReader', value: 1 },
      { key: 'minWriter', value: 2 },
    ])
  })

  test('every transaction asks for strict durability', async () => {
    const asked: unknown[] = []
    const original = FDBDatabase.prototype.transaction
    vi.spyOn(FDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      tables,
      mode,
      options,
    ) {
      if (mode === 'readwrite') asked.push(options?.durability)
      return original.call(this, tables, mode, options)
    })
    await saveNote(openTestDatabase(), save, at(0))
    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked)).toEqual(new Set(['strict']))
  })

  test('where a newer Kamerlens has changed what is written, it can be read and not written', async () => {
    const indexedDB = new IDBFactory()
    const newer = openTestDatabase({ indexedDB })
    await saveNote(newer, save, at(0))
    await newer.meta.put({ key: 'minWriter', value: schemaVersion + 1 })
    const db = openTestDatabase({ indexedDB })
    expect((await db.notes.toArray()).map(({ body }) => body)).toEqual(['tekst'])
    expect(await db.isWritable()).toBe(false)
    const refused = await saveNote(db, { ...save, opened: 'tekst', body: 'anders' }, at(1)).catch((error) => error)
    expect(storeErrorOf(refused)).toBe('newer-database')
    expect((await db.notes.get('n1'))?.body).toBe('tekst')
  })

  test('the writer of another window turns up while this one is open: it stops writing at once', async () => {
    const indexedDB = new IDBFactory()
    const db = openTestDatabase({ indexedDB })
    await saveNote(db, save, at(0))
    await openTestDatabase({ indexedDB }).meta.put({ key: 'minWriter', value: schemaVersion + 1 })
    const refused = await saveNote(db, { ...save, id: 'n2' }, at(1)).catch((error) => error)
    expect(storeErrorOf(refused)).toBe('newer-database')
  })

  test('where even reading would mislead, nothing is read', async () => {
    const indexedDB = new IDBFactory()
    await openTestDatabase({ indexedDB }).meta.put({ key: 'minReader', value: schemaVersion + 1 })
    const db = openTestDatabase({ indexedDB })
    expect(storeErrorOf(await db.notes.toArray().catch((error: unknown) => error))).toBe('newer-database')
    expect(storeErrorOf(await db.notes.toArray().catch((error: unknown) => error))).toBe('newer-database')
  })

  test('a newer Kamerlens that only added to it may be followed by an older one, which goes on', async () => {
    const indexedDB = new IDBFactory()
    const newer = openTestDatabase({ indexedDB })
    newer.version(schemaVersion + 1).stores({ inventions: 'id', notes: 'id, target, updatedAt, deletedAt, colour' })
    await saveNote(newer, save, at(0))
    newer.close()
    const db = openTestDatabase({ indexedDB })
    await saveNote(db, { ...save, opened: 'tekst', body: 'tekst en meer' }, at(1))
    expect((await db.notes.toArray()).map(({ body }) => body)).toEqual(['tekst en meer'])
    expect(await db.isWritable()).toBe(true)
  })

  test('an upgrade that comes while something is written waits for it, and the writer goes on after it', async () => {
    const indexedDB = new IDBFactory()
    const db = openTestDatabase({ indexedDB })
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    await saveNote(db, save, at(0))
    const newer = openTestDatabase({ indexedDB })
    newer.version(schemaVersion + 1).stores({ inventions: 'id' })
    let upgraded: Promise<unknown> = Promise.resolve()
    await db.write(['notes'], async () => {
      upgraded = Dexie.ignoreTransaction(() => newer.open())
      for (let version = 2; version < 60; version += 1) await db.notes.update('n1', { version })
    })
    await upgraded
    expect((await newer.notes.get('n1'))?.version).toBe(59)
    await saveNote(db, { ...save, id: 'n2' }, at(60))
    expect(await db.notes.count()).toBe(2)
    expect(warned).toHaveBeenCalled()
  })

  test('where an older one does not let go of it, it opens as soon as that does, and what was asked for is done once', async () => {
    const indexedDB = new IDBFactory()
    const older = await new Promise<IDBDatabase>((resolve) => {
      // Dexie counts in tens.
      const request = indexedDB.open('kamerlens', 10)
      request.onupgradeneeded = () => {
        const { result } = request
        for (const [name, key] of Object.entries(tablesOfVersion1)) result.createObjectStore(name, { keyPath: key })
      }
      request.onsuccess = () => resolve(request.result)
    })
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const db = openTestDatabase({ indexedDB })
    db.openAfter(async () => 'upgrade')
    let isSaved = false
    const saved = saveNote(db, save, at(0)).then(() => {
      isSaved = true
    })
    await aWhile(50)
    expect(isSaved).toBe(false)
    older.close()
    await saved
    expect((await db.notes.toArray()).map(({ body, version }) => [body, version])).toEqual([['tekst', 1]])
  })

  test('a browser that cannot open it now can a moment later', async () => {
    const indexedDB = new IDBFactory()
    const working = indexedDB.open.bind(indexedDB)
    indexedDB.open = () => {
      throw new DOMException(
        'A mutation operation was attempted on a database that did not allow mutations.',
        'InvalidStateError',
      )
    }
    const db = openTestDatabase({ indexedDB })
    const refused = await saveNote(db, save, at(0)).catch((error) => error)
    expect(storeErrorOf(refused)).toBe('database-unavailable')
    indexedDB.open = working
    expect((await saveNote(db, save, at(1))).note.body).toBe('tekst')
  })

  test('a transaction that the browser ends between two requests for want of room is told as that', async () => {
    const db = openTestDatabase()
    await saveNote(db, save, at(0))
    const refused = await db
      .write(['notes'], async () => {
        await db.notes.update('n1', { body: 'half' })
        // As fake-indexeddb ends one by itself, where `abort` would be our own doing.
        const { idbtrans } = Dexie.currentTransaction as unknown as { idbtrans: { _abort(error: string): void } }
        idbtrans._abort('QuotaExceededError')
        await db.notes.update('n1', { body: 'whole' })
      })
      .catch((error) => error)
    expect(storeErrorOf(refused)).toBe('quota')
    expect((await db.notes.get('n1'))?.body).toBe('tekst')
  })

  test('the second copy is told of a long change as long as it is under way, and no longer', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const db = openTestDatabase()
    const begin = vi.fn(async () => {})
    db.useJournal({ ...idleJournal, begin })
    await db.write(['notes'], async () => {
      for (let seconds = 0; seconds < 9; seconds += 3) {
        vi.advanceTimersByTime(3_000)
        await db.notes.count()
      }
    })
    expect(begin).toHaveBeenCalledTimes(7)
    vi.advanceTimersByTime(9_000)
    expect(begin).toHaveBeenCalledTimes(7)
  })

  test('what the second copy holds nothing of does not wait for it; a save that changes nothing does, for the one before', async () => {
    const db = openTestDatabase()
    const append = () => Promise.reject(new StoreFailure('not-secured'))
    db.useJournal({ ...idleJournal, append })
    const file = { type: 'file', name: 'a.pdf', size: 1 } as const
    await db.write(['jobs'], () => db.jobs.put(newJob('one', file, at(0))))
    expect(await db.jobs.count()).toBe(1)
    for (let times = 0; times < 2; times += 1)
      expect(storeErrorOf(await saveNote(db, save, at(0)).catch((error) => error))).toBe('not-secured')
  })

  test('errors of IndexedDB, however deeply Dexie wraps them, get their sentence', () => {
    const quota = new DOMException('', 'QuotaExceededError')
    const wrap = (name: string, inner: unknown) => Object.assign(new Error(name), { name, inner })
    expect(storeErrorOf(quota)).toBe('quota')
    expect(storeErrorOf(wrap('AbortError', quota))).toBe('quota')
    expect(storeErrorOf(Object.assign(new Error(), { name: 'BulkError', failures: [wrap('AbortError', quota)] }))).toBe(
      'quota',
    )
    expect(storeErrorOf(wrap('OpenFailedError', new DOMException('', 'UnknownError')))).toBe('database-unavailable')
    expect(storeErrorOf(new StoreFailure('not-found'))).toBe('not-found')
    expect(storeErrorOf(new TypeError('x'))).toBe('unknown')
    expect(storeErrorOf('x')).toBe('unknown')
    expect(storeErrorOf({ name: 'constructor' })).toBe('unknown')
    const circular: { inner?: unknown } = {}
    circular.inner = circular
    expect(storeErrorOf(circular)).toBe('unknown')
  })
})

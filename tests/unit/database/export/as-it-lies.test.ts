import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { tablesOfVersion1 } from '#tests/fixtures/first-schema.ts'
import { exportAsItLies } from '#utils/database/export/as-it-lies.ts'
import { exportAll } from '#utils/database/export/export.ts'
import { everythingIn } from '#utils/database/journal/everything.ts'
import { createJournal } from '#utils/database/journal/journal.ts'
import { recover } from '#utils/database/journal/recover.ts'
import { JournalWriter } from '#utils/database/journal/writing.ts'
import { changeTagsOfAll } from '#utils/database/library/change-many.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import { databaseName, type KamerlensDatabase } from '#utils/database/open.ts'
import { filledDatabase } from '../filled-database.ts'
import { readExport } from '../import/read-export.ts'
import { memoryFiles } from '../journal/memory-files.ts'
import { at, openTestDatabase } from '../open-test-database.ts'

const name = databaseName
let files = memoryFiles()

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  files = memoryFiles()
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** What comes out, read as an import reads it. */
async function out(patience = 50) {
  const made = await exportAsItLies({ name, files, patience }, at(50))
  return made && (await readExport(made.files[0]))
}

/** A database with a journal on the disk in memory, in which a user has worked. */
async function worked(): Promise<KamerlensDatabase> {
  const db = openTestDatabase({ indexedDB })
  const writer = new JournalWriter(files)
  const everything = () => everythingIn(name, { indexedDB, IDBKeyRange })
  const link = {
    begin: () => writer.mark('open'),
    append: writer.append.bind(writer),
    erasing: writer.erasing.bind(writer),
    snapshot: async (options?: { alone: boolean }) =>
      options?.alone ? writer.snapshotAlone(everything) : writer.snapshot(await everything()),
  }
  const upgrade = { isTaken: () => false }
  await recover({ db, files, link, cure: async () => {}, now: () => at(0), upgrade, prepared: () => {} })
  db.useJournal(createJournal({ link, recovered: async () => {}, recoverAnew: async () => {}, wait: () => {} }))
  await saveNote(db, { id: 'n1', target: '2023D19158', opened: '', body: 'een', tags: ['a', 'b'] }, at(1))
  await saveNote(db, { id: 'n2', target: '2023D19158', opened: '', body: 'twee' }, at(2))
  return db
}

/** A database of the first schema. */
async function leaveFirst(): Promise<void> {
  const old = new Dexie(name, { indexedDB, IDBKeyRange })
  old.version(1).stores(tablesOfVersion1)
  const moments = { createdAt: at(1).toISOString(), updatedAt: at(1).toISOString() }
  const note = {
    id: 'n1',
    target: '2023D19158',
    type: 'document',
    body: 'van voor',
    version: 1,
    places: [],
    ...moments,
  }
  await old.table('notes').add(note)
  await old.table('meta').add({ key: 'sequence', value: 7 })
  old.close()
}

const versionThere = async () => (await indexedDB.databases())[0]?.version

test('a database of an earlier schema comes out whole, and stays of that schema', async () => {
  await leaveFirst()
  expect((await out())?.notes).toMatchObject([{ id: 'n1', body: 'van voor' }])
  expect(await versionThere()).toBe(10)
})

test('what comes out of one of this schema is what an export holds', async () => {
  const db = await filledDatabase({ indexedDB })
  await db.lookups.clear()
  const [whole] = await exportAll(db, at(50))
  const lying = await exportAsItLies({ name, files }, at(50))
  expect(lying?.isWhole).toBe(true)
  expect(await lying?.files[0].text()).toBe(await whole.text())
})

test('behind an upgrade that another window holds up, all comes out of the second copy', async () => {
  const db = await worked()
  const change = { put: [{ noteId: 'n1', tag: 'c' }], remove: [{ noteId: 'n1', tag: 'a' }] }
  await changeTagsOfAll(db, change, at(3))
  await saveNote(db, { id: 'n2', target: '2023D19158', opened: 'twee', body: 'twee', tags: [] }, at(4))
  const [before] = await exportAll(db, at(50))
  db.close()
  const holding = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
  })
  onTestFinished(() => holding.close())
  // It waits for the window, and whoever opens waits behind it.
  indexedDB.open(name, 990)
  expect(await out()).toEqual(await readExport(before))
})

test('what a crash took from the database comes out of the second copy too, removed rows and all', async () => {
  const db = await worked()
  const torn = await db.notes.get('n1')
  await saveNote(db, { id: 'n1', target: '2023D19158', opened: 'een', body: 'een en meer' }, at(4))
  await deleteNote(db, 'n2', at(5))
  const [before] = await exportAll(db, at(50))
  // As it was two transactions ago.
  const sequence = (await db.meta.get('sequence'))?.value as number
  await db.notes.bulkPut(torn === undefined ? [] : [torn])
  await db.notes.update('n2', { deletedAt: undefined, changedAt: undefined, updatedAt: at(2).toISOString() })
  await db.noteVersions.clear()
  await db.meta.put({ key: 'sequence', value: sequence - 2 })
  db.close()
  expect(await out()).toEqual(await readExport(before))
  vi.stubGlobal('indexedDB', new IDBFactory())
  expect(await out()).toEqual(await readExport(before))
  expect(await indexedDB.databases()).toEqual([])
})

test('what was taken away before the newest snapshot, which a crash put back, stays away', async () => {
  const db = await worked()
  const tag = await db.noteTags.toArray()
  const sequence = (await db.meta.get('sequence'))?.value as number
  await changeTagsOfAll(db, { put: [], remove: [{ noteId: 'n1', tag: 'a' }] }, at(3))
  // One that the second copy never had: a snapshot makes up for it.
  await db.meta.put({ key: 'sequence', value: sequence + 2 })
  await saveNote(db, { id: 'n3', target: '2023D19158', opened: '', body: 'drie' }, at(4))
  const [before] = await exportAll(db, at(50))
  await db.noteTags.bulkPut(tag)
  await db.notes.delete('n3')
  await db.meta.put({ key: 'sequence', value: sequence })
  db.close()
  expect(await out()).toEqual(await readExport(before))
})

test('what was erased, and is in the second copy still, does not come out', async () => {
  const db = await worked()
  await Promise.all([db.notes.clear(), db.noteTags.clear()])
  await db.meta.put({ key: 'erased', value: true })
  // One that the second copy never had.
  const sequence = (await db.meta.get('sequence'))?.value as number
  await db.meta.put({ key: 'sequence', value: sequence + 1 })
  expect(await out()).toBeNull()
  await saveNote(db, { id: 'n3', target: '2023D19158', opened: '', body: 'drie' }, at(4))
  // As a crash leaves it that took the last change.
  await Promise.all([db.notes.clear(), db.noteTags.clear()])
  await db.meta.bulkPut([
    { key: 'erased', value: true },
    { key: 'sequence', value: sequence },
  ])
  db.close()
  expect((await out())?.notes).toMatchObject([{ id: 'n3' }])
})

test('what was erased does not come out where the database, which alone was erased, does not open; what came after it does', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const db = await worked()
  vi.spyOn(JournalWriter.prototype, 'snapshotAlone').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
  await db.erase().catch(() => undefined)
  vi.stubGlobal('indexedDB', undefined)
  expect(await out()).toBeNull()
  await saveNote(db, { id: 'n3', target: '2023D19158', opened: '', body: 'drie' }, at(4))
  db.close()
  expect((await out())?.notes).toMatchObject([{ id: 'n3', body: 'drie' }])
})

test('what was erased does not come out of a database that was put back to a state of before it; what came after it does', async () => {
  const db = await worked()
  const rows = await db.notes.toArray()
  const sequence = (await db.meta.get('sequence'))?.value
  await db.erase()
  await saveNote(db, { id: 'n3', target: '2023D19158', opened: '', body: 'drie' }, at(4))
  await db.notes.bulkPut(rows)
  await db.meta.put({ key: 'sequence', value: sequence })
  db.close()
  expect((await out())?.notes).toMatchObject([{ id: 'n3', body: 'drie' }])
})

test('what was to be erased, and lies in the database still, comes out with what a crash took from that', async () => {
  const db = await worked()
  const sequence = (await db.meta.get('sequence'))?.value as number
  await new JournalWriter(files).erasing(sequence + 1)
  await db.notes.delete('n2')
  await db.meta.put({ key: 'sequence', value: sequence - 1 })
  db.close()
  expect((await out())?.notes).toHaveLength(2)
})

test.each(['the database', 'the second copy'])(
  'where %s can’t be read, what comes out of the other may lack something',
  async (which) => {
    const db = await worked()
    db.close()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    if (which === 'the database') vi.stubGlobal('indexedDB', undefined)
    else files.names = () => Promise.reject(new DOMException('', 'NotReadableError'))
    const lying = await exportAsItLies({ name, files, patience: 50 }, at(50))
    expect(lying?.isWhole).toBe(false)
    expect(lying && (await readExport(lying.files[0])).notes).toHaveLength(2)
  },
)

test('where nothing is kept, or nothing can be read, nothing is saved', async () => {
  expect(await out()).toBeNull()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.stubGlobal('indexedDB', undefined)
  files.names = () => Promise.reject(new DOMException('', 'NotFoundError'))
  expect(await out()).toBeNull()
})

import '../browser/fake-browser.ts'
import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterAll, afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { tablesOfVersion1 } from '#tests/fixtures/first-schema.ts'
import { openPageDatabase } from '#utils/browser/page-database.ts'
import { journalChannel } from '#utils/browser/workers/journal-channel.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { everythingIn } from '#utils/database/journal/everything.ts'
import { snapshotName } from '#utils/database/journal/names.ts'
import { storedVersion } from '#utils/database/journal/stored-version.ts'
import { JournalWriter } from '#utils/database/journal/writing.ts'
import { databaseName, type KamerlensDatabase, openDatabase } from '#utils/database/open.ts'
import { schemaVersion } from '#utils/database/schema.ts'
import { startJournal } from '../../../entrypoints/background/kept/journal.ts'
import { openingHandlers } from '../../../entrypoints/background/kept/opening.ts'
import { serveJournal } from '../../../entrypoints/journal/serve.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'
import { type MemoryFiles, memoryFiles } from '../database/journal/memory-files.ts'

/**
 * After an update of the extension: a database of an earlier schema lies there, and any context may open it first. Pages and background are
 * the real ones, with a journal on a disk in memory.
 */

const now = schemaVersion * 10
let files: MemoryFiles
/** The version that lay there when a snapshot was begun. */
let snapshotsOf: number[]
/** What a snapshot waits for. */
let held: Promise<void>
let writer: JournalWriter
const taken = vi.fn()

// The journal's worker, on a disk in memory.
const channel = new BroadcastChannel(journalChannel)
afterAll(() => channel.close())
serveJournal({
  channel,
  writer: {
    append: (entries) => writer.append(entries),
    erasing: (seq) => writer.erasing(seq),
    mark: (state) => writer.mark(state),
    snapshot: (everything) => writer.snapshot(everything).finally(() => taken()),
    snapshotAlone: (everything) => writer.snapshotAlone(everything),
  },
  everything: async () => {
    snapshotsOf.push(await storedVersion().catch(() => Number.NaN))
    await held
    return everythingIn(databaseName, { indexedDB, IDBKeyRange })
  },
})

const written = (seq: number) => new TextDecoder().decode(files.content.get(snapshotName(seq)))

/** The background, as the browser starts it with a message where it does not run. */
class Background {
  #handlers: ReturnType<typeof openingHandlers> | null = null
  #db: KamerlensDatabase | null = null
  starts = 0

  get db(): KamerlensDatabase {
    if (this.#db === null) this.start()
    return this.#db as KamerlensDatabase
  }

  start(): void {
    this.starts += 1
    this.#db = openDatabase()
    startJournal(this.#db)
    this.#handlers = openingHandlers({ db: this.#db }, 50)
  }

  stop(): void {
    this.#db?.close()
    this.#db = null
    this.#handlers = null
  }

  async answer(): Promise<unknown> {
    if (this.#handlers === null) this.start()
    return { value: await this.#handlers?.['database/open'](undefined, {} as never) }
  }
}

let background: Background

/** A database of the first schema, as Kamerlens 0.1 left it. */
async function leave(): Promise<void> {
  const old = new Dexie(databaseName, { indexedDB, IDBKeyRange })
  old.version(1).stores(tablesOfVersion1)
  await old.table('notes').add({ id: 'n1', target: '2023D19158', body: 'van voor' })
  await old.table('meta').add({ key: 'sequence', value: 7 })
  old.close()
}

function page(): KamerlensDatabase {
  const db = openPageDatabase()
  onTestFinished(() => db.close())
  return db
}

const readIn = async (db: KamerlensDatabase) => (await db.notes.toArray()).map(({ body }) => body)

beforeEach(async () => {
  fakeBrowser.reset()
  // The browser goes on through an update of the extension, so it was looked after already.
  await fakeBrowser.storage.session.set({ 'journal.recovered': true })
  stubBrowser('runtime', 'getContexts', async () => [])
  stubBrowser('offscreen', 'createDocument', async () => {})
  stubBrowser('runtime', 'sendMessage', () => background.answer())
  vi.stubGlobal('indexedDB', new (await import('fake-indexeddb')).IDBFactory())
  files = memoryFiles()
  snapshotsOf = []
  held = Promise.resolve()
  writer = new JournalWriter(files)
  background = new Background()
  await leave()
})

afterEach(() => {
  background.stop()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('pages that open before the background, at once, wait for it: it takes a snapshot, then upgrades', async () => {
  const pages = [page(), page(), page()]
  expect(await Promise.all(pages.map(readIn))).toEqual([['van voor'], ['van voor'], ['van voor']])
  expect(snapshotsOf).toEqual([10])
  expect(written(7)).toContain('van voor')
  expect(await storedVersion()).toBe(now)
  expect(background.starts).toBe(1)
})

test('background and pages at once: one snapshot, of what was there', async () => {
  background.start()
  const [own, ...others] = await Promise.all([readIn(background.db), readIn(page()), readIn(page())])
  expect([own, ...others]).toEqual([['van voor'], ['van voor'], ['van voor']])
  expect(snapshotsOf).toEqual([10])
})

test('a background that is stopped in the middle is started anew by the page that waits, and begins again', async () => {
  const { promise, resolve: goOn } = Promise.withResolvers<void>()
  held = promise
  vi.mocked(fakeBrowser.runtime.sendMessage).mockImplementationOnce(async () => {
    void background.answer()
    await vi.waitFor(() => expect(snapshotsOf).toHaveLength(1))
    background.stop()
    held = Promise.resolve()
    throw new Error('The message channel closed before a response was received')
  })
  expect(await readIn(page())).toEqual(['van voor'])
  expect(background.starts).toBe(2)
  expect(snapshotsOf).toEqual([10, 10])
  expect(written(7)).toContain('van voor')
  // The worker outlives the background that asked it.
  taken.mockClear()
  goOn()
  await vi.waitFor(() => expect(taken).toHaveBeenCalled())
})

test('without room for the snapshot nothing is upgraded, in no context, and it is told; with room it goes on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  files.room = 20
  const one = page()
  expect(await readIn(one).catch(storeErrorOf)).toBe('upgrade-unsecured')
  expect(await readIn(background.db).catch(storeErrorOf)).toBe('upgrade-unsecured')
  expect(await background.db.write(['notes'], async () => background.db.notes.clear()).catch(storeErrorOf)).toBe(
    'upgrade-unsecured',
  )
  expect(await storedVersion()).toBe(10)
  files.room = Number.POSITIVE_INFINITY
  expect(await readIn(one)).toEqual(['van voor'])
  expect(written(7)).toContain('van voor')
})

test('a context of the earlier version that holds the database open is told, and waited for', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const older = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(databaseName)
    request.onsuccess = () => resolve(request.result)
  })
  const one = page()
  expect(await readIn(one).catch(storeErrorOf)).toBe('upgrade-blocked')
  older.close()
  await vi.waitFor(async () => expect(await storedVersion()).toBe(now))
  expect(await readIn(one)).toEqual(['van voor'])
  expect(snapshotsOf).toEqual([10])
})

test('whoever asks nobody, as the worker of the filters, upgrades nothing', async () => {
  const db = openDatabase()
  expect(await readIn(db).catch(storeErrorOf)).toBe('upgrade-unsecured')
  expect(await storedVersion()).toBe(10)
})

test('a database that is of this schema, or is not there, is opened without anybody being asked', async () => {
  await readIn(page())
  const send = vi.mocked(fakeBrowser.runtime.sendMessage)
  send.mockClear()
  expect(await readIn(page())).toEqual(['van voor'])
  vi.stubGlobal('indexedDB', new (await import('fake-indexeddb')).IDBFactory())
  expect(await readIn(page())).toEqual([])
  expect(send).not.toHaveBeenCalled()
})

test('where the browser does not say what is there, one of this schema is opened, an earlier one upgraded behind a snapshot, a new one made', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await readIn(page())
  const withoutList = () => Promise.reject(new DOMException('', 'UnknownError'))
  vi.spyOn(indexedDB, 'databases').mockImplementation(withoutList)
  background.stop()
  expect(await Promise.all([readIn(page()), readIn(background.db)])).toEqual([['van voor'], ['van voor']])
  for (const isThere of [true, false]) {
    background.stop()
    files.content.clear()
    vi.stubGlobal('indexedDB', new (await import('fake-indexeddb')).IDBFactory())
    if (isThere) await leave()
    const list = vi.spyOn(indexedDB, 'databases').mockImplementation(withoutList)
    expect(await readIn(page())).toEqual(isThere ? ['van voor'] : [])
    expect(isThere).toBe(files.content.has(snapshotName(7)))
    list.mockRestore()
    expect(await storedVersion()).toBe(now)
  }
})

test('where the browser has no database at all that is said, and nobody waits for one', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.stubGlobal('indexedDB', undefined)
  // Dexie took its own when it was loaded.
  const { dependencies } = Dexie
  onTestFinished(() => {
    Dexie.dependencies = dependencies
  })
  Dexie.dependencies = { ...dependencies, indexedDB: undefined as unknown as IDBFactory }
  expect(await readIn(page()).catch(storeErrorOf)).toBe('database-unavailable')
})

import { Dexie, type Transaction } from 'dexie'
import { IDBObjectStore as FDBObjectStore, IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import { tablesOfVersion1 } from '#tests/fixtures/first-schema.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { exportAll } from '#utils/database/export/export.ts'
import { lookup, notesOn } from '#utils/database/lookup/lookup.ts'
import { findDocument } from '#utils/database/names/named-documents.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { checkedUpgrade } from '#utils/database/opening/checked-upgrade.ts'
import { schemaVersion } from '#utils/database/schema.ts'
import { readExport } from '../import/read-export.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

afterEach(() => vi.restoreAllMocks())

const rows = {
  documents: [documentRow('2023D20951', { aliases: ['2023D20951', 'kst-36360-VIII-5'], pages: 68 })],
  questions: [
    questionRow('2023D20951', 0, '155', { code: '2023D19158', footnotes: [{ mark: '90', text: 'Berenschot' }] }),
    questionRow('2023D20951', 1, '155'),
  ],
  notes: [
    {
      id: 'n1',
      target: '2023D20951#155~2',
      type: 'question',
      body: 'Terugvragen.',
      version: 3,
      saves: ['ab'],
      places: [{ url: 'https://www.tweedekamer.nl/', title: 'Kamer' }],
      createdAt: at(0).toISOString(),
      updatedAt: at(1).toISOString(),
    },
  ],
  noteTags: [{ noteId: 'n1', tag: 'ocw', createdAt: at(0).toISOString() }],
  noteVersions: [{ noteId: 'n1', version: 2, body: 'Terug.', at: at(0).toISOString() }],
  watches: [{ target: '2023D20951', nextCheck: at(9).toISOString() }],
  jobs: [],
  meta: [
    { key: 'minReader', value: 1 },
    { key: 'minWriter', value: 1 },
  ],
}

/** What opens it, once there is a snapshot of what was there. */
function openSecured(indexedDB: IDBFactory) {
  const db = openTestDatabase({ indexedDB })
  db.openAfter(async () => 'upgrade')
  return db
}

/** A database as an earlier Kamerlens left it. */
async function left(): Promise<IDBFactory> {
  const indexedDB = new IDBFactory()
  const old = new Dexie('kamerlens', { indexedDB, IDBKeyRange })
  old.version(1).stores(tablesOfVersion1)
  for (const [table, content] of Object.entries(rows)) await old.table(table).bulkAdd(content as object[])
  old.close()
  return indexedDB
}

test('a database of version 1 is taken over whole: every row as it was, found as before', async () => {
  const db = openSecured(await left())
  for (const [table, content] of Object.entries(rows)) {
    if (table !== 'meta') expect(await db.table(table).toArray(), table).toEqual(content)
  }
  expect(db.verno).toBe(schemaVersion)
  expect((await findDocument(db, 'kst-36360-VIII-5'))?.id).toBe('2023D20951')
  const code = { kind: 'document', id: '2023D19158', label: '', url: '' } as const
  expect((await lookup(db, code)).printed).toHaveLength(1)
  expect((await notesOn(db, 'kst-36360-VIII-5#155~2')).map(({ body }) => body)).toEqual(['Terugvragen.'])
  expect(await db.questions.where('references').equals('2023D19158').count()).toBe(0)
})

test('it is not taken over before it may be, whoever reads', async () => {
  const indexedDB = await left()
  const db = openTestDatabase({ indexedDB })
  const { promise, resolve: mayOpen } = Promise.withResolvers<'upgrade'>()
  db.openAfter(() => promise)
  const counted = Promise.all([db.notes.count(), db.read(['notes'], () => db.notes.count())])
  await aWhile(30)
  const version = async () => (await indexedDB.databases())[0]?.version
  expect(await version()).toBe(10)
  mayOpen('upgrade')
  expect(await counted).toEqual([1, 1])
  expect(await version()).toBe(schemaVersion * 10)
})

test('it can be written, and exported, at once', async () => {
  const db = openSecured(await left())
  const save = { id: 'n1', target: '2023D20951#155~2', opened: 'Terugvragen.', body: 'Terugvragen. Morgen.' }
  expect((await saveNote(db, save, at(20))).note.version).toBe(4)
  expect((await readExport((await exportAll(db, at(60)))[0])).questions).toEqual(rows.questions)
})

test('an earlier Kamerlens may go on reading it and not writing: it does not know of corrections', async () => {
  const indexedDB = await left()
  await openSecured(indexedDB).open()
  const earlier = openTestDatabase({ indexedDB, version: 1 })
  expect(await earlier.notes.count()).toBe(1)
  expect(await earlier.isWritable()).toBe(false)
})

describe('an upgrade after which the numbers of rows differ', () => {
  /** What lies there, in version 1. */
  async function asLeft(indexedDB: IDBFactory) {
    const old = new Dexie('kamerlens', { indexedDB, IDBKeyRange })
    old.version(1).stores(tablesOfVersion1)
    const contents = await Promise.all(old.tables.map(async (table) => [table.name, await table.toArray()]))
    old.close()
    return Object.fromEntries(contents)
  }

  const upgraded = (indexedDB: IDBFactory, upgrade: (transaction: Transaction) => PromiseLike<unknown>) => {
    const db = new Dexie('kamerlens', { indexedDB, IDBKeyRange })
    db.version(1).stores(tablesOfVersion1)
    db.version(2)
      .stores({ added: 'id' })
      .upgrade((transaction) => checkedUpgrade(transaction, upgrade))
    onTestFinished(() => db.close())
    return db.open()
  }

  test.each<[string, (transaction: Transaction) => PromiseLike<unknown>]>([
    ['a row is missing', (transaction) => transaction.table('noteTags').clear()],
    ['there is one too many', (transaction) => transaction.table('notes').add({ ...rows.notes[0], id: 'n2' })],
  ])('%s: it is refused, and all is as it was', async (_, upgrade) => {
    const indexedDB = await left()
    const refused = await upgraded(indexedDB, upgrade).catch((error: unknown) => error)
    expect(storeErrorOf(refused)).toBe('upgrade-refused')
    expect(String(refused)).toMatch(/(?:noteTags: 1 rows before, 0 after|notes: 1 rows before, 2 after)/)
    expect(await asLeft(indexedDB)).toEqual({ ...rows, sightings: [] })
  })

  test('what is new beside what was there is none', async () => {
    const indexedDB = await left()
    const db = await upgraded(indexedDB, (transaction) => transaction.table('added').add({ id: 'a' }))
    expect(await db.table('added').count()).toBe(1)
  })

  test('of this Kamerlens’ own database it is refused too, told, and made when nothing is missing', async () => {
    const indexedDB = await left()
    const count = FDBObjectStore.prototype.count
    let counted = 0
    const wrong = vi.spyOn(FDBObjectStore.prototype, 'count').mockImplementation(function (
      this: IDBObjectStore,
      ...query
    ) {
      // The second time that the notes are counted none is found.
      const isSecond = this.name === 'notes' && ++counted % 2 === 0
      return count.apply(this, isSecond ? ['nobody'] : query)
    })
    const db = openSecured(indexedDB)
    expect(storeErrorOf(await db.open().catch((error: unknown) => error))).toBe('upgrade-refused')
    expect(counted).toBe(2)
    wrong.mockRestore()
    expect(await asLeft(indexedDB)).toEqual({ ...rows, sightings: [] })
    expect(await openSecured(indexedDB).notes.toArray()).toEqual(rows.notes)
  })
})

import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { loadOnce } from '#utils/browser/load-once.ts'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { everythingIn } from '#utils/database/journal/everything.ts'
import { createJournal, type JournalLink } from '#utils/database/journal/journal.ts'
import { numbersOf } from '#utils/database/journal/names.ts'
import { recover, recoveredIn } from '#utils/database/journal/recover.ts'
import { securedUpgrade } from '#utils/database/journal/secured-upgrade.ts'
import { JournalWriter } from '#utils/database/journal/writing.ts'
import { changeTagsOfAll } from '#utils/database/library/change-many.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import { databaseName, type KamerlensDatabase } from '#utils/database/open.ts'
import { changeCorrections } from '#utils/database/questions/correct.ts'
import { cases } from '../../cases.ts'
import { idleJournal } from '../idle-journal.ts'
import { oddText } from '../odd-texts.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { moment, step } from '../user-steps.ts'
import { type MemoryFiles, memoryFiles } from './memory-files.ts'

interface Profile {
  indexedDB: IDBFactory
  readonly files: MemoryFiles
}

const profile = (): Profile => ({ indexedDB: new IDBFactory(), files: memoryFiles() })

/** @param isAsked is told of each snapshot before it is taken */
function linkTo(writer: JournalWriter, indexedDB: IDBFactory, isAsked = async () => {}): JournalLink {
  const everything = () => everythingIn(databaseName, { indexedDB, IDBKeyRange })
  return {
    begin: () => writer.mark('open'),
    append: (entries) => writer.append(entries),
    erasing: (seq) => writer.erasing(seq),
    snapshot: async (options) => {
      await isAsked()
      return options?.alone ? writer.snapshotAlone(everything) : writer.snapshot(await everything())
    },
  }
}

/** A start of the browser on a profile: what was left behind is looked after, then it can be worked with. */
async function start({ indexedDB, files }: Profile) {
  const db = openTestDatabase({ indexedDB })
  const writer = new JournalWriter(files)
  const storedVersion = async () => (await indexedDB.databases())[0]?.version ?? 0
  const snapshotsOf: number[] = []
  const link = linkTo(writer, indexedDB, async () => void snapshotsOf.push(await storedVersion()))
  const cure = vi.fn(async () => {})
  const { promise: prepared, resolve } = Promise.withResolvers<void>()
  const upgrade = securedUpgrade({ link, storedVersion, prepared })
  db.openAfter(upgrade.ask)
  await recover({ db, files, link, cure, now: () => at(99), upgrade, prepared: resolve })
  const journal = createJournal({ link, recovered: async () => {}, recoverAnew: async () => {}, wait: () => {} })
  db.useJournal(journal)
  const recovered = await recoveredIn(db)
  const close = () => writer.mark('clean').then(() => db.close())
  return { db, writer, link, snapshotsOf, cure, recovered, close }
}

/** A background that starts in a session in which the database was looked after already. */
const startInSession = (disk: Profile) => startInTurn(disk, undefined, async () => {})

/** The same as the background does it: what could not be looked after is before the next write. */
function startInTurn({ indexedDB, files }: Profile, cure = async () => {}, atStart?: () => Promise<unknown>) {
  const db = openTestDatabase({ indexedDB })
  let isFull = false
  db.use({
    stack: 'dbcore',
    name: 'room',
    level: 0,
    create: (core) => ({
      ...core,
      table: (name) => ({
        ...core.table(name),
        mutate: (request) =>
          isFull ? Promise.reject(new DOMException('', 'QuotaExceededError')) : core.table(name).mutate(request),
      }),
    }),
  })
  const writer = new JournalWriter(files)
  const link = linkTo(writer, indexedDB)
  const upgrade = { isTaken: () => false }
  const recovered = () => recover({ db, files, link, cure, now: () => at(99), upgrade, prepared: () => {} })
  db.useJournal(
    createJournal({ link, recovered: loadOnce(atStart ?? recovered), recoverAnew: recovered, wait: () => {} }),
  )
  const isRoomless = (is: boolean) => {
    isFull = is
  }
  return { db, isRoomless, recovered }
}

const save = (db: KamerlensDatabase, id: string, body: string, opened = '') =>
  saveNote(db, { id, target: '2023D19158', opened, body, tags: ['ocw'] }, at(1))

const bodies = async (db: KamerlensDatabase) =>
  (await db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined).map(({ body }) => body)

/** All rows, by table. */
async function stateOf(db: KamerlensDatabase): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])))
}

/** All that a database holds, apart from what tells of its past. */
async function contentOf(db: KamerlensDatabase) {
  const tables = db.tables.filter(({ name }) => !['meta', 'jobs', 'sightings', 'lookups'].includes(name))
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table.name, await table.toArray()])))
}

describe('a start of the browser', () => {
  test('after the database was lost has every text as it was, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(oddText(), oddText(3)), { minLength: 1, maxLength: 4 }), async (texts) => {
        const disk = profile()
        const first = await start(disk)
        for (const [number, [body, tag]] of texts.entries())
          await saveNote(
            first.db,
            { id: `n${number}`, target: '2023D19158', opened: '', body, tags: [tag] },
            at(number),
          )
        const before = await contentOf(first.db)
        await first.close()
        disk.indexedDB = new IDBFactory()
        const second = await start(disk)
        expect(await contentOf(second.db)).toEqual(before)
        await second.close()
      }),
      cases(20),
    )
  })

  test('after the database was lost, or put back to an earlier state, has all that was done, whatever that was', async () => {
    const steps = fc.array(fc.tuple(step, moment, fc.constantFrom('', '', 'snapshot', 'keep')), { maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(steps, async (steps) => {
        const disk = profile()
        const { db, link, close } = await start(disk)
        let earlier = await stateOf(db)
        for (const [make, now, then] of steps) {
          await make(db, now).catch(() => undefined)
          if (then === 'snapshot') await link.snapshot()
          if (then === 'keep') earlier = await stateOf(db)
        }
        const after = await contentOf(db)
        await close()
        disk.indexedDB = new IDBFactory()
        const second = await start(disk)
        expect(await contentOf(second.db)).toEqual(after)
        // The browser has lost its last changes.
        for (const table of second.db.tables) {
          await table.clear()
          await table.bulkPut([...(earlier[table.name] ?? [])])
        }
        await second.close()
        const third = await start(disk)
        expect(await contentOf(third.db)).toEqual(after)
        await third.close()
      }),
      cases(12),
    )
  })

  test('after a peaceful end changes nothing and says nothing', async () => {
    const disk = profile()
    const first = await start(disk)
    await save(first.db, 'n1', 'tekst')
    await first.close()
    const second = await start(disk)
    expect(await bodies(second.db)).toEqual(['tekst'])
    expect(second.recovered).toBeNull()
    expect(second.cure).not.toHaveBeenCalled()
  })

  test('after an unclean end has the browser begin a new log before anything is written', async () => {
    const disk = profile()
    const first = await start(disk)
    await save(first.db, 'n1', 'tekst')
    first.db.close()
    const second = await start(disk)
    expect(second.cure).toHaveBeenCalledTimes(1)
    expect(await bodies(second.db)).toEqual(['tekst'])
  })

  test('finds the database wiped: everything is made anew, corrections, removals and all', async () => {
    const disk = profile()
    const first = await start(disk)
    await storeDocument(first.db, readingOf(['1', '2', '3']), { type: 'file', name: 'a.pdf', size: 1 }, at(0))
    await save(first.db, 'n1', 'eerst')
    await save(first.db, 'n1', 'eerst, en meer', 'eerst')
    await save(first.db, 'n2', 'weg')
    await deleteNote(first.db, 'n2', at(2))
    const [list] = await first.db.documents.toArray()
    const correction = { number: '2', occurrence: 1, kind: 'join', anchor: 'Vraag 2', place: 1 } as const
    await changeCorrections(first.db, { list: list?.id ?? '', put: [correction], remove: [] }, at(3))
    // A reading that comes again takes the place of the one before: ranges are removed and put.
    await storeDocument(first.db, readingOf(['1', '2', '3', '4']), { type: 'file', name: 'a.pdf', size: 1 }, at(4))
    const before = await contentOf(first.db)
    first.db.close()
    disk.indexedDB = new IDBFactory()
    const second = await start(disk)
    expect(await contentOf(second.db)).toEqual(before)
    expect(second.recovered).toEqual({ what: 'all', notes: 1, at: at(99).toISOString() })
    // And it goes on from there.
    await save(second.db, 'n3', 'later')
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['eerst, en meer', 'later'])
  })

  test('finds the last changes missing: they are made again', async () => {
    const disk = profile()
    const first = await start(disk)
    await save(first.db, 'n1', 'een')
    // What the database forgets, the journal has.
    const forgotten = await everythingIn(databaseName, { indexedDB: disk.indexedDB, IDBKeyRange })
    await save(first.db, 'n2', 'twee')
    await save(first.db, 'n3', 'drie')
    await first.db.transaction('rw', first.db.notes, first.db.meta, async () => {
      await first.db.notes.bulkDelete(['n2', 'n3'])
      await first.db.meta.put({ key: 'sequence', value: forgotten.seq })
    })
    first.db.close()
    const second = await start(disk)
    expect(await bodies(second.db)).toEqual(['een', 'twee', 'drie'])
    expect(second.recovered).toMatchObject({ what: 'some', notes: 3 })
  })

  test('finds the last changes missing, of which a snapshot alone has one: that is used', async () => {
    const disk = profile()
    const first = await start(disk)
    await save(first.db, 'n1', 'een')
    const forgotten = await everythingIn(databaseName, { indexedDB: disk.indexedDB, IDBKeyRange })
    await save(first.db, 'n2', 'twee')
    const [label] = await first.db.noteTags.where({ noteId: 'n1', tag: 'ocw' }).toArray()
    await changeTagsOfAll(first.db, { put: [], remove: [{ noteId: 'n1', tag: 'ocw' }] }, at(2))
    // The background was stopped between database and journal; with the next change that is seen, and a snapshot made.
    first.db.useJournal(idleJournal)
    await save(first.db, 'n3', 'drie')
    first.db.useJournal(
      createJournal({ link: first.link, recovered: async () => {}, recoverAnew: async () => {}, wait: () => {} }),
    )
    await save(first.db, 'n4', 'vier')
    await vi.waitFor(() => expect(numbersOf('snapshot', [...disk.files.content.keys()])).toContain(forgotten.seq + 4))
    await first.writer.append([])
    await first.db.transaction('rw', first.db.notes, first.db.meta, async () => {
      await first.db.notes.bulkDelete(['n2', 'n3', 'n4'])
      await first.db.meta.put({ key: 'sequence', value: forgotten.seq })
    })
    if (label !== undefined) await first.db.noteTags.add(label)
    first.db.close()
    const { db } = await start(disk)
    expect(await bodies(db)).toEqual(['een', 'twee', 'drie', 'vier'])
    // What went since is gone again.
    expect(await db.noteTags.where({ noteId: 'n1', tag: 'ocw' }).count()).toBe(0)
  })

  test('finds the journal gone: it is begun anew from what the database holds', async () => {
    const disk = profile()
    const first = await start(disk)
    await save(first.db, 'n1', 'tekst')
    await first.close()
    disk.files.content.clear()
    const { db, close } = await start(disk)
    // Put back to a state of before the one snapshot that there is.
    await db.notes.clear()
    await db.meta.put({ key: 'sequence', value: 1 })
    await close()
    const third = await start(disk)
    expect(await bodies(third.db)).toEqual(['tekst'])
    await third.close()
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['tekst'])
  })

  test('of what was kept before there was a journal is a snapshot taken at once', async () => {
    const disk = profile()
    const before = openTestDatabase({ indexedDB: disk.indexedDB })
    await save(before, 'n1', 'van vroeger')
    before.close()
    await (await start(disk)).close()
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['van vroeger'])
  })

  test('is the same after a snapshot, when logs were cut, as before', async () => {
    const disk = profile()
    const first = await start(disk)
    for (let round = 0; round < 6; round += 1) {
      await save(first.db, `n${round}`, `ronde ${round}`)
      expect(await first.link.snapshot()).toBe(true)
    }
    await save(first.db, 'n9', 'daarna')
    disk.indexedDB = new IDBFactory()
    expect((await bodies((await start(disk)).db)).toSorted()).toEqual([
      'daarna',
      ...[...Array(6).keys()].map((round) => `ronde ${round}`),
    ])
  })
})

describe('a start at which that can’t be done', () => {
  /** A disk whose database lacks the last note, which the journal has. */
  async function forgetful() {
    const disk = profile()
    const first = await start(disk)
    await save(first.db, 'n1', 'een')
    await save(first.db, 'n2', 'twee')
    await first.db.transaction('rw', first.db.notes, first.db.meta, async () => {
      await first.db.notes.delete('n2')
      await first.db.meta.put({ key: 'sequence', value: 2 })
    })
    first.db.close()
    return disk
  }

  test('writes nothing that would take the place of what is missing, says so, and does it before the next write', async () => {
    const disk = await forgetful()
    const { db, isRoomless } = startInTurn(disk)
    isRoomless(true)
    expect(storeErrorOf(await save(db, 'n3', 'drie').catch((error: unknown) => error))).toBe('quota')
    expect(await bodies(db)).toEqual(['een'])
    isRoomless(false)
    await save(db, 'n3', 'drie')
    expect(await bodies(db)).toEqual(['een', 'twee', 'drie'])
    db.close()
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['een', 'twee', 'drie'])
  })

  test('keeps nothing from being saved where a snapshot alone can’t be taken: a line of the second copy still can', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => void vi.restoreAllMocks())
    const disk = profile()
    const first = await start(disk)
    // The database has it; the background is stopped before the journal has.
    first.db.useJournal(idleJournal)
    await save(first.db, 'n1', 'een')
    first.db.close()
    vi.spyOn(JournalWriter.prototype, 'snapshot').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
    const { db, recovered } = startInTurn(disk)
    await save(db, 'n2', 'twee')
    expect(await recovered()).toBe(false)
    expect(storeErrorOf(await save(db, 'n1', 'een').catch((error: unknown) => error))).toBe('not-secured')
    vi.restoreAllMocks()
    expect(await recovered()).toBe(true)
    db.close()
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['een', 'twee'])
  })

  test('erases everything all the same, whatever it is that never comes right; what is written then is kept', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => void vi.restoreAllMocks())
    const disk = await forgetful()
    // A line whose hash holds and that no database takes.
    await new JournalWriter(disk.files).append([{ seq: 9, at: '', changes: [{ table: 'notes', put: {} }] }])
    const { db } = startInTurn(disk)
    expect(storeErrorOf(await save(db, 'n3', 'drie').catch((error: unknown) => error))).toBe('journal-unavailable')
    await db.erase()
    expect(textOf(disk.files)).not.toContain('twee')
    await save(db, 'n4', 'vier')
    db.close()
    expect(await bodies((await start(disk)).db)).toEqual(['vier'])
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['vier'])
  })

  test('goes on without a new log of the browser’s own, where there is no room for that', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined)
    const { db } = startInTurn(await forgetful(), () => Promise.reject(new DOMException('', 'QuotaExceededError')))
    await save(db, 'n3', 'drie')
    expect(await bodies(db)).toEqual(['een', 'twee', 'drie'])
  })
})

describe('a database that the browser empties while it runs', () => {
  /** @returns what is read then */
  async function emptied({ indexedDB }: Profile, db: KamerlensDatabase) {
    vi.spyOn(console, 'warn').mockImplementationOnce(() => undefined)
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(databaseName).onsuccess = resolve
    })
    return bodies(db)
  }

  test('is erased with all that it had', async () => {
    const disk = profile()
    const { db } = startInTurn(disk)
    await save(db, 'n1', 'geheim')
    expect(await emptied(disk, db)).toEqual([])
    await db.erase()
    expect(textOf(disk.files)).not.toContain('geheim')
    db.close()
    expect(await bodies((await start(disk)).db)).toEqual([])
  })

  test('is made anew before the next write, which is in both copies', async () => {
    const disk = profile()
    const { db } = startInTurn(disk)
    await save(db, 'n1', 'een')
    await save(db, 'n2', 'twee')
    expect(await emptied(disk, db)).toEqual([])
    await Promise.all([save(db, 'n3', 'drie'), save(db, 'n1', 'een, en meer', 'een')])
    expect(await bodies(db)).toEqual(['een, en meer', 'twee', 'drie'])
    expect(await recoveredIn(db)).toMatchObject({ what: 'all' })
    db.close()
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['een, en meer', 'twee', 'drie'])
  })
})

describe('an upgrade', () => {
  /** A database of an earlier Kamerlens, after some transactions. */
  async function earlier(seq: number): Promise<Profile> {
    const disk = profile()
    const old = new Dexie(databaseName, { indexedDB: disk.indexedDB, IDBKeyRange })
    old.version(1).stores({ notes: 'id, target, updatedAt, deletedAt', meta: 'key' })
    await old.table('notes').add({ id: 'n1', target: '2023D19158', body: 'van voor, zie 2023D19158' })
    await old.table('meta').add({ key: 'sequence', value: seq })
    old.close()
    return disk
  }

  const snapshots = ({ files }: Profile) => numbersOf('snapshot', [...files.content.keys()])

  test('has what was there before in a snapshot, which stays for three clean starts', async () => {
    const disk = await earlier(7)
    const first = await start(disk)
    expect(first.snapshotsOf).toEqual([10])
    expect(snapshots(disk)).toEqual([7])
    expect(textOf(disk.files)).toContain('van voor')
    let { db, link, close } = first
    for (const isClean of [true, false, true, true]) {
      for (const round of [1, 2, 3, 4]) {
        await save(db, crypto.randomUUID(), `ronde ${round}`)
        await link.snapshot()
      }
      expect(snapshots(disk)).toHaveLength(4)
      expect(snapshots(disk)[0]).toBe(7)
      if (isClean) await close()
      else db.close()
      ;({ db, link, close } = await start(disk))
    }
    await save(db, 'last', 'daarna')
    await link.snapshot()
    expect(snapshots(disk)).toHaveLength(3)
    expect(snapshots(disk)).not.toContain(7)
  })

  test('is followed by a wipe: what was derived of what the snapshot holds is derived anew', async () => {
    const disk = await earlier(7)
    const first = await start(disk)
    await save(first.db, 'n2', 'Zie ook 2023D20951.')
    const before = await first.db.noteMentions.toArray()
    expect(before.map(({ code }) => code)).toEqual(['2023D19158', '2023D20951'])
    first.db.close()
    disk.indexedDB = new IDBFactory()
    const second = await start(disk)
    expect(await second.db.noteMentions.toArray()).toEqual(before)
  })

  test('leaves nothing of before where everything is erased', async () => {
    const disk = await earlier(7)
    const { db } = await start(disk)
    await db.erase()
    expect(textOf(disk.files)).not.toContain('van voor')
  })
})

describe('saving with a journal', () => {
  test('is not said of what a stopped background left to the database alone, before the journal has it too', async () => {
    const disk = profile()
    const { db } = startInTurn(disk)
    await save(db, 'n1', 'een')
    // The database has it; the background is stopped before the journal has.
    db.useJournal(idleJournal)
    await save(db, 'n2', 'twee')
    db.close()
    // The editor, which heard of no answer, sends it again.
    const second = startInSession(disk)
    disk.files.room = 30
    expect(storeErrorOf(await save(second.db, 'n2', 'twee').catch((error: unknown) => error))).toBe('not-secured')
    disk.files.room = Number.POSITIVE_INFINITY
    await save(second.db, 'n2', 'twee')
    second.db.close()
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['een', 'twee'])
  })

  test('has not happened as long as the journal has it not; what it could not write follows before the next', async () => {
    const disk = profile()
    const { db } = await start(disk)
    disk.files.room = 10
    const refused = await save(db, 'n1', 'tekst').catch((error: unknown) => error)
    expect(storeErrorOf(refused)).toBe('not-secured')
    // The same save again changes no row, and still is not saved.
    expect(storeErrorOf(await save(db, 'n1', 'tekst').catch((error: unknown) => error))).toBe('not-secured')
    disk.files.room = Number.POSITIVE_INFINITY
    expect((await save(db, 'n1', 'tekst')).note.body).toBe('tekst')
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['tekst'])
  })

  test('a change that fails is in neither', async () => {
    const disk = profile()
    const { db } = await start(disk)
    await save(db, 'n1', 'tekst')
    const failed = db.write(['notes'], async () => {
      await db.notes.delete('n1')
      throw new Error('kapot')
    })
    await expect(failed).rejects.toThrow('kapot')
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['tekst'])
  })

  test('imports are in it', async () => {
    const source = openTestDatabase()
    await save(source, 'n1', 'van elders')
    const disk = profile()
    const { db } = await start(disk)
    await applyImport(db, {
      documents: [],
      questions: [],
      notes: await source.notes.toArray(),
      noteTags: await source.noteTags.toArray(),
      noteVersions: [],
      watches: [],
      rests: [],
      corrections: [],
      lookups: [],
    })
    disk.indexedDB = new IDBFactory()
    const restored = (await start(disk)).db
    expect(await bodies(restored)).toEqual(['van elders'])
    expect(await restored.noteTags.count()).toBe(1)
  })
})

function readingOf(numbers: readonly string[]) {
  const question = (number: string, order: number) => ({
    order,
    number,
    code: null,
    page: null,
    ownPage: 1,
    question: `Vraag ${number}`,
    answer: `Antwoord ${number}`,
    answeredWith: [],
    pointsTo: null,
    footnotes: [],
    complete: true,
    doubts: [],
  })
  return {
    ok: true,
    document: { format: 'pdf', title: 'Lijst', ownIds: [], pages: 1, questions: numbers.map(question) },
    sha256: 'ab'.repeat(32),
    url: null,
    byteLength: 1,
  } as const
}

/** All that lies on the disk of a journal, as text. */
const textOf = (files: MemoryFiles) =>
  [...files.content.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n')

describe('everything that is erased', () => {
  test('is in neither copy, and stays away at the next start; what is written later is kept', async () => {
    const disk = profile()
    const { db, writer, close } = await start(disk)
    await save(db, 'n1', 'geheim')
    await writer.snapshot(await everythingIn(databaseName, { indexedDB: disk.indexedDB, IDBKeyRange }))
    await save(db, 'n2', 'ook geheim')
    await db.erase()
    for (const table of db.tables) if (table.name !== 'meta') expect(await table.count(), table.name).toBe(0)
    expect((await db.meta.toCollection().primaryKeys()).toSorted()).toEqual(['minReader', 'minWriter', 'sequence'])
    expect(textOf(disk.files)).not.toContain('geheim')
    await save(db, 'n3', 'nieuw')
    await close()
    const second = await start(disk)
    expect(second.recovered).toBeNull()
    expect(await bodies(second.db)).toEqual(['nieuw'])
    await second.close()
    disk.indexedDB = new IDBFactory()
    const third = await start(disk)
    expect(await bodies(third.db)).toEqual(['nieuw'])
    await third.close()
  })

  test('is erased from the second copy at the next start, where that could not be written', async () => {
    const disk = profile()
    const { db, link, close } = await start(disk)
    await save(db, 'n1', 'geheim')
    vi.spyOn(link, 'snapshot').mockRejectedValueOnce(new Error('no room'))
    expect(await db.erase().catch(storeErrorOf)).toBe('not-secured')
    expect(await db.notes.count()).toBe(0)
    expect(textOf(disk.files)).toContain('geheim')
    await close()
    const second = await start(disk)
    expect(second.recovered).toBeNull()
    expect(await bodies(second.db)).toEqual([])
    expect(textOf(disk.files)).not.toContain('geheim')
    await save(second.db, 'n2', 'nieuw')
    await second.close()
    expect(await bodies((await start(disk)).db)).toEqual(['nieuw'])
  })

  /** A database in which everything was erased, and whose second copy can't be written any more. */
  async function halfErased(disk: ReturnType<typeof profile>) {
    const { db, link } = await start(disk)
    await save(db, 'n1', 'geheim')
    vi.spyOn(link, 'snapshot').mockRejectedValue(new Error('no room'))
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => void vi.restoreAllMocks())
    expect(await db.erase().catch(storeErrorOf)).toBe('not-secured')
    return db
  }

  test('stays away where the browser empties the database before the second copy could be written; what came after it is kept', async () => {
    const disk = profile()
    const db = await halfErased(disk)
    await save(db, 'n2', 'nieuw')
    await save(db, 'n3', 'nieuwer')
    db.close()
    disk.indexedDB = new IDBFactory()
    const second = await start(disk)
    expect(await bodies(second.db)).toEqual(['nieuw', 'nieuwer'])
    expect(second.recovered).toMatchObject({ what: 'all', notes: 2 })
    expect(textOf(disk.files)).not.toContain('geheim')
    expect(numbersOf('erased', await disk.files.names())).toEqual([])
    await second.close()
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['nieuw', 'nieuwer'])
  })

  test('stays away where a crash took from the database what came after it, which is put back', async () => {
    const disk = profile()
    const db = await halfErased(disk)
    const erased = (await db.meta.get('sequence'))?.value
    await save(db, 'n2', 'nieuw')
    await db.notes.clear()
    await db.meta.put({ key: 'sequence', value: erased })
    db.close()
    const second = await start(disk)
    expect(await bodies(second.db)).toEqual(['nieuw'])
    expect(second.recovered).toMatchObject({ what: 'some' })
    expect(textOf(disk.files)).not.toContain('geheim')
  })

  test('stays away where nothing came after it, and nothing is said to be put back', async () => {
    const disk = profile()
    const { db, link } = await start(disk)
    await save(db, 'n1', 'geheim')
    vi.spyOn(link, 'snapshot').mockRejectedValueOnce(new Error('no room'))
    expect(await db.erase().catch(storeErrorOf)).toBe('not-secured')
    db.close()
    disk.indexedDB = new IDBFactory()
    const second = await start(disk)
    expect(await bodies(second.db)).toEqual([])
    expect(second.recovered).toBeNull()
    expect(textOf(disk.files)).not.toContain('geheim')
    await save(second.db, 'n2', 'nieuw')
    await second.close()
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['nieuw'])
  })

  test('stays away where the database is put back to a state of before it; what came after it is there', async () => {
    const disk = profile()
    const { db, close } = await start(disk)
    await save(db, 'n1', 'geheim')
    const sequence = (await db.meta.get('sequence'))?.value
    const rows = await db.notes.toArray()
    await db.erase()
    await save(db, 'n2', 'nieuw')
    const putBack = async (each: KamerlensDatabase) => {
      await each.notes.clear()
      await each.notes.bulkPut(rows)
      await each.lookups.put({ id: '2023D19158', aliases: ['2023D19158'], document: null } as never)
      await each.meta.put({ key: 'sequence', value: sequence })
    }
    await putBack(db)
    await close()
    const second = await start(disk)
    expect(await bodies(second.db)).toEqual(['nieuw'])
    expect(await second.db.lookups.count()).toBe(0)
    expect(second.recovered).toMatchObject({ what: 'some', notes: 1 })
    // Also when what was kept of that time has long gone, and everything is erased once more.
    await second.db.erase()
    for (let round = 0; round < 5; round += 1) {
      await save(second.db, `r${round}`, `ronde ${round}`)
      await second.link.snapshot()
    }
    expect(numbersOf('emptied', await disk.files.names())).toHaveLength(1)
    await putBack(second.db)
    await second.close()
    const third = await start(disk)
    expect((await bodies(third.db)).toSorted()).toEqual([0, 1, 2, 3, 4].map((round) => `ronde ${round}`))
  })

  test('is all there where a crash came before it was erased, also when the browser empties the database later', async () => {
    const disk = profile()
    const { db, writer, link } = await start(disk)
    await save(db, 'n1', 'een')
    await writer.append([])
    await link.erasing((await writer.append([])).lastSeq + 1)
    db.close()
    const second = await start(disk)
    expect(await bodies(second.db)).toEqual(['een'])
    await second.close()
    disk.indexedDB = new IDBFactory()
    expect(await bodies((await start(disk)).db)).toEqual(['een'])
  })

  test('is all there where the background ended before it was erased, the number went to a save, and the database is lost', async () => {
    const disk = profile()
    const { db, writer, link } = await start(disk)
    await save(db, 'n1', 'een')
    await link.erasing((await writer.append([])).lastSeq + 1)
    db.close()
    // Within the same session of the browser nothing is looked after.
    const { db: again } = startInSession(disk)
    await save(again, 'n2', 'twee')
    expect(numbersOf('erased', await disk.files.names())).toEqual([])
    again.close()
    disk.indexedDB = new IDBFactory()
    expect((await bodies((await start(disk)).db)).toSorted()).toEqual(['een', 'twee'])
  })

  test('is erased under a number behind that of a save that came between; one that comes to nothing leaves no mark', async () => {
    const disk = profile()
    const { db, link } = await start(disk)
    const marked = vi.spyOn(link, 'erasing')
    await save(db, 'n1', 'een')
    // In the database alone.
    await db.meta.put({ key: 'sequence', value: 40 })
    await db.erase()
    expect(marked.mock.calls).toEqual([[3], [41]])
    expect((await db.meta.get('sequence'))?.value).toBe(41)
    await save(db, 'n2', 'twee')
    await db.meta.put({ key: 'minWriter', value: 99 })
    expect(await db.erase().catch(storeErrorOf)).toBe('newer-database')
    expect(numbersOf('erased', await disk.files.names())).toEqual([])
  })

  test('is not touched where a newer Kamerlens has been at work', async () => {
    const disk = profile()
    const { db } = await start(disk)
    await save(db, 'n1', 'tekst')
    await db.meta.put({ key: 'minWriter', value: 99 })
    expect(await db.erase().catch(storeErrorOf)).toBe('newer-database')
    expect(await bodies(db)).toEqual(['tekst'])
  })
})

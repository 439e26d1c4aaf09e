import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { exportAll, exportText, exportVersion } from '#utils/database/export/export.ts'
import { unfollow } from '#utils/database/following/watches.ts'
import { applyImport, previewImport } from '#utils/database/import/import.ts'
import { ImportFailure, largestExport, readExport } from '#utils/database/import/read-export.ts'
import { salvageExport } from '#utils/database/import/salvage-export.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import { removeAll } from '#utils/database/library/change-many.ts'
import { notesOn } from '#utils/database/lookup/lookup.ts'
import { sha256 as hash } from '#utils/database/names/hash.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { recordTables } from '#utils/database/records/records.ts'
import { cases } from '../../cases.ts'
import { at, justAfter, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

async function filled(): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  await db.documents.bulkAdd([
    documentRow('2023D20951', { aliases: ['2023D20951', 'kst-36360-VIII-5'], title: 'Jaarverslag «OCW»\u2028' }),
    documentRow('2023D30000'),
  ])
  await db.questions.bulkAdd([
    questionRow('2023D20951', 0, '155', { code: '2023D19158', footnotes: [{ mark: '90', text: 'Berenschot' }] }),
    questionRow('2023D20951', 1, '156'),
  ])
  await saveNote(db, { id: 'n1', target: '2023D20951#155', opened: '', body: 'een\ntwee', tags: ['ocw'] }, at(1))
  await saveNote(db, { id: 'n1', target: '2023D20951#155', opened: 'een\ntwee', body: 'een' }, at(2))
  await saveNote(db, { id: 'n2', target: '2023D30000', opened: '', body: 'weg' }, at(3))
  await deleteNote(db, 'n2', at(4))
  await deleteDocument(db, '2023D30000', at(5))
  await db.watches.add({ target: '2023D20951', nextCheck: at(9).toISOString() })
  return db
}

const contents = async (db: KamerlensDatabase) =>
  Object.fromEntries(await Promise.all(recordTables.map(async (table) => [table, await db.table(table).toArray()])))

const exported = async (db: KamerlensDatabase) => readExport((await exportAll(db, at(60)))[0])

const failure = async (text: string | Blob): Promise<string> => {
  const error: unknown = await readExport(new Blob([text])).catch((thrown: unknown) => thrown)
  return error instanceof ImportFailure ? error.code : `no failure: ${JSON.stringify(error)}`
}

const nothing = { documents: 0, questions: 0, notes: 0, tags: 0, followed: 0 }

describe('exporting and importing everything kept', () => {
  test('what was exported is the same after it was imported elsewhere, removed rows and history too', async () => {
    const db = await filled()
    const other = openTestDatabase()
    expect(await applyImport(other, await exported(db))).toEqual({
      added: { documents: 2, questions: 2, notes: 2, tags: 1, followed: 1 },
      changed: nothing,
      unchanged: nothing,
      follows: 1,
    })
    expect(await contents(other)).toEqual(await contents(db))
  })

  test('the preview tells what will change and changes nothing; the second import changes no row', async () => {
    const db = await filled()
    const records = await exported(db)
    const other = openTestDatabase()
    const preview = await previewImport(other, records)
    expect(await other.notes.count()).toBe(0)
    expect(await applyImport(other, records)).toEqual(preview)
    const before = await contents(other)
    expect(await applyImport(other, records)).toEqual({
      added: nothing,
      changed: nothing,
      unchanged: { documents: 2, questions: 2, notes: 2, tags: 1, followed: 1 },
      changesNothing: true,
    })
    expect(await contents(other)).toEqual(before)
  })

  test('a note that grew on the other machine is brought up to date, one that grew here stays', async () => {
    const here = await filled()
    const there = openTestDatabase()
    await applyImport(there, await exported(here))
    const save = { id: 'n1', target: '2023D20951#155', opened: 'een', body: 'vervangen' }
    await saveNote(there, save, at(20))
    const older = await exported(here)
    expect((await applyImport(here, await exported(there))).changed.notes).toBe(1)
    expect((await here.notes.get('n1'))?.body).toBe('vervangen')
    expect((await applyImport(there, older)).changed.notes).toBe(0)
    expect((await there.notes.get('n1'))?.body).toBe('vervangen')
  })

  test('a note that changed on both machines keeps both edits, once, and both machines come to one text', async () => {
    const here = await filled()
    const there = openTestDatabase()
    await applyImport(there, await exported(here))
    const target = '2023D20951#155'
    await saveNote(here, { id: 'n1', target, opened: 'een', body: 'hier anders' }, at(20))
    await saveNote(there, { id: 'n1', target, opened: 'een', body: 'daar' }, at(21))
    const [fromHere, fromThere] = [await exported(here), await exported(there)]
    await applyImport(here, fromThere)
    await applyImport(there, fromHere)
    const bodies = [await here.notes.get('n1'), await there.notes.get('n1')].map((note) => note?.body)
    expect(bodies[0]).toBe(bodies[1])
    for (const word of ['hier', 'anders', 'daar'])
      expect(bodies[0]?.split(/\s+/).filter((one) => one === word)).toHaveLength(1)
    const before = await contents(here)
    await applyImport(here, fromThere)
    expect(await contents(here)).toEqual(before)
    const texts = (await here.noteVersions.toArray()).map(({ body }) => body)
    expect(texts).toEqual(expect.arrayContaining(['hier anders', 'daar', 'een\ntwee']))
  })

  test('a colour goes along, that of the later change stays, and both machines agree', async () => {
    const here = await filled()
    const there = openTestDatabase()
    await applyImport(there, await exported(here))
    const save = { id: 'n1', target: '2023D20951#155', opened: 'een', body: 'een' }
    await saveNote(there, { ...save, colour: 'green' }, at(20))
    await applyImport(here, await exported(there))
    expect((await here.notes.get('n1'))?.colour).toBe('green')
    await saveNote(here, { ...save, colour: 'blue' }, at(21))
    await applyImport(here, await exported(there))
    await applyImport(there, await exported(here))
    const colours = [await here.notes.get('n1'), await there.notes.get('n1')].map((note) => note?.colour)
    expect(colours).toEqual(['blue', 'blue'])
  })

  test('a backup of a note that was only typed on since puts no older wording beside it', async () => {
    const here = openTestDatabase()
    const first = 'Bel Jan morgen.\nVraag naar cijfers.'
    const grown = 'Bel Jan Jansen morgen.\nVraag naar de cijfers.'
    await saveNote(here, { id: 'n', target: 't', opened: '', body: first }, at(1))
    const backup = await exported(here)
    await saveNote(
      here,
      { id: 'n', target: 't', opened: first, body: 'Bel Jan Jansen morgen.\nVraag naar cijfers.' },
      at(2),
    )
    await saveNote(
      here,
      { id: 'n', target: 't', opened: 'Bel Jan Jansen morgen.\nVraag naar cijfers.', body: grown },
      at(3),
    )
    await applyImport(here, backup)
    expect((await here.notes.get('n'))?.body).toBe(grown)
    expect((await applyImport(here, backup)).unchanged.notes).toBe(1)
  })

  test('whatever two machines hold of a note, importing loses no word, twice is once, and both agree', async () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '\n'), { minLength: 1, maxLength: 6 })
      .map((words) => `x ${words.join(' ')}`)
    await fc.assert(
      fc.asyncProperty(text, text, async (one, other) => {
        const [here, there] = [openTestDatabase(), openTestDatabase()]
        await saveNote(here, { id: 'n', target: 't', opened: '', body: one }, at(1))
        await saveNote(there, { id: 'n', target: 't', opened: '', body: other }, at(2))
        const [fromHere, fromThere] = [await exported(here), await exported(there)]
        await applyImport(here, fromThere)
        await applyImport(there, fromHere)
        const [mine, theirs] = [(await here.notes.get('n'))?.body ?? '', (await there.notes.get('n'))?.body]
        expect(mine).toBe(theirs)
        for (const word of `${one} ${other}`.match(/\S+/g) ?? []) expect(mine.split(/\s+/)).toContain(word)
        expect((await applyImport(here, fromThere)).unchanged.notes).toBe(1)
      }),
      cases(16),
    )
  }, 30_000)

  test('a document that is known here under another of its names is joined with it, its notes still found', async () => {
    const here = openTestDatabase()
    await here.documents.add(documentRow('file:ab', { aliases: ['file:ab', 'kst-36360-VIII-5'] }))
    const preview = await applyImport(here, await exported(await filled()))
    expect(preview).toMatchObject({ added: { documents: 1, questions: 2 }, changed: { documents: 1 } })
    const joined = await here.documents.get('file:ab')
    expect(joined?.aliases).toEqual(['file:ab', 'kst-36360-VIII-5', '2023D20951'])
    expect(await here.questions.where('[list+order]').equals(['file:ab', 0]).count()).toBe(1)
    expect(await notesOn(here, 'file:ab#155')).toHaveLength(1)
  })

  test('the later reading of a document wins, questions and all; an older one leaves it alone', async () => {
    const here = await filled()
    const provenance = [{ fact: 'questions', from: 'https://www.tweedekamer.nl/a.pdf', at: at(1).toISOString() }]
    await here.documents.update('2023D20951', { provenance })
    const older = await exported(here)
    await here.documents.update('2023D20951', { title: 'Nieuwer', updatedAt: at(50).toISOString() })
    await here.questions.delete(['2023D20951', 1])
    const newer = await exported(here)
    const there = openTestDatabase()
    await applyImport(there, older)
    expect((await applyImport(there, newer)).changed).toMatchObject({ documents: 1, questions: 1 })
    expect(await contents(there)).toEqual(await contents(here))
    expect((await applyImport(there, older)).changed).toEqual(nothing)
    expect(await contents(there)).toEqual(await contents(here))
  })

  test('a poorer reading from elsewhere, though later, leaves the richer one in its place, on both machines', async () => {
    const machine = async (from: string, second: number, numbers: readonly string[]) => {
      const db = openTestDatabase()
      const provenance = [{ fact: 'questions', from, at: at(second).toISOString() }]
      const updatedAt = at(second).toISOString()
      await db.documents.add(documentRow('2023D20951', { title: from, provenance, updatedAt }))
      await db.questions.bulkAdd(numbers.map((number, order) => questionRow('2023D20951', order, number)))
      return db
    }
    const rich = await machine('https://www.tweedekamer.nl/a.pdf', 1, ['154', '155', '156'])
    await saveNote(rich, { id: 'n1', target: '2023D20951#155', opened: '', body: 'terugvragen' }, at(2))
    const poor = await machine('https://www.rijksoverheid.nl/b', 50, ['154'])
    const [fromRich, fromPoor] = [await exported(rich), await exported(poor)]
    await applyImport(rich, fromPoor)
    await applyImport(poor, fromRich)
    for (const db of [rich, poor]) {
      expect((await db.questions.toArray()).map(({ number }) => number)).toEqual(['154', '155', '156'])
      const [document] = await db.documents.toArray()
      expect(document).toMatchObject({ title: 'https://www.tweedekamer.nl/a.pdf', updatedAt: at(50).toISOString() })
      expect(document?.provenance).toMatchObject([{ from: 'https://www.tweedekamer.nl/a.pdf' }])
      expect(await applyImport(db, fromPoor)).toMatchObject({ changesNothing: true })
      expect(await applyImport(db, fromRich)).toMatchObject({ changesNothing: true })
    }
  })

  test('a richer reading of a file of one’s own comes in beside the official one, and loses nothing', async () => {
    const machine = async (from: string, names: readonly string[], numbers: readonly string[]) => {
      const db = openTestDatabase()
      const provenance = [{ fact: 'questions', from, at: at(1).toISOString() }]
      const aliases = ['2023D20951', ...names]
      await db.documents.add(
        documentRow('2023D20951', { title: from, aliases, provenance, updatedAt: at(9).toISOString() }),
      )
      await db.questions.bulkAdd(numbers.map((number, order) => questionRow('2023D20951', order, number)))
      return db
    }
    const official = await machine('https://www.tweedekamer.nl/a.pdf', [], ['154'])
    const file = `file:${'a'.repeat(64)}`
    const own = await machine('concept.pdf', [file], ['154', '155', '156'])
    await own.rests.add({ document: '2023D20951', rest: [{ page: 1, kind: 'outside', text: 'Kop' }] })
    await saveNote(own, { id: 'n1', target: '2023D20951#154', opened: '', body: 'terugvragen' }, at(2))
    const fromOwn = await exported(own)
    const undo = { id: 'import-1', at: at(100) }
    const before = await contents(official)
    expect(await applyImport(official, fromOwn, { undo })).toMatchObject({
      added: { documents: 1, questions: 3, notes: 1 },
    })
    const kept = await official.documents.toArray()
    expect(kept).toMatchObject([
      { id: '2023D20951', title: 'https://www.tweedekamer.nl/a.pdf', aliases: ['2023D20951'] },
      { id: file, kind: 'file', title: 'concept.pdf', aliases: [file], provenance: [{ from: 'concept.pdf' }] },
    ])
    const numbers = async (list: string) =>
      (await official.questions.toArray()).filter((row) => row.list === list).map(({ number }) => number)
    expect(await numbers('2023D20951')).toEqual(['154'])
    expect(await numbers(file)).toEqual(['154', '155', '156'])
    expect(await official.rests.toArray()).toMatchObject([{ document: file }])
    expect(await notesOn(official, '2023D20951#154')).toHaveLength(1)
    expect(await applyImport(official, fromOwn)).toMatchObject({ changesNothing: true })
    await undoImport(official, undo.id)
    expect(await contents(official)).toEqual(before)
  })

  test('a copy from before does not bring back what was removed since, though the clock ran back in between', async () => {
    const db = await filled()
    await db.documents.put(documentRow('2023D40000', { updatedAt: at(30).toISOString() }))
    await db.documents.put(documentRow('2023D50000', { updatedAt: at(30).toISOString() }))
    await db.watches.put({ target: '2023Z10477', nextCheck: at(9).toISOString(), updatedAt: at(30).toISOString() })
    const copy = await exported(db)
    await deleteDocument(db, '2023D40000', at(20))
    await removeAll(db, { notes: [], documents: ['2023D50000'] }, at(20))
    await unfollow(db, '2023Z10477', at(20))
    const before = await contents(db)
    expect(await applyImport(db, copy)).toMatchObject({ changesNothing: true })
    expect(await contents(db)).toEqual(before)
    expect((await db.documents.get('2023D40000'))?.deletedAt).toBe(justAfter(at(30)))
  })

  test('what is followed on both sides is joined by the later change, with the news of both, and twice is once', async () => {
    const [here, there] = [openTestDatabase(), openTestDatabase()]
    const news = (kind: 'answered' | 'postponed', second: number, seen: boolean) =>
      ({
        at: at(second).toISOString(),
        kind,
        ids: [`2023D2${second}000`],
        title: 'x',
        day: '2023-06-20',
        seen,
      }) as const
    const since = at(0).toISOString()
    const both = { target: '2023D24876', nextCheck: at(9).toISOString(), since, papers: ['a'], decisions: [] }
    const answered = news('answered', 5, false)
    await here.watches.bulkAdd([
      {
        ...both,
        updatedAt: at(1).toISOString(),
        lastChecked: at(1).toISOString(),
        news: [news('postponed', 1, false)],
      },
      { target: '2023Z08012', nextCheck: at(9).toISOString(), since, updatedAt: at(1).toISOString() },
    ])
    await there.watches.bulkAdd([
      {
        ...both,
        papers: ['a', 'b'],
        lastStatus: 'answered',
        updatedAt: at(6).toISOString(),
        lastChecked: at(5).toISOString(),
        news: [answered, news('postponed', 1, true)],
        failure: { code: 'busy', at: at(6).toISOString(), times: 2 },
      },
      {
        target: '2023Z08012',
        nextCheck: at(8).toISOString(),
        since,
        updatedAt: at(2).toISOString(),
        deletedAt: at(2).toISOString(),
      },
    ])
    const fromThere = await exported(there)
    const fromHere = await exported(here)
    await applyImport(here, fromThere)
    await applyImport(there, fromHere)
    expect(await here.watches.get('2023D24876')).toEqual({
      ...both,
      papers: ['a', 'b'],
      lastStatus: 'answered',
      updatedAt: at(6).toISOString(),
      lastChecked: at(5).toISOString(),
      news: [answered, news('postponed', 1, true)],
    })
    for (const db of [here, there]) {
      expect(await db.watches.get('2023Z08012')).toMatchObject({ deletedAt: at(2).toISOString() })
    }
    const before = await contents(here)
    await applyImport(here, fromThere)
    await applyImport(here, await exported(there))
    expect(await contents(here)).toEqual(before)
    // Followed again later, it is followed on the other side too.
    await there.watches.put({
      target: '2023Z08012',
      nextCheck: at(8).toISOString(),
      since,
      updatedAt: at(7).toISOString(),
    })
    await applyImport(here, await exported(there))
    expect(await here.watches.get('2023Z08012')).not.toHaveProperty('deletedAt')
  })

  test('what the file’s maker follows and the user does not is counted, and left out where that is asked for', async () => {
    const [here, there] = [openTestDatabase(), openTestDatabase()]
    const watch = (target: string, minute: number) => ({
      target,
      nextCheck: at(9).toISOString(),
      since: at(0).toISOString(),
      updatedAt: at(minute).toISOString(),
    })
    // Followed by both, by the maker alone, and no more by the user since.
    await here.watches.bulkAdd([watch('2023D24876', 1), { ...watch('2023Z08012', 3), deletedAt: at(3).toISOString() }])
    await there.watches.bulkAdd([watch('2023D24876', 1), watch('2023Z10477', 2), watch('2023Z08012', 2)])
    const records = await exported(there)
    expect(await previewImport(here, records)).toMatchObject({
      added: { followed: 1 },
      changed: { followed: 0 },
      unchanged: { followed: 1 },
      follows: 1,
    })
    const before = await contents(here)
    expect(await applyImport(here, records, { follow: false })).toEqual({
      added: nothing,
      changed: nothing,
      unchanged: { ...nothing, followed: 1 },
      follows: 1,
      changesNothing: true,
    })
    expect(await contents(here)).toEqual(before)
    await applyImport(here, records)
    expect((await here.watches.get('2023Z10477'))?.since).toBe(at(0).toISOString())
  })

  test.each([
    [
      'news without end',
      {
        news: Array.from({ length: 51 }, () => ({
          at: at(0).toISOString(),
          kind: 'settled',
          ids: [],
          title: null,
          day: null,
          seen: true,
        })),
      },
    ],
    [
      'a kind that there is not',
      { news: [{ at: at(0).toISOString(), kind: 'rumour', ids: [], title: null, day: null, seen: true }] },
    ],
    ['a key that there is not', { colour: 'red' }],
    ['no moment', { lastChecked: 'gisteren' }],
    ['a failure that there is not', { failure: { code: 'tired', at: at(0).toISOString(), times: 1 } }],
  ])('a file with something followed that has %s is refused whole', async (_, more) => {
    const records = await exported(await filled())
    const watch = { target: '2023D24876', nextCheck: at(9).toISOString() }
    expect(await failure(await exportText({ ...records, watches: [watch] }, at(0)))).toMatch(/^no failure/)
    const wrong = { ...records, watches: [{ ...watch, ...more } as never] }
    expect(await failure(await exportText(wrong, at(0)))).toBe('damaged')
  })

  test('what was decided twice in the same words stays twice, however often it is imported', async () => {
    const db = openTestDatabase()
    const decided = (second: number) =>
      ({
        at: at(second).toISOString(),
        kind: 'decision',
        ids: [],
        title: 'Aangenomen.',
        day: null,
        seen: false,
      }) as const
    const news = [decided(2), decided(1)]
    await db.watches.put({ target: '2023Z10477', nextCheck: at(9).toISOString(), updatedAt: at(0).toISOString(), news })
    const copy = await exported(db)
    expect(await applyImport(db, copy)).toMatchObject({ changesNothing: true })
    await db.watches.update('2023Z10477', { news: news.map((one) => ({ ...one, seen: true })) })
    expect(await applyImport(db, copy)).toMatchObject({ changesNothing: true })
    const other = openTestDatabase()
    await applyImport(other, copy)
    await applyImport(other, await exported(db))
    expect((await other.watches.get('2023Z10477'))?.news).toEqual(news.map((one) => ({ ...one, seen: true })))
  })

  test('an import that fails half-way leaves everything as it was', async () => {
    const db = openTestDatabase()
    await saveNote(db, { id: 'n1', target: 't', opened: '', body: 'hier' }, at(0))
    const before = await contents(db)
    const records = await exported(await filled())
    const broken = { ...records, watches: [{ target: Number.NaN as unknown as string, nextCheck: '' }] }
    await expect(applyImport(db, broken)).rejects.toThrow()
    expect(await contents(db)).toEqual(before)
  })
})

describe('more than one file holds', () => {
  async function much(): Promise<KamerlensDatabase> {
    const db = await filled()
    for (let index = 0; index < 12; index += 1) {
      const list = `2023D4000${String(index).padStart(2, '0')}`
      await db.documents.add(documentRow(list))
      await db.questions.bulkAdd([0, 1, 2].map((order) => questionRow(list, order, `${order + 1}`)))
      const id = `m${index}`
      await saveNote(db, { id, target: `${list}#1`, opened: '', body: 'é'.repeat(300), tags: ['x'] }, at(10))
    }
    return db
  }

  test('goes into several: none too large, each whole in itself, together everything, in any order', async () => {
    const db = await much()
    const most = 4_000
    const files = await exportAll(db, at(60), most)
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) {
      // What stands around the records is the same in each.
      expect(file.size).toBeLessThan(most + 700)
      const { documents, questions, notes, noteTags } = await readExport(file)
      const lists = new Set(documents.map(({ id }) => id))
      expect(questions.every(({ list }) => lists.has(list))).toBe(true)
      const ids = new Set(notes.map(({ id }) => id))
      expect(noteTags.every(({ noteId }) => ids.has(noteId))).toBe(true)
    }
    const other = openTestDatabase()
    for (const file of [...files].reverse()) await applyImport(other, await readExport(file))
    expect(await contents(other)).toEqual(await contents(db))
  })

  test('and no more files than it must: one where that is not too large', async () => {
    const db = await much()
    const [whole, ...others] = await exportAll(db, at(60))
    expect(others).toEqual([])
    expect(await exportAll(db, at(60), whole.size)).toHaveLength(1)
    expect(await exportAll(db, at(60), whole.size - 2_000)).toHaveLength(2)
  })
})

describe('files that are refused whole, with the reason', () => {
  const text = async () => (await exportAll(await filled(), at(60)))[0].text()

  test('cut off anywhere, it is said to be cut off', async () => {
    const whole = await text()
    for (let length = 60; length < whole.length - 2; length += 97) {
      expect(await failure(whole.slice(0, length)), `after ${length}`).toBe('cut-off')
    }
    const bytes = new TextEncoder().encode(whole)
    const inCharacter = bytes.findIndex((byte) => byte >= 0xc2) + 1
    expect(await failure(new Blob([bytes.slice(0, inCharacter)]))).toBe('cut-off')
  })

  test('changed anywhere in its records, it is said to be damaged', async () => {
    const whole = await text()
    for (const [from, to] of [
      ['"een"', '"twee"'],
      ['"number":"155"', '"number":"154"'],
      ['"noteTags":1', '"noteTags":2'],
      ['"body":', '"extra":1,"body":'],
      ['"body":', '"__proto__":{"x":1},"body":'],
      ['"links":[]', '"links":[{"rel":"page","url":"javascript:alert(1)"}]'],
      ['"version":2', '"version":-2'],
      ['"records"', '"record"'],
    ] as const) {
      expect(whole, from).toContain(from)
      expect(await failure(whole.replace(from, to)), to).toBe('damaged')
    }
  })

  test('what is no export, of a newer Kamerlens, or too large is told apart', async () => {
    const whole = await text()
    for (const other of [
      '',
      'x',
      '[]',
      'null',
      '{}',
      '{"format":"other"}',
      '%PDF-1.7',
      new Blob([Uint8Array.of(0xff, 0xfe, 0)]),
    ]) {
      expect(await failure(other), String(other)).toBe('not-an-export')
    }
    expect(await failure(whole.replace(`"version": ${exportVersion}`, `"version": ${exportVersion + 1}`))).toBe(
      'newer-export',
    )
    const large = { size: largestExport + 1, arrayBuffer: () => Promise.reject(new Error('read')) } as unknown as Blob
    await expect(readExport(large)).rejects.toMatchObject({ code: 'too-large' })
  })

  const first = ['documents', 'questions', 'notes', 'noteTags', 'noteVersions', 'watches'] as const
  test.each([
    [1, first],
    [2, [...first, 'rests', 'corrections'] as const],
  ])('a file of version %i is read as it is, and refused where it is not whole', async (version, tables) => {
    const records = await exported(await filled())
    const file = {
      format: 'kamerlens-export',
      version,
      exportedAt: at(0).toISOString(),
      records: Object.fromEntries(tables.map((table) => [table, records[table]])),
      counts: Object.fromEntries(tables.map((table) => [table, records[table].length])),
    }
    const sha256 = await hash(JSON.stringify(file.records))
    const read = await readExport(new Blob([JSON.stringify({ ...file, sha256 })]))
    expect(read).toEqual({ ...records, rests: [], corrections: [], lookups: [] })
    const other = openTestDatabase()
    expect((await applyImport(other, read)).added).toEqual({
      documents: 2,
      questions: 2,
      notes: 2,
      tags: 1,
      followed: 1,
    })
    expect(await failure(JSON.stringify({ ...file, version: version + 1, sha256 }))).toBe('damaged')
    expect(await failure(JSON.stringify({ ...file, sha256: sha256.replace(/^./, 'x') }))).toBe('damaged')
  })

  test('laid out anew by another program, with the same values, it is still whole', async () => {
    const whole = await text()
    expect(await failure(JSON.stringify(JSON.parse(whole), null, 2))).toMatch(/^no failure/)
  })

  test('a note by a name that no message takes gets another one, always the same, by which it can be changed and removed', async () => {
    const db = openTestDatabase()
    const note = { target: '2023D20951', type: 'document', body: 'x', version: 2, places: [] } as const
    const createdAt = at(1).toISOString()
    await db.notes.put({ id: '../a b', ...note, createdAt, updatedAt: createdAt })
    await db.noteTags.put({ noteId: '../a b', tag: 'stage', createdAt })
    await db.noteVersions.put({ noteId: '../a b', version: 1, body: 'w', at: createdAt })
    const copy = await exported(db)
    const id = copy.notes[0]?.id ?? ''
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect([copy.noteTags[0]?.noteId, copy.noteVersions[0]?.noteId]).toEqual([id, id])
    const other = openTestDatabase()
    await applyImport(other, copy)
    expect(await applyImport(other, copy)).toMatchObject({ changesNothing: true })
    expect(await exported(db)).toEqual(copy)
    const [file] = await exportAll(db, at(2))
    expect((await salvageExport(file)).records.notes[0]?.id).toBe(id)
  })

  test('two records with one key are refused: one of them would be lost', async () => {
    const records = await exported(await filled())
    expect(await failure(await exportText({ ...records, notes: [...records.notes, ...records.notes] }, at(0)))).toBe(
      'damaged',
    )
  })

  test('a prototype key is refused even where counts and hash are right', async () => {
    const records = await exported(await filled())
    for (const key of ['__proto__', 'constructor']) {
      const document = JSON.parse(JSON.stringify(records.documents[0]).replace('{', `{"${key}":{"x":1},`))
      expect(await failure(await exportText({ ...records, documents: [document] }, at(0))), key).toBe('damaged')
    }
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  test('no mutation of a file gets a foreign key past the check', async () => {
    const whole = await text()
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.string({ maxLength: 3 }), async (place, put) => {
        const mutated = whole.slice(0, place) + put + whole.slice(place + put.length)
        const code = await failure(mutated)
        if (code.startsWith('no failure')) expect(JSON.parse(mutated).records).toEqual(JSON.parse(whole).records)
      }),
      cases(120),
    )
  })
})

describe('what is whole in a file that is not', () => {
  const text = async () => (await exportAll(await filled(), at(60)))[0].text()

  test('of a whole file everything is read', async () => {
    const { records, lost } = await salvageExport(new Blob([await text()]))
    expect(records).toEqual(await exported(await filled()))
    expect(lost).toBe(0)
  })

  test('cut off anywhere, every record before the cut is read, and nothing that is half', async () => {
    const whole = await text()
    const all = (await salvageExport(new Blob([whole]))).records
    let most = 0
    for (let cut = 0; cut < whole.length; cut += 97) {
      const salvaged = await salvageExport(new Blob([whole.slice(0, cut)])).catch((error: unknown) => error)
      if (salvaged instanceof ImportFailure) {
        expect(['not-an-export', 'cut-off']).toContain(salvaged.code)
        continue
      }
      const { records } = salvaged as Awaited<ReturnType<typeof salvageExport>>
      for (const table of recordTables) for (const row of records[table]) expect(all[table]).toContainEqual(row)
      const count = recordTables.reduce((sum, table) => sum + records[table].length, 0)
      expect(count).toBeGreaterThanOrEqual(most)
      most = count
    }
    expect(most).toBeGreaterThan(4)
  })

  test('line ends that another program or the mail made its own are line ends', async () => {
    const whole = await text()
    const { records } = await salvageExport(new Blob([whole]))
    const cut = whole.replaceAll('\n', '\r\n').slice(0, -100)
    expect((await salvageExport(new Blob([cut]))).records).toEqual(records)
  })

  test('a damaged line costs that record, and what says something of it alone', async () => {
    const damaged = (await text()).replace('{"id":"n1"', '{"id":n1"')
    const { records, lost } = await salvageExport(new Blob([damaged]))
    expect(lost).toBe(1)
    expect(records.notes.map(({ id }) => id)).toEqual(['n2'])
    expect(records.noteTags).toEqual([])
    expect(records.questions).toHaveLength(2)
  })

  test('foreign keys are no part of it', async () => {
    const hostile = (await text()).replace('{"id":"n1"', '{"__proto__":{"x":1},"id":"n1"')
    expect((await salvageExport(new Blob([hostile]))).records.notes.map(({ id }) => id)).toEqual(['n2'])
  })
})

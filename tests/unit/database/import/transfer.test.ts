import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { exportText } from '#utils/database/export/export.ts'
import { unfollow } from '#utils/database/following/watches.ts'
import { applyImport, previewImport } from '#utils/database/import/import.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import { removeAll } from '#utils/database/library/change-many.ts'
import { notesOn } from '#utils/database/lookup/lookup.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { cases } from '../../cases.ts'
import { at, justAfter, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'
import { exported } from './imported.ts'
import { contents, failure, filled } from './transferred.ts'

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

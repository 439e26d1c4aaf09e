import { describe, expect, test, vi } from 'vitest'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { exportAll, exportText } from '#utils/database/export/export.ts'
import { follow, unfollow } from '#utils/database/following/watches.ts'
import { applyImport, previewImport } from '#utils/database/import/import.ts'
import type { ImportFailure } from '#utils/database/import/read-export.ts'
import { salvageExport } from '#utils/database/import/salvage-export.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import { changeCorrections } from '#utils/database/questions/correct.ts'
import { noRecords, type Records } from '#utils/database/records/records.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'
import { exported, list, source } from './imported.ts'
import { readExport } from './read-export.ts'

/** Files and clocks at the end of what can be. */

const none = noRecords()
const moment = at(0).toISOString()
const row = (fields: Partial<NoteRow> = {}): NoteRow => ({
  id: 'n1',
  target: list,
  type: 'document',
  body: 'Terugvragen.',
  version: 1,
  places: [],
  createdAt: moment,
  updatedAt: moment,
  ...fields,
})
const fileOf = (records: Partial<Records>) => exportText({ ...none, ...records }, at(50))

describe('much at once', () => {
  test('more earlier texts than a call takes are compared', async () => {
    const noteVersions = Array.from({ length: 130_000 }, (_, index) => ({
      noteId: 'n1',
      version: index + 1,
      body: `${index}`,
      at: moment,
    }))
    const records = { ...none, notes: [row({ version: 130_001 })], noteVersions }
    const db = openTestDatabase()
    expect(await previewImport(db, records)).toMatchObject({ added: { notes: 1 } })
    await db.notes.add(row({ version: 130_001 }))
    expect(await previewImport(db, records)).toMatchObject({ changed: { notes: 1 } })
  })

  test('a note with more earlier texts than a file holds stands in several, which come back in any order', async () => {
    const db = openTestDatabase()
    let opened = ''
    for (let each = 0; each < 12; each += 1) {
      const body = `Wording ${each}. ${'x'.repeat(400)}`
      await saveNote(db, { id: 'n1', target: list, opened, body, tags: ['ocw'] }, at(each))
      opened = body
    }
    const files = await exportAll(db, at(60), 2_000)
    for (const file of files) expect(file.size).toBeLessThan(2_700)
    for (const order of [files, files.toReversed()]) {
      const other = openTestDatabase()
      for (const file of order) await applyImport(other, await readExport(file))
      expect(await other.notes.toArray()).toEqual(await db.notes.toArray())
      expect(await other.noteVersions.toArray()).toEqual(await db.noteVersions.toArray())
      expect(await other.noteTags.toArray()).toEqual(await db.noteTags.toArray())
    }
  })

  test('what is longer than any text of the browser goes into several files', async () => {
    const db = openTestDatabase()
    for (const id of ['n1', 'n2', 'n3']) await db.notes.add(row({ id, body: 'x'.repeat(900) }))
    const { stringify } = JSON
    // As browsers refuse it, of a text of some 500 MB.
    vi.spyOn(JSON, 'stringify').mockImplementation((value: unknown) => {
      const text = stringify(value)
      if (text.length > 3_000) throw new RangeError('Invalid string length')
      return text
    })
    const files = await exportAll(db, at(60), 2_500)
    vi.restoreAllMocks()
    const other = openTestDatabase()
    for (const file of files) await applyImport(other, await readExport(file))
    expect(await other.notes.toArray()).toEqual(await db.notes.toArray())
  })

  test('two texts that together are longer than any export holds are both kept, one of them in the history', async () => {
    const db = openTestDatabase()
    const [one = '', other = ''] = ['ł', 'ń'].map((sign) => sign.repeat(5_500_000))
    await applyImport(db, { ...none, notes: [row({ body: one })] })
    const later = { ...none, notes: [row({ body: other, updatedAt: at(9).toISOString() })] }
    await applyImport(db, later)
    expect((await db.notes.get('n1'))?.body).toBe(other)
    expect((await db.noteVersions.toArray()).map(({ body }) => body)).toEqual([one])
    expect(await applyImport(db, later)).toMatchObject({ changesNothing: true })
    expect((await exported(db)).notes).toHaveLength(1)
  })
})

test('a save that another window’s edit would make longer than any export holds leaves that edit in the history', async () => {
  const db = openTestDatabase()
  const long = 'ł'.repeat(9_500_000)
  await db.notes.add(row({ body: long }))
  const body = 'b'.repeat(1_000_000)
  const { note } = await saveNote(db, { id: 'n1', target: list, opened: 'Terugvragen.', body }, at(9))
  expect(note.body === body).toBe(true)
  expect((await db.noteVersions.toArray()).map((earlier) => earlier.body === long)).toEqual([true])
  expect((await exported(db)).notes).toHaveLength(1)
})

describe('files that no Kamerlens wrote', () => {
  test('of two exports in one file both texts of a note come in', async () => {
    const one = await fileOf({
      notes: [row({ body: 'Eerst dit.\nNu anders.', version: 3, updatedAt: at(9).toISOString() })],
      noteVersions: [{ noteId: 'n1', version: 1, body: 'Eerst dit.', at: moment }],
    })
    const other = await fileOf({
      notes: [row({ body: 'Eerst dit.\nElders.', version: 2 })],
      noteVersions: [{ noteId: 'n1', version: 1, body: 'Nog iets.', at: moment }],
    })
    for (const parts of [
      [one, other],
      [other, one],
    ]) {
      const db = openTestDatabase()
      await applyImport(db, (await salvageExport(new Blob(parts))).records)
      const texts = (await db.noteVersions.toArray()).map(({ body }) => body)
      for (const line of ['Eerst dit.', 'Nu anders.', 'Elders.'])
        expect((await db.notes.get('n1'))?.body).toContain(line)
      expect(texts).toEqual(expect.arrayContaining(['Eerst dit.', 'Nog iets.']))
    }
  })

  test('of two readings of a document in one file the one comes in that has more, and nothing of the other', async () => {
    const read = (by: string, more: number, from: string) => {
      const questions = [0, 1, 2].map((order) =>
        questionRow(list, order, `${order + 1}`, { answer: `${by} ${order}.` }),
      )
      const provenance = [{ fact: 'questions', from, at: moment }]
      const document = documentRow(list, { provenance, title: by, updatedAt: at(more).toISOString() })
      const rest = [{ kind: 'outside' as const, page: 1, text: by }]
      return { documents: [document], questions: questions.slice(0, more), rests: [{ document: list, rest }] }
    }
    // The second is richer though older; in the last two it is the later one of the same source that has lost lines.
    for (const [one, other] of [
      [read('Kort', 2, 'https://a.nl/'), read('Lang', 3, 'https://b.nl/')],
      [read('Lang', 3, 'https://b.nl/'), read('Kort', 2, 'https://a.nl/')],
      [
        read('Lang', 3, 'https://b.nl/'),
        { ...read('Lang', 3, 'https://b.nl/'), questions: read('Kort', 1, '').questions },
      ],
      [
        read('Lang', 3, 'https://b.nl/'),
        {
          ...read('Lang', 3, 'https://b.nl/'),
          documents: read('Lang', 3, 'https://b.nl/').documents.map((row) => ({
            ...row,
            updatedAt: at(9).toISOString(),
          })),
          questions: read('Kort', 1, '').questions,
        },
      ],
    ] as const) {
      const both = {
        documents: [...one.documents, ...other.documents],
        questions: [...one.questions, ...other.questions],
        rests: [...one.rests, ...other.rests],
      }
      // One file behind the other, and in each of its tables.
      for (const text of [`${await fileOf(one)}\n${await fileOf(other)}`, await fileOf(both)]) {
        const db = openTestDatabase()
        await applyImport(db, (await salvageExport(new Blob([text]))).records)
        expect((await db.questions.toArray()).map(({ answer }) => answer)).toEqual(['Lang 0.', 'Lang 1.', 'Lang 2.'])
        expect((await db.documents.get(list))?.title).toBe('Lang')
        expect((await db.rests.get(list))?.rest[0]?.text).toBe('Lang')
      }
    }
  })

  test('of a note that stands in a file more often than machines write one, the newest texts are joined, and all are kept', async () => {
    const notes = Array.from({ length: 20 }, (_, index) =>
      row({ body: `Tekst ${index}.`, version: index + 1, updatedAt: at(index).toISOString() }),
    )
    const db = openTestDatabase()
    await applyImport(db, (await salvageExport(new Blob([`${await fileOf({ notes })}x`]))).records)
    const body = (await db.notes.get('n1'))?.body ?? ''
    expect([body.includes('Tekst 3.'), body.includes('Tekst 4.'), body.includes('Tekst 19.')]).toEqual([
      false,
      true,
      true,
    ])
    const texts = (await db.noteVersions.toArray()).map((version) => version.body)
    expect(texts).toEqual(expect.arrayContaining(notes.map((note) => note.body)))
  })

  test('a file in which very many documents are one is none of ours', async () => {
    const documents = Array.from({ length: 1_001 }, (_, index) =>
      documentRow(`2023D${20_000 + index}`, { aliases: [`2023D${20_000 + index}`, 'kst-36360-5'] }),
    )
    const records = await readExport(new Blob([await fileOf({ documents })]))
    await expect(previewImport(openTestDatabase(), records)).rejects.toMatchObject({ code: 'damaged' })
  })

  test('what two exports in one file follow comes in with the news of both', async () => {
    const watch = (title: string) => ({
      target: '2023Z08012',
      nextCheck: moment,
      updatedAt: moment,
      news: [{ at: moment, kind: 'new-document' as const, ids: [title], title, day: null, seen: false }],
    })
    const files = await Promise.all(['2023D11111', '2023D22222'].map((id) => fileOf({ watches: [watch(id)] })))
    const db = openTestDatabase()
    await applyImport(db, (await salvageExport(new Blob(files))).records)
    expect((await db.watches.get('2023Z08012'))?.news?.map(({ title }) => title).sort()).toEqual([
      '2023D11111',
      '2023D22222',
    ])
  })

  test('the questions of one reading come in whole in whatever order they stand', async () => {
    const questions = [2, 0, 1].map((order) => questionRow(list, order, `${order + 1}`))
    const text = await fileOf({ documents: [documentRow(list)], questions })
    const [own] = questions
    const doubled = text.replace(JSON.stringify(own), `${JSON.stringify(own)},\n${JSON.stringify(own)}`)
    for (const one of [text, doubled]) {
      const { records } = await salvageExport(new Blob([`${one}x`]))
      expect(records.questions).toHaveLength(3)
    }
  })

  test('a note whose number is not above those of its history loses no earlier text when it is saved', async () => {
    const db = openTestDatabase()
    const noteVersions = [1, 2].map((version) => ({ noteId: 'n1', version, body: `Vroeger ${version}.`, at: moment }))
    const records = { ...none, notes: [row()], noteVersions }
    await applyImport(db, records)
    expect(await applyImport(db, records)).toMatchObject({ changesNothing: true })
    await saveNote(db, { id: 'n1', target: list, opened: row().body, body: 'Heel anders.' }, at(9))
    const texts = (await db.noteVersions.toArray()).map(({ body }) => body)
    expect(texts).toEqual(['Vroeger 1.', 'Vroeger 2.', row().body])
  })

  test('moments in other ways of writing ISO 8601 are told apart by when they were; what is none is refused', async () => {
    const file = (updatedAt: string) => fileOf({ notes: [row({ updatedAt })] })
    for (const written of ['2026-11-23T15:30:00+02:00', '2026-11-23 13:30:00Z', '2026-11-23T13:30:00.0Z']) {
      const parts = [new Blob([await file(written)]), new Blob([`${await file(written)}x`])] as const
      const found = [await readExport(parts[0]), (await salvageExport(parts[1])).records]
      for (const { notes } of found) expect(notes[0]?.updatedAt, written).toBe('2026-11-23T13:30:00.000Z')
    }
    // Those of what stands in lists within a row too.
    const news = {
      at: '2026-11-23T15:30:00+02:00',
      kind: 'answered' as const,
      ids: ['x'],
      title: null,
      day: null,
      seen: true,
    }
    const followed = await fileOf({ watches: [{ target: '2023Z08012', nextCheck: moment, news: [news] }] })
    const [watch] = (await readExport(new Blob([followed]))).watches
    expect(watch?.news?.[0]?.at).toBe('2026-11-23T13:30:00.000Z')
    for (const written of ['2026-11-23T10:00:00+23', '9999-12-31T23:00:00-05:00']) {
      const error = await readExport(new Blob([await file(written)])).catch((thrown: unknown) => thrown)
      expect((error as ImportFailure).code, written).toBe('damaged')
    }
  })
})

describe('changes after a clock that ran ahead', () => {
  test('count as later than what they change, on every machine: colours, removals, what is followed, corrections', async () => {
    const ahead = new Date('2100-01-01T00:00:00.000Z')
    const here = await source()
    const save = { id: 'n1', target: list, opened: '', body: 'x' }
    await saveNote(here, { ...save, colour: 'pink' }, ahead)
    await saveNote(here, { ...save, id: 'n2' }, ahead)
    await here.documents.update(list, { updatedAt: ahead.toISOString() })
    await follow(here, '2023Z08012', ahead, () => 0)
    const put = [{ number: '156', occurrence: 1, kind: 'join' as const, anchor: 'Vraag 156?', place: 1 }]
    await changeCorrections(here, { list, put, remove: [] }, ahead)
    const there = openTestDatabase()
    await applyImport(there, await exported(here))
    await saveNote(here, { ...save, opened: 'x', colour: 'blue' }, at(1))
    await deleteNote(here, 'n2', at(2))
    await unfollow(here, '2023Z08012', at(3))
    await changeCorrections(here, { list, put: [], remove: put }, at(4))
    await deleteDocument(here, list, at(5))
    await applyImport(there, await exported(here))
    const states = async (db: typeof here) => (await db.notes.toArray()).map(({ saves: _, ...note }) => note)
    expect(await states(there)).toEqual(await states(here))
    for (const table of ['documents', 'questions', 'corrections', 'watches'] as const)
      expect(await there.table(table).toArray(), table).toEqual(await here.table(table).toArray())
    expect((await there.notes.get('n1'))?.colour).toBe('blue')
  })

  test('are made at the last moment that can be written too', async () => {
    const last = '9999-12-31T23:59:59.999Z'
    const db = openTestDatabase()
    await db.notes.add(row({ updatedAt: last }))
    await saveNote(db, { id: 'n1', target: list, opened: row().body, body: 'Anders.' }, at(9))
    expect(await db.notes.get('n1')).toMatchObject({ body: 'Anders.', updatedAt: last })
  })
})

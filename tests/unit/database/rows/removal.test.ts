import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinDocuments } from '#utils/database/documents/join-documents.ts'
import { deleteDocument, restoreDocument } from '#utils/database/documents/remove-document.ts'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { joinNotes } from '#utils/database/import/join-notes.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import { changeTagsOfAll, removeAll, restoreAll } from '#utils/database/library/change-many.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes/notes.ts'
import { isLive } from '#utils/database/rows/live.ts'
import { lastTouched, removedNote, restoredNote } from '#utils/database/rows/removal.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import { cases } from '../../cases.ts'
import { exported, imported, list, nothing, source, undo } from '../import/imported.ts'
import { at, justAfter, openTestDatabase } from '../open-test-database.ts'
import { documentRow, reading } from '../rows.ts'

/** What was removed and put back, beside copies of it from elsewhere. */

const first = { id: 'n1', target: '2023D19158', opened: '', body: 'Terugvragen na het congres.' }
const row: NoteRow = {
  id: 'n1',
  target: '2023D19158',
  type: 'document',
  body: 'Terugvragen.',
  version: 1,
  places: [],
  createdAt: at(0).toISOString(),
  updatedAt: at(0).toISOString(),
}

describe('a note that was removed and put back', () => {
  test('a removal that was taken back makes no colour and no text of before the later one', async () => {
    const db = openTestDatabase()
    const { note } = await saveNote(db, { ...first, colour: 'blue' }, at(0))
    const versions = [{ noteId: 'n1', version: 1, body: 'Elders.', at: at(0).toISOString() }]
    const elsewhere = {
      note: { ...note, colour: 'pink', body: 'Elders.', updatedAt: at(1).toISOString() } as const,
      versions: [{ noteId: 'n1', version: 1, body: note.body, at: at(0).toISOString() }],
    }
    await deleteNote(db, 'n1', at(2))
    const gone = { note: (await db.notes.get('n1')) ?? note, versions }
    const back = { note: await restoreNote(db, 'n1', at(3)), versions }
    for (const joined of [joinNotes(back, elsewhere).note, joinNotes(elsewhere, back).note])
      expect(joined).toMatchObject({
        body: 'Elders.',
        colour: 'pink',
        updatedAt: at(1).toISOString(),
        restoredAt: at(3).toISOString(),
      })
    // Removed later than it was changed elsewhere: put back, it says when that was.
    for (const joined of [joinNotes(gone, elsewhere).note, joinNotes(elsewhere, gone).note])
      expect(joined).toMatchObject({ deletedAt: at(2).toISOString(), changedAt: at(1).toISOString() })
  })

  test('a removal by a release that did not write down when it last changed hides no moment that another copy knows', async () => {
    const db = openTestDatabase()
    const { note } = await saveNote(db, first, at(0))
    const old = { ...note, version: 2, updatedAt: at(1).toISOString(), deletedAt: at(1).toISOString() }
    await deleteNote(db, 'n1', at(2))
    const back = { note: await restoreNote(db, 'n1', at(3)), versions: [] }
    expect(joinNotes(back, { note: old, versions: [] })).toEqual(back)
    const gone = joinNotes({ note, versions: [] }, { note: old, versions: [] }).note
    expect(gone).toMatchObject({ deletedAt: old.deletedAt, changedAt: note.updatedAt })
  })

  test('put back by a release that knows no `changedAt` and left it, it goes by when that was', () => {
    const left = { ...row, changedAt: row.updatedAt, updatedAt: at(5).toISOString() }
    expect(removedNote(left, at(6).toISOString()).changedAt).toBe(left.updatedAt)
    const elsewhere = { ...row, colour: 'pink', updatedAt: at(3).toISOString() } as const
    const joined = joinNotes({ note: { ...left, colour: 'blue' }, versions: [] }, { note: elsewhere, versions: [] })
    expect(joined.note.colour).toBe('blue')
  })

  test('copies that were removed, put back and changed are one, in whatever order they are joined, and once', () => {
    const second = fc.integer({ min: 0, max: 40 })
    const copy = fc
      .uniqueArray(second, { minLength: 1, maxLength: 4 })
      .map((some) => some.toSorted((a, b) => a - b).map((each) => at(each).toISOString()))
      .map(([first = '', ...others]) =>
        others.reduce<NoteRow>((note, moment) => (isLive(note) ? removedNote : restoredNote)(note, moment), {
          ...row,
          updatedAt: first,
        }),
      )
    const join = (one: NoteRow, other: NoteRow) =>
      joinNotes({ note: one, versions: [] }, { note: other, versions: [] }).note
    const told = ({ updatedAt, deletedAt, changedAt, restoredAt }: NoteRow) => [
      updatedAt,
      deletedAt,
      changedAt,
      restoredAt,
    ]
    fc.assert(
      fc.property(copy, copy, copy, (a, b, c) => {
        // At one moment the copy that is here says whether it is removed.
        fc.pre(new Set([a, b, c].map(lastTouched)).size === 3)
        const all = join(join(a, b), c)
        expect(told(join(a, join(b, c)))).toEqual(told(all))
        expect(told(join(join(c, b), a))).toEqual(told(all))
        expect(join(all, b)).toEqual(all)
      }),
      cases(100),
    )
  })

  test('an undone label says again when it was written, unless it was written since by a clock that ran back', async () => {
    const db = openTestDatabase()
    for (const id of ['n1', 'n2']) await saveNote(db, { ...first, id }, at(1))
    const put = ['n1', 'n2'].map((noteId) => ({ noteId, tag: 'na' }))
    const way = await changeTagsOfAll(db, { put, remove: [] }, at(50))
    await saveNote(db, { ...first, id: 'n2', opened: first.body, body: 'Geschreven.' }, at(20))
    await changeTagsOfAll(db, way, at(60))
    expect(await db.notes.get('n1')).toMatchObject({ updatedAt: at(1).toISOString() })
    expect(await db.notes.get('n2')).toMatchObject({ updatedAt: at(60).toISOString() })
  })
})

describe('a document that was removed and put back', () => {
  const again = {
    'by itself': async (db: Awaited<ReturnType<typeof source>>, from: number) => {
      await deleteDocument(db, list, at(from))
      await restoreDocument(db, list, at(from + 1))
    },
    'with others': async (db: Awaited<ReturnType<typeof source>>, from: number) => {
      await restoreAll(db, await removeAll(db, { notes: [], documents: [list] }, at(from)), at(from + 1))
    },
  }

  test.each(Object.entries(again))('%s was last changed when it was read, however often', async (_, back) => {
    const db = await source()
    const before = await db.documents.get(list)
    for (const second of [3, 5]) {
      await back(db, second)
      expect(await db.documents.get(list)).toEqual({ ...before, restoredAt: at(second + 1).toISOString() })
    }
  })

  test('is not removed by a copy from in between, nor brought back by one from before; twice is once', async () => {
    const db = await source()
    const early = await exported(db)
    await deleteDocument(db, list, at(3))
    const between = await exported(db)
    expect(await applyImport(db, early)).toMatchObject({ changesNothing: true })
    const elsewhere = await imported(db)
    await restoreDocument(db, list, at(4))
    for (const copy of [between, early]) expect(await applyImport(db, copy)).toMatchObject({ changesNothing: true })
    await applyImport(elsewhere, await exported(db))
    expect(await elsewhere.documents.get(list)).toEqual(await db.documents.get(list))
    expect(await applyImport(elsewhere, between)).toMatchObject({ changesNothing: true })
  })

  test('makes way for what another machine read later from the same place', async () => {
    const provenance = [{ fact: 'questions', from: 'https://www.rijksoverheid.nl/a', at: at(2).toISOString() }]
    const db = await source(list, { provenance })
    const there = await source(list, { provenance, updatedAt: at(3).toISOString() })
    await there.questions.where({ list, number: '156' }).modify({ answer: 'Hersteld.' })
    await deleteDocument(db, list, at(5))
    await restoreDocument(db, list, at(6))
    await applyImport(db, await exported(there))
    expect(await db.questions.where({ list, number: '156' }).toArray()).toMatchObject([{ answer: 'Hersteld.' }])
    expect(await db.documents.get(list)).toMatchObject({
      updatedAt: at(3).toISOString(),
      restoredAt: at(6).toISOString(),
    })
  })

  test('stays when the import that brought it is undone: the user did something about it since', async () => {
    const db = await imported(await source())
    await deleteDocument(db, list, at(101))
    await restoreDocument(db, list, at(102))
    expect(await undoImport(db, undo.id)).toEqual({ ...nothing, stayed: { documents: 1, notes: 0 } })
    expect(await db.documents.count()).toBe(1)
  })

  test('is as any other once it is read again, or becomes one with another', async () => {
    const db = await source()
    await db.documents.add(documentRow('kst-36360-VIII-5', { createdAt: at(9).toISOString() }))
    await deleteDocument(db, list, at(3))
    await restoreDocument(db, list, at(30))
    await joinDocuments(db, [list, 'kst-36360-VIII-5'], at(20))
    const joined = await db.documents.get(list)
    expect([joined?.updatedAt, joined]).toEqual([
      justAfter(at(30)),
      expect.not.objectContaining({ restoredAt: at(30).toISOString() }),
    ])
    await deleteDocument(db, list, at(40))
    await restoreDocument(db, list, at(41))
    const url = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
    const read = await storeDocument(db, reading({ ownIds: [list] }, { url }), { type: 'url', url }, at(35))
    expect([read.id, read.updatedAt, read.restoredAt]).toEqual([list, justAfter(at(41)), undefined])
  })
})

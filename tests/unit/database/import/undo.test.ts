import { describe, expect, test } from 'vitest'
import { joinDocuments } from '#utils/database/documents/join-documents.ts'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { follow, markSeen } from '#utils/database/following/watches.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import { forgetWayBack } from '#utils/database/import/way-back.ts'
import { changeTagsOfAll } from '#utils/database/library/change-many.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { changeCorrections } from '#utils/database/questions/correct.ts'
import { recordTables } from '#utils/database/records/records.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'
import { exported } from './imported.ts'

const list = '2023D20951'
const other = '2023D30000'

async function filled(): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  await db.documents.bulkAdd([
    documentRow(list, { aliases: [list, 'kst-36360-VIII-5'], updatedAt: at(2).toISOString() }),
    documentRow(other, { updatedAt: at(2).toISOString() }),
  ])
  await db.questions.bulkAdd([
    questionRow(list, 0, '155', { code: '2023D19158', question: 'Eerste deel. Tweede deel?', answer: 'Ja.' }),
    questionRow(list, 1, '156'),
  ])
  await db.rests.add({ document: list, rest: [{ kind: 'between', page: 1, text: 'Voetregel' }] })
  await saveNote(db, { id: 'n1', target: `${list}#155`, opened: '', body: 'over 2023D12345', tags: ['ocw'] }, at(1))
  await saveNote(db, { id: 'n1', target: `${list}#155`, opened: 'over 2023D12345', body: 'anders' }, at(2))
  await saveNote(db, { id: 'n2', target: other, opened: '', body: 'twee' }, at(3))
  await follow(db, list, at(3), () => 0)
  return db
}

const contents = async (db: KamerlensDatabase) =>
  Object.fromEntries(
    await Promise.all(
      [...recordTables, 'originals', 'noteMentions'].map(async (table) => [table, await db.table(table).toArray()]),
    ),
  )

/** A version alone rises, by which an open editor tells texts apart. */
const withoutVersions = ({ notes = [], ...rest }: Record<string, unknown[]>) => ({
  ...rest,
  notes: notes.map((note) => ({ ...(note as object), version: 0 })),
})

const undo = { id: 'import-1', at: at(100) }
const nothing = { documents: 0, notes: 0 }

describe('undoing an import', () => {
  test('of what had not been here nothing is left, and the same file brings all of it again', async () => {
    const records = await exported(await filled())
    const db = openTestDatabase()
    const empty = await contents(db)
    await applyImport(db, records, { undo })
    const full = await contents(db)
    expect(await undoImport(db, undo.id)).toEqual({ documents: 2, notes: 2, followed: 1, stayed: nothing })
    expect(await contents(db)).toEqual(empty)
    expect((await applyImport(db, records, { undo })).added).toMatchObject({ documents: 2, questions: 2, notes: 2 })
    expect(await contents(db)).toEqual(full)
  })

  test('what it changed is as it was: texts, tags, earlier texts, questions, corrections, names, what is followed', async () => {
    const here = await filled()
    const there = openTestDatabase()
    await applyImport(there, await exported(here))
    await saveNote(there, { id: 'n1', target: `${list}#155`, opened: 'anders', body: 'heel iets, 2023D99999' }, at(30))
    await changeTagsOfAll(there, { put: [{ noteId: 'n2', tag: 'later' }], remove: [] }, at(31))
    await deleteNote(there, 'n2', at(32))
    await there.documents.update(list, { title: 'Nieuwer', updatedAt: at(33).toISOString() })
    await there.documents.update(list, { aliases: [list, 'kst-36360-VIII-5', 'ah-tk-1'] })
    await there.questions.update([list, 1], { answer: 'Later gelezen.' })
    await changeCorrections(
      there,
      { list, put: [{ number: '155', occurrence: 1, kind: 'border', anchor: 'Tweede deel?', place: 1 }], remove: [] },
      at(34),
    )
    await markSeen(there, list, at(35))
    const before = await contents(here)
    await applyImport(here, await exported(there), { undo })
    expect(await contents(here)).not.toEqual(before)
    expect((await here.questions.get([list, 1]))?.answer).toBe('Later gelezen.')
    expect(await undoImport(here, undo.id)).toEqual({ documents: 1, notes: 2, stayed: nothing })
    expect(withoutVersions(await contents(here))).toEqual(withoutVersions(before))
    expect((await here.notes.get('n1'))?.version).toBeGreaterThan(2)
  })

  test('what was written since stays, with the paper that it is on; the rest goes', async () => {
    const db = openTestDatabase()
    await applyImport(db, await exported(await filled()), { undo })
    await saveNote(db, { id: 'n2', target: other, opened: 'twee', body: 'twee en meer' }, at(101))
    expect(await undoImport(db, undo.id)).toEqual({
      documents: 1,
      notes: 1,
      followed: 1,
      stayed: { documents: 1, notes: 1 },
    })
    expect((await db.documents.toArray()).map(({ id }) => id)).toEqual([other])
    expect((await db.notes.toArray()).map(({ body }) => body)).toEqual(['twee en meer'])
    expect(await db.questions.count()).toBe(0)
  })

  test('a paper stays that has a new note under another of its names, or another correction', async () => {
    const db = openTestDatabase()
    await applyImport(db, await exported(await filled()), { undo })
    await saveNote(db, { id: 'n9', target: 'kst-36360-VIII-5', opened: '', body: 'nieuw' }, at(101))
    expect(await undoImport(db, undo.id)).toMatchObject({ documents: 1, stayed: { documents: 1, notes: 0 } })
    expect(await db.questions.count()).toBe(2)

    const second = openTestDatabase()
    await applyImport(second, await exported(await filled()), { undo })
    const correction = { number: '156', occurrence: 1, kind: 'join', anchor: '', place: 0 } as const
    await changeCorrections(second, { list, put: [correction], remove: [], restores: true }, at(101))
    expect(await undoImport(second, undo.id)).toMatchObject({ documents: 1, stayed: { documents: 1 } })
  })

  test('what the user removed since stays removed and is not counted; names that a look-up taught keep nothing here', async () => {
    const db = openTestDatabase()
    await applyImport(db, await exported(await filled()), { undo })
    await deleteNote(db, 'n1', at(101))
    await deleteDocument(db, other, at(102))
    await joinDocuments(db, [list, 'ah-tk-20222023-1'], at(103))
    expect(await undoImport(db, undo.id)).toEqual({ documents: 1, notes: 1, followed: 1, stayed: nothing })
    expect((await db.notes.get('n1'))?.deletedAt).toBeDefined()
    expect((await db.documents.toArray()).map(({ id, deletedAt }) => [id, deletedAt])).toEqual([
      [other, at(102).toISOString()],
    ])
  })

  test('a name that a look-up taught stays with a paper that was here before', async () => {
    const here = await filled()
    const there = openTestDatabase()
    await applyImport(there, await exported(here))
    await there.documents.update(list, { title: 'Nieuwer', updatedAt: at(33).toISOString() })
    await applyImport(here, await exported(there), { undo })
    await joinDocuments(here, [list, 'ah-tk-20222023-1'], at(103))
    await undoImport(here, undo.id)
    const row = await here.documents.get(list)
    expect([row?.title, row?.aliases.includes('ah-tk-20222023-1')]).toEqual([documentRow(list).title, true])
  })

  test('asked twice it answers the same and undoes once; an earlier import is not undone, nor is one of long ago', async () => {
    const db = openTestDatabase()
    const records = await exported(await filled())
    await applyImport(db, records, { undo })
    const undone = await undoImport(db, undo.id)
    await saveNote(db, { id: 'n9', target: `${list}#155`, opened: '', body: 'zelf' }, at(101))
    expect(await undoImport(db, undo.id)).toEqual(undone)
    expect((await db.notes.get('n9'))?.body).toBe('zelf')
    await applyImport(db, records, { undo: { id: 'import-2', at: at(104) } })
    await expect(undoImport(db, undo.id)).rejects.toMatchObject({ code: 'undo-gone' })
    await forgetWayBack(db, new Date(at(104).getTime() + 59 * 60_000))
    expect(await db.meta.get('lastImport')).toBeDefined()
    await forgetWayBack(db, new Date(at(104).getTime() + 60 * 60_000))
    await expect(undoImport(db, 'import-2')).rejects.toMatchObject({ code: 'undo-gone' })
  })

  test('import and undo tell how far they are, up to all papers and notes', async () => {
    const records = await exported(await filled())
    const db = openTestDatabase()
    const told: number[][] = []
    const tell = ({ done, total }: { done: number; total: number }) => void told.push([done, total])
    await applyImport(db, records, { undo, tell })
    expect(told.at(-1)).toEqual([4, 4])
    expect(told.map(([done = 0]) => done)).toEqual(told.map(([done = 0]) => done).toSorted((a, b) => a - b))
    expect(told.length).toBeGreaterThan(2)
    await undoImport(db, undo.id, tell)
    expect(told.at(-1)).toEqual([4, 4])
    // What changes nothing is done when it has been compared.
    await undoImport(db, undo.id)
    await applyImport(db, records)
    told.length = 0
    await applyImport(db, records, { tell })
    expect(told.at(-1)).toEqual([4, 4])
  })
})

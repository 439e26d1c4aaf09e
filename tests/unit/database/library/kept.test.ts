import { describe, expect, test } from 'vitest'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { countKept } from '#utils/database/library/count-rows.ts'
import { documentsAt } from '#utils/database/library/kept-documents.ts'
import { keptNote, keptNotes, noteCounts, notesAt } from '#utils/database/library/kept-notes.ts'
import { documentEntries, noteIds } from '#utils/database/library/kept-order.ts'
import { listAt, questionOutline, questionsFrom } from '#utils/database/library/kept-questions.ts'
import { summaries } from '#utils/database/lookup/lookup.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import { tagsOn } from '#utils/database/notes/tags.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { lookupRow } from '../lookup-rows.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

async function filled() {
  const db = openTestDatabase()
  await db.documents.bulkAdd([
    documentRow('2023D1', { aliases: ['2023D1', 'kst-36360-5'], updatedAt: at(2).toISOString() }),
    documentRow('2023D2', { updatedAt: at(1).toISOString() }),
    documentRow('2023D3', { updatedAt: at(3).toISOString() }),
  ])
  await db.questions.bulkAdd([
    questionRow('2023D1', 0, '1'),
    questionRow('2023D1', 1, '1'),
    questionRow('2023D2', 0, '1', { code: '2023D19158' }),
    questionRow('2023D3', 0, '1'),
  ])
  await saveNote(db, { id: 'a', target: 'kst-36360-5#1~2', opened: '', body: 'a', tags: ['x'] }, at(1))
  await saveNote(db, { id: 'b', target: '2023D1', opened: '', body: 'b' }, at(2))
  await saveNote(db, { id: 'c', target: '2024Z00001', opened: '', body: 'c' }, at(3))
  await saveNote(db, { id: 'd', target: '2023D1#1', opened: '', body: 'd' }, at(4))
  await deleteNote(db, 'd', at(5))
  await deleteDocument(db, '2023D3', at(6))
  return db
}

const keptDocuments = async (db: KamerlensDatabase) =>
  documentsAt(
    db,
    (await documentEntries(db)).map(({ id }) => id),
  )

describe('lists of what is kept', () => {
  test('documents with the numbers of their questions and live notes, newest first, removed ones left out', async () => {
    const kept = await keptDocuments(await filled())
    expect(kept.map(({ document, questions, notes }) => [document.id, questions, notes])).toEqual([
      ['2023D1', 2, 2],
      ['2023D2', 1, 0],
    ])
  })

  test('counts leave out what was removed', async () => {
    expect(await countKept(await filled())).toEqual({ documents: 2, questions: 3, notes: 3 })
  })

  test('a slice of all questions goes over the borders of documents', async () => {
    const db = await filled()
    const slice = async (offset: number, limit: number) =>
      (await questionsFrom(db, await questionOutline(db), offset, limit)).map(
        ({ question }) => `${question.list}/${question.order}`,
      )
    expect(await slice(0, 10)).toEqual(['2023D1/0', '2023D1/1', '2023D2/0'])
    expect(await slice(1, 1)).toEqual(['2023D1/1'])
    expect(await slice(1, 2)).toEqual(['2023D1/1', '2023D2/0'])
    expect(await slice(3, 5)).toEqual([])
  })

  test('a question’s document follows from its place among all, past documents without any', () => {
    const outline = { lists: ['a', 'b', 'c', 'd'], starts: [0, 2, 2, 5, 6] }
    expect([0, 1, 2, 4, 5].map((index) => outline.lists[listAt(outline, index)])).toEqual(['a', 'a', 'c', 'c', 'd'])
  })

  test('some of the notes are as they are among all, in the order that was asked for', async () => {
    const db = await filled()
    const all = await keptNotes(db)
    expect(await noteIds(db)).toEqual(all.map(({ note }) => note.id))
    expect(await notesAt(db, ['a', 'gone', 'd', 'c'])).toEqual([all[2], all[0]])
    expect(await tagsOn(db, ['a', 'b'])).toEqual([['x', 1]])
  })

  test('notes come with what they are on, under whatever name, and their tags', async () => {
    const db = await filled()
    const notes = await keptNotes(db)
    expect(notes.map(({ note, document, question, tags }) => [note.id, document?.id, question?.order, tags])).toEqual([
      ['c', undefined, undefined, []],
      ['b', '2023D1', undefined, []],
      ['a', '2023D1', 1, ['x']],
    ])
    expect((await keptNote(db, 'a'))?.question?.order).toBe(1)
    expect(await keptNote(db, 'd')).toBeNull()
  })

  test('a list’s questions know how many live notes are on them', async () => {
    expect(await noteCounts(await filled(), 'kst-36360-5')).toEqual(new Map([[1, 1]]))
  })

  test('look-ups of many codes at once come for those alone of which something is kept', async () => {
    const code = (id: string) => ({ kind: 'document', id, label: id, url: '' }) as const
    const found = await summaries(await filled(), ['2023D19158', '2023D99999', '2024Z00001'].map(code))
    expect([...found.keys()]).toEqual(['2023D19158', '2024Z00001'])
    expect(found.get('2023D19158')?.printed[0]?.list.id).toBe('2023D2')
  })

  test('look-ups of many codes come too for what the services were asked, under any of its names', async () => {
    const db = await filled()
    await db.lookups.bulkAdd([
      lookupRow('2023D40001', { aliases: ['2023D40001', 'kst-36360-9'], subject: 'Brief' }),
      lookupRow('2023D40002', null),
      lookupRow('2023D40003', null, { askedAt: null, expiresAt: null, wanted: at(0).toISOString() }),
    ])
    const ids = ['kst-36360-9', '2023D40002', '2023D40003', '2023D99999']
    const found = await summaries(
      db,
      ids.map((id) => ({ kind: 'document', id, label: id, url: '' }) as const),
    )
    expect([...found.keys()]).toEqual(ids.slice(0, 3))
    expect(found.get('kst-36360-9')?.official?.document?.subject).toBe('Brief')
    expect(found.get('2023D40002')?.official).toMatchObject({ document: null, askedAt: expect.any(String) })
  })

  test('notes on what is not kept come with what the services said of it, those on a question of it too', async () => {
    const db = await filled()
    await db.lookups.bulkAdd([
      lookupRow('2024Z00001', { is: 'zaak', subject: 'De zaak' }),
      lookupRow('kv-tk-2024Z00001', { subject: 'De vragen' }),
      lookupRow('2023D1', { subject: 'Van wat bewaard is' }),
    ])
    await saveNote(db, { id: 'e', target: 'kv-tk-2024Z00001#3', opened: '', body: 'e' }, at(7))
    const subjects = (await keptNotes(db)).map(({ note, official }) => [note.id, official?.subject])
    expect(subjects).toEqual([
      ['e', 'De vragen'],
      ['c', 'De zaak'],
      ['b', undefined],
      ['a', undefined],
    ])
    expect((await keptNote(db, 'e'))?.official?.subject).toBe('De vragen')
  })

  test('documents of questions and answers come with their status, others without', async () => {
    const db = await filled()
    await db.documents.add(documentRow('kv-tk-2024Z00001', { kind: 'kamervraag' }))
    await db.lookups.bulkAdd([lookupRow('kv-tk-2024Z00001', { type: 'written-questions' }), lookupRow('2023D1')])
    const kept = await keptDocuments(db)
    expect(kept.flatMap(({ document, official }) => (official === null ? [] : [document.id]))).toEqual([
      'kv-tk-2024Z00001',
    ])
  })
})

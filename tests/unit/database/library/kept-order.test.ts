import { describe, expect, test } from 'vitest'
import { factsOf } from '#tests/fixtures/facts.ts'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { documentEntries, lostOf, noteEntries, noteIds } from '#utils/database/library/kept-order.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow } from '../rows.ts'

describe('what lists are ordered and narrowed by', () => {
  test('more documents than are read at once, newest first, removed ones left out', async () => {
    const db = openTestDatabase()
    await db.documents.bulkAdd(
      Array.from({ length: 1_203 }, (_, index) =>
        documentRow(`2023D${10_000 + index}`, { updatedAt: at(index % 7).toISOString() }),
      ),
    )
    await deleteDocument(db, '2023D10006', at(9))
    const entries = await documentEntries(db)
    expect(entries).toHaveLength(1_202)
    expect(entries.slice(0, 2).map(({ id }) => id)).toEqual(['2023D10013', '2023D10020'])
    expect(entries.map(({ updatedAt }) => updatedAt)).toEqual(
      entries
        .map(({ updatedAt }) => updatedAt)
        .toSorted()
        .reverse(),
    )
  })

  test('a document’s dossier is its own, or the one that it names; ministries each once', async () => {
    const db = openTestDatabase()
    const facts = factsOf({
      type: 'answers',
      answeredBy: ['OCW', 'OCW', null, 'SZW'].map((ministry) => ({ name: null, function: 'minister', ministry })),
      dossier: '36360-VIII',
    })
    await db.documents.bulkAdd([documentRow('2023D1', { dossier: '31839', facts }), documentRow('2023D2', { facts })])
    expect((await documentEntries(db)).map(({ dossier, ministries }) => [dossier, ministries])).toEqual([
      ['31839', ['OCW', 'SZW']],
      ['36360-VIII', ['OCW', 'SZW']],
    ])
  })

  test('notes come in one order by their ids and by what narrows them, those of one moment too', async () => {
    const db = openTestDatabase()
    for (const [id, minute] of [
      ['a', 3],
      ['b', 1],
      ['c', 3],
      ['d', 2],
      ['e', 4],
    ] as const)
      await saveNote(
        db,
        { id, target: '2023D1', opened: '', body: id, ...(id === 'd' ? { colour: 'pink' } : {}) },
        at(minute),
      )
    await deleteNote(db, 'e', at(5))
    expect(await noteIds(db)).toEqual(['c', 'a', 'd', 'b'])
    const entries = await noteEntries(db)
    expect(entries.map(({ id, colour }) => [id, colour])).toEqual([
      ['c', null],
      ['a', null],
      ['d', 'pink'],
      ['b', null],
    ])
    expect(lostOf(entries)).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { removedNotes } from '#utils/database/library/removed-notes.ts'
import { lookup } from '#utils/database/lookup/lookup.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes/notes.ts'
import { codeOf } from '#utils/references/code.ts'
import type { Code } from '#utils/references/types.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow } from '../rows.ts'

test('removed notes come last removed first, with what they are on, and are back where they were', async () => {
  const db = openTestDatabase()
  await db.documents.add(documentRow('2023D20951', { aliases: ['2023D20951', 'kst-36360-VIII-5'] }))
  for (const [index, target] of ['kst-36360-VIII-5#155', '2023D20951', '2024Z00001', '2099D10001'].entries()) {
    await saveNote(db, { id: `n${index}`, target, opened: '', body: `notitie ${index}` }, at(index))
  }
  await saveNote(db, { id: 'empty', target: '2024Z00001', opened: '', body: 'x' }, at(5))
  await saveNote(db, { id: 'empty', target: '2024Z00001', opened: 'x', body: '' }, at(6))
  for (const [index, id] of ['n1', 'n3', 'empty', 'n0'].entries()) await deleteNote(db, id, at(10 + index))
  const removed = await removedNotes(db, 10)
  expect(removed.map(({ note, document }) => [note.id, document?.id])).toEqual([
    ['n0', '2023D20951'],
    ['n1', '2023D20951'],
  ])
  expect((await removedNotes(db, 1)).map(({ note }) => note.id)).toEqual(['n0'])
  await restoreNote(db, 'n1', at(20))
  expect((await removedNotes(db, 10)).map(({ note }) => note.id)).toEqual(['n0'])
  expect((await lookup(db, codeOf('2023D20951') as Code)).notes).toMatchObject([
    { id: 'n1', updatedAt: at(1).toISOString() },
  ])
})

test('erasing everything erases the removed ones too', async () => {
  const db = openTestDatabase()
  await saveNote(db, { id: 'n1', target: '2024Z00001', opened: '', body: 'weg' }, at(1))
  await deleteNote(db, 'n1', at(2))
  await db.erase()
  expect(await removedNotes(db, 10)).toEqual([])
  expect(await db.notes.count()).toBe(0)
})

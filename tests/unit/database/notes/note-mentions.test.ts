import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { applyImport } from '#utils/database/import/import.ts'
import { namingNotes } from '#utils/database/library/kept-notes.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import { keptTags } from '#utils/database/notes/tags.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { noRecords } from '#utils/database/records/records.ts'
import { codeOf } from '#utils/references/code.ts'
import { at, openTestDatabase } from '../open-test-database.ts'

const save = (db: KamerlensDatabase, id: string, target: string, body: string, opened = '', tags?: string[]) =>
  saveNote(db, { id, target, opened, body, ...(tags ? { tags } : {}) }, at(Number(id.slice(1))))

async function naming(db: KamerlensDatabase, id: string): Promise<string[]> {
  const code = codeOf(id)
  if (code === null) throw new Error(id)
  return (await namingNotes(db, code)).map(({ note }) => note.id)
}

test('a code leads to the notes that name it in any notation, and not to those that stand on it', async () => {
  const db = openTestDatabase()
  await save(db, 'n1', '2023D20951', 'Vergelijk Kamerstuk 36 360 VIII, nr. 5 en 2023D19158.')
  await save(db, 'n2', '2023D19158', 'Zie 2023D19158.')
  await save(db, 'n3', '2023D20951#4', 'Ook kst-36360-VIII-5.')
  expect(await naming(db, 'kst-36360-VIII-5')).toEqual(['n3', 'n1'])
  expect(await naming(db, '2023D19158')).toEqual(['n1'])
})

test('what a note no longer names, and a note that was removed, is no longer found', async () => {
  const db = openTestDatabase()
  await save(db, 'n1', '2023D20951', 'Zie 2023D19158.')
  await save(db, 'n2', '2023D20951', 'Zie ook 2023D19158.')
  await save(db, 'n1', '2023D20951', 'Zie 2023D21040.', 'Zie 2023D19158.')
  await deleteNote(db, 'n2', at(9))
  expect(await naming(db, '2023D19158')).toEqual([])
  expect(await naming(db, '2023D21040')).toEqual(['n1'])
})

test('notes that are imported, or were written by an older Kamerlens, are found too', async () => {
  const source = openTestDatabase()
  await save(source, 'n1', '2023D20951', 'Zie 2023D19158.')
  const notes = await source.notes.toArray()
  const db = openTestDatabase()
  await applyImport(db, { ...noRecords(), notes })
  expect(await naming(db, '2023D19158')).toEqual(['n1'])

  const indexedDB = new IDBFactory()
  const old = new Dexie('kamerlens', { indexedDB, IDBKeyRange })
  old.version(2).stores({ notes: 'id, target, updatedAt, deletedAt', meta: 'key' })
  await old.table('notes').bulkAdd(notes)
  old.close()
  const upgraded = openTestDatabase({ indexedDB })
  upgraded.openAfter(async () => 'upgrade')
  expect(await naming(upgraded, '2023D19158')).toEqual(['n1'])
})

test('tags are offered by how often they are used on notes that are there', async () => {
  const db = openTestDatabase()
  await save(db, 'n1', '2023D20951', 'a', '', ['ocw', 'stage'])
  await save(db, 'n2', '2023D20951', 'b', '', ['stage'])
  await save(db, 'n3', '2023D20951', 'c', '', ['weg'])
  await deleteNote(db, 'n3', at(9))
  expect(await keptTags(db)).toEqual(['stage', 'ocw'])
})

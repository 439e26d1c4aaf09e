import { describe, expect, test } from 'vitest'
import { backupName, backupOf, isBackupName, unsafeNotes } from '#utils/database/export/backup-file.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { filledDatabase } from '../filled-database.ts'
import { readExport } from '../import/read-export.ts'
import { at, openTestDatabase } from '../open-test-database.ts'

const day = 24 * 60 * 60

test('names tell the minute where the user is, and are known again; nobody else’s are', () => {
  const moment = new Date(2026, 10, 5, 9, 3)
  expect(backupName(moment)).toBe('kamerlens-2026-11-05-0903.json')
  expect(backupName(moment, 2)).toBe('kamerlens-2026-11-05-0903-2.json')
  expect([backupName(moment), backupName(moment, 12)].every(isBackupName)).toBe(true)
  const others = ['kamerlens-2026-11-05.json', 'kamerlens-2026-11-05-0903.json.bak', 'x-kamerlens-2026-11-05-0903.json']
  expect(others.filter(isBackupName)).toEqual([])
})

describe('what goes into a copy', () => {
  test('everything kept, in our own form; nothing where nothing is kept or nothing changed', async () => {
    const db = await filledDatabase()
    const backup = await backupOf(db, null, at(60))
    expect((await readExport(backup?.files[0] ?? new Blob())).notes).toHaveLength(1)
    expect(await backupOf(db, backup?.sequence ?? null, at(61))).toBeNull()
    await db.meta.put({ key: 'sequence', value: 7 })
    expect((await backupOf(db, backup?.sequence ?? null, at(62)))?.sequence).toBe(7)
    expect(await backupOf(openTestDatabase(), null, at(60))).toBeNull()
  })
})

describe('notes without a copy', () => {
  const note = (db: KamerlensDatabase, id: string, second: number) =>
    saveNote(db, { id, target: '2023Z08012', opened: '', body: 'x' }, at(second))

  test('a copy of the last seven days is young enough', async () => {
    const db = openTestDatabase()
    await note(db, 'n1', 0)
    await note(db, 'n2', 10 * day)
    expect(await unsafeNotes(db, at(4 * day).toISOString(), at(11 * day - 1))).toBeNull()
    const lastCopy = at(4 * day).toISOString()
    expect(await unsafeNotes(db, lastCopy, at(11 * day + 1))).toEqual({ notes: 1, lastCopy })
  })

  test('nothing changed since, nothing to say; a removal is a change', async () => {
    const db = openTestDatabase()
    await note(db, 'n1', 0)
    const lastCopy = at(1).toISOString()
    expect(await unsafeNotes(db, lastCopy, at(30 * day))).toBeNull()
    await deleteNote(db, 'n1', at(2))
    expect(await unsafeNotes(db, lastCopy, at(30 * day))).toEqual({ notes: 1, lastCopy })
  })

  test('a note that was put back is removed in a copy from before', async () => {
    const db = openTestDatabase()
    await note(db, 'n1', 0)
    await deleteNote(db, 'n1', at(1))
    const lastCopy = at(2).toISOString()
    await restoreNote(db, 'n1', at(3))
    expect(await unsafeNotes(db, lastCopy, at(30 * day))).toEqual({ notes: 1, lastCopy })
  })

  test('where there never was a copy, the first week of notes is left in peace', async () => {
    const db = openTestDatabase()
    expect(await unsafeNotes(db, null, at(0))).toBeNull()
    await note(db, 'n1', 0)
    await note(db, 'n2', 6 * day)
    expect(await unsafeNotes(db, null, at(6 * day))).toBeNull()
    expect(await unsafeNotes(db, null, at(7 * day))).toEqual({ notes: 2, lastCopy: null })
  })
})

import './fake-browser.ts'
import { beforeEach, expect, test } from 'vitest'
import { backupIn } from '#components/transfer/backup-ways.ts'
import { writeBackupState } from '#utils/browser/backup/state.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { at, openTestDatabase } from '../database/open-test-database.ts'
import { fakeBrowser } from './fake-browser.ts'

const day = 24 * 60 * 60
const copied = (second: number) => ({ at: at(second).toISOString(), name: 'kamerlens.json', by: 'export' }) as const

beforeEach(() => fakeBrowser.reset())

test('a copy, or a wish not to be reminded, that a clock dated years ahead holds no reminder back', async () => {
  const db = openTestDatabase()
  await saveNote(db, { id: 'n1', target: '2023Z08012', opened: '', body: 'x' }, at(0))
  await writeBackupState({ last: copied(2000 * day), later: at(2000 * day).toISOString() })
  let now = at(10)
  const backup = backupIn(db, () => now)
  expect((await backup.read()).last?.at).toBe(at(10).toISOString())
  await saveNote(db, { id: 'n1', target: '2023Z08012', opened: 'x', body: 'y' }, at(2 * day))
  now = at(8 * day)
  expect((await backup.read()).unsafe).toEqual({ notes: 1, lastCopy: at(10).toISOString() })
})

test('who wants to be reminded tomorrow is, and a copy of a clock some minutes ahead is left as it is', async () => {
  const db = openTestDatabase()
  await saveNote(db, { id: 'n1', target: '2023Z08012', opened: '', body: 'x' }, at(0))
  let now = at(8 * day)
  const backup = backupIn(db, () => now)
  await backup.remindLater()
  expect((await backup.read()).unsafe).toBeNull()
  now = at(9 * day + 1)
  expect((await backup.read()).unsafe?.notes).toBe(1)
  await writeBackupState({ last: copied(9 * day + 600) })
  expect((await backup.read()).last).toEqual(copied(9 * day + 600))
})

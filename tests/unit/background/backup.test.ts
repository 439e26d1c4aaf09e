import '../browser/fake-browser.ts'
import { beforeEach, expect, test, vi } from 'vitest'
import { BackupFailure } from '#utils/browser/backup/failure.ts'
import { readBackupState, writeBackupState } from '#utils/browser/backup/state.ts'
import type { CopyNames } from '#utils/database/export/backup-file.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { createBackups } from '../../../entrypoints/background/kept/backup.ts'
import { fakeBrowser } from '../browser/fake-browser.ts'
import { openTestDatabase } from '../database/open-test-database.ts'

const library = { context: 'extension-page' } as const
const folder = { type: 'folder', name: 'Documenten' } as const

beforeEach(() => {
  fakeBrowser.reset()
})

/** Backups of a database with one note, written to a list of names. */
async function started() {
  const db = openTestDatabase()
  let sequence = 0
  const change = async () => {
    sequence += 1
    await saveNote(db, { id: `n${sequence}`, target: '2023Z08012', opened: '', body: 'x' }, new Date())
    await db.meta.put({ key: 'sequence', value: sequence })
  }
  await change()
  let moment = new Date(2026, 10, 23, 9, 0)
  const written: string[] = []
  let failure: Error | null = null
  let meanwhile = async () => {}
  const watch = vi.fn(async () => {})
  const write = async (_files: readonly Blob[], at: Date, made: readonly CopyNames[]) => {
    await meanwhile()
    if (failure !== null) throw failure
    written.push(`${at.getDate()}-${at.getHours()}`)
    return [...made, [`/home/lezer/Downloads/Kamerlens/${written.length}.json`]]
  }
  const { handlers, resume } = createBackups({
    db,
    now: () => moment,
    watch,
    ways: { folder: write, downloads: write },
  })
  return {
    db,
    change,
    watch,
    written,
    resume,
    run: (wanted = false) => handlers['backup/run']({ wanted }, library),
    to: (date: number, hour: number) => {
      moment = new Date(2026, 10, date, hour, 0)
    },
    fail: (error: Error | null) => {
      failure = error
    },
    during: (work: () => Promise<void>) => {
      meanwhile = work
    },
  }
}

test('nothing is written while copies are off, and nobody is woken for them', async () => {
  const { run, written, watch } = await started()
  expect(await run()).toEqual({ ok: true, value: null })
  expect(await run(true)).toEqual({ ok: true, value: null })
  expect(written).toEqual([])
  expect(watch).toHaveBeenLastCalledWith(false)
})

test('one copy a day on which something changed, whoever asks; one more where the user wants it', async () => {
  const { run, resume, to, change, written, watch } = await started()
  await writeBackupState({ place: folder })
  expect(await run()).toEqual({ ok: true, value: '1.json' })
  expect(watch).toHaveBeenLastCalledWith(true)
  await change()
  await Promise.all([run(), resume(), run()])
  expect(written).toEqual(['23-9'])
  to(23, 12)
  await run(true)
  to(24, 9)
  await resume()
  expect(written, 'nothing changed since').toEqual(['23-9', '23-12'])
  await change()
  await resume()
  expect(written).toEqual(['23-9', '23-12', '24-9'])
  const { last, made, failure } = await readBackupState()
  expect(last).toMatchObject({ name: '3.json', by: 'folder', folder: 'Documenten' })
  expect([made?.names.length, made?.sequence, failure]).toEqual([3, 3, null])
})

test('two that are asked for at once are made one after the other', async () => {
  const { run } = await started()
  await writeBackupState({ place: { type: 'downloads' } })
  await Promise.all([run(true), run(true)])
  expect((await readBackupState()).made?.names).toHaveLength(2)
})

test('a failure is kept until a copy succeeds, and costs no earlier one; the next opening tries again', async () => {
  const { run, fail, change } = await started()
  await writeBackupState({ place: folder })
  await run()
  await change()
  const before = await readBackupState()
  for (const [error, code] of [
    [new BackupFailure('not-same'), 'not-same'],
    [new DOMException('', 'NotAllowedError'), 'no-permission'],
    [new DOMException('', 'NotFoundError'), 'folder-gone'],
    [new DOMException('', 'QuotaExceededError'), 'no-room'],
  ] as const) {
    fail(error)
    expect(await run(true)).toEqual({ ok: false, error: code })
    expect(await readBackupState()).toEqual({ ...before, failure: { at: expect.any(String), code } })
  }
  fail(null)
  expect(await run(true)).toMatchObject({ ok: true })
  expect((await readBackupState()).failure).toBeNull()
})

test.each([
  ['came about', null],
  ['failed', new BackupFailure('folder-gone')],
])('nothing is known of a copy that %s while everything was erased', async (_, failure) => {
  const { db, run, during, fail } = await started()
  await writeBackupState({ place: folder })
  fail(failure)
  during(async () => {
    await db.erase()
    await fakeBrowser.storage.local.clear()
  })
  expect(await run(true)).toMatchObject({ ok: false })
  expect(await fakeBrowser.storage.local.get(null)).toEqual({})
})

test('no copy is written of what is being erased', async () => {
  const { db, run, watch, written } = await started()
  await writeBackupState({ place: folder })
  watch.mockImplementationOnce(async () => void db.erasures.begin())
  expect(await run(true)).toEqual({ ok: false, error: 'erased' })
  expect(written).toEqual([])
})

import '../browser/fake-browser.ts'
import { beforeEach, expect, test, vi } from 'vitest'
import { StoreFailure } from '#utils/database/errors.ts'
import { exportAll } from '#utils/database/export/export.ts'
import { createJournal } from '#utils/database/journal/journal.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import { erasingHandlers } from '../../../entrypoints/background/kept/erasing.ts'
import { recoveredKey } from '../../../entrypoints/background/kept/journal.ts'
import { transferHandlers } from '../../../entrypoints/background/kept/transfer.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'
import { at, openTestDatabase } from '../database/open-test-database.ts'

const library = { context: 'extension-page' } as const

/** What the browser has granted. */
let granted: string[]

beforeEach(() => {
  fakeBrowser.reset()
  granted = ['*://*.tweedekamer.nl/*', 'https://nieuws.example/*']
  stubBrowser('permissions', 'getAll', async () => ({ origins: granted }))
  stubBrowser('permissions', 'remove', async ({ origins = [] }: { origins?: string[] }) => {
    granted = granted.filter((pattern) => !origins.includes(pattern))
    return true
  })
})

async function started(forgetSettings?: () => Promise<void>) {
  const db = openTestDatabase()
  await saveNote(db, { id: 'n1', target: '2023D19158', opened: '', body: 'geheim' }, at(1))
  const parts = {
    db,
    jobs: { cancel: vi.fn(async (id: string) => ({ ok: true, value: await db.jobs.get(id) }) as never) },
    lookingUp: { forgetAll: vi.fn() },
    removeFiles: vi.fn(async () => undefined),
    emptySearch: vi.fn(async () => undefined),
    changed: vi.fn(),
  }
  const handlers = erasingHandlers(forgetSettings ? { ...parts, forgetSettings } : parts)
  return { ...parts, erase: () => handlers['everything/erase'](undefined, library) }
}

test('what is under way is ended first; then everything goes, and files with it', async () => {
  const { db, jobs, lookingUp, removeFiles, emptySearch, changed, erase } = await started(async () => undefined)
  const source = { type: 'file', name: 'x.pdf', size: 1 } as const
  const progress = { phase: 'reading', done: 0, total: 1, questions: 0 } as const
  for (const [id, state] of [
    ['j1', 'running'],
    ['j2', 'done'],
  ] as const) {
    const stamps = { createdAt: at(1).toISOString(), updatedAt: at(1).toISOString() }
    await db.jobs.put({ id, source, state, progress, attempts: 0, ...stamps })
  }
  expect(await erase()).toEqual({ ok: true, value: true })
  expect(jobs.cancel.mock.calls).toEqual([['j1']])
  expect(lookingUp.forgetAll).toHaveBeenCalledTimes(2)
  expect(await db.notes.count()).toBe(0)
  expect(await db.jobs.count()).toBe(0)
  expect(removeFiles).toHaveBeenCalledTimes(1)
  expect(emptySearch).toHaveBeenCalledTimes(1)
  expect(changed).toHaveBeenCalledTimes(1)
})

test('a disk without room for the end of a job does not keep everything from being erased', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { db, jobs, erase } = await started(async () => undefined)
  const source = { type: 'file', name: 'x.pdf', size: 1 } as const
  const progress = { phase: 'reading', done: 0, total: 1, questions: 0 } as const
  const stamps = { createdAt: at(1).toISOString(), updatedAt: at(1).toISOString() }
  await db.jobs.put({ id: 'j1', source, state: 'running', progress, attempts: 0, ...stamps })
  jobs.cancel.mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  expect(await erase()).toEqual({ ok: true, value: true })
  expect(await db.notes.count()).toBe(0)
  expect(await db.jobs.count()).toBe(0)
})

test('where the database can’t be emptied nothing else is touched', async () => {
  const { db, removeFiles, changed, erase } = await started(async () => undefined)
  vi.spyOn(db, 'erase').mockRejectedValue(new StoreFailure('newer-database'))
  expect(await erase()).toEqual({ ok: false, error: 'newer-database' })
  expect(removeFiles).not.toHaveBeenCalled()
  expect(changed).not.toHaveBeenCalled()
})

test('where the second copy can’t be reached nothing is erased, and nothing is said to be', async () => {
  const { db, removeFiles, changed, erase } = await started(async () => undefined)
  const link = {
    begin: () => Promise.reject(new Error('no worker')),
    append: () => Promise.reject(new Error('no worker')),
    snapshot: async () => true,
    erasing: async () => {},
  }
  db.useJournal(createJournal({ link, recovered: async () => {}, recoverAnew: async () => {} }))
  expect(await erase()).toEqual({ ok: false, error: 'journal-unavailable' })
  expect(await db.notes.count()).toBe(1)
  expect(removeFiles).not.toHaveBeenCalled()
  expect(changed).not.toHaveBeenCalled()
})

test('where the second copy or the settings stay, that is said, and the rest goes', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const first = await started(async () => undefined)
  vi.spyOn(first.db, 'erase').mockRejectedValue(new StoreFailure('not-secured'))
  expect(await first.erase()).toEqual({ ok: false, error: 'half-erased' })
  expect(first.removeFiles).toHaveBeenCalledTimes(1)
  const second = await started(() => Promise.reject(new Error('locked')))
  expect(await second.erase()).toEqual({ ok: false, error: 'half-erased' })
  expect(await second.db.notes.count()).toBe(0)
})

test('settings, what is held in memory and added sites go; that the database was looked after stays', async () => {
  await fakeBrowser.storage.local.set({ 'switch.everywhere': false, language: 'en', 'backup.last': {} })
  await fakeBrowser.storage.session.set({ [recoveredKey]: true, 'error.2026': {} })
  vi.stubGlobal('indexedDB', new (await import('fake-indexeddb')).IDBFactory())
  const { erase } = await started()
  expect(await erase()).toEqual({ ok: true, value: true })
  expect(await fakeBrowser.storage.local.get(null)).toEqual({})
  expect(await fakeBrowser.storage.session.get(null)).toEqual({ [recoveredKey]: true })
  expect(granted).toEqual(['*://*.tweedekamer.nl/*'])
  vi.unstubAllGlobals()
})

test('an import whose file was read before everything was erased writes nothing behind it', async () => {
  const { db, erase } = await started(async () => undefined)
  const whole = new File([...(await exportAll(db, at(1)))], 'kamerlens.json')
  const read = Promise.withResolvers<File | null>()
  const removed: string[] = []
  const handlers = transferHandlers({
    db,
    now: () => at(2),
    changed: () => {},
    files: { read: () => read.promise, remove: async (name) => void removed.push(name) },
  })
  const imported = handlers['import/apply']({ file: 'import-1' }, library)
  expect(await erase()).toEqual({ ok: true, value: true })
  read.resolve(whole)
  expect(await imported).toEqual({ ok: false, error: 'erased' })
  expect(await db.notes.count()).toBe(0)
  // What is imported after it comes in.
  expect(await handlers['import/apply']({ file: 'import-1' }, library)).toMatchObject({ ok: true })
  expect(await db.notes.count()).toBe(1)
})

test('where erasing comes to nothing an import that was under way goes on, and nothing is said to be erased', async () => {
  const { db, erase } = await started(async () => undefined)
  const whole = new File([...(await exportAll(db, at(1)))], 'kamerlens.json')
  const read = Promise.withResolvers<File | null>()
  const handlers = transferHandlers({
    db,
    now: () => at(2),
    changed: () => {},
    files: { read: () => read.promise, remove: async () => undefined },
  })
  const imported = handlers['import/apply']({ file: 'import-1' }, library)
  await db.meta.put({ key: 'minWriter', value: 99 })
  expect(await erase()).toEqual({ ok: false, error: 'newer-database' })
  await db.meta.put({ key: 'minWriter', value: 1 })
  expect(await db.notes.count()).toBe(1)
  read.resolve(whole)
  expect(await imported).toMatchObject({ ok: true })
})

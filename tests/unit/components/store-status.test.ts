import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { followStatus, storeStatus } from '#components/store/store-status.ts'
import { StoreFailure } from '#utils/database/errors.ts'
import { databaseName, type KamerlensDatabase } from '#utils/database/open.ts'
import { schemaVersion } from '#utils/database/schema.ts'
import { openTestDatabase } from '../database/open-test-database.ts'

test('a database of this version can be read and written', async () => {
  expect(await storeStatus(openTestDatabase())).toBe('ready')
})

test('a newer one says whether it can still be read', async () => {
  const db = openTestDatabase()
  await db.meta.put({ key: 'minWriter', value: 99 })
  expect(await storeStatus(db)).toBe('newer-database')
  await db.meta.put({ key: 'minReader', value: 99 })
  db.close({ disableAutoOpen: false })
  expect(await storeStatus(db)).toBe('unreadable-database')
})

test.each(['upgrade-refused', 'upgrade-unsecured', 'upgrade-blocked'] as const)('%s is said so', async (code) => {
  const db = openTestDatabase()
  vi.spyOn(db, 'isWritable').mockRejectedValue(new StoreFailure(code))
  expect(await storeStatus(db)).toBe(code)
})

test('one that Firefox does not open in a private window is no fault that a new start puts right', async () => {
  const db = openTestDatabase()
  vi.spyOn(db, 'isWritable').mockRejectedValue(new StoreFailure('database-unavailable'))
  expect(await storeStatus(db, () => false)).toBe('database-unavailable')
  expect(await storeStatus(db, () => true)).toBe('private-window')
})

describe('while it is waited for', () => {
  const heard: string[] = []
  const lies = (version: number) =>
    vi.stubGlobal('indexedDB', { databases: async () => [{ name: databaseName, version }] })

  beforeEach(() => {
    heard.length = 0
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  /** The status of a database that opens after so many milliseconds, followed to its end. */
  async function opensAfter(milliseconds: number): Promise<readonly string[]> {
    const writable = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(true), milliseconds))
    const following = followStatus({ isWritable: writable } as KamerlensDatabase, (status) => heard.push(status))
    await vi.advanceTimersByTimeAsync(10_000)
    await following
    return heard
  }

  test('the snapshot before an upgrade is said to be made', async () => {
    lies(10)
    expect(await opensAfter(5_000)).toEqual(['upgrading', 'ready'])
  })

  test('one that is quick, and a database of this schema that is slow, are not spoken of', async () => {
    lies(10)
    expect(await opensAfter(100)).toEqual(['ready'])
    heard.length = 0
    lies(schemaVersion * 10)
    expect(await opensAfter(5_000)).toEqual(['ready'])
  })
})

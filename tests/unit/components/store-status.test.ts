import { expect, test, vi } from 'vitest'
import { storeStatus } from '#components/store/store-status.ts'
import { StoreFailure } from '#utils/database/errors.ts'
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

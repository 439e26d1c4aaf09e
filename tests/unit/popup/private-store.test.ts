import '../browser/fake-browser.ts'
import { expect, test, vi } from 'vitest'
import { storeStatus } from '#components/store/store-status.ts'
import { fakeBrowser } from '../browser/fake-browser.ts'
import { openTestDatabase } from '../database/open-test-database.ts'

test('of a database that no page of a private window may open it is said that it is one', async () => {
  const db = openTestDatabase()
  vi.spyOn(db, 'isWritable').mockRejectedValue(
    new DOMException('A mutation operation was attempted on a database', 'InvalidStateError'),
  )
  expect(await storeStatus(db)).toBe('database-unavailable')
  Object.assign(fakeBrowser.extension, { inIncognitoContext: true })
  expect(await storeStatus(db)).toBe('private-window')
  Object.assign(fakeBrowser.extension, { inIncognitoContext: false })
})

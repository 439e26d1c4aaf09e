import { expect, test } from 'vitest'
import { PendingChanges } from '#utils/database/search-index/pending-changes.ts'

test('a transaction that is missing tells that all is to be compared; what came before the first that is heard of does not', () => {
  const pending = new PendingChanges()
  pending.add([], 7)
  pending.add([], 8)
  expect([pending.isUnknown, pending.take()]).toEqual([false, { units: [], seq: 8 }])
  pending.add([], 10)
  expect(pending.isUnknown).toBe(true)
})

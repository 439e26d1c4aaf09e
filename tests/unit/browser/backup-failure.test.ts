import { expect, test } from 'vitest'
import { BackupFailure, backupFailureOf } from '#utils/browser/backup/failure.ts'

test('what a folder or a download throws is told as one of a closed set; all else is no failure of a copy', () => {
  expect(backupFailureOf(new DOMException('', 'QuotaExceededError'))?.code).toBe('no-room')
  expect(backupFailureOf(new DOMException('', 'NotFoundError'))?.code).toBe('folder-gone')
  const own = new BackupFailure('not-same')
  expect(backupFailureOf(own)).toBe(own)
  for (const other of [new DOMException('', 'AbortError'), new TypeError('QuotaExceededError'), 'no-room']) {
    expect(backupFailureOf(other)).toBeNull()
  }
})

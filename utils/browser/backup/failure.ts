import type { BackupError } from '../protocol/transfer.ts'

/** Why a copy was not made. */
export class BackupFailure extends Error {
  readonly code: BackupError
  constructor(code: BackupError, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.name = 'BackupFailure'
    this.code = code
  }
}

const codes: Readonly<Record<string, BackupError>> = {
  NotAllowedError: 'no-permission',
  SecurityError: 'no-permission',
  NotFoundError: 'folder-gone',
  QuotaExceededError: 'no-room',
  NoModificationAllowedError: 'in-use',
}

/** The failure behind whatever a folder or a download threw; null where it is none of theirs. */
export function backupFailureOf(error: unknown): BackupFailure | null {
  if (error instanceof BackupFailure) return error
  if (!(error instanceof DOMException)) return null
  const code = codes[error.name]
  return code === undefined ? null : new BackupFailure(code, error.message)
}

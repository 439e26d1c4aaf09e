import type { StoreError } from '../browser/protocol/result.ts'

/** A failure of the store that a caller can act on, as one of the closed set that the catalogue has sentences for. */
export class StoreFailure extends Error {
  readonly code: StoreError
  constructor(code: StoreError, detail?: string) {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'StoreFailure'
    this.code = code
  }
}

/** `not-secured` of a change that the database has: only the journal lags behind, and what the change gave is still needed. */
export class Unsecured extends StoreFailure {
  readonly value: unknown
  constructor(value: unknown, cause: unknown) {
    super('not-secured', cause instanceof Error ? cause.message : String(cause))
    this.value = value
  }
}

/**
 * Names of the errors of IndexedDB and Dexie, and what they mean for the user. Chromium reports faults of its LevelDB
 * as a full disk too, so the sentence for `quota` must not promise that the disk is full (SAFETY §2).
 */
const meaning: Readonly<Record<string, StoreError>> = {
  QuotaExceededError: 'quota',
  VersionError: 'newer-database',
  OpenFailedError: 'database-unavailable',
  DatabaseClosedError: 'database-unavailable',
  MissingAPIError: 'database-unavailable',
  // Firefox in some private windows and on broken profiles: «A mutation operation was attempted on a database that
  // did not allow mutations»; older versions say `UnknownError` or `NotAllowedError`.
  InvalidStateError: 'database-unavailable',
  NotAllowedError: 'database-unavailable',
  SecurityError: 'database-unavailable',
  UnknownError: 'database-unavailable',
  DataCloneError: 'invalid',
  DataError: 'invalid',
}

interface Nested {
  readonly name?: unknown
  readonly inner?: unknown
  readonly cause?: unknown
  readonly failures?: unknown
}

/**
 * What an exception of the store means. Dexie wraps (`AbortError`, `BulkError`, `OpenFailedError`) and the cause lies
 * inside, so the innermost known name decides.
 */
export function storeErrorOf(error: unknown, depth = 0): StoreError {
  if (error instanceof StoreFailure) return error.code
  if (typeof error !== 'object' || error === null || depth > 5) return 'unknown'
  const { name, inner, cause, failures } = error as Nested
  for (const nested of [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 1) : [])]) {
    const code = storeErrorOf(nested, depth + 1)
    if (code !== 'unknown') return code
  }
  return typeof name === 'string' && Object.hasOwn(meaning, name) ? (meaning[name] ?? 'unknown') : 'unknown'
}

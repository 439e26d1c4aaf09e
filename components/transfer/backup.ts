import type { BackupState } from '#utils/browser/backup/state.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { BackupError } from '#utils/browser/protocol/transfer.ts'
import type { Unsafe } from '#utils/database/export/backup-file.ts'
import type { Watched } from '../following/use-watched.ts'

/** Copies outside the browser, as a screen sees them. */
export interface BackupView extends Pick<BackupState, 'place' | 'last' | 'failure'> {
  /** Where this browser lets copies go by themselves; null where nowhere. */
  readonly way: 'folder' | 'downloads' | null
  /** Whether a copy could be made now without asking the user. */
  readonly isAllowed: boolean
  /** What the user is to be reminded of now. */
  readonly unsafe: Unsafe | null
}

export type BackupResult = Result<string | null, StoreError | BackupError>

/** What a user can have done about them. Those that ask the browser's permission are called straight from a click. */
export interface BackupActions extends Watched<BackupView> {
  /** Asks where to (a folder), or whether (downloads), and makes the first copy; null where the user thinks better of it. */
  turnOn(): Promise<BackupResult>
  /** Makes a copy now, and asks for permission again where it has lapsed. */
  makeNow(): Promise<BackupResult>
  turnOff(): Promise<void>
  /** No reminder for a day. */
  remindLater(): Promise<void>
}

import { useEffect, useState } from 'preact/hooks'
import type { BackupState } from '#utils/browser/backup-state.ts'
import type { BackupError, Result, StoreError } from '#utils/browser/protocol.ts'
import type { Unsafe } from '#utils/database/backup-file.ts'

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
export interface BackupActions {
  read(): Promise<BackupView>
  /** Calls back after each change, until it is stopped. */
  onChange(listener: () => void): () => void
  /** Asks where to (a folder), or whether (downloads), and makes the first copy; null where the user thinks better of it. */
  turnOn(): Promise<BackupResult>
  /** Makes a copy now, and asks for permission again where it has lapsed. */
  makeNow(): Promise<BackupResult>
  turnOff(): Promise<void>
  /** No reminder for a day. */
  remindLater(): Promise<void>
}

/** How they stand, kept up to date; null until that is known. */
export function useBackupView(backup: BackupActions): BackupView | null {
  const [view, setView] = useState<BackupView | null>(null)
  useEffect(() => {
    let isShown = true
    const read = async () => {
      const now = await backup.read()
      if (isShown) setView(now)
    }
    void read()
    const stop = backup.onChange(() => void read())
    return () => {
      isShown = false
      stop()
    }
  }, [backup])
  return view
}

import { browser } from 'wxt/browser'
import type { CopyNames } from '../../database/export/backup-file.ts'

/**
 * What is known of copies outside the browser: one key a fact, each written whole by one context, so that none writes over
 * another's.
 */
export interface BackupState {
  /** Where copies go by themselves; null while they don't. */
  readonly place: BackupPlace | null
  /** The last copy, by whatever way. */
  readonly last: BackupCopy | null
  /** Copies that were made by themselves; null before the first. */
  readonly made: BackupsMade | null
  /** Why the last attempt brought none; null after one that did. */
  readonly failure: BackupFailed | null
  /** Until when the user does not want to be reminded. */
  readonly later: string | null
}

export type BackupPlace = { readonly type: 'folder'; readonly name: string } | { readonly type: 'downloads' }

export interface BackupCopy {
  readonly at: string
  readonly name: string
  readonly by: 'folder' | 'downloads' | 'export'
  /** Name of the folder. */
  readonly folder?: string
}

export interface BackupsMade {
  readonly at: string
  /** Number of the last change that is in it. */
  readonly sequence: number
  /** Names in the folder, or whole paths of downloads, of each copy, oldest first: nothing else is ever removed. */
  readonly names: readonly CopyNames[]
}

export interface BackupFailed {
  readonly at: string
  readonly code: string
}

const prefix = 'backup.'
const keys = ['place', 'last', 'made', 'failure', 'later'] as const

export async function readBackupState(): Promise<BackupState> {
  const stored = await browser.storage.local.get(keys.map((key) => prefix + key))
  return Object.fromEntries(keys.map((key) => [key, stored[prefix + key] ?? null])) as unknown as BackupState
}

/** Writes facts, each whole; null takes one away. */
export async function writeBackupState(facts: Partial<BackupState>): Promise<void> {
  const entries = Object.entries(facts).map(([key, value]) => [prefix + key, value] as const)
  await browser.storage.local.set(Object.fromEntries(entries.filter(([, value]) => value !== null)))
  await browser.storage.local.remove(entries.filter(([, value]) => value === null).map(([key]) => key))
}

/** Calls back after each change of one of them, from whichever window, until it is stopped. */
export function watchBackupState(onChange: () => void): () => void {
  const listener = (changes: Readonly<Record<string, unknown>>) => {
    if (Object.keys(changes).some((key) => key.startsWith(prefix))) onChange()
  }
  browser.storage.local.onChanged.addListener(listener)
  return () => browser.storage.local.onChanged.removeListener(listener)
}

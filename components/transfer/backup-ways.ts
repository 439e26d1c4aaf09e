import { giveDownloadsBack, mayDownload, requestDownloads } from '#utils/browser/backup/downloads.ts'
import { forgetFolder, mayWrite, requestWriting, storedFolder, storeFolder } from '#utils/browser/backup/folder.ts'
import { readBackupState, watchBackupState, writeBackupState } from '#utils/browser/backup/state.ts'
import { ask } from '#utils/browser/messages.ts'
import { unsafeNotes } from '#utils/database/export/backup-file.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { isAhead } from '#utils/database/rows/later-of.ts'
import type { BackupActions, BackupResult } from './backup.ts'

/** Milliseconds for a copy: all of it is read and written, on a slow machine. */
const copyTime = 600_000

/** Milliseconds that a reminder stays away. */
const later = 24 * 60 * 60_000

/** Asks the user for a folder; null where the user thinks better of it. Chromium alone has it. */
type FolderPicker = (options: {
  readonly id: string
  readonly mode: 'readwrite'
  readonly startIn: 'documents'
}) => Promise<FileSystemDirectoryHandle>

const picker = (): FolderPicker | null =>
  (globalThis as { showDirectoryPicker?: FolderPicker }).showDirectoryPicker ?? null

const makeCopy = (): Promise<BackupResult> => ask('backup/run', { wanted: true }, copyTime)

/** What screens do about copies outside the browser; the background makes them. */
export function backupIn(db: KamerlensDatabase, now: () => Date = () => new Date()): BackupActions {
  const shared: Pick<BackupActions, 'onChange' | 'remindLater'> = {
    onChange: watchBackupState,
    remindLater: () => writeBackupState({ later: new Date(now().getTime() + later).toISOString() }),
  }
  async function readWith(way: 'folder' | 'downloads' | null, isAllowed: () => Promise<boolean>) {
    const { place, last: known, failure, later } = await readBackupState()
    // The clock ran ahead when it was made: it is no younger than now, or nobody would be reminded for years.
    const last = known !== null && isAhead(known.at, now()) ? { ...known, at: now().toISOString() } : known
    if (last !== known) await writeBackupState({ last })
    const isLater = later !== null && later > now().toISOString() && !isAhead(later, now())
    const unsafe = isLater ? null : await unsafeNotes(db, last?.at ?? null, now()).catch(() => null)
    return { way, place, last, failure, unsafe, isAllowed: place === null || (await isAllowed().catch(() => false)) }
  }
  return import.meta.env.FIREFOX
    ? {
        ...shared,
        read: () => readWith('downloads', mayDownload),
        async turnOn() {
          if (!(await requestDownloads())) return { ok: false, error: 'no-permission' }
          await writeBackupState({ place: { type: 'downloads' }, made: null, failure: null })
          return makeCopy()
        },
        async makeNow() {
          return (await requestDownloads()) ? makeCopy() : { ok: false, error: 'no-permission' }
        },
        async turnOff() {
          await writeBackupState({ place: null, made: null, failure: null })
          await giveDownloadsBack()
        },
      }
    : {
        ...shared,
        read: () => readWith(picker() === null ? null : 'folder', isFolderAllowed),
        async turnOn() {
          const folder = await picked()
          if (folder === null) return { ok: true, value: null }
          await storeFolder(folder)
          // Copies in another folder stay as they are, and are none of this one's.
          await writeBackupState({ place: { type: 'folder', name: folder.name }, made: null, failure: null })
          return makeCopy()
        },
        async makeNow() {
          const folder = await storedFolder()
          if (folder === null) return { ok: false, error: 'folder-gone' }
          return (await requestWriting(folder)) ? makeCopy() : { ok: false, error: 'no-permission' }
        },
        async turnOff() {
          await writeBackupState({ place: null, made: null, failure: null })
          await forgetFolder()
        },
      }
}

async function picked(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await picker()?.({ id: 'kamerlens', mode: 'readwrite', startIn: 'documents' })) ?? null
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

async function isFolderAllowed(): Promise<boolean> {
  const folder = await storedFolder()
  return folder !== null && (await mayWrite(folder))
}

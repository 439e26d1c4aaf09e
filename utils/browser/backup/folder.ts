import { backupName, type CopyNames, isBackupName, withoutOldest } from '../../database/export/backup-file.ts'
import { sha256 } from '../../database/names/hash.ts'
import { done } from '../../database/rows/done.ts'
import { BackupFailure } from './failure.ts'

/** Copies in a folder of the user's choice (File System Access, Chromium alone). */

/** What the DOM's types do not have yet. */
interface Permitted {
  queryPermission(descriptor: { readonly mode: 'readwrite' }): Promise<PermissionState>
  requestPermission(descriptor: { readonly mode: 'readwrite' }): Promise<PermissionState>
}

const mode = { mode: 'readwrite' } as const
const permitted = (folder: FileSystemDirectoryHandle) => folder as FileSystemDirectoryHandle & Permitted

/** Whether copies may be written to a folder now, without asking. */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await permitted(folder).queryPermission(mode)) === 'granted'
}

/** Asks the user whether copies may be written there; call it straight from a click. */
export async function requestWriting(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await permitted(folder).requestPermission(mode)) === 'granted'
}

/**
 * Writes a copy, reads it back, and only when it is the same drops the oldest of those made before.
 *
 * @param made names of the copies that we made, oldest first: nothing else is touched
 * @returns the copies that are there now
 * @throws BackupFailure, or what the file system throws
 */
export async function writeToFolder(
  folder: FileSystemDirectoryHandle,
  files: readonly Blob[],
  moment: Date,
  made: readonly CopyNames[],
): Promise<readonly CopyNames[]> {
  if (!(await mayWrite(folder))) throw new BackupFailure('no-permission')
  const names: string[] = []
  try {
    for (const content of files) {
      const name = await freeName(folder, moment)
      const file = await folder.getFileHandle(name, { create: true })
      names.push(name)
      const stream = await file.createWritable()
      await stream.write(content)
      await stream.close()
      if ((await hashOf(await file.getFile())) !== (await hashOf(content))) throw new BackupFailure('not-same', name)
    }
  } catch (error) {
    // What is not whole must not look like a copy, nor cost an older one.
    for (const name of names) await folder.removeEntry(name).catch(() => {})
    throw error
  }
  const { kept, old } = withoutOldest([...made, names])
  for (const name of old.flat().filter(isBackupName)) await folder.removeEntry(name).catch(() => {})
  return kept
}

/** A name that no file has: another machine may write to the same folder. */
async function freeName(folder: FileSystemDirectoryHandle, moment: Date): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const name = backupName(moment, attempt)
    try {
      await folder.getFileHandle(name)
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return name
      throw error
    }
  }
}

const hashOf = async (content: Blob): Promise<string> => sha256(new Uint8Array(await content.arrayBuffer()))

/** A database of its own for the one thing that only a database can hold: it has no part in what the user keeps. */
const databaseName = 'kamerlens-backup'
const store = 'handles'
const key = 'folder'

async function inStore<Value>(
  mode: IDBTransactionMode,
  use: (handles: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const request = indexedDB.open(databaseName, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(store)
  const database = await done(request)
  try {
    return await done(use(database.transaction(store, mode).objectStore(store)))
  } finally {
    database.close()
  }
}

/** The folder that the user chose; null where there is none. */
export async function storedFolder(): Promise<FileSystemDirectoryHandle | null> {
  return (await inStore<FileSystemDirectoryHandle | undefined>('readonly', (handles) => handles.get(key))) ?? null
}

export async function storeFolder(folder: FileSystemDirectoryHandle): Promise<void> {
  await inStore('readwrite', (handles) => handles.put(folder, key))
}

export async function forgetFolder(): Promise<void> {
  await inStore('readwrite', (handles) => handles.delete(key))
}

import { saveToDownloads } from '#utils/browser/backup/downloads.ts'
import { BackupFailure, backupFailureOf } from '#utils/browser/backup/failure.ts'
import { storedFolder, writeToFolder } from '#utils/browser/backup/folder.ts'
import { type BackupPlace, type BackupState, readBackupState, writeBackupState } from '#utils/browser/backup/state.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { BackupError } from '#utils/browser/protocol/transfer.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import { backupOf, type CopyNames, localDay } from '#utils/database/export/backup-file.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { failed } from '../results.ts'
import { createTurns } from '../turns.ts'

/** Writes a copy to a place and gives the names of those that are there then. */
type Write = (files: readonly Blob[], moment: Date, made: readonly CopyNames[]) => Promise<readonly CopyNames[]>

/** The name of the copy that was made; null where none was due. */
type BackupResult = Result<string | null, StoreError | BackupError>
type Backup = NonNullable<Awaited<ReturnType<typeof backupOf>>>

interface Backups {
  readonly db: KamerlensDatabase
  readonly now: () => Date
  /** Keeps the background awake now and then as long as copies are to be made. */
  readonly watch: (isNeeded: boolean) => Promise<void>
  /** The ways to write; a seam for tests. */
  readonly ways?: Readonly<Record<BackupPlace['type'], Write>>
}

const realWays: Readonly<Record<BackupPlace['type'], Write>> = {
  downloads: saveToDownloads,
  async folder(files, moment, made) {
    const folder = await storedFolder()
    if (folder === null) throw new BackupFailure('folder-gone')
    return writeToFolder(folder, files, moment, made)
  },
}

/**
 * Copies outside the browser, made by themselves: on each day on which something has changed, when a screen is opened or the
 * background is woken. One at a time.
 */
export function createBackups({ db, now, watch, ways = realWays }: Backups) {
  const inTurn = createTurns()

  /** Makes a copy where one is due. @param isWanted whether the user asked for it, today's copy or not */
  async function run({ isWanted }: { readonly isWanted: boolean }): Promise<BackupResult> {
    const isErased = db.erasures.watch()
    const { place, made } = await readBackupState()
    await watch(place !== null)
    const moment = now()
    const isToday = made !== null && localDay(new Date(made.at)) === localDay(moment)
    if (place === null || (isToday && !isWanted)) return { ok: true, value: null }
    try {
      const backup = await backupOf(db, isWanted ? null : (made?.sequence ?? null), moment)
      return backup === null ? { ok: true, value: null } : await write(backup, place, { moment, made, isErased })
    } catch (error) {
      const failure = backupFailureOf(error)
      const result = failure === null ? failed(error) : ({ ok: false, error: failure.code } as const)
      if (!isErased()) await writeBackupState({ failure: { at: moment.toISOString(), code: result.error } })
      return result
    }
  }

  async function write(
    { files, sequence }: Backup,
    place: BackupPlace,
    { moment, made, isErased }: Pick<BackupState, 'made'> & { readonly moment: Date; readonly isErased: () => boolean },
  ): Promise<BackupResult> {
    if (isErased()) return { ok: false, error: 'erased' }
    const names = await ways[place.type](files, moment, made?.names ?? [])
    // What is known of copies was erased with all else: they stay where they are, and nothing here says so.
    if (isErased()) return { ok: false, error: 'erased' }
    const name = names.at(-1)?.[0]?.split(/[\\/]/).at(-1) ?? ''
    const at = moment.toISOString()
    await writeBackupState({
      made: { at, sequence, names },
      last: { at, name, by: place.type, ...(place.type === 'folder' ? { folder: place.name } : {}) },
      failure: null,
    })
    return { ok: true, value: name }
  }

  const handlers: BackgroundHandlers<'backup/run'> = {
    'backup/run': ({ wanted }) => inTurn(() => run({ isWanted: wanted })),
  }
  return { handlers, resume: () => inTurn(() => run({ isWanted: false })) }
}

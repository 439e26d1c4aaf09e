import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { exportAsItLies } from '#utils/database/export/as-it-lies.ts'
import { ownFiles } from '#utils/database/journal/files.ts'
import { databaseName } from '#utils/database/open.ts'
import { saveCopies } from './exports.ts'

/**
 * Saves all that is kept as a file where the database can't be opened: what an import of this Kamerlens takes, made without writing anything.
 *
 * @returns the names of the files; `nothing` where nothing was found to save
 */
export async function saveAsItLies(): Promise<Result<readonly string[], StoreError | 'nothing'>> {
  try {
    const now = new Date()
    const files = await exportAsItLies({ name: databaseName, files: ownFiles }, now)
    if (files === null) return { ok: false, error: 'nothing' }
    return { ok: true, value: saveCopies(files, 'kamerlens', now) }
  } catch (error) {
    console.error(error)
    return { ok: false, error: storeErrorOf(error) }
  }
}

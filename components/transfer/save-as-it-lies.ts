import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { exportAsItLies } from '#utils/database/export/as-it-lies.ts'
import { ownFiles } from '#utils/database/journal/files.ts'
import { databaseName } from '#utils/database/open.ts'
import { saveCopies } from './exports.ts'

/** The names of the files, and whether all that is kept is sure to be in them. */
export interface SavedAsItLies {
  readonly names: readonly string[]
  readonly isWhole: boolean
}

/**
 * Saves all that is kept as a file where the database can't be opened: what an import of this Kamerlens takes, made without writing anything.
 *
 * @returns `nothing` where nothing was found to save
 */
export async function saveAsItLies(): Promise<Result<SavedAsItLies, StoreError | 'nothing'>> {
  try {
    const now = new Date()
    const lying = await exportAsItLies({ name: databaseName, files: ownFiles }, now)
    if (lying === null) return { ok: false, error: 'nothing' }
    return { ok: true, value: { names: saveCopies(lying.files, 'kamerlens', now), isWhole: lying.isWhole } }
  } catch (error) {
    console.error(error)
    return { ok: false, error: storeErrorOf(error) }
  }
}

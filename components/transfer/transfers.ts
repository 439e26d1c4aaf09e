import { writeBackupState } from '#utils/browser/backup/state.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { exportsOf } from './exports.ts'
import { imports } from './imports.ts'
import type { TransferActions } from './transfer-actions.ts'

/** What is kept out as a file, and in again. An export of everything counts as a copy outside the browser. */
export function transfersOf(db: KamerlensDatabase, index: SearchIndex): TransferActions {
  const onExported = (name: string, at: Date) => {
    void writeBackupState({ last: { at: at.toISOString(), name, by: 'export' } })
  }
  const exports = exportsOf(db, index, () => new Date(), onExported)
  return { ...exports, ...imports }
}

import { readIncoming, removeIncoming } from '#utils/browser/incoming.ts'
import type { ImportError, ImportPreview, ImportRequest, Result, StoreError } from '#utils/browser/protocol.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import { applyImport, previewImport } from '#utils/database/import.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { ImportFailure, readExport } from '#utils/database/read-export.ts'
import type { Records } from '#utils/database/records.ts'
import { isSalvageable, salvageExport } from '#utils/database/salvage-export.ts'
import { failed } from './results.ts'

interface Transfer {
  readonly db: KamerlensDatabase
  readonly changed: () => void
  /** The file system that import files lie in; a seam for tests. */
  readonly files?: { readonly read: typeof readIncoming; readonly remove: typeof removeIncoming }
}

/**
 * Imports of export files. The file stays where the screen laid it between preview and import: the background may be
 * stopped in between, and what is applied is what was shown, read and checked anew.
 */
export function transferHandlers({
  db,
  changed,
  files = { read: readIncoming, remove: removeIncoming },
}: Transfer): BackgroundHandlers<'import/preview' | 'import/apply'> {
  async function withFile(
    { file, salvage }: ImportRequest,
    use: (records: Records) => Promise<ImportPreview>,
  ): Promise<Result<ImportPreview, StoreError | ImportError>> {
    try {
      const content = await files.read(file)
      if (content === null) return { ok: false, error: 'not-found' }
      if (!salvage) return { ok: true, value: await use(await readExport(content)) }
      const { records, lost } = await salvageExport(content)
      return { ok: true, value: { ...(await use(records)), lost } }
    } catch (error) {
      if (!(error instanceof ImportFailure)) return failed(error)
      // What is not whole may still be asked for in part.
      if (salvage || !isSalvageable(error.code)) await files.remove(file)
      return { ok: false, error: error.code }
    }
  }
  return {
    'import/preview': (request) => withFile(request, (records) => previewImport(db, records)),
    'import/apply': async ({ file, ...request }) => {
      const outcome = await withFile({ file, ...request }, (records) => applyImport(db, records))
      if (outcome.ok) {
        changed()
        await files.remove(file)
      }
      return outcome
    },
  }
}

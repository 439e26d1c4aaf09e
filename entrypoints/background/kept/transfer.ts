import { tellingProgress } from '#utils/browser/channels/change-progress.ts'
import { readIncoming, removeIncoming } from '#utils/browser/incoming.ts'
import type { Done } from '#utils/browser/protocol/keeping.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { ImportChanges, ImportError, ImportPreview, ImportRequest } from '#utils/browser/protocol/transfer.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import { StoreFailure } from '#utils/database/errors.ts'
import { applyImport, type ImportOptions, previewImport } from '#utils/database/import/import.ts'
import { ImportFailure } from '#utils/database/import/read-export.ts'
import { readImport } from '#utils/database/import/read-import.ts'
import { isSalvageable, salvageExport } from '#utils/database/import/salvage-export.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { Records } from '#utils/database/records/records.ts'
import { failed, resultOf, withLag } from '../results.ts'

interface Transfer {
  readonly db: KamerlensDatabase
  readonly now: () => Date
  readonly changed: () => void
  /** The file system that import files lie in; a seam for tests. */
  readonly files?: { readonly read: typeof readIncoming; readonly remove: typeof removeIncoming }
}

/**
 * Imports of export files, and of notes of other programs. The file stays where the screen laid it between preview and
 * import: the background may be stopped in between, and what is applied is what was shown, read and checked anew.
 */
export function transferHandlers({
  db,
  now,
  changed,
  files = { read: readIncoming, remove: removeIncoming },
}: Transfer): BackgroundHandlers<'import/preview' | 'import/apply' | 'import/undo'> {
  /** What was done, or refused, is so whatever becomes of the file: one that stays goes at the next start. */
  const removeFile = (file: string) => files.remove(file).catch((error: unknown) => console.error(error))

  async function withFile(
    { file, salvage, progress, ...chosen }: ImportRequest,
    run: (records: Records, how: ImportOptions) => Promise<Done<ImportChanges>>,
  ): Promise<Result<Done<ImportPreview>, StoreError | ImportError>> {
    const use = (records: Records) => tellingProgress(progress, (tell) => run(records, { ...chosen, tell }))
    try {
      const content = await files.read(file)
      if (content === null) return { ok: false, error: 'not-found' }
      if (!salvage) {
        const { kind, records, skipped } = await readImport(content)
        const changes = await use(records)
        return { ok: true, value: { kind, ...changes, ...(skipped === 0 ? {} : { skipped }) } }
      }
      const { records, lost } = await salvageExport(content)
      return { ok: true, value: { kind: 'kamerlens', ...(await use(records)), lost } }
    } catch (error) {
      if (!(error instanceof ImportFailure)) return failed(error)
      // What is not whole may still be asked for in part.
      if (salvage || !isSalvageable(error.code)) await removeFile(file)
      return { ok: false, error: error.code }
    }
  }
  return {
    'import/preview': (request) => withFile(request, (records, how) => previewImport(db, records, how)),
    'import/apply': async ({ file, ...request }) => {
      const undo = { id: file, at: now() }
      const isErased = db.erasures.watch()
      const outcome = await withFile({ file, ...request }, (records, how) => {
        // What was read before everything was erased must not come in behind it.
        if (isErased()) throw new StoreFailure('erased')
        return withLag(applyImport(db, records, { ...how, undo }))
      })
      if (outcome.ok) {
        changed()
        await removeFile(file)
      }
      return outcome
    },
    'import/undo': async ({ file, progress }) => {
      const outcome = await resultOf(() => tellingProgress(progress, (tell) => withLag(undoImport(db, file, tell))))
      if (outcome.ok) changed()
      return outcome
    },
  }
}

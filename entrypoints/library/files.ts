import type { ReaderWays } from '#components/store/services.ts'
import { layDown } from '#components/transfer/imports.ts'
import type { LibraryActions, TransferActions } from '#components/transfer/transfer-actions.ts'
import { removeIncoming } from '#utils/browser/incoming.ts'
import { ask } from '#utils/browser/messages.ts'
import { largestFile } from '#utils/documents/largest-file.ts'
import { createGivenFiles } from './given-files.ts'

/**
 * Files into the library, to be read.
 *
 * @param transfers its ways out and in besides
 * @param ways those into the reader
 */
export function filesOf(
  transfers: TransferActions,
  ways: ReaderWays,
): LibraryActions & { readonly reader: ReaderWays } {
  const given = createGivenFiles(ways)
  return {
    ...transfers,
    reader: given.reader,
    async readFile(file) {
      if (file.size > largestFile) return { ok: false, error: 'too-large' }
      if (file.size === 0) return { ok: false, error: 'empty-file' }
      const id = crypto.randomUUID()
      const failed = await layDown(id, file)
      if (failed) return failed
      const answer = await ask('reading/start', { id, source: { type: 'file', name: file.name, size: file.size } })
      if (!answer.ok) await removeIncoming(id)
      else given.add(id, file)
      return answer
    },
    readerOf: given.readerOf,
  }
}

import type { LibraryActions, ReaderWays } from '#components/services.ts'
import { removeIncoming, writeIncoming } from '#utils/browser/incoming.ts'
import { ask } from '#utils/browser/messages.ts'
import type { StoreError } from '#utils/browser/protocol.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { exportsOf } from './exports.ts'
import { createGivenFiles } from './given-files.ts'

/** Larger files are refused before they are copied. Bytes. */
const largestFile = 100 * 1024 * 1024

/** Milliseconds for an import: the largest file takes minutes on a slow machine, and nothing may cut it short. */
const importTime = 600_000

type Failed = { readonly ok: false; readonly error: StoreError }

/**
 * Files into and out of the library. Bytes go by the origin private file system, never by message.
 *
 * @param onExported everything has gone out as a file
 */
export function filesOf(
  db: KamerlensDatabase,
  index: SearchIndex,
  onExported: (name: string, at: Date) => void,
  now: () => Date = () => new Date(),
): LibraryActions & { readonly reader: ReaderWays } {
  const given = createGivenFiles()
  return {
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
    ...exportsOf(db, index, now, onExported),
    async previewImport(source, options) {
      if (source.size > largestFile) return { ok: false, error: 'too-large' }
      const file = `import-${crypto.randomUUID()}`
      const failed = await layDown(file, source)
      if (failed) return failed
      const answer = await ask('import/preview', { file, ...options }, importTime)
      if (!answer.ok) await removeIncoming(file)
      return answer.ok ? { ok: true, value: { file, preview: answer.value } } : answer
    },
    previewAgain: (file, options) => ask('import/preview', { file, ...options }, importTime),
    async applyImport(file, options) {
      const answer = await ask('import/apply', { file, ...options }, importTime)
      await removeIncoming(file)
      return answer
    },
    dropImport: (file) => removeIncoming(file),
  }
}

async function layDown(name: string, file: File): Promise<Failed | null> {
  try {
    await writeIncoming(name, file)
    return null
  } catch (error) {
    await removeIncoming(name).catch(() => {})
    return { ok: false, error: storeErrorOf(error) }
  }
}

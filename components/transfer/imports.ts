import { removeIncoming, writeIncoming } from '#utils/browser/incoming.ts'
import { ask } from '#utils/browser/messages.ts'
import type { StoreError } from '#utils/browser/protocol/result.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { withProgress } from '../store/with-progress.ts'
import type { TransferActions } from './transfer-actions.ts'

/** Larger files to import are refused before they are copied. Bytes. */
const largestFile = 100 * 1024 * 1024

/** Milliseconds for an import: the largest file takes minutes on a slow machine, and nothing may cut it short. */
const importTime = 600_000

type Failed = { readonly ok: false; readonly error: StoreError }

/** Ways in. Bytes go by the origin private file system, never by message. */
export const imports: Pick<
  TransferActions,
  'previewImport' | 'previewAgain' | 'applyImport' | 'undoImport' | 'dropImport'
> = {
  async previewImport(source, options, onProgress) {
    if (source.size > largestFile) return { ok: false, error: 'too-large' }
    const file = `import-${crypto.randomUUID()}`
    const failed = await layDown(file, source)
    if (failed) return failed
    const answer = await withProgress(onProgress, (told) =>
      ask('import/preview', { file, ...options, ...told }, importTime),
    )
    if (!answer.ok) await removeIncoming(file)
    return answer.ok ? { ok: true, value: { file, preview: answer.value } } : answer
  },
  previewAgain: (file, options) => ask('import/preview', { file, ...options }, importTime),
  async applyImport(file, options, onProgress) {
    const answer = await withProgress(onProgress, (told) =>
      ask('import/apply', { file, ...options, ...told }, importTime),
    )
    await removeIncoming(file)
    return answer
  },
  undoImport: (file, onProgress) =>
    withProgress(onProgress, (told) => ask('import/undo', { file, ...told }, importTime)),
  dropImport: (file) => removeIncoming(file),
}

/** Lays a file down for the background, under a name; null where that went well. */
export async function layDown(name: string, file: File): Promise<Failed | null> {
  try {
    await writeIncoming(name, file)
    return null
  } catch (error) {
    await removeIncoming(name).catch(() => {})
    return { ok: false, error: storeErrorOf(error) }
  }
}

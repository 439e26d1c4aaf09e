import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { libraryMessages } from '#locales/library.ts'
import type { ChangeProgress } from '#utils/browser/protocol/keeping.ts'
import { isSalvageable } from '#utils/database/import/salvage-export.ts'
import { keptFor } from '#utils/database/import/way-back.ts'
import { notesSettled } from '../notes/note-session.ts'
import { showingChange } from '../undo/long-change.ts'
import { offerUndo, type Sentence, undoTimeOfMany } from '../undo/undo.ts'
import type { ImportState } from './import-dialog.tsx'
import { importedOf, undoneOf } from './import-words.ts'
import type { ImportOptions, TransferActions } from './transfer-actions.ts'

/**
 * The import of a file: what would change is shown first, and what was changed can be undone.
 *
 * @param setSaid is given what came of it, in a sentence
 * @param button gets the focus back
 */
export function useImporting(
  transfers: TransferActions,
  setSaid: (sentence: string) => void,
  button: RefObject<HTMLButtonElement | null>,
) {
  /** Counts the files that were chosen and the dialogs that were closed: what comes for an earlier one is for nobody. */
  const turn = useRef(0)
  const [importing, setImporting] = useState<ImportState | null>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    // The dialog that goes by itself takes the focus with it.
    if (wasOpen.current && importing === null && document.activeElement === document.body) button.current?.focus()
    wasOpen.current = importing !== null
  }, [importing])

  async function preview(file: File, options: ImportOptions) {
    setSaid('')
    setImporting({ type: 'checking', name: file.name, progress: null })
    turn.current += 1
    const own = turn.current
    const answer = await transfers.previewImport(file, options, progressOf(own))
    if (own !== turn.current) {
      if (answer.ok) void transfers.dropImport(answer.value.file)
    } else if (answer.ok) setImporting({ type: 'preview', name: file.name, options, ...answer.value })
    else {
      const isLast = options.salvage || !isSalvageable(answer.error)
      const again = isLast ? null : () => void preview(file, { salvage: true })
      setImporting({ type: 'failed', name: file.name, error: answer.error, onSalvage: again })
    }
  }

  /** Shows how far it is, as long as it is the one that is waited for. */
  const progressOf = (own: number) => (progress: ChangeProgress) => {
    if (own !== turn.current) return
    setImporting((now) => (now?.type === 'checking' || now?.type === 'applying' ? { ...now, progress } : now))
  }

  function close() {
    if (importing?.type === 'preview') void transfers.dropImport(importing.file)
    turn.current += 1
    setImporting(null)
  }

  async function choose(options: ImportOptions) {
    if (importing?.type !== 'preview') return
    setImporting({ ...importing, options })
    const answer = await transfers.previewAgain(importing.file, options)
    // Another choice, or none at all, may have been made meanwhile.
    setImporting((now) => {
      if (now?.type !== 'preview' || now.options !== options) return now
      return answer.ok
        ? { ...now, preview: answer.value }
        : { type: 'failed', name: now.name, error: answer.error, onSalvage: null }
    })
  }

  async function apply(file: string, options: ImportOptions) {
    const name = importing?.name ?? ''
    setImporting({ type: 'applying', name, progress: null })
    const own = turn.current
    const until = Date.now() + keptFor
    const answer = await transfers.applyImport(file, options, progressOf(own))
    const isLost = !answer.ok && answer.unanswered === true
    if (own === turn.current)
      setImporting(answer.ok || isLost ? null : { type: 'failed', name, error: answer.error, onSalvage: null })
    // An answer that was lost may hide an import.
    if (isLost) offer(file, until, () => libraryMessages.get().perhapsImported)
    else if (!answer.ok) return
    // What was new when it was shown may have come by another way since.
    else if (answer.value.changesNothing) setSaid(libraryMessages.get().importNoChange)
    else offer(file, until, () => importedOf(answer.value))
  }

  function offer(file: string, until: number, text: Sentence) {
    offerUndo({ text, thing: 'import', time: undoTimeOfMany, until, saysSo: true, undo: () => undo(file) })
  }

  async function undo(file: string) {
    const answer = await showingChange(
      () => libraryMessages.get().undoingImport,
      async (onProgress) => {
        // What is typed on would be saved after it, and make a note anew that it takes away.
        await notesSettled()
        return transfers.undoImport(file, onProgress)
      },
    )
    if (answer.ok) setSaid(undoneOf(answer.value))
    // If the user went on to something else meanwhile, the focus stays there.
    if (document.activeElement === document.body) button.current?.focus()
    return answer
  }

  return { importing, preview, choose, apply, close }
}

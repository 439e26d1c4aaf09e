import { useRef, useState } from 'preact/hooks'
import { libraryMessages } from '#locales/library.ts'
import { FileChoice } from '../parts/file-choice.tsx'
import { useStore } from '../store/use-store.ts'
import { ExportMenu } from './export-menu.tsx'
import { ImportDialog } from './import-dialog.tsx'
import type { NotesFound, TransferActions } from './transfer-actions.ts'
import { useImporting } from './use-importing.ts'
import './transfer-tools.css'

interface TransferToolsProps {
  readonly transfers: TransferActions
  readonly found: NotesFound | null
  /** Leaves the way in out. */
  readonly onlyOut?: boolean
}

/** What is kept out as a file, and in again. */
export function TransferTools({ transfers, found, onlyOut = false }: TransferToolsProps) {
  const t = useStore(libraryMessages)
  const button = useRef<HTMLButtonElement>(null)
  const [said, setSaid] = useState('')
  const { importing, preview, choose, apply, close } = useImporting(transfers, setSaid, button)
  return (
    <div class="kl-transfers">
      <p class="kl-small kl-muted" role="status">
        {said}
      </p>
      {/* Any file: who chooses a list (CSV, RIS, text) is told where its codes go. */}
      {!onlyOut && <FileChoice label={t.import} button={button} onFile={(file) => void preview(file, {})} />}
      <ExportMenu transfers={transfers} found={found} onSaid={setSaid} />
      {importing !== null && <ImportDialog state={importing} onChoose={choose} onApply={apply} onClose={close} />}
    </div>
  )
}

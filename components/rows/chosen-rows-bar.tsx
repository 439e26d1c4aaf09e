import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { selectionMessages } from '#locales/selection.ts'
import { TagsDialog } from '../notes/tags-dialog.tsx'
import { Icon } from '../parts/icons.tsx'
import { useStore } from '../store/use-store.ts'
import { ExportMenu } from '../transfer/export-menu.tsx'
import type { TransferActions } from '../transfer/transfer-actions.ts'
import { SelectionBar, useSaid } from './selection-bar.tsx'
import { type ChosenRowsHere, useChosenChanges } from './use-chosen-changes.ts'

interface ChosenRowsBarProps extends ChosenRowsHere {
  /** How many rows there are. */
  readonly all: number
  readonly transfers: TransferActions
  /** Is given what the key Delete does. */
  readonly remove: RefObject<() => void>
}

/** How many notes or documents are chosen, and what can be done with all of them. */
export function ChosenRowsBar(props: ChosenRowsBarProps) {
  const { all, chosen, rows, choosing, transfers, toList } = props
  const t = useStore(selectionMessages)
  const { said, say, setSaid } = useSaid(chosen.length)
  const { isBusy, remove, changeTags } = useChosenChanges(props, setSaid, say)
  const [isTagging, setTagging] = useState(false)
  props.remove.current = () => void remove()
  return (
    <SelectionBar all={all} chosen={chosen.length} choosing={choosing} said={said} toList={toList}>
      {rows.notes.length > 0 && (
        <button type="button" class="kl-button" disabled={isBusy} onClick={() => setTagging(true)}>
          {t.tags}
        </button>
      )}
      <ExportMenu transfers={transfers} found={null} chosen={rows} onSaid={say} />
      <button type="button" class="kl-button" disabled={isBusy} onClick={() => void remove()}>
        <Icon name="trash" />
        {t.delete}
      </button>
      {isTagging && <TagsDialog ids={rows.notes} onApply={changeTags} onClose={() => setTagging(false)} />}
    </SelectionBar>
  )
}

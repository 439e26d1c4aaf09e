import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { exportMessages } from '#locales/export.ts'
import { format } from '#locales/i18n.ts'
import { selectionMessages } from '#locales/selection.ts'
import type { CitationForm } from '#utils/citations/form-names.ts'
import { TagsDialog } from '../notes/tags-dialog.tsx'
import { type Copied, CopyInForm } from '../papers/copy-in-form.tsx'
import { announce } from '../parts/announce.tsx'
import { Icon } from '../parts/icons.tsx'
import { useServices } from '../store/services.ts'
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
  const e = useStore(exportMessages)
  const common = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const { number } = useStore(format)
  const { actions } = useServices()
  const { said, say, setSaid } = useSaid(chosen.length)
  const { isBusy, remove, changeTags } = useChosenChanges(props, setSaid, say)
  const [isTagging, setTagging] = useState(false)

  async function copy(form: CitationForm): Promise<Copied> {
    setSaid('')
    const answer = await transfers.citePapers(form, { notes: [], documents: rows.documents })
    const failed = (sentence: string): Copied => {
      say(sentence)
      return { isCopied: false, sentence: t.copyCitations }
    }
    if (!answer.ok) return failed(errors[answer.error])
    const { text, rich, count, withoutCode } = answer.value
    if (count === 0) return failed(t.nothingToCite)
    if (!(await actions.copy(text, rich))) return failed(common.copyFailed)
    if (withoutCode > 0) say([t.citationsCopied(count), e.withoutCode(withoutCode)].join('. '))
    else announce(t.citationsCopied(count))
    return { isCopied: true, sentence: t.copiedShort({ number: number(count) }) }
  }

  props.remove.current = () => void remove()
  return (
    <SelectionBar all={all} chosen={chosen.length} choosing={choosing} said={said} toList={toList}>
      {rows.notes.length > 0 && (
        <button type="button" class="kl-button" disabled={isBusy} onClick={() => setTagging(true)}>
          {t.tags}
        </button>
      )}
      {rows.documents.length > 0 && <CopyInForm label={t.copyCitations} isBordered copy={copy} />}
      <ExportMenu transfers={transfers} found={null} chosen={rows} onSaid={say} />
      <button type="button" class="kl-button" disabled={isBusy} onClick={() => void remove()}>
        <Icon name="trash" />
        {t.delete}
      </button>
      {isTagging && <TagsDialog ids={rows.notes} onApply={changeTags} onClose={() => setTagging(false)} />}
    </SelectionBar>
  )
}

import { useStore } from '@nanostores/preact'
import { commonMessages } from '#locales/common.ts'
import { popupMessages } from '#locales/popup.ts'
import type { PageEmptyReason } from '#utils/browser/protocol.ts'
import type { Code } from '#utils/references/types.ts'
import { ChoiceList } from './choice-list.tsx'
import { CodeRowContent } from './code-row.tsx'
import { useLive } from './live.ts'
import type { PageActions, PageState } from './page-state.ts'
import { useServices } from './services.ts'

export interface PageCodesProps {
  readonly page: PageState
  readonly actions: PageActions
  /** Has the questions of the page read. */
  readonly onSave: () => void
  readonly onCode: (code: Code) => void
  readonly onLeave: () => void
}

/** The codes of the page under the popup, or why there are none and what to do. */
export function PageCodes({ page, actions, onSave, onCode, onLeave }: PageCodesProps) {
  const t = useStore(popupMessages)
  const common = useStore(commonMessages)
  const { kept } = useServices()
  const codes = page.type === 'codes' ? page.codes : []
  const live = useLive(() => kept.summaries(codes), [page]).value
  if (page.type === 'loading') {
    return (
      <p class="kl-empty kl-muted" role="status">
        {common.loading}
      </p>
    )
  }
  if (page.type === 'empty') return <PageEmpty reason={page.reason} actions={actions} onSave={onSave} />
  const lookups = live.state === 'ready' ? live.value : new Map()
  return (
    <>
      {live.state === 'failed' && (
        <p class="kl-notice kl-notice--danger" role="alert">
          {common.failed}
        </p>
      )}
      <ChoiceList
        label={t.codes}
        onLeave={onLeave}
        choices={codes.map((code) => ({
          key: code.id,
          content: <CodeRowContent code={code} lookup={lookups.get(code.id)} />,
          onChoose: () => {
            actions.goTo(code.id)
            onCode({ kind: code.kind, id: code.id, label: code.label, url: code.url })
          },
        }))}
      />
    </>
  )
}

function PageEmpty(props: { reason: PageEmptyReason; actions: PageActions; onSave: () => void }) {
  const { reason, actions, onSave } = props
  const t = useStore(popupMessages)
  const texts: Record<PageEmptyReason, readonly [title: string, hint: string]> = {
    'no-codes': [t.noCodes, t.noCodesHint],
    'not-official': [t.notOfficial, t.notOfficialHint],
    'no-permission': [t.noPermission, t.noPermissionHint],
    'not-reached': [t.notReached, t.notReachedHint],
    pdf: [t.pdf, t.pdfHint],
  }
  const [title, hint] = texts[reason]
  return (
    <div class="kl-empty" role="status">
      <h2 class="kl-empty__title">{title}</h2>
      <p class="kl-muted">{hint}</p>
      {reason === 'no-permission' && (
        <button type="button" class="kl-button kl-button--primary" onClick={actions.allow}>
          {t.allow}
        </button>
      )}
      {reason === 'pdf' && (
        <button type="button" class="kl-button kl-button--primary" onClick={onSave}>
          {t.savePdf}
        </button>
      )}
      {reason === 'not-reached' && (
        <button type="button" class="kl-button kl-button--primary" onClick={actions.reload}>
          {t.reload}
        </button>
      )}
    </div>
  )
}

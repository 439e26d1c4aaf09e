import { commonMessages } from '#locales/common.ts'
import { popupMessages } from '#locales/popup.ts'
import type { PageCode } from '#utils/browser/protocol/page-report.ts'
import type { Code } from '#utils/references/types.ts'
import { ChoiceList } from '../rows/choice-list.tsx'
import { FailedRead } from '../store/failed-read.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { storeParts } from '../store/store-parts.ts'
import { useStore } from '../store/use-store.ts'
import { codeRow } from './code-row.tsx'
import { PageEmpty } from './page-empty.tsx'
import type { PageActions, PageState } from './page-state.ts'

export interface PageCodesProps {
  readonly page: PageState
  readonly actions: PageActions
  /** Whether the questions of the page are kept. */
  readonly isKept: boolean
  /** Has the questions of the page read. */
  readonly onSave: () => void
  readonly onLibrary: () => void
  readonly onCode: (code: Code) => void
  readonly onLeave: () => void
}

const none: readonly PageCode[] = []

const idsOf = (codes: readonly PageCode[]): ReadonlySet<string> => new Set(codes.map(({ id }) => id))

/** The codes of the page under the popup, or why there are none and what to do. */
export function PageCodes({ page, actions, isKept, onSave, onLibrary, onCode, onLeave }: PageCodesProps) {
  const t = useStore(popupMessages)
  const common = useStore(commonMessages)
  const { kept } = useServices()
  const codes = page.type === 'codes' ? page.codes : none
  const live = useLive(() => kept.summaries(codes).then((lookups) => ({ lookups, read: idsOf(codes) })), [page]).value
  if (page.type === 'loading') {
    return (
      <p class="kl-empty kl-muted" role="status">
        {common.loading}
      </p>
    )
  }
  if (page.type === 'empty')
    return <PageEmpty page={page} actions={actions} isKept={isKept} onSave={onSave} onLibrary={onLibrary} />
  const known = live.state === 'ready' ? live.value : null
  const parts = storeParts.value
  return (
    <>
      {live.state === 'failed' && <FailedRead beside={t.codesUnread} onAgain={live.again} />}
      <ChoiceList
        label={t.codes}
        onLeave={onLeave}
        choices={codes.map((code) => ({
          key: code.id,
          content: codeRow({
            code,
            lookup: known?.lookups.get(code.id),
            // A page that grows names codes that are not read yet beside those that are.
            read: known?.read.has(code.id) === false ? 'loading' : live.state,
            texts: t,
          }),
          onChoose: () => {
            actions.goTo(code.id)
            onCode({ kind: code.kind, id: code.id, label: code.label, url: code.url })
          },
        }))}
      />
      {known && parts && <parts.CodesTogether codes={codes} known={known.lookups} />}
    </>
  )
}

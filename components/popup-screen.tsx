import { useEffect, useState } from 'preact/hooks'
import { errorMessages } from '#locales/errors.ts'
import { popupMessages } from '#locales/popup.ts'
import { jobBegun } from './begun-jobs.ts'
import type { Destination } from './destination.ts'
import { useKeptParts } from './kept-parts.tsx'
import { type Opening, plainOpening } from './opening.ts'
import { PageFoot, useSaving } from './page-foot.tsx'
import { PageReferences } from './page-references.tsx'
import type { PageActions, PageState } from './page-state.ts'
import { SearchScreen } from './search-screen.tsx'
import { SiteRow } from './site-row.tsx'
import { StoreNotice, type StoreStatus } from './store-notice.tsx'
import { useStore } from './use-store.ts'
import { useTrail } from './use-trail.ts'

export interface PopupScreenProps {
  readonly page: PageState
  readonly pageActions: PageActions
  readonly store: StoreStatus
  readonly onLibrary: () => void
  /** Opens the side panel; absent where the browser has none. */
  readonly onPanel?: (() => void) | undefined
  readonly onOptions: () => void
  readonly opening?: Opening | undefined
  /** It stands in a page of which something else is the main part: the field does not take the focus by itself. */
  readonly isPart?: boolean
  /** A sentence about texts typed earlier that were saved now. */
  readonly notice?: string | undefined
}

type Tab = 'page' | 'kept' | 'followed'

/** The quick look-up: search, the codes of the page, what is kept, and one thing opened. */
export function PopupScreen(props: PopupScreenProps) {
  const { page, pageActions, store, onLibrary, onPanel, onOptions, notice, isPart = false } = props
  const { opening = plainOpening } = props
  const t = useStore(popupMessages)
  const [tab, setTab] = useState<Tab>(opening.view ?? 'page')
  const [typed, setTyped] = useState(opening.typed)
  const [opened, setOpened] = useState<readonly Destination[]>(opening.destination ? [opening.destination] : [])
  const trail = useTrail(opened, setOpened)
  const keptParts = useKeptParts(trail.go)
  const saving = useSaving(pageActions)
  const { open } = trail

  useEffect(() => {
    if (opening.job !== null) jobBegun(opening.job)
    if (!opening.focusNote && !isPart) trail.field.current?.focus()
  }, [opening])

  return (
    <SearchScreen<Tab>
      parts={[
        {
          name: 'page',
          label: page.type === 'codes' ? t.onPage(page.codes.length) : t.onThisPage,
          show: (toField) => (
            <PageReferences
              page={page}
              actions={pageActions}
              onSave={saving.save}
              onLibrary={onLibrary}
              onOpen={trail.go}
              onLeave={toField}
            />
          ),
        },
        ...keptParts,
      ]}
      chosen={tab}
      onChoose={setTab}
      typed={typed}
      onTyped={(text) => {
        setTyped(text)
        if (opened.length > 0) setOpened([])
      }}
      trail={trail}
      place={page.type === 'loading' ? undefined : page.place}
      isPart={isPart}
      focusNote={opening.focusNote && open === opening.destination}
      notices={
        <>
          <StoreNotice status={store} />
          {notice && (
            <p class="kl-notice kl-search-screen__notice" role="status">
              {notice}
            </p>
          )}
          {opening.error !== null && open === undefined && <OpeningError error={opening.error} />}
        </>
      }
      foot={
        <PageFoot page={page} saving={saving} onOpen={trail.go} onLibrary={onLibrary} onPanel={onPanel}>
          {open === undefined && typed.trim() === '' && tab === 'page' && (
            <SiteRow page={page} actions={pageActions} onOptions={onOptions} />
          )}
        </PageFoot>
      }
    />
  )
}

/** Why what was asked for on the page could not be done. */
function OpeningError({ error }: { error: string }) {
  const errors = useStore(errorMessages)
  return (
    <p class="kl-notice kl-notice--danger kl-search-screen__notice" role="alert">
      {Object.hasOwn(errors, error) ? errors[error as keyof typeof errors] : errors.unknown}
    </p>
  )
}

import { useEffect, useState } from 'preact/hooks'
import { popupMessages } from '#locales/popup.ts'
import type { Destination } from '../papers/destination.ts'
import { jobBegun } from '../reading/begun-jobs.ts'
import { ErrorText } from '../store/later-parts.ts'
import { NotLoaded } from '../store/not-loaded.tsx'
import { type Opening, plainOpening } from '../store/opening.ts'
import type { StoreStatus } from '../store/store-notice.tsx'
import { storeParts } from '../store/store-parts.ts'
import { useStore } from '../store/use-store.ts'
import { useKeptParts } from './kept-parts.tsx'
import { PageFoot, useSaving } from './page-foot.tsx'
import { PageReferences } from './page-references.tsx'
import type { PageActions, PageState } from './page-state.ts'
import { SearchScreen } from './search-screen.tsx'
import { SiteRow } from './site-row.tsx'
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

  const isOfPage = open === undefined && typed.trim() === ''
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
          <StoreSaid status={store} />
          {notice && (
            <p class="kl-notice kl-search-screen__notice" role="status">
              {notice}
            </p>
          )}
          {opening.error !== null && open === undefined && (
            <div class="kl-notice kl-notice--danger kl-search-screen__notice" role="alert">
              <ErrorText error={opening.error} />
            </div>
          )}
        </>
      }
      foot={
        <PageFoot
          page={page}
          saving={saving}
          isOfPage={isOfPage}
          onOpen={trail.go}
          onLibrary={onLibrary}
          onPanel={onPanel}
        >
          {isOfPage && tab === 'page' && <SiteRow page={page} actions={pageActions} onOptions={onOptions} />}
        </PageFoot>
      }
    />
  )
}

/** What is wrong with the store, or that it could not be loaded: then what says it could not either. */
function StoreSaid({ status }: { status: StoreStatus }) {
  const parts = storeParts.value
  if (parts !== null) return <parts.StoreNotice status={status} />
  return status === 'not-loaded' ? <NotLoaded /> : null
}

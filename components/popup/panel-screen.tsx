import { useEffect, useRef, useState } from 'preact/hooks'
import { panelMessages } from '#locales/panel.ts'
import { StoreNotice, type StoreStatus } from '../store/store-notice.tsx'
import { useStore } from '../store/use-store.ts'
import { useKeptParts } from './kept-parts.tsx'
import { PageDocument } from './page-document.tsx'
import { PageFoot, useSaving } from './page-foot.tsx'
import { PageReferences } from './page-references.tsx'
import { isNoteInHand, type PanelPage, useShownPage } from './panel-page.ts'
import { type ScreenPart, SearchScreen } from './search-screen.tsx'
import { SiteRow } from './site-row.tsx'
import { ofNoPage, usePageTrails } from './use-page-trails.ts'
import { useTrail } from './use-trail.ts'
import './panel-screen.css'

export interface PanelScreenProps {
  /** The page in view. */
  readonly page: PanelPage
  readonly store: StoreStatus
  readonly onLibrary: () => void
  readonly onOptions: () => void
  /** A sentence about texts typed earlier that were saved now. */
  readonly notice?: string | undefined
}

type Part = 'document' | 'references' | 'kept' | 'followed'

/** Beside the page, following it: what it is of, what it names, what is kept, and room to write. */
export function PanelScreen({ page: inView, store, onLibrary, onOptions, notice }: PanelScreenProps) {
  const t = useStore(panelMessages)
  const root = useRef<HTMLDivElement>(null)
  // What is written elsewhere than on the page stays anyway.
  const wasOfPage = useRef(true)
  const { page, isHeld, follow } = useShownPage(inView, () => wasOfPage.current && isNoteInHand(root.current))
  const [wanted, setWanted] = useState<Part | null>(null)
  const [typed, setTyped] = useState('')
  const { state, actions, document } = page
  const chosen = partOf(page, wanted)
  const isOfPage = typed.trim() === '' && (chosen === 'document' || chosen === 'references')
  wasOfPage.current = isOfPage
  const trails = usePageTrails(isOfPage ? page.key : ofNoPage)
  const trail = useTrail(trails.trail, trails.setTrail)
  const keptParts = useKeptParts(trail.go)
  const saving = useSaving(actions, page.key)
  const place = state.type === 'loading' ? undefined : state.place

  // Another page begins at its top.
  useEffect(() => trail.toTop(), [page.key])

  const parts: readonly ScreenPart<Part>[] = [
    ...(document === null
      ? []
      : [
          {
            name: 'document',
            label: t.document,
            show: () => (
              <div class="kl-panel__document">
                <PageDocument
                  key={`${page.key} ${document}`}
                  id={document}
                  title={page.title}
                  place={place}
                  onOpen={trail.go}
                />
              </div>
            ),
          } as const,
        ]),
    {
      name: 'references',
      label: state.type === 'codes' ? t.referencesOf(state.codes.length) : t.references,
      show: (toField) => (
        <PageReferences
          // What is known of another page's codes says nothing of these.
          key={page.key}
          page={state}
          actions={actions}
          onSave={saving.save}
          onLibrary={onLibrary}
          onOpen={trail.go}
          onLeave={toField}
        />
      ),
    },
    ...keptParts,
  ]

  return (
    <div ref={root} class="kl-panel">
      <SearchScreen<Part>
        parts={parts}
        chosen={chosen}
        onChoose={setWanted}
        typed={typed}
        onTyped={(text) => {
          trails.clear()
          setTyped(text)
        }}
        trail={trail}
        place={place}
        focusNote={false}
        notices={
          <>
            <StoreNotice status={store} />
            {notice && (
              <p class="kl-notice kl-search-screen__notice" role="status">
                {notice}
              </p>
            )}
            {isHeld && <Held title={page.title} onFollow={follow} />}
          </>
        }
        foot={
          <PageFoot
            page={state}
            saving={saving}
            isOfPage={trail.open === undefined && typed.trim() === ''}
            onOpen={trail.go}
            onLibrary={onLibrary}
          >
            {trail.open === undefined && isOfPage && chosen === 'references' && (
              <SiteRow key={page.key} page={state} actions={actions} onOptions={onOptions} />
            )}
          </PageFoot>
        }
      />
    </div>
  )
}

/** What the user chose, where the page has it; else what one comes to the page for. */
function partOf({ document, isDocument }: PanelPage, wanted: Part | null): Part {
  if (wanted === 'document' && document === null) return 'references'
  return wanted ?? (document !== null && isDocument ? 'document' : 'references')
}

/** Another page is in view than the one that the user writes at. */
function Held({ title, onFollow }: { title: string; onFollow: () => void }) {
  const t = useStore(panelMessages)
  return (
    <div class="kl-notice kl-panel__held" role="status">
      <p>{title === '' ? t.heldUntitled : t.held({ title })}</p>
      <button type="button" class="kl-button" onClick={onFollow}>
        {t.follow}
      </button>
    </div>
  )
}

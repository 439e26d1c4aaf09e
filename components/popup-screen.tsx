import { useStore } from '@nanostores/preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { followingMessages } from '#locales/following.ts'
import { popupMessages } from '#locales/popup.ts'
import { Announcer } from './announce.tsx'
import { buttonsOf } from './choice-list.tsx'
import { type Destination, destinationKey } from './destination.ts'
import { DestinationView } from './destination-view.tsx'
import { FollowedList } from './followed-list.tsx'
import { Icon } from './icons.tsx'
import { JobList, jobBegun } from './job-list.tsx'
import { KeptOverview } from './kept-overview.tsx'
import { useLive } from './live.ts'
import { type Opening, plainOpening } from './opening.ts'
import { PageCodes } from './page-codes.tsx'
import { PagePassages } from './page-passages.tsx'
import { canSave, type PageActions, type PageState } from './page-state.ts'
import { SearchField } from './search-field.tsx'
import { SearchResults } from './search-results.tsx'
import { useServices } from './services.ts'
import { SiteRow } from './site-row.tsx'
import { StoreNotice, type StoreStatus } from './store-notice.tsx'
import { Tabs } from './tabs.tsx'
import { UndoBar } from './undo-bar.tsx'
import './popup-screen.css'

export interface PopupScreenProps {
  readonly page: PageState
  readonly pageActions: PageActions
  readonly store: StoreStatus
  readonly onLibrary: () => void
  readonly onOptions: () => void
  readonly opening?: Opening | undefined
  /** A sentence about texts typed earlier that were saved now. */
  readonly notice?: string | undefined
}

type Tab = 'page' | 'kept' | 'followed'

/** The quick look-up: search, the codes of the page, what is kept, and one thing opened. */
export function PopupScreen(props: PopupScreenProps) {
  const { page, pageActions, store, onLibrary, onOptions, notice, opening = plainOpening } = props
  const t = useStore(popupMessages)
  const common = useStore(commonMessages)
  const following = useStore(followingMessages)
  const { kept } = useServices()
  const counts = useLive(() => kept.countFollowed(), []).value
  const unseen = counts.state === 'ready' ? counts.value.unseen : 0
  const [tab, setTab] = useState<Tab>(opening.view ?? 'page')
  const [typed, setTyped] = useState(opening.typed)
  const [trail, setTrail] = useState<readonly Destination[]>(opening.destination ? [opening.destination] : [])
  const field = useRef<HTMLInputElement>(null)
  const main = useRef<HTMLElement>(null)
  const chosen = useRef<string | undefined>(undefined)
  const open = trail.at(-1)
  const place = page.type === 'loading' ? undefined : page.place

  useEffect(() => {
    if (opening.job !== null) jobBegun(opening.job)
    if (!opening.focusNote) field.current?.focus()
  }, [opening])

  function go(destination: Destination) {
    chosen.current ??= (document.activeElement as HTMLElement | null)?.dataset.choice
    setTrail([...trail, destination])
    main.current?.scrollTo(0, 0)
    requestAnimationFrame(() => {
      // Whoever is quick has the focus in what was opened already, and may be typing there.
      if (!main.current?.contains(document.activeElement)) main.current?.focus()
    })
  }

  function back() {
    setTrail(trail.slice(0, -1))
    if (trail.length > 1) return
    const key = chosen.current
    chosen.current = undefined
    requestAnimationFrame(() => {
      const row = buttonsOf(main.current).find((button) => button.dataset.choice === key)
      if (row) row.focus()
      else field.current?.focus()
    })
  }

  function changeTyped(text: string) {
    setTyped(text)
    if (trail.length > 0) setTrail([])
    if (text === '') field.current?.focus()
  }

  function complete(text: string) {
    changeTyped(text)
    field.current?.focus()
  }

  // Escape goes one step back from wherever the focus is; with nothing to go back to the browser closes the popup.
  useEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || open === undefined || event.defaultPrevented) return
      event.preventDefault()
      back()
    }
    addEventListener('keydown', onEscape)
    return () => removeEventListener('keydown', onEscape)
  })

  const openCode = (code: Extract<Destination, { type: 'code' }>['code']) => go({ type: 'code', code })
  const { save, error } = useSaving(pageActions)
  const toField = () => field.current?.focus()
  const first = () => buttonsOf(main.current)[0]

  return (
    <div class="kl-popup">
      <header class="kl-popup__top">
        <SearchField
          field={field}
          label={t.search}
          typed={typed}
          onTyped={changeTyped}
          onCode={openCode}
          onEnter={() => first()?.click()}
          onDown={() => first()?.focus()}
        />
        {open === undefined && typed.trim() === '' && (
          <Tabs
            label={t.views}
            panel="kl-popup-main"
            chosen={tab}
            onChoose={setTab}
            tabs={[
              ['page', page.type === 'codes' ? t.onPage({ number: page.codes.length }) : t.onThisPage],
              ['kept', t.kept],
              ['followed', unseen > 0 ? following.titleNew({ number: unseen }) : following.title],
            ]}
          />
        )}
        {open !== undefined && (
          <button type="button" class="kl-button kl-button--plain kl-popup__back" onClick={back}>
            <Icon name="back" />
            {common.back}
          </button>
        )}
      </header>
      <div class="kl-popup__notices">
        <StoreNotice status={store} />
        {notice && <p class="kl-notice kl-popup__notice">{notice}</p>}
        {opening.error !== null && open === undefined && <OpeningError error={opening.error} />}
      </div>
      <main
        ref={main}
        id="kl-popup-main"
        class={open === undefined ? 'kl-popup__main' : 'kl-popup__main kl-popup__main--open'}
        tabIndex={-1}
      >
        {open !== undefined ? (
          <DestinationView
            key={destinationKey(open)}
            destination={open}
            onOpen={go}
            place={place}
            focusNote={opening.focusNote && open === opening.destination}
          />
        ) : typed.trim() !== '' ? (
          <SearchResults typed={typed.trim()} onOpen={go} onExample={complete} onLeave={toField} />
        ) : tab === 'page' ? (
          <>
            <PageCodes
              page={page}
              actions={pageActions}
              onSave={save}
              onLibrary={onLibrary}
              onCode={openCode}
              onLeave={toField}
            />
            {page.type !== 'loading' && (
              <PagePassages actions={pageActions} onNote={(id) => go({ type: 'note', id })} onLeave={toField} />
            )}
          </>
        ) : tab === 'kept' ? (
          <KeptOverview onOpen={go} onLeave={toField} />
        ) : (
          <FollowedList onOpen={go} onLeave={toField} />
        )}
      </main>
      <PopupFooter page={page} onSave={save} error={error} onOpen={go} onLibrary={onLibrary}>
        {open === undefined && typed.trim() === '' && tab === 'page' && (
          <SiteRow page={page} actions={pageActions} onOptions={onOptions} />
        )}
      </PopupFooter>
      <Announcer />
      <UndoBar />
    </div>
  )
}

/** Why what was asked for on the page could not be done. */
function OpeningError({ error }: { error: string }) {
  const errors = useStore(errorMessages)
  return (
    <p class="kl-notice kl-notice--danger kl-popup__notice" role="alert">
      {Object.hasOwn(errors, error) ? errors[error as keyof typeof errors] : errors.unknown}
    </p>
  )
}

/** Has the questions of the page read, and holds why that could not begin. */
function useSaving({ saveQuestions }: PageActions) {
  const errors = useStore(errorMessages)
  const [error, setError] = useState<keyof typeof errors | null>(null)
  async function save() {
    const answer = await saveQuestions()
    setError(answer.ok ? null : answer.error)
    if (answer.ok) jobBegun(answer.value.id)
  }
  return { save, error: error === null ? null : errors[error] }
}

function PopupFooter(
  props: Pick<PopupScreenProps, 'page' | 'onLibrary'> & {
    onOpen: (to: Destination) => void
    onSave: () => void
    error: string | null
    children: ComponentChildren
  },
) {
  const { page, onSave, onLibrary, onOpen, error, children } = props
  const t = useStore(popupMessages)
  // A PDF's screen has this as its main action already.
  const isOffered = canSave(page) && !(page.type === 'empty' && page.reason === 'pdf')
  return (
    <footer class="kl-popup__foot">
      <JobList onDocument={({ id }) => onOpen({ type: 'document', id })} />
      {error !== null && (
        <p class="kl-danger" role="alert">
          {error}
        </p>
      )}
      <div class="kl-popup__buttons">
        {isOffered && (
          <button type="button" class="kl-button kl-button--plain" onClick={onSave}>
            {t.savePage}
          </button>
        )}
        <button type="button" class="kl-button kl-button--plain kl-popup__library" onClick={onLibrary}>
          {t.openLibrary}
        </button>
      </div>
      {children}
    </footer>
  )
}

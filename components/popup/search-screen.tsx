import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { popupMessages } from '#locales/popup.ts'
import type { NotePlace } from '#utils/database/schema.ts'
import { destinationKey } from '../papers/destination.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { Announcer } from '../parts/announce.tsx'
import { Icon } from '../parts/icons.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { buttonsOf } from '../rows/choice-list.tsx'
import { SearchField } from '../search/search-field.tsx'
import { DestinationView, SearchResults } from '../store/later-parts.ts'
import { useStore } from '../store/use-store.ts'
import { UndoBar } from '../undo/undo-bar.tsx'
import type { Trail } from './use-trail.ts'
import './search-screen.css'

/** One of the lists that a screen starts from. */
export interface ScreenPart<Name extends string> {
  readonly name: Name
  readonly label: string
  /** @param toField leads back to the search field */
  readonly show: (toField: () => void) => ComponentChildren
}

export interface SearchScreenProps<Name extends string> {
  readonly parts: readonly ScreenPart<Name>[]
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly trail: Trail
  /** Where a note is made now. */
  readonly place: NotePlace | undefined
  /** With the caret in the note of what is open. */
  readonly focusNote: boolean
  /** It stands in a page of which something else is the main part. */
  readonly isPart?: boolean
  readonly notices: ComponentChildren
  readonly foot: ComponentChildren
}

/** The shape of popup and side panel: a search field, one of several lists below, and what is opened from them in place. */
export function SearchScreen<Name extends string>(props: SearchScreenProps<Name>) {
  const { parts, chosen, onChoose, typed, onTyped, trail, place, focusNote, isPart = false, notices, foot } = props
  const { open, go, back, field, main } = trail
  const t = useStore(popupMessages)
  const common = useStore(commonMessages)
  const toField = () => field.current?.focus()
  const isSearching = typed.trim() !== ''
  const Main = isPart ? 'div' : 'main'

  /** The text of which the first result stands on the screen. */
  const shown = useRef('')
  /** What waits for the first result of a text. */
  const waiting = useRef<{ readonly text: string; readonly act: (row: HTMLButtonElement) => void } | null>(null)

  useEffect(() => {
    waiting.current = null
  }, [open])

  function changeTyped(text: string) {
    waiting.current = null
    onTyped(text)
    if (text === '') toField()
  }

  /** Does something with the first row; results that are not there yet are waited for, unless others are asked for meanwhile. */
  function withFirst(act: (row: HTMLButtonElement) => void) {
    const text = typed.trim()
    const [first] = buttonsOf(main.current)
    const isThere = first !== undefined && (open !== undefined || !isSearching || shown.current === text)
    if (isThere) act(first)
    else if (open === undefined && isSearching) waiting.current = { text, act }
  }

  function firstIsShown(text: string) {
    shown.current = text
    const awaited = waiting.current
    waiting.current = null
    // The user went elsewhere meanwhile.
    const isMeant = awaited?.text === text && document.activeElement === field.current
    if (isMeant) buttonsOf(main.current).slice(0, 1).forEach(awaited.act)
  }

  function complete(text: string) {
    changeTyped(text)
    toField()
  }

  return (
    <div class="kl-search-screen">
      <header class="kl-search-screen__top">
        <SearchField
          field={field}
          label={t.search}
          typed={typed}
          onTyped={changeTyped}
          onCode={(code) => go({ type: 'code', code })}
          onEnter={() => withFirst((row) => row.click())}
          onDown={() => withFirst((row) => row.focus())}
        />
        {open === undefined && !isSearching && (
          <Tabs
            label={t.views}
            panel="kl-screen-main"
            chosen={chosen}
            onChoose={onChoose}
            tabs={parts.map(({ name, label }) => [name, label])}
          />
        )}
        {open !== undefined && (
          <button type="button" class="kl-button kl-button--plain kl-search-screen__back" onClick={back}>
            <Icon name="back" />
            {common.back}
          </button>
        )}
      </header>
      <div class="kl-search-screen__notices">{notices}</div>
      <Main
        ref={main as RefObject<HTMLDivElement>}
        id="kl-screen-main"
        class={open === undefined ? 'kl-search-screen__main' : 'kl-search-screen__main kl-search-screen__main--open'}
        tabIndex={-1}
        data-home
        // It gets the focus when something is opened: who does not see it hears what.
        aria-label={open?.type === 'code' && !isPart ? shownLabel(open.code.label) : undefined}
      >
        {open !== undefined ? (
          <DestinationView
            key={destinationKey(open)}
            destination={open}
            onOpen={go}
            place={place}
            focusNote={focusNote}
          />
        ) : isSearching ? (
          <SearchResults
            typed={typed.trim()}
            onOpen={go}
            onExample={complete}
            onLeave={toField}
            onFirst={firstIsShown}
          />
        ) : (
          parts.find(({ name }) => name === chosen)?.show(toField)
        )}
      </Main>
      {foot}
      <Announcer />
      <UndoBar />
    </div>
  )
}

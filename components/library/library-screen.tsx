import { useEffect, useRef, useState } from 'preact/hooks'
import { exportMessages } from '#locales/export.ts'
import { format } from '#locales/i18n.ts'
import { libraryMessages } from '#locales/library.ts'
import { popupMessages } from '#locales/popup.ts'
import type { SearchOrder } from '#utils/search/ranking/ranking.ts'
import type { Destination } from '../papers/destination.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { Announcer, announce } from '../parts/announce.tsx'
import { ErrorText } from '../parts/error-text.tsx'
import { Icon } from '../parts/icons.tsx'
import { jobBegun } from '../reading/begun-jobs.ts'
import { JobList } from '../reading/job-list.tsx'
import { useOpenWhenDone } from '../reading/use-open-when-done.ts'
import { NamedCodes } from '../search/named-codes.tsx'
import { SearchAid } from '../search/search-aid.tsx'
import { SearchField } from '../search/search-field.tsx'
import { SearchOrderChoice } from '../search/search-order-choice.tsx'
import { useNamedCodes } from '../search/use-named-codes.ts'
import { useLive, useSettled } from '../store/live.ts'
import type { Opening } from '../store/opening.ts'
import { useServices } from '../store/services.ts'
import { StoreNotice, type StoreStatus } from '../store/store-notice.tsx'
import { useStore } from '../store/use-store.ts'
import type { BackupActions } from '../transfer/backup.ts'
import { BackupLine } from '../transfer/backup-line.tsx'
import { BackupReminder } from '../transfer/backup-reminder.tsx'
import { exportedSentence } from '../transfer/export-menu.tsx'
import { FileDrop } from '../transfer/file-drop.tsx'
import type { LibraryActions } from '../transfer/transfer-actions.ts'
import { TransferTools } from '../transfer/transfer-tools.tsx'
import { UndoBar } from '../undo/undo-bar.tsx'
import { ActivityPicture } from './activity-picture.tsx'
import { LibraryContents } from './library-contents.tsx'
import { LibraryDetail } from './library-detail.tsx'
import { keptViews, LibraryNav, type View } from './library-nav.tsx'
import { useEntries } from './use-entries.ts'
import { foundIn, useLibrarySearch } from './use-library-search.ts'
import { sizesOf, useLibraryView } from './use-library-view.ts'
import { useNarrowed } from './use-narrowed.ts'
import './library-screen.css'
import '../print.css'

export interface LibraryScreenProps {
  readonly store: StoreStatus
  readonly library: LibraryActions
  readonly backup: BackupActions
  readonly opening: Opening
  readonly notice?: string | undefined
}

/** Everything kept: kinds at the left, the list in the middle, what is chosen at the right. */
export function LibraryScreen({ store, library, backup, opening, notice }: LibraryScreenProps) {
  const t = useStore(libraryMessages)
  const popup = useStore(popupMessages)
  const exporting = useStore(exportMessages)
  const { number } = useStore(format)
  const { kept, codes } = useServices()
  const [typed, setTyped] = useState(opening.typed)
  const [trail, setTrail] = useState<readonly Destination[]>(opening.destination ? [opening.destination] : [])
  const [failure, setFailure] = useState<string | null>(opening.error)
  const field = useRef<HTMLInputElement>(null)
  const detail = useRef<HTMLElement>(null)
  const list = useRef<HTMLElement>(null)
  const words = useSettled(typed.trim(), 150)
  const everything = useEntries()
  const { entries, isNarrowed, picture } = useNarrowed(everything)
  const sizes = sizesOf(entries)
  const [order, setOrder] = useState<SearchOrder>('best')
  const [view, setView] = useLibraryView(opening.view, sizes)
  const search = useLibrarySearch(words, order, view)
  const { found, isPartial } = search
  const code = typed.trim() === '' ? null : codes.readTyped(typed)
  const named = useNamedCodes(typed)

  const watched = useLive(() => kept.countFollowed(), []).value
  const inView = (one: View): number | null => {
    if (one === 'followed') return watched.state === 'ready' ? watched.value.followed : null
    return found === null ? sizes[one] : foundIn(found, one)
  }
  const numberOf = (one: View) => inView(one) ?? 0
  const isNothingFound = found === null || found.documents.length + found.questions.length + found.notes.length === 0
  const notesFound = isNothingFound ? null : { words, count: found.more ? null : found.notes.length }
  const hasNumber = !isPartial && inView(view) !== null
  const listName = hasNumber ? t.list({ view: t[view], number: number(numberOf(view)) }) : t[view]
  const unseen = watched.state === 'ready' ? watched.value.unseen : 0

  // A search that found only notes should not look like one that found nothing.
  useEffect(() => {
    if (found === null || isPartial || view === 'followed' || numberOf(view) > 0) return
    const other = keptViews.find((one) => numberOf(one) > 0)
    if (other) setView(other)
  }, [found])

  // The numbers beside the kinds are seen, and would be heard by nobody. A search is done again whenever something is
  // saved: then they are news only where they differ.
  useEffect(() => {
    if (found === null || isPartial || view === 'followed' || numberOf(view) === 0) return
    announce(t.foundIn({ view: t[view], results: popup.results(numberOf(view)) }))
  }, [found?.words, isPartial, view, numberOf(view)])

  useEffect(() => {
    if (opening.job !== null) jobBegun(opening.job)
  }, [opening])
  // Nothing is opened by the address: the user came to search, unless the keyboard is somewhere already.
  useEffect(() => {
    if (opening.destination === null && document.activeElement === document.body) field.current?.focus()
  }, [opening])
  useOpenWhenDone((id) => setTrail([{ type: 'document', id }]))

  const go = (destination: Destination) => {
    setTrail([...trail, destination])
    detail.current?.scrollTo(0, 0)
  }
  const choose = (destination: Destination) => {
    setTrail([destination])
    detail.current?.scrollTo(0, 0)
  }
  const complete = (next: string) => {
    setTyped(next)
    field.current?.focus()
  }
  const toList = () => list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()

  async function read(file: File) {
    const answer = await library.readFile(file)
    setFailure(answer.ok ? null : answer.error)
    if (answer.ok) jobBegun(answer.value.id)
  }

  async function exportNow() {
    const answer = await library.exportAll()
    setFailure(answer.ok ? null : answer.error)
    if (answer.ok) announce(exportedSentence(exporting, answer.value))
  }

  return (
    <div class={trail.length === 0 ? 'kl-library' : 'kl-library kl-library--chosen'}>
      <header class="kl-library__top">
        <h1 class="kl-library__name">
          <img src="/icon/32.png" alt="" width="24" height="24" />
          Kamerlens
        </h1>
        <SearchField
          field={field}
          label={t.search}
          typed={typed}
          onTyped={setTyped}
          onCode={(one) => choose({ type: 'code', code: one })}
          onEnter={toList}
          onDown={toList}
        />
        <div class="kl-library__tools">
          <TransferTools transfers={library} found={notesFound} />
          <a class="kl-button kl-button--icon" href="/options.html" title={t.options}>
            <Icon name="gear" />
          </a>
        </div>
      </header>
      <div class="kl-library__notices">
        <StoreNotice status={store} />
        <BackupReminder backup={backup} onExport={() => void exportNow()} />
        {notice && (
          <p class="kl-notice" role="status">
            {notice}
          </p>
        )}
        {failure !== null && (
          <p class="kl-notice kl-notice--danger" role="alert">
            <ErrorText error={failure} />
          </p>
        )}
      </div>
      <LibraryNav view={view} onView={setView} unseen={unseen} countIn={(one) => (isPartial ? null : inView(one))} />
      <section ref={list} class="kl-library__list" tabIndex={-1} data-home aria-label={listName}>
        {typed.trim() !== '' && view !== 'followed' && (
          <>
            <SearchAid typed={typed} found={found} onTyped={complete} />
            <SearchOrderChoice order={order} onOrder={setOrder} />
          </>
        )}
        {typed.trim() === '' && view !== 'followed' && picture !== null && <ActivityPicture {...picture} />}
        {code !== null && (
          <button
            type="button"
            class="kl-button kl-button--primary kl-library__code"
            onClick={() => choose({ type: 'code', code })}
          >
            {popup.openCode({ code: shownLabel(code.label) })}
          </button>
        )}
        {named.length > 0 && (
          <div class="kl-library__named">
            <NamedCodes named={named} onCode={(one) => choose({ type: 'code', code: one })} />
          </div>
        )}
        {(named.length === 0 || view === 'followed' || numberOf(view) > 0) && (
          <LibraryContents
            view={view}
            words={words}
            search={search}
            entries={entries}
            isNarrowed={isNarrowed}
            count={inView(view)}
            transfers={library}
            open={trail.at(-1)}
            isElsewhere={keptViews.some(numberOf)}
            onOpen={choose}
            onTyped={complete}
            onFollowedAgain={() => watched.state === 'failed' && watched.again()}
          />
        )}
      </section>
      <LibraryDetail
        place={detail}
        trail={trail}
        isChoice={inView(view) !== 0 && (view === 'followed' || !entries.failed.has(view))}
        focusNoteOf={opening.focusNote ? opening.destination : null}
        onOpen={go}
        onBack={() => setTrail(trail.slice(0, -1))}
      />
      <div class="kl-library__files">
        <FileDrop onFile={read} />
        <JobList
          onDocument={({ id }) => choose({ type: 'document', id })}
          readerOf={({ id }) => library.readerOf(id)}
        />
        <BackupLine backup={backup} isBare={everything.documents?.length === 0 && everything.noteIds?.length === 0} />
      </div>
      <Announcer />
      <UndoBar />
    </div>
  )
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { activityMessages } from '#locales/activity.ts'
import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { exportMessages } from '#locales/export.ts'
import { format } from '#locales/i18n.ts'
import { libraryMessages } from '#locales/library.ts'
import { popupMessages } from '#locales/popup.ts'
import type { SearchOrder } from '#utils/search/ranking.ts'
import { allWork, type Work, workOf } from './activity.ts'
import { ActivityPicture } from './activity-picture.tsx'
import { Announcer, announce } from './announce.tsx'
import type { BackupActions } from './backup.ts'
import { BackupLine } from './backup-line.tsx'
import { BackupReminder } from './backup-reminder.tsx'
import { jobBegun } from './begun-jobs.ts'
import { type Destination, destinationKey } from './destination.ts'
import { DestinationView } from './destination-view.tsx'
import { exportedSentence } from './export-menu.tsx'
import { FileDrop } from './file-drop.tsx'
import { FollowedList } from './followed-list.tsx'
import { FoundWords } from './found-mark.tsx'
import { markedWords } from './found-words.ts'
import { Icon } from './icons.tsx'
import { JobList } from './job-list.tsx'
import { LibraryEmpty } from './library-empty.tsx'
import { LibraryList } from './library-list.tsx'
import { keptViews, LibraryNav, type View } from './library-nav.tsx'
import { NothingFound } from './library-nothing.tsx'
import { isLost, type LibraryView } from './library-rows.tsx'
import { useLive, useSettled } from './live.ts'
import { narrowed } from './narrowed-entries.ts'
import type { Opening } from './opening.ts'
import { SearchAid } from './search-aid.tsx'
import { SearchField } from './search-field.tsx'
import { SearchOrderChoice } from './search-order-choice.tsx'
import { type Found, useServices } from './services.ts'
import { shownLabel } from './shown-label.ts'
import { StoreNotice, type StoreStatus } from './store-notice.tsx'
import type { LibraryActions } from './transfer-actions.ts'
import { TransferTools } from './transfer-tools.tsx'
import { UndoBar } from './undo-bar.tsx'
import { useEntries } from './use-entries.ts'
import { sizesOf, useLibraryView } from './use-library-view.ts'
import { useOpenWhenDone } from './use-open-when-done.ts'
import { useSearch } from './use-search.ts'
import { useStore } from './use-store.ts'
import './library-screen.css'

export interface LibraryScreenProps {
  readonly store: StoreStatus
  readonly library: LibraryActions
  readonly backup: BackupActions
  readonly opening: Opening
  readonly notice?: string | undefined
}

const noWords: readonly string[] = []
const noWork: readonly Work[] = []
/** Less than this has no picture: its rows say it all. */
const fewestWork = 2

/** How many rows of a view were found. */
const foundIn = (found: Found, view: LibraryView): number =>
  view === 'orphans' ? found.notes.filter(isLost).length : found[view].length

/** Everything kept: kinds at the left, the list in the middle, what is chosen at the right. */
export function LibraryScreen({ store, library, backup, opening, notice }: LibraryScreenProps) {
  const t = useStore(libraryMessages)
  const common = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const popup = useStore(popupMessages)
  const exporting = useStore(exportMessages)
  const activity = useStore(activityMessages)
  const { number } = useStore(format)
  const { kept, codes } = useServices()
  const [typed, setTyped] = useState(opening.typed)
  const [trail, setTrail] = useState<readonly Destination[]>(opening.destination ? [opening.destination] : [])
  const [failure, setFailure] = useState<string | null>(opening.error)
  const field = useRef<HTMLInputElement>(null)
  const detail = useRef<HTMLElement>(null)
  const list = useRef<HTMLElement>(null)
  const open = trail.at(-1)
  const words = useSettled(typed.trim(), 150)
  const everything = useEntries()
  const [filter, setFilter] = useState(allWork)
  const work = useMemo(
    () => (everything.documents && everything.notes ? workOf(everything.documents, everything.notes) : noWork),
    [everything.documents, everything.notes],
  )
  const hasPicture = work.length >= fewestWork
  // Without the picture nobody could take it off.
  const inForce = hasPicture ? filter : allWork
  const isNarrowed = inForce.period !== null || inForce.subject !== null
  const entries = useMemo(() => narrowed(everything, work, inForce), [everything, work, inForce])
  const [order, setOrder] = useState<SearchOrder>('best')
  const sizes = sizesOf(entries)
  const [view, setView] = useLibraryView(opening.view, sizes)
  const search = useSearch(words, order).value
  const answer = words !== '' && search.state === 'ready' ? search.value : null
  const isPartial = answer?.isPartial === true
  // A part that has nothing to show here waits for the rest.
  const found = isPartial && (view === 'followed' || foundIn(answer, view) === 0) ? null : answer
  const marked = useMemo(() => (found === null ? noWords : markedWords(found.marked.join(' '))), [found])
  const code = typed.trim() === '' ? null : codes.readTyped(typed)

  const watched = useLive(() => kept.countFollowed(), []).value
  const inView = (one: View): number | null => {
    if (one === 'followed') return watched.state === 'ready' ? watched.value.followed : null
    return found === null ? sizes[one] : foundIn(found, one)
  }
  const numberOf = (one: View) => inView(one) ?? 0
  const isEmpty = found === null && words === '' && inView(view) === 0
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

  // The numbers beside the kinds are seen, and would be heard by nobody. A search is done again whenever something is saved: then they are news only where they differ.
  useEffect(() => {
    if (found === null || isPartial || view === 'followed' || numberOf(view) === 0) return
    announce(t.foundIn({ view: t[view], results: popup.results(numberOf(view)) }))
  }, [found?.words, isPartial, view, numberOf(view)])

  useEffect(() => {
    if (opening.job !== null) jobBegun(opening.job)
  }, [opening])
  // Whoever comes for nothing that is open already comes to search, unless the keyboard is somewhere by now.
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
  /** What a search found is opened with its words marked. */
  const chooseFound = (destination: Destination) => {
    const isFound = marked.length > 0 && (destination.type === 'document' || destination.type === 'note')
    choose(isFound ? { ...destination, found: marked } : destination)
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
    <div class={open === undefined ? 'kl-library' : 'kl-library kl-library--chosen'}>
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
          <a class="kl-button kl-button--icon" href="/options.html" aria-label={t.options} title={t.options}>
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
            {Object.hasOwn(errors, failure) ? errors[failure as keyof typeof errors] : errors.unknown}
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
        {typed.trim() === '' && view !== 'followed' && hasPicture && (
          <ActivityPicture work={work} filter={filter} onFilter={setFilter} />
        )}
        {code !== null && (
          <button
            type="button"
            class="kl-button kl-button--primary kl-library__code"
            onClick={() => choose({ type: 'code', code })}
          >
            {popup.openCode({ code: shownLabel(code.label) })}
          </button>
        )}
        {view === 'followed' ? (
          <FollowedList onOpen={choose} words={words} onAgain={() => watched.state === 'failed' && watched.again()} />
        ) : isEmpty && isNarrowed ? (
          <p class="kl-empty kl-muted">{activity.nothing}</p>
        ) : isEmpty ? (
          <LibraryEmpty view={view} />
        ) : found !== null && numberOf(view) === 0 ? (
          <NothingFound words={words} view={keptViews.some(numberOf) ? t[view] : null} onTyped={complete} />
        ) : (
          <FoundWords.Provider value={marked}>
            <LibraryList
              view={view}
              found={found}
              entries={entries}
              transfers={library}
              open={open}
              onOpen={chooseFound}
            />
          </FoundWords.Provider>
        )}
        {found?.more === true && !isPartial && view !== 'followed' && (
          <p class="kl-library__more kl-small kl-muted" role="status">
            {t.resultsFirst({ number: number(numberOf(view)) })}
          </p>
        )}
      </section>
      <main ref={detail} class="kl-library__detail" tabIndex={-1} data-home aria-label={t.chosen}>
        {open === undefined ? (
          inView(view) !== 0 &&
          !(view !== 'followed' && entries.failed.has(view)) && (
            <p class="kl-library__nothing kl-muted">{t.nothingChosen}</p>
          )
        ) : (
          <>
            <button
              type="button"
              class={trail.length > 1 ? 'kl-button kl-button--plain' : 'kl-button kl-button--plain kl-library__close'}
              onClick={() => setTrail(trail.slice(0, -1))}
            >
              <Icon name="back" />
              {common.back}
            </button>
            <DestinationView
              key={destinationKey(open)}
              destination={open}
              onOpen={go}
              focusNote={opening.focusNote && open === opening.destination}
            />
          </>
        )}
      </main>
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

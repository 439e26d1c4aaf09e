import { useEffect, useMemo, useState } from 'preact/hooks'
import { readerMessages } from '#locales/reader.ts'
import type { NotePlace } from '#utils/database/schema.ts'
import { isDoubtful } from '#utils/documents/doubtful.ts'
import { documentTarget, questionTargets } from '#utils/notes/target.ts'
import type { Code } from '#utils/references/types.ts'
import { Announcer } from '../parts/announce.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { useServices } from '../store/services.ts'
import { StoreNotice, type StoreStatus } from '../store/store-notice.tsx'
import { useStore } from '../store/use-store.ts'
import { UndoBar } from '../undo/undo-bar.tsx'
import { isRead, NoQuestions } from './no-questions.tsx'
import type { PassagesInReader } from './passages-in-reader.ts'
import { nextDoubtful } from './question-places.ts'
import { ReaderBar } from './reader-bar.tsx'
import { ReaderPages, type ReaderPagesProps } from './reader-pages.tsx'
import { ReaderQuestions } from './reader-questions.tsx'
import { ReaderSide } from './reader-side.tsx'
import type { QuestionsState } from './reader-state.ts'
import { ReaderStatus } from './reader-status.tsx'
import { useKept } from './use-kept.ts'
import { usePaneKeys } from './use-pane-keys.ts'
import { usePanes } from './use-panes.ts'
import { useQuestionPlaces } from './use-question-places.ts'
import '../print.css'
import './reader.css'

export interface WantedQuestion {
  readonly order: number
}

export interface ReaderScreenProps extends ReaderPagesProps {
  /** What the document was called where it was opened from; empty where it was not. */
  readonly name: string
  /** Whether it was opened from a private window: then neither the history nor a list of windows is told what it is. */
  readonly isPrivate: boolean
  readonly questions: QuestionsState
  readonly store: StoreStatus
  /** Where notes that are made here say that they were made. */
  readonly place: NotePlace | undefined
  /** A code of the pages that is opened beside them. */
  readonly opened: { readonly code: Code; readonly focusNote: boolean } | null
  readonly onOpened: (code: Code | null) => void
  /** The question to go to; each object is one wish. */
  readonly wanted: WantedQuestion | null
  readonly onRead: () => void
  readonly passages: PassagesInReader
}

/** A PDF to read: its questions at the left, its pages in the middle, the notes on what is in view at the right. */
export function ReaderScreen(props: ReaderScreenProps) {
  const { state, url, name, isPrivate, questions, store, place, opened, onOpened, wanted, onRead, passages } = props
  const t = useStore(readerMessages)
  const { codes } = useServices()
  const view = state.type === 'open' ? state.view : null
  const { document, rows, preliminary, notes, rest, job } = useKept(questions)
  const isPreliminary = rows.length === 0 && preliminary.length > 0
  const listed = isPreliminary ? preliminary : rows
  const { current, choose } = useQuestionPlaces(view, listed)
  const { pane, setPane, panes, toggle, isRestShown, hideRest, showSide } = usePanes()
  const [checked, setChecked] = useState<number | null>(null)
  const outside = useMemo(() => rest.filter(({ kind }) => kind !== 'furniture').length, [rest])
  const targets = useMemo(() => questionTargets(document?.id ?? '', rows), [document?.id, rows])
  usePaneKeys()

  const title = [document?.title, name, view?.title.value].find((one) => one?.trim())?.trim() ?? t.untitled
  const doubtful = rows.filter(isDoubtful).length
  const isPostponed = document?.facts?.type === 'postponement'
  const isReadFully = isRead(questions, job)
  const isStuck = view !== null && questions.type === 'waiting' && store !== 'ready' && store !== 'upgrading'

  // Beside a document that can't be shown there is nothing to see either.
  const isAlone = state.type === 'failed'
  const isNothing = isAlone && url === null && name === ''
  useEffect(() => {
    window.document.title = `${isPrivate ? t.privateTitle : isNothing ? t.nothingOpen : title} · Kamerlens`
  }, [title, isPrivate, isNothing, t])
  const official = useMemo(() => (url === null ? null : codes.readCode(url)), [url])
  const whole =
    document !== null
      ? { target: documentTarget(document.id), subject: title }
      : official && state.type === 'open'
        ? { target: documentTarget(official.id), subject: official.label }
        : null

  function go(order: number) {
    void choose(order)
    setChecked(null)
    setPane('pages')
  }
  function check() {
    const next = nextDoubtful(rows, current)
    if (next === null) return
    go(next)
    setChecked(next)
    onOpened(null)
    showSide(false)
  }
  useEffect(() => {
    if (opened !== null) showSide(false)
  }, [opened])
  useEffect(() => {
    if (passages.opened !== null) {
      onOpened(null)
      showSide(false)
    }
  }, [passages.opened])
  useEffect(() => {
    if (wanted !== null) go(wanted.order)
  }, [wanted])

  return (
    <div
      class="kl-reader"
      data-pane-shown={pane}
      data-questions={panes.questions && !isAlone ? 'shown' : 'hidden'}
      data-notes={panes.notes && !isAlone ? 'shown' : 'hidden'}
    >
      <ReaderBar
        title={isNothing ? t.nothingOpen : title}
        url={url}
        isNothing={isNothing}
        view={view}
        shownPanes={isAlone ? null : panes}
        onPane={toggle}
        passages={passages}
      />
      <div class="kl-reader__notices">
        <StoreNotice status={store} />
        <ReaderStatus
          pages={view?.pages.value ?? 0}
          state={questions}
          isFailed={state.type === 'failed'}
          job={job}
          questions={rows.length}
          doubtful={doubtful}
          isPostponed={isPostponed}
          isPrivate={isPrivate}
          outside={outside}
          onCheck={check}
          onOutside={() => {
            onOpened(null)
            showSide(true)
          }}
          onRead={onRead}
        />
      </div>
      <p class="kl-print-only kl-small">{t.printed}</p>
      <div class="kl-reader__tabs">
        <Tabs
          label={t.panes}
          panel="kl-reader-panes"
          chosen={pane}
          onChoose={setPane}
          tabs={[
            ['questions', t.questions],
            ['pages', t.pages],
            ['notes', t.notes],
          ]}
        />
      </div>
      <div id="kl-reader-panes" class="kl-reader__panes">
        <nav class="kl-reader__left" aria-label={t.questions} data-pane="questions" tabIndex={-1}>
          {listed.length > 0 ? (
            <ReaderQuestions
              facts={document?.facts}
              rows={listed}
              isPreliminary={isPreliminary}
              notes={notes}
              current={current}
              onChoose={go}
            />
          ) : (
            <NoQuestions state={questions} job={job} isPostponed={isPostponed} isStuck={isStuck} />
          )}
        </nav>
        <ReaderPages {...props} />
        <ReaderSide
          whole={whole}
          isWaiting={!isReadFully && !isStuck && questions.type !== 'failed'}
          document={document}
          rows={rows}
          checked={checked}
          rest={isRestShown ? rest : null}
          onPage={(page) => {
            view?.goToPage(page)
            setPane('pages')
          }}
          onRestClose={hideRest}
          targets={targets}
          current={isPreliminary ? null : current}
          place={place && { ...place, title: place.title || title }}
          opened={opened}
          onOpened={onOpened}
          onChoose={go}
          passages={{
            passages: passages.all,
            search: passages.search,
            onPassage: (id) => {
              passages.onShow(id)
              setPane('pages')
            },
          }}
          openedPassage={passages.opened}
          onPassageClose={passages.onClose}
        />
      </div>
      <Announcer />
      <UndoBar />
    </div>
  )
}

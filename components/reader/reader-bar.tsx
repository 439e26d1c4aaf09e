import { useStore } from '@nanostores/preact'
import { useEffect, useRef } from 'preact/hooks'
import { format } from '#locales/i18n.ts'
import { readerMessages } from '#locales/reader.ts'
import { CopyButton } from '../copy-button.tsx'
import { Icon, type IconName } from '../icons.tsx'
import type { PdfView } from './pdf-view.ts'
import { ReaderFind } from './reader-find.tsx'

export interface ReaderBarProps {
  readonly title: string
  /** Where the document officially is; null for a file of the user's own. */
  readonly url: string | null
  readonly view: PdfView | null
  /** Which parts are shown beside the pages; null where there are none to show. */
  readonly shownPanes: { readonly questions: boolean; readonly notes: boolean } | null
  /** Whether there is no document at all. */
  readonly isNothing: boolean
  readonly onPane: (pane: 'questions' | 'notes') => void
}

/** Above the pages: what the document is, where it is, and how it is looked at. */
export function ReaderBar({ title, url, view, shownPanes, isNothing, onPane }: ReaderBarProps) {
  const t = useStore(readerMessages)
  return (
    <header class="kl-reader__bar" data-pane="bar" tabIndex={-1}>
      {shownPanes !== null && (
        <PaneToggle
          isShown={shownPanes.questions}
          icon="list"
          labels={[t.showQuestions, t.hideQuestions]}
          onPress={() => onPane('questions')}
        />
      )}
      <div class="kl-reader__name">
        <h1 class="kl-reader__title" title={title}>
          {title}
        </h1>
        {!isNothing && <Origin url={url} />}
      </div>
      {view !== null && (
        <div class="kl-reader__tools">
          <PageField view={view} />
          <ZoomTools view={view} />
          <ReaderFind view={view} />
        </div>
      )}
      {shownPanes !== null && (
        <PaneToggle
          isShown={shownPanes.notes}
          icon="note"
          labels={[t.showNotes, t.hideNotes]}
          onPress={() => onPane('notes')}
        />
      )}
    </header>
  )
}

function PaneToggle(props: {
  readonly isShown: boolean
  readonly icon: IconName
  readonly labels: readonly [show: string, hide: string]
  readonly onPress: () => void
}) {
  const { isShown, icon, labels, onPress } = props
  const label = labels[isShown ? 1 : 0]
  return (
    <button
      type="button"
      class="kl-button kl-button--icon kl-reader__toggle"
      data-shown={isShown}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  )
}

function Origin({ url }: { url: string | null }) {
  const t = useStore(readerMessages)
  if (url === null) return <p class="kl-reader__origin kl-small kl-muted">{t.ownFile}</p>
  return (
    <p class="kl-reader__origin kl-small">
      <a
        class="kl-reader__address"
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        title={`${t.openOriginal}: ${url}`}
      >
        {url.replace(/^https:\/\/(?:www\.)?/, '')}
      </a>
      <CopyButton text={url} label={t.copyAddress} />
    </p>
  )
}

function PageField({ view }: { view: PdfView }) {
  const t = useStore(readerMessages)
  const page = view.page.value
  const pages = view.pages.value
  const field = useRef<HTMLInputElement>(null)
  // While someone types in it the field is theirs.
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = `${page}`
  }, [page])
  const go = () => {
    const number = Number.parseInt(field.current?.value ?? '', 10)
    if (Number.isInteger(number)) view.goToPage(number)
    if (field.current) field.current.value = `${view.page.peek()}`
  }
  return (
    <div class="kl-reader__group">
      <button
        type="button"
        class="kl-button kl-button--icon"
        aria-label={t.previousPage}
        title={t.previousPage}
        disabled={page <= 1}
        onClick={() => view.goToPage(page - 1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="kl-button kl-button--icon"
        aria-label={t.nextPage}
        title={t.nextPage}
        disabled={page >= pages}
        onClick={() => view.goToPage(page + 1)}
      >
        <Icon name="down" />
      </button>
      <label class="kl-reader__page">
        <span class="kl-visually-hidden">{t.page}</span>
        <input
          ref={field}
          class="kl-field kl-reader__number"
          inputMode="numeric"
          autocomplete="off"
          defaultValue={`${page}`}
          size={Math.max(2, `${pages}`.length)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={go}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go()
          }}
        />
        <span class="kl-muted">{t.ofPages({ pages })}</span>
      </label>
    </div>
  )
}

function ZoomTools({ view }: { view: PdfView }) {
  const t = useStore(readerMessages)
  const { number } = useStore(format)
  const size = number(view.zoom.value, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <fieldset class="kl-reader__group" aria-label={t.zoom}>
      <button
        type="button"
        class="kl-button kl-button--icon"
        aria-label={t.zoomOut}
        title={t.zoomOut}
        onClick={() => view.zoomTo('out')}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        class="kl-button kl-button--icon kl-reader__size"
        aria-label={`${size}, ${t.zoomWidth}`}
        title={t.zoomWidth}
        onClick={() => view.zoomTo('width')}
      >
        {size}
      </button>
      <button
        type="button"
        class="kl-button kl-button--icon"
        aria-label={t.zoomIn}
        title={t.zoomIn}
        onClick={() => view.zoomTo('in')}
      >
        <Icon name="plus" />
      </button>
    </fieldset>
  )
}

import { passageMessages } from '#locales/passages.ts'
import { readerMessages } from '#locales/reader.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Icon, type IconName } from '../parts/icons.tsx'
import { useStore } from '../store/use-store.ts'
import type { PassagesInReader } from './passages-in-reader.ts'
import type { PdfView } from './pdf-view.ts'
import { ReaderFind } from './reader-find.tsx'
import { PageField, ZoomTools } from './reader-tools.tsx'
import './reader-bar.css'

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
  readonly passages: Pick<PassagesInReader, 'isSelected' | 'onBegin'>
}

/** Above the pages: what the document is, where it is, and how it is looked at. */
export function ReaderBar({ title, url, view, shownPanes, isNothing, onPane, passages }: ReaderBarProps) {
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
          <SelectionNote {...passages} />
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

/** A note on what is selected in the pages. Pressing it takes neither the focus nor, with it, the selection away. */
function SelectionNote({ isSelected, onBegin }: ReaderBarProps['passages']) {
  const t = useStore(passageMessages)
  return (
    <button
      type="button"
      class="kl-button kl-reader__quote"
      disabled={!isSelected}
      title={isSelected ? undefined : t.noteOnSelectionHint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onBegin}
    >
      <Icon name="passage" />
      <span>{t.noteOnSelection}</span>
    </button>
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

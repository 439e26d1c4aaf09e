import { useRef } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { popupMessages } from '#locales/popup.ts'
import type { Destination } from '../papers/destination.ts'
import { type Choice, ChoiceList } from '../rows/choice-list.tsx'
import { DocumentRowContent, NoteRowContent } from '../rows/kept-rows.tsx'
import { FailedRead } from '../store/failed-read.tsx'
import { type Live, useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** The most recent of everything kept; the rest is in the library. */
const most = 50

export function KeptOverview(props: { onOpen: (destination: Destination) => void; onLeave: () => void }) {
  const { onOpen, onLeave } = props
  const t = useStore(popupMessages)
  const { kept } = useServices()
  const documents = useLive(
    async () => kept.documentsAt((await kept.documentEntries()).slice(0, most).map(({ id }) => id)),
    [],
  ).value
  const notes = useLive(async () => kept.notesAt((await kept.noteIds()).slice(0, most)), []).value
  const both = [documents, notes]
  // They come together; later one of them may be read again beside the other.
  const isFirst = useRef(true)
  if (isFirst.current && both.some(({ state }) => state === 'loading')) return null
  isFirst.current = false
  if (both.every((live) => live.state === 'ready' && live.value.length === 0)) {
    return (
      <div class="kl-empty" role="status">
        <h2 class="kl-empty__title">{t.nothingKept}</h2>
        <p class="kl-muted">{t.nothingKeptHint}</p>
      </div>
    )
  }
  return (
    <>
      <Group
        title={t.keptDocuments}
        live={documents}
        onLeave={onLeave}
        choiceOf={(one) => ({
          key: one.document.id,
          content: <DocumentRowContent {...one} />,
          onChoose: () => onOpen({ type: 'document', id: one.document.id }),
        })}
      />
      <Group
        title={t.keptNotes}
        live={notes}
        choiceOf={(one) => ({
          key: one.note.id,
          content: <NoteRowContent {...one} />,
          onChoose: () => onOpen({ type: 'note', id: one.note.id }),
        })}
      />
    </>
  )
}

interface GroupProps<Row> {
  readonly live: Live<readonly Row[]>
  readonly title: string
  readonly choiceOf: (row: Row) => Choice
  readonly onLeave?: () => void
}

/** One kind of what is kept under its name; where it can't be read it says so for itself. */
function Group<Row>({ title, live, choiceOf, onLeave }: GroupProps<Row>) {
  const common = useStore(commonMessages)
  if (live.state === 'loading' || (live.state === 'ready' && live.value.length === 0)) return null
  return (
    <>
      <h2 class="kl-group">{title}</h2>
      {live.state === 'failed' ? (
        <FailedRead beside={common.failed} onAgain={live.again} />
      ) : (
        <ChoiceList label={title} onLeave={onLeave} choices={live.value.map(choiceOf)} />
      )}
    </>
  )
}

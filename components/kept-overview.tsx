import { useStore } from '@nanostores/preact'
import { popupMessages } from '#locales/popup.ts'
import { ChoiceList } from './choice-list.tsx'
import type { Destination } from './destination.ts'
import { FailedRead } from './failed-read.tsx'
import { DocumentRowContent, NoteRowContent } from './kept-rows.tsx'
import { useLive } from './live.ts'
import { useServices } from './services.ts'

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
  if (documents.state === 'failed') return <FailedRead onAgain={documents.again} />
  if (notes.state === 'failed') return <FailedRead onAgain={notes.again} />
  if (documents.state === 'loading' || notes.state === 'loading') return null
  if (documents.value.length + notes.value.length === 0) {
    return (
      <div class="kl-empty" role="status">
        <h2 class="kl-empty__title">{t.nothingKept}</h2>
        <p class="kl-muted">{t.nothingKeptHint}</p>
      </div>
    )
  }
  return (
    <>
      {documents.value.length > 0 && (
        <>
          <h2 class="kl-group">{t.keptDocuments}</h2>
          <ChoiceList
            label={t.keptDocuments}
            onLeave={onLeave}
            choices={documents.value.map((one) => ({
              key: one.document.id,
              content: <DocumentRowContent {...one} />,
              onChoose: () => onOpen({ type: 'document', id: one.document.id }),
            }))}
          />
        </>
      )}
      {notes.value.length > 0 && (
        <>
          <h2 class="kl-group">{t.keptNotes}</h2>
          <ChoiceList
            label={t.keptNotes}
            choices={notes.value.map((one) => ({
              key: one.note.id,
              content: <NoteRowContent {...one} />,
              onChoose: () => onOpen({ type: 'note', id: one.note.id }),
            }))}
          />
        </>
      )}
    </>
  )
}

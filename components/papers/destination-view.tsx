import { commonMessages } from '#locales/common.ts'
import { documentMessages } from '#locales/document.ts'
import type { NotePlace } from '#utils/database/schema.ts'
import type { Code } from '#utils/references/types.ts'
import { DossierView } from '../dossiers/dossier-view.tsx'
import { NoteMentions } from '../notes/note-mentions.tsx'
import { NoteView } from '../notes/note-view.tsx'
import { PassageView } from '../notes/passage-view.tsx'
import { FoundMarks } from '../search/found-marks.tsx'
import { FailedRead } from '../store/failed-read.tsx'
import { useLive } from '../store/live.ts'
import { NotHere, useWasHere } from '../store/not-here.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { CodeOpener } from './code-opener.ts'
import { CodeView } from './code-view.tsx'
import type { Destination } from './destination.ts'
import { DocumentView } from './document-view.tsx'

export interface DestinationViewProps {
  readonly destination: Destination
  readonly onOpen: (destination: Destination) => void
  readonly place?: NotePlace | undefined
  readonly focusNote?: boolean | undefined
  /** It is what the page is of, which the user did not open here: nothing is asked unasked, and notes come first. */
  readonly ofPage?: boolean | undefined
}

/** What is open: a code, a document or a note. */
export function DestinationView(props: DestinationViewProps) {
  const onCode = (code: Code) => props.onOpen({ type: 'code', code })
  return (
    <CodeOpener value={onCode}>
      <FoundMarks destination={props.destination}>
        <Opened {...props} onCode={onCode} />
      </FoundMarks>
    </CodeOpener>
  )
}

function Opened(props: DestinationViewProps & { readonly onCode: (code: Code) => void }) {
  const { destination, onOpen, onCode, place, focusNote, ofPage } = props
  if (destination.type === 'code') {
    const { code } = destination
    return (
      <>
        {code.kind === 'dossier' ? (
          <DossierView code={code} onOpen={onOpen} place={place} focusNote={focusNote} ofPage={ofPage} />
        ) : (
          <CodeView
            code={code}
            onCode={onCode}
            onDocument={({ id }, question) => onOpen({ type: 'document', id, question })}
            place={place}
            focusNote={focusNote}
            ofPage={ofPage}
          />
        )}
        <NoteMentions code={code} onNote={(id) => onOpen({ type: 'note', id })} />
      </>
    )
  }
  if (destination.type === 'note') return <NoteView id={destination.id} onOpen={onOpen} />
  if (destination.type === 'passage') return <PassageView id={destination.id} onOpen={onOpen} focus={focusNote} />
  return (
    <KeptDocumentView
      id={destination.id}
      question={destination.question}
      onCode={onCode}
      place={place}
      focusNote={focusNote}
      ofPage={ofPage}
    />
  )
}

function KeptDocumentView(props: {
  id: string
  question: number | undefined
  onCode: (code: Code) => void
  place: NotePlace | undefined
  focusNote: boolean | undefined
  ofPage: boolean | undefined
}) {
  const common = useStore(commonMessages)
  const t = useStore(documentMessages)
  const { kept } = useServices()
  const live = useLive(() => kept.document(props.id), [props.id]).value
  const wasHere = useWasHere(props.id, live.state === 'ready' && live.value !== null)
  if (live.state === 'loading') {
    return (
      <p class="kl-muted" role="status">
        {common.loading}
      </p>
    )
  }
  if (live.state === 'failed') return <FailedRead beside={common.failed} onAgain={live.again} />
  if (live.value === null) return <NotHere wasHere={wasHere} removed={t.deleted} />
  return (
    <DocumentView
      document={live.value}
      opened={props.question}
      onCode={props.onCode}
      place={props.place}
      focusNote={props.focusNote}
      ofPage={props.ofPage}
    />
  )
}

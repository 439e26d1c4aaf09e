import { useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { readerMessages } from '#locales/reader.ts'
import type { DocumentRow, NotePlace, QuestionRow } from '#utils/database/schema.ts'
import type { Rest } from '#utils/documents/types.ts'
import type { QuestionTargets } from '#utils/notes/target.ts'
import type { Code } from '#utils/references/types.ts'
import { BegunNote } from '../notes/passage-view.tsx'
import { type Destination, destinationKey } from '../papers/destination.ts'
import { DestinationView } from '../papers/destination-view.tsx'
import { RestParts } from '../papers/document-rest.tsx'
import { Icon } from '../parts/icons.tsx'
import { useSettled } from '../store/live.ts'
import { useStore } from '../store/use-store.ts'
import type { OpenedPassage } from './passages-in-reader.ts'
import { ReaderNotes } from './reader-notes.tsx'
import type { ReaderPassagesProps } from './reader-passages.tsx'
import './reader-side.css'

export interface ReaderSideProps {
  /** What notes on the whole document are on; null where it has no name. */
  readonly whole: { readonly target: string; readonly subject: string } | null
  /** Whether it may get one yet. */
  readonly isWaiting: boolean
  readonly document: DocumentRow | null
  readonly rows: readonly QuestionRow[]
  /** Order of the question that is being checked; null where none is. */
  readonly checked: number | null
  /** What stands with no question, where that is shown in place of the notes. */
  readonly rest: readonly Rest[] | null
  readonly onPage: (page: number) => void
  readonly onRestClose: () => void
  /** Targets of notes on the questions, by order. */
  readonly targets: QuestionTargets
  readonly current: number | null
  readonly place: NotePlace | undefined
  readonly opened: { readonly code: Code; readonly focusNote: boolean } | null
  readonly onOpened: (code: Code | null) => void
  readonly onChoose: (order: number) => void
  readonly passages: ReaderPassagesProps
  /** A note on a passage that is opened in place of the others. */
  readonly openedPassage: OpenedPassage | null
  readonly onPassageClose: () => void
}

/** Milliseconds that a question must be in view before its notes are shown: scrolling past is not reading. */
const settling = 150

/** Beside the pages: the notes on what is in view, or a code that was opened. */
export function ReaderSide(props: ReaderSideProps) {
  const { whole, isWaiting, document, rows, checked, targets, current, place, opened, onOpened, onChoose } = props
  const { rest, onPage, onRestClose, passages, openedPassage, onPassageClose } = props
  const t = useStore(readerMessages)
  const settled = useSettled(current, settling)
  // A note stays under the hands of who writes it, wherever the pages go meanwhile.
  const [held, setHeld] = useState<{ readonly order: number | null } | null>(null)
  const shown = held === null ? settled : held.order
  const at = rows.findIndex(({ order }) => order === shown)
  const row = rows[at]
  const target = row && targets.get(row.order)?.[0]
  const goTo = (index: number) => {
    const to = rows[index]
    if (to === undefined) return null
    return () => {
      setHeld(null)
      onChoose(to.order)
    }
  }
  return (
    <aside
      class="kl-reader__right"
      aria-label={t.notes}
      data-pane="notes"
      tabIndex={-1}
      data-home
      onFocusIn={() => setHeld((before) => before ?? { order: shown })}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setHeld(null)
      }}
    >
      {opened !== null ? (
        <OpenedCode key={opened.code.id} opened={opened} place={place} onClose={() => onOpened(null)} />
      ) : openedPassage !== null ? (
        <>
          <Back label={t.backToNotes} onBack={onPassageClose} />
          {openedPassage.begun === null ? (
            <DestinationView
              key={openedPassage.id}
              destination={{ type: 'note', id: openedPassage.id }}
              onOpen={(to) => to.type === 'code' && onOpened(to.code)}
            />
          ) : (
            <BegunNote key={openedPassage.id} begun={openedPassage.begun} />
          )}
        </>
      ) : rest !== null ? (
        <>
          <Back label={t.backToNotes} onBack={onRestClose} />
          <section class="kl-reader__outside">
            <h2 class="kl-reader__subtitle">{t.outside}</h2>
            <p class="kl-small kl-muted">{t.outsideHint}</p>
            <RestParts rest={rest} onPage={onPage} isOpen />
          </section>
        </>
      ) : whole === null ? (
        <p class="kl-reader__none kl-muted">{isWaiting ? t.noNotesYet : t.noNotes}</p>
      ) : (
        <ReaderNotes
          whole={whole}
          onCode={onOpened}
          question={
            row !== undefined && target !== undefined && document !== null
              ? { row, target, next: rows[at + 1], document, targets, isChecked: row.order === checked }
              : null
          }
          place={place}
          passages={passages}
          onPrevious={goTo(at - 1)}
          onNext={goTo(at + 1)}
        />
      )}
    </aside>
  )
}

/** A code of the pages, and what is opened from there. */
function OpenedCode(props: {
  opened: { readonly code: Code; readonly focusNote: boolean }
  place: NotePlace | undefined
  onClose: () => void
}) {
  const { opened, place, onClose } = props
  const t = useStore(readerMessages)
  const common = useStore(commonMessages)
  const [trail, setTrail] = useState<readonly Destination[]>([{ type: 'code', code: opened.code }])
  const open = trail.at(-1)
  if (open === undefined) return null
  return (
    <>
      <Back
        label={trail.length > 1 ? common.back : t.backToNotes}
        onBack={() => (trail.length > 1 ? setTrail(trail.slice(0, -1)) : onClose())}
      />
      <DestinationView
        key={destinationKey(open)}
        destination={open}
        onOpen={(destination) => setTrail([...trail, destination])}
        place={place}
        focusNote={opened.focusNote && trail.length === 1}
      />
    </>
  )
}

function Back({ label, onBack }: { label: string; onBack: () => void }) {
  return (
    <button type="button" class="kl-button kl-button--plain kl-reader__back" onClick={onBack}>
      <Icon name="back" />
      {label}
    </button>
  )
}

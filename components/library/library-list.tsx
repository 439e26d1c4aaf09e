import { useMemo } from 'preact/hooks'
import type { KeptDocument } from '#utils/database/library/kept-documents.ts'
import type { KeptNote } from '#utils/database/library/kept-notes.ts'
import type { DocumentEntry, NoteEntry } from '#utils/database/library/kept-order.ts'
import type { QuestionOutline } from '#utils/database/library/kept-questions.ts'
import type { Destination } from '../papers/destination.ts'
import { DocumentRowContent, OrphanRowContent } from '../rows/kept-rows.tsx'
import { FailedRead } from '../store/failed-read.tsx'
import type { Found } from '../store/kept.ts'
import { useServices } from '../store/services.ts'
import type { TransferActions } from '../transfer/transfer-actions.ts'
import { LibraryNotes } from './library-notes.tsx'
import { LibraryQuestions } from './library-questions.tsx'
import { ChoosableRows, isLost, type LibraryView, type RowKind } from './library-rows.tsx'

/** Everything kept, as lists are ordered and narrowed by; null while it is read. */
export interface LibraryEntries {
  readonly documents: readonly DocumentEntry[] | null
  readonly outline: QuestionOutline | null
  /** The same, narrowed or not. */
  readonly wholeOutline: QuestionOutline | null
  readonly noteIds: readonly string[] | null
  /** Comes later than the ids, and after changes for a while says what was before. */
  readonly notes: readonly NoteEntry[] | null
  readonly lost: readonly NoteEntry[] | null
  /** One string made of the questions that have a note: it changes when they do. Null while that is not known. */
  readonly noted: string | null
  /** The lists that could not be read, each with what has it read again. */
  readonly failed: ReadonlyMap<LibraryView, () => void>
}

export interface LibraryListProps {
  readonly view: LibraryView
  /** Results of a search, which replace the whole; null while nothing is searched for. */
  readonly found: Found | null
  readonly entries: LibraryEntries
  readonly transfers: TransferActions
  readonly open: Destination | undefined
  readonly onOpen: (destination: Destination) => void
}

/** The middle of the library: everything of one kind, or what a search found of it. */
export function LibraryList(props: LibraryListProps) {
  const { view, found, entries, open, onOpen } = props
  const again = entries.failed.get(view)
  if (found === null && again !== undefined) return <FailedRead onAgain={again} />
  const key = found ? 'found' : 'all'
  if (view === 'documents') return <Documents key={key} {...props} />
  if (view === 'notes') return <LibraryNotes key={key} {...props} />
  if (view === 'orphans') return <Orphans key={key} {...props} />
  return <LibraryQuestions found={found?.questions ?? null} entries={entries} open={open} onOpen={onOpen} />
}

const documentKind: RowKind<KeptDocument> = {
  view: 'documents',
  idOf: ({ document }) => document.id,
  content: (one) => <DocumentRowContent {...one} />,
  destination: (id) => ({ type: 'document', id }),
  chosen: (ids) => ({ notes: [], documents: ids }),
}

function Documents(props: LibraryListProps) {
  const { found, entries } = props
  const { kept } = useServices()
  const ids = useMemo(
    () => found?.documents.map(documentKind.idOf) ?? entries.documents?.map(({ id }) => id) ?? [],
    [found, entries.documents],
  )
  return (
    <ChoosableRows {...props} kind={documentKind} ids={ids} found={found?.documents ?? null} read={kept.documentsAt} />
  )
}

const orphanKind: RowKind<KeptNote> = {
  view: 'orphans',
  idOf: ({ note }) => note.id,
  content: (one) => <OrphanRowContent {...one} />,
  destination: (id) => ({ type: 'note', id }),
  chosen: (ids) => ({ notes: ids, documents: [] }),
}

/** Passages that are not found any more: listed, never dropped. */
function Orphans(props: LibraryListProps) {
  const { found, entries } = props
  const { kept } = useServices()
  const lost = useMemo(() => found?.notes.filter(isLost) ?? null, [found])
  const ids = useMemo(() => lost?.map(orphanKind.idOf) ?? entries.lost?.map(({ id }) => id) ?? [], [lost, entries.lost])
  return <ChoosableRows {...props} kind={orphanKind} ids={ids} found={lost} read={kept.notesAt} />
}

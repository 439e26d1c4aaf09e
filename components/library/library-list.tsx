import { useMemo } from 'preact/hooks'
import type { KeptDocument } from '#utils/database/library/kept-documents.ts'
import type { KeptNote } from '#utils/database/library/kept-notes.ts'
import { DocumentRowContent, OrphanRowContent } from '../rows/kept-rows.tsx'
import { FailedRead } from '../store/failed-read.tsx'
import { useServices } from '../store/services.ts'
import { LibraryNotes } from './library-notes.tsx'
import { LibraryQuestions } from './library-questions.tsx'
import { ChoosableRows, isLost, type RowKind } from './library-rows.tsx'
import type { LibraryListProps } from './list-props.ts'

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

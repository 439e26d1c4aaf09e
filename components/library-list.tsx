import type { Destination } from './destination.ts'
import { DocumentRowContent, OrphanRowContent } from './kept-rows.tsx'
import { LibraryNotes } from './library-notes.tsx'
import { LibraryQuestions } from './library-questions.tsx'
import { isLost, type LibraryView, Rows } from './library-rows.tsx'
import { useLive } from './live.ts'
import { type Found, useServices } from './services.ts'

export interface LibraryListProps {
  readonly view: LibraryView
  /** Results of a search, which replace the whole; null while nothing is searched for. */
  readonly found: Found | null
  readonly open: Destination | undefined
  readonly onOpen: (destination: Destination) => void
}

/** The middle of the library: everything of one kind, or what a search found of it. */
export function LibraryList(props: LibraryListProps) {
  const { view, found, open, onOpen } = props
  if (view === 'documents') return <Documents key={found ? 'found' : 'all'} {...props} />
  if (view === 'notes') return <LibraryNotes key={found ? 'found' : 'all'} found={found} open={open} onOpen={onOpen} />
  if (view === 'orphans') return <Orphans key={found ? 'found' : 'all'} {...props} />
  return <LibraryQuestions found={found?.questions ?? null} open={open} onOpen={onOpen} />
}

function Documents({ found, open, onOpen }: LibraryListProps) {
  const { kept } = useServices()
  const live = useLive<Found['documents']>(async () => found?.documents ?? kept.documents(), [found]).value
  return (
    <Rows
      view="documents"
      live={live}
      content={(one) => <DocumentRowContent {...one} />}
      destination={({ document }) => ({ type: 'document', id: document.id })}
      open={open}
      onOpen={onOpen}
    />
  )
}

/** Passages that are not found any more: listed, never dropped. */
function Orphans({ found, open, onOpen }: LibraryListProps) {
  const { kept } = useServices()
  const live = useLive<Found['notes']>(async () => found?.notes.filter(isLost) ?? kept.orphans(), [found]).value
  return (
    <Rows
      view="orphans"
      live={live}
      content={(one) => <OrphanRowContent {...one} />}
      destination={({ note }) => ({ type: 'note', id: note.id })}
      open={open}
      onOpen={onOpen}
    />
  )
}

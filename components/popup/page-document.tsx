import { panelMessages } from '#locales/panel.ts'
import type { DocumentId, NotePlace } from '#utils/database/schema.ts'
import { documentTarget } from '#utils/notes/target.ts'
import { Notes } from '../notes/notes.tsx'
import type { Destination } from '../papers/destination.ts'
import { DestinationView } from '../store/later-parts.ts'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

export interface PageDocumentProps {
  /** The document that the page is of. */
  readonly id: DocumentId
  /** The page's own title. */
  readonly title: string
  readonly place: NotePlace | undefined
  readonly onOpen: (destination: Destination) => void
}

/** What the page is of: the notes on it, its questions, and what is known of it. Nobody is asked about it unasked. */
export function PageDocument({ id, title, place, onOpen }: PageDocumentProps) {
  const { codes, kept } = useServices()
  const code = codes.codeOf(id)
  const live = useLive(async () => (code === null ? await kept.document(id) : null), [id]).value
  if (code === null && live.state === 'loading') return null
  const destination: Destination | null =
    code !== null
      ? { type: 'code', code }
      : live.state === 'ready' && live.value !== null
        ? { type: 'document', id: live.value.id }
        : null
  if (destination === null) return <UnknownPage id={id} title={title} place={place} />
  return <DestinationView destination={destination} onOpen={onOpen} place={place} ofPage />
}

/** A page that no code stands for and of which nothing was read: there is room for notes. */
function UnknownPage({ id, title, place }: Omit<PageDocumentProps, 'onOpen'>) {
  const t = useStore(panelMessages)
  // A file is known by what was read of it.
  if (!id.startsWith('url:')) return <p class="kl-muted">{t.notKept}</p>
  return (
    <article class="kl-document">
      <header class="kl-document__head">
        <p class="kl-small kl-muted">{t.notesOnPage}</p>
        <h2 class="kl-document__title">{title || id.slice('url:'.length)}</h2>
      </header>
      <Notes target={documentTarget(id)} subject={title || id.slice('url:'.length)} place={place} />
    </article>
  )
}

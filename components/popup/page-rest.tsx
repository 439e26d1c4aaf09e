import { useEffect } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import { allNames } from '#utils/database/names/names.ts'
import { documentOfAddress } from '#utils/database/notes/passages.ts'
import type { Destination } from '../papers/destination.ts'
import { ChoiceList } from '../rows/choice-list.tsx'
import { DocumentRowContent } from '../rows/kept-rows.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { PagePassages } from './page-passages.tsx'
import type { PageActions, PageState } from './page-state.ts'

interface PageRestProps {
  readonly page: Exclude<PageState, { type: 'loading' }>
  readonly actions: PageActions
  /** Whether the questions of the page are kept is known, or has changed. */
  readonly onKept: (isKept: boolean) => void
  readonly onOpen: (destination: Destination) => void
  readonly onLeave: () => void
}

/** Below what the page names: what is kept of the page itself, and the passages on it that have a note. */
export function PageRest({ page, actions, onKept, onOpen, onLeave }: PageRestProps) {
  return (
    <>
      <PageKept page={page} onKept={onKept} onOpen={onOpen} onLeave={onLeave} />
      <PagePassages actions={actions} onNote={(id) => onOpen({ type: 'note', id })} onLeave={onLeave} />
    </>
  )
}

/** The paper that the page is of, where it was read and no code on the page leads to it. */
function PageKept({ page, onKept, onOpen, onLeave }: Omit<PageRestProps, 'actions'>) {
  const t = useStore(documentMessages)
  const { kept } = useServices()
  const id = documentOfAddress(page.place?.url ?? '')
  const live = useLive(async () => {
    const document = id === null ? null : await kept.document(id)
    return document === null ? [] : kept.documentsAt([document.id])
  }, [id]).value
  const [one] = live.state === 'ready' ? live.value : []
  const isKept = (one?.questions ?? 0) > 0
  useEffect(() => onKept(isKept), [isKept])
  if (one === undefined) return null
  const { document } = one
  const names = allNames([], [document])
  if (page.type === 'codes' && page.codes.some(({ id }) => names.includes(id))) return null
  return (
    <section class="kl-page-passages" aria-label={t.keptOfPage}>
      <h2>{t.keptOfPage}</h2>
      <ChoiceList
        label={t.keptOfPage}
        onLeave={onLeave}
        choices={[
          {
            key: `page ${document.id}`,
            content: <DocumentRowContent {...one} />,
            onChoose: () => onOpen({ type: 'document', id: document.id }),
          },
        ]}
      />
    </section>
  )
}

import { passageMessages } from '#locales/passages.ts'
import { ChoiceList } from '../rows/choice-list.tsx'
import { useStore } from '../store/use-store.ts'
import type { PassageSearch, PlacedPassage } from './passages-in-reader.ts'

export interface ReaderPassagesProps {
  /** In the order of the document; those without a place last. */
  readonly passages: readonly PlacedPassage[]
  readonly search: PassageSearch | null
  /** Scrolls to a passage and shows the note on it. */
  readonly onPassage: (id: string) => void
}

/** All passages of the document that have a note, each leading to its place; what is not found is said. */
export function ReaderPassages({ passages, search, onPassage }: ReaderPassagesProps) {
  const t = useStore(passageMessages)
  if (passages.length === 0) return null
  const lost = passages.filter(({ state }) => state === 'missing').length
  return (
    <section class="kl-reader__passages" aria-label={t.inDocument}>
      <h2 class="kl-reader__subtitle">{t.inDocument}</h2>
      <p class="kl-small kl-muted" role="status">
        {[
          search === null ? '' : t.searching({ done: search.done, total: search.total }),
          lost > 0 ? t.notFound(lost) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <ChoiceList
        label={t.inDocument}
        choices={passages.map((passage) => ({
          key: `passage ${passage.note.id}`,
          content: <Row {...passage} />,
          onChoose: () => onPassage(passage.note.id),
        }))}
      />
    </section>
  )
}

function Row({ note, state, page }: PlacedPassage) {
  const t = useStore(passageMessages)
  const said = { exact: '', inexact: t.changed, missing: t.notHere, unknown: t.lookedFor }[state]
  const facts = [
    page === null ? '' : t.ofPage({ page }),
    said,
    note.body.trim().slice(0, 200).replace(/\s+/gu, ' ') || t.emptyNote,
  ]
  return (
    <span class="kl-row">
      <span class="kl-row__title">{note.passage?.quote.exact.slice(0, 200)}</span>
      <span class="kl-row__facts">{facts.filter((part) => part !== '').join(' · ')}</span>
    </span>
  )
}

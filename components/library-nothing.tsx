import { libraryMessages } from '#locales/library.ts'
import { piecesOf } from '#utils/search/query.ts'
import { useStore } from './use-store.ts'

/** From how many pieces on the way out is one word. */
const mostPieces = 6

export interface NothingFoundProps {
  /** What was searched for. */
  readonly words: string
  /** The list in view, by name, where another one has something. */
  readonly view: string | null
  /** Searches for something else. */
  readonly onTyped: (typed: string) => void
}

/** A search found nothing in the list in view: what to search for instead, each in one press. */
export function NothingFound({ words, view, onTyped }: NothingFoundProps) {
  const t = useStore(libraryMessages)
  const pieces = piecesOf(words)
  const offers = view === null && pieces.length > 1 && pieces.length <= mostPieces ? pieces : []
  return (
    <div class="kl-empty">
      <div role="status">
        <h2 class="kl-empty__title">{view === null ? t.noResults({ words }) : t.noResultsHere({ words, view })}</h2>
        {view === null && <p class="kl-muted">{offers.length > 0 ? t.noResultsAll : t.noResultsHint}</p>}
      </div>
      {offers.length > 0 && (
        <div class="kl-empty__ways">
          {offers.map((piece, left) => (
            <button
              key={`${left} ${piece}`}
              type="button"
              class="kl-button"
              onClick={() => onTyped(offers.filter((_, place) => place !== left).join(' '))}
            >
              {t.searchWithout({ piece })}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

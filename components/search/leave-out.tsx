import { searchMessages } from '#locales/search.ts'
import { piecesOf } from '#utils/search/query/query.ts'
import { firstWords } from '../parts/first-words.ts'
import { useStore } from '../store/use-store.ts'

/** With more pieces the way on is one word. */
const mostPieces = 6
/** Characters of a piece that are shown: it may be all that was pasted. */
const longestPiece = 60

/** The pieces of a query that can be left out one by one; none where it has but one, or too many. */
export function leftOut(words: string): readonly string[] {
  const pieces = piecesOf(words)
  return pieces.length > 1 && pieces.length <= mostPieces ? pieces : []
}

/** What to search for in place of words that find nothing together, each in one press. */
export function LeaveOut({ words, onTyped }: { words: string; onTyped: (typed: string) => void }) {
  const t = useStore(searchMessages)
  const pieces = leftOut(words)
  if (pieces.length === 0) return null
  return (
    <>
      <p class="kl-muted">{t.leaveOut}</p>
      <div class="kl-empty__ways">
        {pieces.map((piece, left) => (
          <button
            key={`${left} ${piece}`}
            type="button"
            class="kl-button"
            onClick={() => onTyped(pieces.filter((_, place) => place !== left).join(' '))}
          >
            {t.without({ piece: firstWords(piece, longestPiece) })}
          </button>
        ))}
      </div>
    </>
  )
}

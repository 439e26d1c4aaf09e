import { libraryMessages } from '#locales/library.ts'
import { firstWords, longestWords } from '../parts/first-words.ts'
import { LeaveOut, leftOut } from '../search/leave-out.tsx'
import { useStore } from '../store/use-store.ts'

export interface NothingFoundProps {
  /** What was searched for. */
  readonly words: string
  /** The list in view, by name, where another one has something. */
  readonly view: string | null
  /** Searches for something else. */
  readonly onTyped: (typed: string) => void
}

/** A search found nothing in the list in view: whether it did in another, and what to search for instead. */
export function NothingFound({ words, view, onTyped }: NothingFoundProps) {
  const t = useStore(libraryMessages)
  const shown = firstWords(words, longestWords)
  return (
    <div class="kl-empty">
      <div role="status">
        <h2 class="kl-empty__title">
          {view === null ? t.noResults({ words: shown }) : t.noResultsHere({ words: shown, view })}
        </h2>
        {view === null && leftOut(words).length === 0 && <p class="kl-muted">{t.noResultsHint}</p>}
      </div>
      {view === null && <LeaveOut words={words} onTyped={onTyped} />}
    </div>
  )
}

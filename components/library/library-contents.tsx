import { activityMessages } from '#locales/activity.ts'
import { format } from '#locales/i18n.ts'
import { libraryMessages } from '#locales/library.ts'
import { FollowedList } from '../following/followed-list.tsx'
import type { Destination } from '../papers/destination.ts'
import { FoundWords } from '../search/found-mark.tsx'
import { useStore } from '../store/use-store.ts'
import type { TransferActions } from '../transfer/transfer-actions.ts'
import { LibraryEmpty } from './library-empty.tsx'
import { LibraryList } from './library-list.tsx'
import type { View } from './library-nav.tsx'
import { NothingFound } from './library-nothing.tsx'
import type { LibraryEntries } from './list-props.ts'
import type { LibrarySearch } from './use-library-search.ts'

export interface LibraryContentsProps {
  readonly view: View
  readonly words: string
  readonly search: LibrarySearch
  readonly entries: LibraryEntries
  /** Whether the picture of activity leaves something out. */
  readonly isNarrowed: boolean
  /** How many rows there are; null where that is not known. */
  readonly count: number | null
  readonly transfers: TransferActions
  /** Whether another kind has rows. */
  readonly isElsewhere: boolean
  readonly open: Destination | undefined
  readonly onOpen: (destination: Destination) => void
  /** Searches for something else. */
  readonly onTyped: (typed: string) => void
  /** Reads again how much is followed, where that failed. */
  readonly onFollowedAgain: () => void
}

/** The rows of the kind in view, or why there are none. */
export function LibraryContents(props: LibraryContentsProps) {
  const { view, words, search, entries, isNarrowed, count, transfers } = props
  const { isElsewhere, open, onOpen, onTyped, onFollowedAgain } = props
  const t = useStore(libraryMessages)
  const activity = useStore(activityMessages)
  const { number } = useStore(format)
  const { found, isPartial, marked } = search

  /** What a search found is opened with its words marked. */
  function openFound(destination: Destination) {
    const isFound = marked.length > 0 && (destination.type === 'document' || destination.type === 'note')
    onOpen(isFound ? { ...destination, found: marked } : destination)
  }

  if (view === 'followed') return <FollowedList onOpen={onOpen} words={words} onAgain={onFollowedAgain} />
  if (found === null && words === '' && count === 0) {
    return isNarrowed ? <p class="kl-empty kl-muted">{activity.nothing}</p> : <LibraryEmpty view={view} />
  }
  if (found !== null && count === 0) {
    return <NothingFound words={words} view={isElsewhere ? t[view] : null} onTyped={onTyped} />
  }
  return (
    <>
      <FoundWords.Provider value={marked}>
        <LibraryList view={view} found={found} entries={entries} transfers={transfers} open={open} onOpen={openFound} />
      </FoundWords.Provider>
      {found?.more === true && !isPartial && (
        <p class="kl-library__more kl-small kl-muted" role="status">
          {t.resultsFirst({ number: number(count ?? 0) })}
        </p>
      )}
    </>
  )
}

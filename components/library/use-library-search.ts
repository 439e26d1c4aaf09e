import { useMemo } from 'preact/hooks'
import type { SearchOrder } from '#utils/search/ranking/ranking.ts'
import { worthMarking } from '../search/found-words.ts'
import { type Searched, useSearch } from '../search/use-search.ts'
import type { Found } from '../store/kept.ts'
import type { View } from './library-nav.tsx'
import { isLost, type LibraryView } from './library-rows.tsx'

const noWords: readonly string[] = []

/** How many rows of a list were found. */
export const foundIn = (found: Found, view: LibraryView): number =>
  view === 'orphans' ? found.notes.filter(isLost).length : found[view].length

/** What a search in the library has found so far. */
export interface LibrarySearch {
  /** Null while nothing is searched for, or nothing of the list in view was found yet. */
  readonly found: Searched | null
  /** Whether there is more to come: then no number is known. */
  readonly isPartial: boolean
  /** The words that are marked where they stand. */
  readonly marked: readonly string[]
}

export function useLibrarySearch(words: string, order: SearchOrder, view: View): LibrarySearch {
  const search = useSearch(words, order).value
  const answer = words !== '' && search.state === 'ready' ? search.value : null
  const isPartial = answer?.isPartial === true
  // A part that has nothing to show here waits for the rest.
  const found = answer === null || (isPartial && (view === 'followed' || foundIn(answer, view) === 0)) ? null : answer
  const marked = useMemo(() => (found === null ? noWords : worthMarking(found.marked)), [found])
  return { found, isPartial, marked }
}

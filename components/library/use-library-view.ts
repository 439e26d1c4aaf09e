import { useEffect, useState } from 'preact/hooks'
import { keptViews, type View } from './library-nav.tsx'
import type { LibraryView } from './library-rows.tsx'
import type { LibraryEntries } from './list-props.ts'

/** How many rows each list has; null where that is not known yet. */
export type Sizes = Readonly<Record<LibraryView, number | null>>

export const sizesOf = ({ documents, outline, noteIds, lost }: LibraryEntries): Sizes => ({
  documents: documents?.length ?? null,
  questions: outline?.starts.at(-1) ?? null,
  notes: noteIds?.length ?? null,
  orphans: lost?.length ?? null,
})

/**
 * Which list is shown: what was chosen; until something is, the first in which something stands, so that whoever has imported notes
 * alone does not land in an empty list of documents. What was shown with something in it stays, whatever goes.
 */
export function useLibraryView(opening: View | undefined, sizes: Sizes) {
  const [chosen, choose] = useState<View | null>(opening ?? null)
  const view = chosen ?? firstWithRows(sizes)
  const isFilled = view !== 'followed' && (sizes[view] ?? 0) > 0
  useEffect(() => {
    if (chosen === null && isFilled) choose(view)
  }, [chosen, isFilled])
  return [view, choose] as const
}

function firstWithRows(sizes: Sizes): LibraryView {
  const first = keptViews.find((view) => sizes[view] !== 0)
  return first === undefined || sizes[first] === null ? 'documents' : first
}

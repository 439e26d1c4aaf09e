import { useMemo, useState } from 'preact/hooks'
import { allWork, type Work, type WorkFilter, workOf } from './activity.ts'
import type { LibraryEntries } from './list-props.ts'
import { narrowed } from './narrowed-entries.ts'

const noWork: readonly Work[] = []
/** Less than this has no picture: its rows say it all. */
const fewestWork = 2

/** Everything kept as the picture of its activity narrows it, and what that picture needs. */
export interface Narrowed {
  readonly entries: LibraryEntries
  readonly isNarrowed: boolean
  /** Null where there is too little for a picture. */
  readonly picture: {
    readonly work: readonly Work[]
    readonly filter: WorkFilter
    readonly onFilter: (filter: WorkFilter) => void
  } | null
}

export function useNarrowed(everything: LibraryEntries): Narrowed {
  const [filter, setFilter] = useState(allWork)
  const { documents, notes } = everything
  const work = useMemo(() => (documents && notes ? workOf(documents, notes) : noWork), [documents, notes])
  const hasPicture = work.length >= fewestWork
  // Without the picture nobody could take it off.
  const inForce = hasPicture ? filter : allWork
  const entries = useMemo(() => narrowed(everything, work, inForce), [everything, work, inForce])
  return {
    entries,
    isNarrowed: inForce.period !== null || inForce.subject !== null,
    picture: hasPicture ? { work, filter, onFilter: setFilter } : null,
  }
}

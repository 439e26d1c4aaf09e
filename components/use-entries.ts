import { useCallback, useMemo, useState } from 'preact/hooks'
import { lostOf } from '#utils/database/kept-order.ts'
import type { LibraryEntries } from './library-list.tsx'
import type { LibraryView } from './library-rows.tsx'
import { type Live, useLive, useRead, useSettled } from './live.ts'
import { useServices } from './services.ts'

/** Milliseconds without a change of a note until all of them are read again: one that is being written changes every second. */
const calm = 500

const readyOf = <Value>(live: Live<Value>): Value | null => (live.state === 'ready' ? live.value : null)

/** The lists in the order in which they are read. */
const order: readonly LibraryView[] = ['documents', 'questions', 'notes', 'orphans']

const noTurns: Readonly<Record<LibraryView, number>> = { documents: 0, questions: 0, notes: 0, orphans: 0 }

/** Everything kept, as the library's lists are ordered and narrowed by. What can't be read of it leaves the rest alone. */
export function useEntries(): LibraryEntries {
  const { kept } = useServices()
  const [turns, setTurns] = useState(noTurns)
  const readAgain = useCallback((view: LibraryView) => setTurns((now) => ({ ...now, [view]: now[view] + 1 })), [])
  const liveDocuments = useLive(() => kept.documentEntries(), [turns.documents]).value
  const liveOutline = useLive(() => kept.questionOutline(), [turns.questions]).value
  const liveIds = useLive(() => kept.noteIds(), [turns.notes]).value
  const [documents, outline, noteIds] = [readyOf(liveDocuments), readyOf(liveOutline), readyOf(liveIds)]
  const settled = useSettled(noteIds, calm) ?? noteIds
  const isRead = settled !== null || liveIds.state === 'failed'
  const readNotes = useRead(async () => (isRead ? kept.noteEntries() : null), [settled, isRead, turns.orphans]).value
  const notes = readyOf(readNotes)
  const states = [liveDocuments.state, liveOutline.state, liveIds.state, readNotes.state]
  const failed = useMemo(() => new Set(order.filter((_, at) => states[at] === 'failed')), states)
  const lost = useMemo(() => (notes === null ? null : lostOf(notes)), [notes])
  return useMemo(
    () => ({ documents, outline, wholeOutline: outline, noteIds, notes, lost, failed, readAgain }),
    [documents, outline, noteIds, notes, lost, failed, readAgain],
  )
}

import { useMemo } from 'preact/hooks'
import { lostOf } from '#utils/database/kept-order.ts'
import type { LibraryEntries } from './library-list.tsx'
import { type Live, useLive, useRead, useSettled } from './live.ts'
import { useServices } from './services.ts'

/** Milliseconds without a change of a note until all of them are read again: one that is being written changes every second. */
const calm = 500

const readyOf = <Value>(live: Live<Value>): Value | null => (live.state === 'ready' ? live.value : null)

/** Everything kept, as the library's lists are ordered and narrowed by. */
export function useEntries(): LibraryEntries {
  const { kept } = useServices()
  const liveDocuments = useLive(() => kept.documentEntries(), []).value
  const liveOutline = useLive(() => kept.questionOutline(), []).value
  const liveIds = useLive(() => kept.noteIds(), []).value
  const [documents, outline, noteIds] = [readyOf(liveDocuments), readyOf(liveOutline), readyOf(liveIds)]
  const settled = useSettled(noteIds, calm) ?? noteIds
  const readNotes = useRead(async () => (settled === null ? null : kept.noteEntries()), [settled]).value
  const notes = readyOf(readNotes)
  const hasFailed = [liveDocuments, liveOutline, liveIds, readNotes].some(({ state }) => state === 'failed')
  const lost = useMemo(() => (notes === null ? null : lostOf(notes)), [notes])
  return useMemo(
    () => ({ documents, outline, wholeOutline: outline, noteIds, notes, lost, hasFailed }),
    [documents, outline, noteIds, notes, lost, hasFailed],
  )
}

import { useMemo } from 'preact/hooks'
import { lostOf, type NoteEntry } from '#utils/database/library/kept-order.ts'
import { type Live, useLive, useRead, useSettled } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import type { LibraryView } from './library-rows.tsx'
import type { LibraryEntries } from './list-props.ts'

/** Milliseconds without a change of a note until all of them are read again: one that is being written changes every second. */
const calm = 500

const readyOf = <Value>(live: Live<Value>): Value | null => (live.state === 'ready' ? live.value : null)

/** The lists in the order in which they are read. */
const order: readonly LibraryView[] = ['documents', 'questions', 'notes', 'orphans']

/** Everything kept, as the library's lists are ordered and narrowed by. What can't be read of it leaves the rest alone. */
export function useEntries(): LibraryEntries {
  const { kept } = useServices()
  const liveDocuments = useLive(() => kept.documentEntries(), []).value
  const liveOutline = useLive(() => kept.questionOutline(), []).value
  const liveIds = useLive(() => kept.noteIds(), []).value
  const [documents, outline, noteIds] = [readyOf(liveDocuments), readyOf(liveOutline), readyOf(liveIds)]
  const settled = useSettled(noteIds, calm) ?? noteIds
  const isRead = settled !== null || liveIds.state === 'failed'
  const readNotes = useRead(async () => (isRead ? kept.noteEntries() : null), [settled, isRead]).value
  const notes = readyOf(readNotes)
  const lives = [liveDocuments, liveOutline, liveIds, readNotes]
  const failed = useMemo(
    () =>
      new Map(lives.flatMap((live, at) => (live.state === 'failed' ? [[order[at] as LibraryView, live.again]] : []))),
    lives,
  )
  const noted = useMemo(() => (notes === null ? null : notedQuestions(notes)), [notes])
  const lost = useMemo(() => (notes === null ? null : lostOf(notes)), [notes])
  return useMemo(
    () => ({
      documents,
      outline,
      wholeOutline: outline,
      noteIds,
      notes,
      lost,
      // Where notes can't be read the other filters hold all the same.
      noted: readNotes.state === 'failed' ? '' : noted,
      failed,
    }),
    [documents, outline, noteIds, notes, lost, noted, failed],
  )
}

/** The targets of notes on questions: a note that is written on changes none of them. */
const notedQuestions = (notes: readonly NoteEntry[]): string =>
  [...new Set(notes.flatMap(({ target }) => (target.includes('#') ? [target] : [])))].sort().join(' ')

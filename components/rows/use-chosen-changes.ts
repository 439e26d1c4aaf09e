import { useRef, useState } from 'preact/hooks'
import { selectionMessages } from '#locales/selection.ts'
import type { ChangeTags, ChosenRows } from '#utils/browser/protocol/keeping.ts'
import { notesSettled } from '../notes/note-session.ts'
import type { TagsChosen } from '../notes/tags-dialog.tsx'
import { announce } from '../parts/announce.tsx'
import { reasonOf, sentencesOf, showNotDeleted } from '../parts/failure-words.ts'
import type { OnProgress } from '../store/actions.ts'
import { useServices } from '../store/services.ts'
import { showingChange, shownAfter } from '../undo/long-change.ts'
import { offerUndo, type Sentence, showFailure, undoTimeOfMany } from '../undo/undo.ts'
import type { UsedSelection } from './use-selection.ts'

/** The rows that are chosen in a list. */
export interface ChosenRowsHere {
  readonly chosen: readonly string[]
  /** What these rows are. */
  readonly rows: ChosenRows
  readonly choosing: UsedSelection['choosing']
  /** Gives the focus to the list. */
  readonly toList: () => void
}

/** In the language that is set by then: some of it is said long after it was done. */
const words = () => selectionMessages.get()

/** How many notes have other tags by a change. */
const notesIn = ({ put, remove }: ChangeTags): number => new Set([...put, ...remove].map(({ noteId }) => noteId)).size

/** Changes of all chosen rows, each of which is done as a whole or not at all, and can be undone as a whole. */
export function useChosenChanges(
  { chosen, rows, choosing, toList }: ChosenRowsHere,
  setSaid: (sentence: string) => void,
  say: (sentence: string) => void,
) {
  const { actions } = useServices()
  const [isBusy, setBusy] = useState(false)
  const busy = useRef(false)

  /** Does one thing at a time. */
  async function during<Value>(
    sentence: Sentence,
    run: (onProgress: OnProgress) => Promise<Value>,
  ): Promise<Value | null> {
    if (busy.current) return null
    busy.current = true
    const slow = setTimeout(() => setBusy(true), shownAfter)
    setSaid('')
    try {
      return await showingChange(sentence, run)
    } finally {
      clearTimeout(slow)
      busy.current = false
      setBusy(false)
    }
  }

  async function remove() {
    if (chosen.length === 0) return
    const isOfDocuments = rows.documents.length > 0
    const sentence = () => (isOfDocuments ? words().deletingDocuments : words().deletingNotes)(chosen.length)
    const answer = await during(sentence, async (onProgress) => {
      // A save that comes after the removal would bring the note back.
      await notesSettled()
      return actions.deleteChosen(rows, onProgress)
    })
    if (answer === null) return
    // An answer that was lost may hide a removal; what was not removed is not touched by the way back.
    if (!answer.ok && answer.unanswered) {
      return offerUndo({
        text: () => words().perhapsDeleted,
        time: undoTimeOfMany,
        saysSo: true,
        undo: () => restore(rows),
      })
    }
    if (!answer.ok) return showNotDeleted(answer.error)
    const { lags, ...done } = answer.value
    choosing.clear()
    const text = () =>
      sentencesOf(
        [
          ...(done.notes.length > 0 ? [words().notesDeleted(done.notes.length)] : []),
          ...(done.documents.length > 0 ? [words().documentsDeleted(done.documents.length)] : []),
        ],
        lags,
      )
    const later = () => words().notesDeletedLater
    offerUndo({
      text,
      ...(done.notes.length > 0 ? { later } : {}),
      time: undoTimeOfMany,
      saysSo: true,
      undo: () => restore(done),
    })
  }

  async function restore(done: ChosenRows) {
    const { notes, documents } = done
    const sentence = () =>
      documents.length > 0 ? words().restoringDocuments(documents.length) : words().restoringNotes(notes.length)
    const answer = await showingChange(sentence, (onProgress) => actions.restoreChosen(done, onProgress))
    if (answer.ok) {
      const { notes, documents, lags } = answer.value
      const parts = [
        ...(notes.length > 0 ? [words().notesRestored(notes.length)] : []),
        ...(documents.length > 0 ? [words().documentsRestored(documents.length)] : []),
      ]
      announce(sentencesOf(parts, lags))
      toList()
    }
    return answer
  }

  async function takeBack(change: ChangeTags) {
    const answer = await showingChange(
      () => words().tagging(notesIn(change)),
      (onProgress) => actions.changeTags(change, onProgress),
    )
    if (answer.ok) announce(sentencesOf([words().tagsRestored(notesIn(answer.value))], answer.value.lags))
    toList()
    return answer
  }

  async function changeTags({ add, remove }: TagsChosen) {
    const of = (tags: readonly string[]) => tags.flatMap((tag) => rows.notes.map((noteId) => ({ noteId, tag })))
    const change = { put: of(add), remove: of(remove) }
    const answer = await during(
      () => words().tagging(rows.notes.length),
      (onProgress) => actions.changeTags(change, onProgress),
    )
    if (answer === null) return
    if (!answer.ok) {
      const { error } = answer
      return showFailure(() => words().notTagged({ reason: reasonOf(error) }))
    }
    const { lags, ...undo } = answer.value
    const changed = notesIn(undo)
    if (changed === 0) return say(words().nothingTagged)
    offerUndo({
      text: () => sentencesOf([words().tagged(changed)], lags),
      time: undoTimeOfMany,
      saysSo: true,
      undo: () => takeBack(undo),
    })
  }

  return { isBusy, remove, changeTags }
}

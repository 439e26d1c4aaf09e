import { format } from '#locales/i18n.ts'
import { libraryMessages } from '#locales/library.ts'
import type { Done } from '#utils/browser/protocol/keeping.ts'
import type { ImportChanges, ImportCounts, ImportUndone } from '#utils/browser/protocol/transfer.ts'
import { sentencesOf } from '../parts/failure-words.ts'

export const kinds: readonly (keyof ImportCounts)[] = ['documents', 'questions', 'notes', 'tags', 'followed']

/** How many of a kind a file has. */
export const sums = ({ added, changed, unchanged }: ImportChanges, kind: keyof ImportCounts): number =>
  added[kind] + changed[kind] + unchanged[kind]

/** Whether it adds and changes nothing that is counted: it may be corrections, or removals. */
export const countsNothing = ({ added, changed }: ImportChanges): boolean =>
  kinds.every((kind) => added[kind] === 0 && changed[kind] === 0)

/** What came of an import, in the language that is set now: «Geïmporteerd: 2 documenten, 14 vragen». */
export function importedOf({ added, changed, lags }: Done<ImportChanges>): string {
  const sum = (kind: keyof ImportCounts) => added[kind] + changed[kind]
  const what = listed({
    documents: sum('documents'),
    questions: sum('questions'),
    notes: sum('notes'),
    tags: sum('tags'),
    followed: sum('followed'),
  })
  const t = libraryMessages.get()
  return sentencesOf([what === '' ? t.importedOther : t.importedWhat({ what })], lags)
}

/** What came of undoing one, and what was left as it is. */
export function undoneOf({ documents, notes, followed = 0, stayed, lags }: Done<ImportUndone>): string {
  const t = libraryMessages.get()
  const what = listed(stayed)
  const outcome = documents + notes + followed === 0 ? t.importNotUndone : t.importUndone
  const said = sentencesOf([outcome, ...(what === '' ? [] : [t.importStayed({ what })])], lags)
  // That the second copy lags behind is a whole sentence by itself.
  return lags ? said : `${said}.`
}

/** Those of which there are any. */
function listed({ documents = 0, questions = 0, notes = 0, tags = 0, followed = 0 }: Partial<ImportCounts>): string {
  const { someDocuments, someQuestions, someNotes, someTags, someFollowed } = libraryMessages.get()
  return [
    ...(documents > 0 ? [someDocuments(documents)] : []),
    ...(questions > 0 ? [someQuestions(questions)] : []),
    ...(notes > 0 ? [someNotes(notes)] : []),
    ...(tags > 0 ? [someTags(tags)] : []),
    ...(followed > 0 ? [someFollowed({ number: format.get().number(followed) })] : []),
  ].join(', ')
}

import { tellingProgress } from '#utils/browser/channels/change-progress.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import { deleteDocument, restoreDocument } from '#utils/database/documents/remove-document.ts'
import { forgetRecovered } from '#utils/database/journal/recover.ts'
import { changeTagsOfAll, removeAll, restoreAll } from '#utils/database/library/change-many.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { changeCorrections } from '#utils/database/questions/correct.ts'
import { resultOf, withLag } from '../results.ts'
import { createTurns } from '../turns.ts'

interface Keeping {
  readonly db: KamerlensDatabase
  readonly now: () => Date
  /** Something kept has changed. */
  readonly changed: () => void
}

/**
 * What extension pages have done to notes, documents and how these were split. They come from the user's own hand,
 * private window or not.
 */
export function keptHandlers({
  db,
  now,
  changed,
}: Keeping): BackgroundHandlers<
  | 'note/save'
  | 'note/delete'
  | 'note/restore'
  | 'document/delete'
  | 'document/restore'
  | 'chosen/delete'
  | 'chosen/restore'
  | 'tags/change'
  | 'recovered/read'
  | 'correction/change'
> {
  // One after the other, in the order in which they came: an editor that closes sends two saves in a row, and the
  // second is a difference against the first.
  const inTurn = createTurns()
  async function change<Value>(make: () => Promise<Value>): Promise<Result<Value>> {
    const result = await inTurn(() => resultOf(make))
    if (result.ok) changed()
    return result
  }
  return {
    'note/save': (save) => change(() => saveNote(db, save, now())),
    'note/delete': ({ id }) => change(() => withLag(deleteNote(db, id, now()))),
    'note/restore': ({ id }) => change(() => withLag(restoreNote(db, id, now()))),
    'document/delete': ({ id }) => change(() => withLag(deleteDocument(db, id, now()))),
    'document/restore': ({ id }) => change(() => withLag(restoreDocument(db, id, now()))),
    'chosen/delete': ({ progress, ...chosen }) =>
      change(() => tellingProgress(progress, (tell) => withLag(removeAll(db, chosen, now(), tell)))),
    'chosen/restore': ({ progress, ...chosen }) =>
      change(() => tellingProgress(progress, (tell) => withLag(restoreAll(db, chosen, now(), tell)))),
    'tags/change': ({ progress, ...tags }) =>
      change(() => tellingProgress(progress, (tell) => withLag(changeTagsOfAll(db, tags, now(), tell)))),
    'recovered/read': () => change(() => forgetRecovered(db)),
    'correction/change': (request) => change(() => withLag(changeCorrections(db, request, now()))),
  }
}

import { namedIn, parseTarget } from '../../notes/target.ts'
import { isExample } from '../../references/ids/example.ts'
import { findDocument } from '../names/named-documents.ts'
import type { KamerlensDatabase } from '../open.ts'
import type { DocumentRow, NoteRow } from '../schema.ts'

/** A removed note: its row stays (SYNC), so it can be put back for as long as everything is not erased. */
export interface RemovedNote {
  readonly note: NoteRow
  /** The document that it is on, or in whose list its question stands, where that is kept. */
  readonly document: DocumentRow | null
}

/** Removed notes with a text, the one that was removed last first, at most so many; the example's are none of the user's. */
export function removedNotes(db: KamerlensDatabase, most: number): Promise<readonly RemovedNote[]> {
  return db.read(['notes', 'documents'], async () => {
    const notes = await db.notes
      .where('deletedAt')
      .above('')
      .reverse()
      .filter(({ body, passage, target }) => (body.trim() !== '' || passage !== undefined) && !isExample(target))
      .limit(most)
      .toArray()
    return Promise.all(
      notes.map(async (note) => {
        const target = parseTarget(note.target)
        const document = target === null ? undefined : await findDocument(db, namedIn(target))
        return { note, document: document ?? null }
      }),
    )
  })
}

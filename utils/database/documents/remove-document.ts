import { StoreFailure } from '../errors.ts'
import type { KamerlensDatabase } from '../open.ts'
import { removed, restored } from '../rows/removal.ts'
import type { DocumentId, DocumentRow } from '../schema.ts'

/**
 * Removes a document from view, with its questions; notes on it stay. The rows stay too, so that it can be restored;
 * nothing in this release throws removed rows away for good.
 */
export function deleteDocument(db: KamerlensDatabase, id: DocumentId, now: Date): Promise<DocumentRow> {
  return changeDocument(db, id, (document) =>
    document.deletedAt === undefined ? removed(document, now.toISOString()) : document,
  )
}

/** Takes a removal back. */
export function restoreDocument(db: KamerlensDatabase, id: DocumentId, now: Date): Promise<DocumentRow> {
  return changeDocument(db, id, (document) =>
    document.deletedAt === undefined ? document : restored(document, now.toISOString()),
  )
}

function changeDocument(
  db: KamerlensDatabase,
  id: DocumentId,
  change: (document: DocumentRow) => DocumentRow,
): Promise<DocumentRow> {
  return db.write(['documents'], async () => {
    const current = await db.documents.get(id)
    if (current === undefined) throw new StoreFailure('not-found', 'document')
    const changed = change(current)
    if (changed !== current) await db.documents.put(changed)
    return changed
  })
}

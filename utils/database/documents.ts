import { StoreFailure } from './errors.ts'
import { laterOf } from './later-of.ts'
import type { KamerlensDatabase } from './open.ts'
import type { DocumentId, DocumentRow } from './schema.ts'

/**
 * Removes a document from view, with its questions; notes on it stay. The rows stay too, so that it can be restored;
 * nothing in this release throws removed rows away for good.
 */
export function deleteDocument(db: KamerlensDatabase, id: DocumentId, now: Date): Promise<DocumentRow> {
  return changeDocument(db, id, now, (document, at) =>
    document.deletedAt === undefined ? { ...document, deletedAt: at } : document,
  )
}

/** Takes a removal back. */
export function restoreDocument(db: KamerlensDatabase, id: DocumentId, now: Date): Promise<DocumentRow> {
  return changeDocument(db, id, now, (document) => {
    if (document.deletedAt === undefined) return document
    const { deletedAt, ...live } = document
    return live
  })
}

function changeDocument(
  db: KamerlensDatabase,
  id: DocumentId,
  now: Date,
  change: (document: DocumentRow, at: string) => DocumentRow,
): Promise<DocumentRow> {
  return db.write(['documents'], async () => {
    const current = await db.documents.get(id)
    if (current === undefined) throw new StoreFailure('not-found', 'document')
    const at = laterOf(now.toISOString(), current.updatedAt)
    const changed = change(current, at)
    if (changed === current) return current
    const document = { ...changed, updatedAt: at }
    await db.documents.put(document)
    return document
  })
}

import { namedIn, parseTarget } from '../../notes/target.ts'
import { allNames, namesOf } from '../names/names.ts'
import type { KamerlensDatabase } from '../open.ts'
import type { DocumentId } from '../schema.ts'

/**
 * Every name of what the user keeps: of documents, of what notes are on and of what is followed; removed ones too, since
 * they can be put back. What the services said under one of these names is more than a cache.
 */
export async function leanedOn(db: KamerlensDatabase): Promise<ReadonlySet<DocumentId>> {
  const names = new Set<DocumentId>()
  await db.documents.each((document) => {
    for (const name of allNames([], [document])) names.add(name)
  })
  for (const target of await db.notes.orderBy('target').uniqueKeys()) {
    const parsed = parseTarget(String(target))
    if (parsed !== null) for (const name of namesOf(namedIn(parsed))) names.add(name)
  }
  for (const target of await db.watches.toCollection().primaryKeys())
    for (const name of namesOf(target)) names.add(name)
  return names
}

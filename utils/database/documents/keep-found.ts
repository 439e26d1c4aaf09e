import type { LookedUp } from '../../sources/resolve.ts'
import { followOf, foundRow } from '../official/lookups.ts'
import type { KamerlensDatabase } from '../open.ts'
import type { DocumentId, LookupRow } from '../schema.ts'
import { documentTables, joinDocuments } from './join-documents.ts'

/**
 * Keeps what the services said. Rows that turn out to be of one thing become one, under the id that was known first; so do
 * kept documents, with what is read of both. What was to follow stays noted.
 */
export function keepFound(db: KamerlensDatabase, id: DocumentId, found: LookedUp, now: Date): Promise<LookupRow> {
  return db.write(['lookups', ...documentTables], async () => {
    const names = [...new Set([id, ...found.document.aliases])]
    const same = (await db.lookups.where('aliases').anyOf(names).distinct().toArray()).filter(
      // A zaak and its written questions are looked up under names alike, and are two things.
      ({ document }) => document === null || document.is === found.document.is,
    )
    const first = same.toSorted((a, b) => ((a.askedAt ?? '9') < (b.askedAt ?? '9') ? -1 : 1))[0]
    const aliases = [...new Set([...names, ...same.flatMap((each) => each.aliases)])]
    const row = { ...foundRow(first?.id ?? id, aliases, found, now), ...followOf(same) }
    await db.lookups.bulkDelete(same.map((each) => each.id))
    await db.lookups.put(row)
    // The code that was asked for is no name of what was found where it stands for it by its form alone.
    if (found.document.is === 'document') await joinDocuments(db, found.document.aliases, now)
    return row
  })
}

import type { OfficialDocument } from '../../sources/official-document.ts'
import { allNames } from '../names/names.ts'
import type { KamerlensDatabase } from '../open.ts'
import type { DocumentId } from '../schema.ts'

/**
 * What the official services said of what these names lead to, all in one read: a function from the names of one thing to
 * it, null where they never said anything. A paper goes before the zaak that some of its names are shared with.
 */
export async function officialsOf(
  db: KamerlensDatabase,
  names: readonly DocumentId[],
): Promise<(names: readonly DocumentId[]) => OfficialDocument | null> {
  const byName = new Map<DocumentId, OfficialDocument>()
  if (names.length > 0) {
    await db.lookups
      .where('aliases')
      .anyOf(allNames(names, []))
      .distinct()
      .each(({ aliases, document }) => {
        if (document === null) return
        for (const alias of aliases) {
          if (byName.get(alias)?.is !== 'document' || document.is === 'document') byName.set(alias, document)
        }
      })
  }
  return (own) => allNames(own, []).flatMap((name) => byName.get(name) ?? [])[0] ?? null
}

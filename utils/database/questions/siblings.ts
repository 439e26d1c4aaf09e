import { questionsOf } from '../names/named-documents.ts'
import type { KamerlensDatabase } from '../open.ts'
import type { DocumentId, QuestionRow } from '../schema.ts'

/** Those of these lists whose questions were corrected: there, siblings of one number do not tell which is which. */
export async function correctedOf(db: KamerlensDatabase, lists: readonly DocumentId[]): Promise<DocumentId[]> {
  return db.originals
    .where('list')
    .anyOf([...lists])
    .primaryKeys()
}

/**
 * The questions from which it follows which of its list's questions each of these is: those with its number, and all of
 * the list where some were joined.
 */
export async function siblingsOf(
  db: KamerlensDatabase,
  questions: readonly { readonly list: DocumentId; readonly number: string }[],
): Promise<ReadonlyMap<DocumentId, readonly QuestionRow[]>> {
  const lists = [...new Set(questions.map(({ list }) => list))]
  const corrected = new Set(await correctedOf(db, lists))
  const keys = questions.filter(({ list }) => !corrected.has(list)).map(({ list, number }) => [list, number])
  const rows = await db.questions.where('[list+number]').anyOf(keys).distinct().toArray()
  for (const list of corrected) rows.push(...(await questionsOf(db, list).toArray()))
  return Map.groupBy(rows, ({ list }) => list)
}

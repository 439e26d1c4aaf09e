import type { KamerlensDatabase } from '../open.ts'
import { isLive, liveRows } from '../rows/live.ts'
import type { DocumentId, DocumentRow, QuestionRow } from '../schema.ts'

/** Documents that were not removed. */
export async function liveDocuments(db: KamerlensDatabase): Promise<DocumentRow[]> {
  return (await db.documents.toArray()).filter(isLive)
}

/** The lists that questions stand in, by id, but those that were removed. */
export async function liveLists(
  db: KamerlensDatabase,
  questions: readonly Pick<QuestionRow, 'list'>[],
): Promise<ReadonlyMap<DocumentId, DocumentRow>> {
  const rows = liveRows(await db.documents.bulkGet([...new Set(questions.map(({ list }) => list))]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Each question beside its list; those of other lists are left out. */
export function besideLists(
  questions: readonly QuestionRow[],
  lists: ReadonlyMap<DocumentId, DocumentRow>,
): { readonly question: QuestionRow; readonly list: DocumentRow }[] {
  return questions.flatMap((question) => {
    const list = lists.get(question.list)
    return list === undefined ? [] : [{ question, list }]
  })
}

type Dated = Pick<DocumentRow, 'id' | 'updatedAt'>

/** The one that changed last first. */
export const newestFirst = (a: Dated, b: Dated): number =>
  a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.id < b.id ? -1 : 1

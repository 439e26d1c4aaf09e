import { countFollowed } from '../following/watches.ts'
import { questionsOf } from '../names/named-documents.ts'
import type { KamerlensDatabase } from '../open.ts'
import { eachRow } from '../rows/each-row.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentId } from '../schema.ts'

/** How much of each kind is kept, what was removed left out. Reads by Dexie alone (live queries). */
export interface RowCounts {
  readonly documents: number
  readonly questions: number
  readonly notes: number
  readonly corrections: number
  readonly followed: number
  /** Codes that the official services were asked about. */
  readonly lookups: number
}

export async function countRows(db: KamerlensDatabase): Promise<RowCounts> {
  const [kept, { followed }, corrections, lookups] = await Promise.all([
    countKept(db),
    countFollowed(db),
    db.corrections.filter(({ deletedAt }) => deletedAt === undefined).count(),
    db.lookups.count(),
  ])
  return { ...kept, corrections, followed, lookups }
}

/** How much is kept. */
export async function countKept(
  db: KamerlensDatabase,
): Promise<{ documents: number; questions: number; notes: number }> {
  let documents = 0
  const removed: DocumentId[] = []
  await eachRow(
    db.documents,
    ({ id }) => id,
    (document) => {
      if (isLive(document)) documents += 1
      else removed.push(document.id)
    },
  )
  // All of them less those out of sight: a count for each document that is kept takes as long as reading them.
  const hidden = await Promise.all(removed.map((id) => questionsOf(db, id).count()))
  const questions = (await db.questions.count()) - hidden.reduce((sum, count) => sum + count, 0)
  const notes = (await db.notes.count()) - (await db.notes.where('deletedAt').above('').count())
  return { documents, questions, notes }
}

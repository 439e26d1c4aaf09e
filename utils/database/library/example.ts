import { examplePrefixes, isExample } from '../../references/ids/example.ts'
import { questionsOf } from '../names/named-documents.ts'
import type { KamerlensDatabase } from '../open.ts'
import { correctionsOf, putQuestions, questionsAsRead } from '../questions/store-questions.ts'
import type { Records } from '../records/records.ts'
import { afterAll } from '../rows/later-of.ts'
import { isLive } from '../rows/live.ts'
import type { CorrectionRow, DocumentId } from '../schema.ts'

/** What is kept of the example that Kamerlens brings along, and of the user's own on it; removed rows left out. */
export interface KeptExample {
  readonly documents: readonly DocumentId[]
  /** How many questions these have. */
  readonly questions: number
  /** The ids of notes on it, on one of its questions or on a code that it names. */
  readonly notes: readonly string[]
}

/** Reads by Dexie alone (live queries). */
export function keptExample(db: KamerlensDatabase): Promise<KeptExample> {
  return db.read(['documents', 'questions', 'notes'], async () => {
    const found = await db.documents
      .where('id')
      .startsWithAnyOf([...examplePrefixes])
      .toArray()
    const documents = found.filter((row) => isLive(row) && isExample(row.id)).map(({ id }) => id)
    const questions = await Promise.all(documents.map((list) => questionsOf(db, list).count()))
    const notes = await db.notes
      .where('target')
      .startsWithAnyOf([...examplePrefixes])
      .toArray()
    return {
      documents,
      questions: questions.reduce((sum, count) => sum + count, 0),
      notes: notes.filter((row) => isLive(row) && isExample(row.target)).map(({ id }) => id),
    }
  })
}

/**
 * Takes back what the user corrected in a list of the example, which goes from view with it at that moment. Within a transaction
 * of `questionTables`.
 */
export async function removeCorrections(db: KamerlensDatabase, list: DocumentId, at: string): Promise<void> {
  const live = (await correctionsOf(db, list)).filter(isLive)
  await changeTo(
    db,
    list,
    live.map((one) => ({ ...one, updatedAt: afterAll(at, one.updatedAt), deletedAt: at })),
  )
}

/** Brings the corrections back that went with their list, at that moment. */
export async function restoreCorrections(
  db: KamerlensDatabase,
  list: DocumentId,
  removedAt: string,
  at: string,
): Promise<void> {
  const gone = (await correctionsOf(db, list)).filter(({ deletedAt }) => deletedAt === removedAt)
  await changeTo(
    db,
    list,
    gone.map(({ deletedAt: _, ...one }) => ({ ...one, updatedAt: afterAll(at, one.updatedAt) })),
  )
}

async function changeTo(db: KamerlensDatabase, list: DocumentId, corrections: readonly CorrectionRow[]): Promise<void> {
  if (corrections.length === 0) return
  const asRead = await questionsAsRead(db, list)
  await db.corrections.bulkPut([...corrections])
  await putQuestions(db, list, asRead)
}

/** What goes out as a file: of an example that the user tidied away nothing is left to bring back. */
export function withoutRemovedExample(records: Records): Records {
  const documents = new Set(records.documents.filter((row) => !isLive(row) && isExample(row.id)).map(({ id }) => id))
  const notes = new Set(records.notes.filter((row) => !isLive(row) && isExample(row.target)).map(({ id }) => id))
  return {
    ...records,
    documents: records.documents.filter(({ id }) => !documents.has(id)),
    questions: records.questions.filter(({ list }) => !documents.has(list)),
    rests: records.rests.filter(({ document }) => !documents.has(document)),
    corrections: records.corrections.filter(({ list }) => !documents.has(list)),
    notes: records.notes.filter(({ id }) => !notes.has(id)),
    noteTags: records.noteTags.filter(({ noteId }) => !notes.has(noteId)),
    noteVersions: records.noteVersions.filter(({ noteId }) => !notes.has(noteId)),
  }
}

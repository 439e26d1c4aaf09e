import type { OfficialDocument } from '../../sources/official-document.ts'
import { questionsOf } from '../names/named-documents.ts'
import { idsOfNotesOn } from '../notes/note-questions.ts'
import { officialsOf } from '../official/officials.ts'
import type { KamerlensDatabase } from '../open.ts'
import { liveRows } from '../rows/live.ts'
import type { DocumentId, DocumentRow, JobRow } from '../schema.ts'

/** Kept documents as lists show them. Removed ones are left out. All read by Dexie alone (live queries). */

export interface KeptDocument {
  readonly document: DocumentRow
  /** The number of its questions. */
  readonly questions: number
  /** The number of notes on it and on its questions. */
  readonly notes: number
  /** What the official services said of it, where it is one of questions or answers to them; else null. */
  readonly official: OfficialDocument | null
}

/** The documents with these ids, in this order; those that are gone are left out. */
export function documentsAt(db: KamerlensDatabase, ids: readonly DocumentId[]): Promise<KeptDocument[]> {
  return db.read(['documents', 'questions', 'notes', 'lookups'], async () => readDocuments(db, ids))
}

async function readDocuments(db: KamerlensDatabase, ids: readonly DocumentId[]): Promise<KeptDocument[]> {
  const documents = liveRows(await db.documents.bulkGet([...ids]))
  const removed = new Set(await db.notes.where('deletedAt').above('').primaryKeys())
  const officialOf = await officialsOf(
    db,
    documents.filter(isOfQuestions).flatMap(({ aliases }) => aliases),
  )
  const kept = documents.map(async (document) => ({
    document,
    questions: await questionsOf(db, document.id).count(),
    notes: (await idsOfNotesOn(db, document.aliases)).filter((id) => !removed.has(id)).length,
    official: isOfQuestions(document) ? officialOf(document.aliases) : null,
  }))
  return Promise.all(kept)
}

/** Documents being read or read before, newest first. */
export async function keptJobs(db: KamerlensDatabase): Promise<JobRow[]> {
  return (await db.jobs.toArray()).sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0))
}

/** Whether it is one that has a status: written questions, or what came of them. */
function isOfQuestions({ kind, facts }: DocumentRow): boolean {
  const types: readonly unknown[] = ['written-questions', 'answers', 'postponement']
  return types.includes(facts?.type) || kind === 'kamervraag' || kind === 'aanhangsel'
}

import { examplePrefixes, isExample } from '../references/example.ts'
import { isLive, questionsOf } from './named-documents.ts'
import type { KamerlensDatabase } from './open.ts'
import type { Records } from './records.ts'
import type { DocumentId } from './schema.ts'

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

import type { Lookup } from '../browser/protocol.ts'
import { parseTarget, questionTarget, questionTargets } from '../notes/target.ts'
import type { Code } from '../references/types.ts'
import { codeStates, findDocument, isLive, lookup, questionsOf, siblingsOf } from './lookup.ts'
import { allNames, namesOf } from './names.ts'
import type { KamerlensDatabase } from './open.ts'
import type { DocumentId, DocumentRow, JobRow, NoteRow, QuestionRow } from './schema.ts'
import { inOrder, tagsOf } from './tags.ts'

/** Everything kept, as lists for popup and library. Removed rows are left out. All read by Dexie alone (live queries). */

export interface KeptDocument {
  readonly document: DocumentRow
  /** The number of its questions. */
  readonly questions: number
  /** The number of notes on it and on its questions. */
  readonly notes: number
}

export interface KeptQuestion {
  readonly question: QuestionRow
  readonly list: DocumentRow
}

export interface KeptNote {
  readonly note: NoteRow
  readonly tags: readonly string[]
  /** The document that the note is on, or in whose list its question stands, where that is kept. */
  readonly document: DocumentRow | null
  readonly question: QuestionRow | null
}

/** Look-ups of those codes of which something is kept, by id. */
export async function summaries(db: KamerlensDatabase, codes: readonly Code[]): Promise<ReadonlyMap<string, Lookup>> {
  const states = await codeStates(
    db,
    codes.map(({ id }) => id),
  )
  const found = new Map<string, Lookup>()
  for (const code of codes) if (Object.hasOwn(states, code.id)) found.set(code.id, await lookup(db, code))
  return found
}

/** How much is kept. */
export async function countKept(
  db: KamerlensDatabase,
): Promise<{ documents: number; questions: number; notes: number }> {
  const documents = await liveDocuments(db)
  const counts = await Promise.all(documents.map(({ id }) => questionsOf(db, id).count()))
  const notes = (await db.notes.count()) - (await db.notes.where('deletedAt').above('').count())
  return { documents: documents.length, questions: counts.reduce((sum, count) => sum + count, 0), notes }
}

/** Documents, the one that changed last first. */
export async function keptDocuments(db: KamerlensDatabase): Promise<KeptDocument[]> {
  const documents = await liveDocuments(db)
  const byName = namesToDocuments(documents)
  const notes = new Map<DocumentId, number>()
  await db.notes.each((note) => {
    const document = isLive(note) ? documentOf(note, byName) : null
    if (document !== null) notes.set(document.id, (notes.get(document.id) ?? 0) + 1)
  })
  const kept = documents.map(async (document) => ({
    document,
    questions: await questionsOf(db, document.id).count(),
    notes: notes.get(document.id) ?? 0,
  }))
  return (await Promise.all(kept)).sort((a, b) => newestFirst(a.document, b.document))
}

/** A slice of all questions, by document (newest first) and order. */
export async function questionsFrom(db: KamerlensDatabase, offset: number, limit: number): Promise<KeptQuestion[]> {
  const slice: KeptQuestion[] = []
  let skipped = 0
  for (const list of (await liveDocuments(db)).sort(newestFirst)) {
    if (slice.length >= limit) break
    const count = await questionsOf(db, list.id).count()
    const start = Math.max(0, offset - skipped)
    skipped += Math.min(count, start)
    if (start >= count) continue
    const rows = await questionsOf(db, list.id)
      .offset(start)
      .limit(limit - slice.length)
      .toArray()
    slice.push(...rows.map((question) => ({ question, list })))
  }
  return slice
}

/** Notes, the one that changed last first. */
export async function keptNotes(db: KamerlensDatabase): Promise<KeptNote[]> {
  const byName = namesToDocuments(await liveDocuments(db))
  const notes = (await db.notes.orderBy('updatedAt').reverse().toArray()).filter(isLive)
  // All tags and all questions with notes in one read each: a read for every note takes 46 s with 10,000 of them.
  const tags = Map.groupBy(await db.noteTags.toArray(), ({ noteId }) => noteId)
  const questions = await questionsOn(db, notes, byName)
  return notes.map((note) => ({
    note,
    tags: inOrder(tags.get(note.id) ?? []),
    document: documentOf(note, byName),
    question: questions.get(note.id) ?? null,
  }))
}

/** One note; null where it is removed or unknown. */
export async function keptNote(db: KamerlensDatabase, id: string): Promise<KeptNote | null> {
  const note = await db.notes.get(id)
  if (note === undefined || !isLive(note)) return null
  const target = parseTarget(note.target)
  const named = target === null ? undefined : await findDocument(db, nameIn(target))
  return withWhatItIsOn(db, note, named ?? null)
}

/** Numbers of live notes on the questions of a list, by the question's `order`; questions without one are left out. */
export async function noteCounts(db: KamerlensDatabase, list: DocumentId): Promise<ReadonlyMap<number, number>> {
  const document = await findDocument(db, list)
  if (document === undefined) return new Map()
  const notes: NoteRow[] = []
  for (const name of allNames([], [document])) {
    notes.push(...(await db.notes.where('target').startsWith(`${name}#`).toArray()).filter(isLive))
  }
  const counts = new Map<number, number>()
  for (const { order } of (await questionsOn(db, notes, namesToDocuments([document]))).values()) {
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  return counts
}

/** Documents being read or read before, newest first. */
export async function keptJobs(db: KamerlensDatabase): Promise<JobRow[]> {
  return (await db.jobs.toArray()).sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0))
}

const newestFirst = (a: DocumentRow, b: DocumentRow) =>
  a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.id < b.id ? -1 : 1

async function liveDocuments(db: KamerlensDatabase): Promise<DocumentRow[]> {
  return (await db.documents.toArray()).filter(isLive)
}

function namesToDocuments(documents: readonly DocumentRow[]): ReadonlyMap<DocumentId, DocumentRow> {
  return new Map(documents.flatMap((document) => allNames([], [document]).map((name) => [name, document] as const)))
}

const nameIn = (target: NonNullable<ReturnType<typeof parseTarget>>): DocumentId =>
  target.type === 'document' ? target.document : target.list

function documentOf(note: NoteRow, byName: ReadonlyMap<DocumentId, DocumentRow>): DocumentRow | null {
  const target = parseTarget(note.target)
  if (target === null) return null
  for (const name of namesOf(nameIn(target))) {
    const document = byName.get(name)
    if (document !== undefined) return document
  }
  return null
}

/** The questions that notes are on, by the id of the note. */
async function questionsOn(
  db: KamerlensDatabase,
  notes: readonly NoteRow[],
  byName: ReadonlyMap<DocumentId, DocumentRow>,
): Promise<ReadonlyMap<string, QuestionRow>> {
  const wanted = notes.flatMap((note) => {
    const target = parseTarget(note.target)
    const list = documentOf(note, byName)?.id
    return target?.type === 'question' && list !== undefined
      ? [{ id: note.id, target, list, number: target.number }]
      : []
  })
  const questions = new Map<string, QuestionRow>()
  for (const [list, rows] of await siblingsOf(db, wanted)) {
    const byOrder = new Map(rows.map((row) => [row.order, row]))
    for (const [order, targets] of questionTargets(list, rows)) {
      const row = byOrder.get(order)
      if (row !== undefined) for (const target of targets) questions.set(target, row)
    }
  }
  return new Map(
    wanted.flatMap(({ id, list, target }) => {
      const question = questions.get(questionTarget(list, target.number, target.occurrence))
      return question === undefined ? [] : [[id, question] as const]
    }),
  )
}

async function withWhatItIsOn(db: KamerlensDatabase, note: NoteRow, document: DocumentRow | null): Promise<KeptNote> {
  const byName = namesToDocuments(document === null ? [] : [document])
  const question = (await questionsOn(db, [note], byName)).get(note.id) ?? null
  return { note, tags: await tagsOf(db, note.id), document, question }
}

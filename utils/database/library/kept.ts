import type { Lookup } from '../../browser/protocol/lookup.ts'
import { parseTarget } from '../../notes/target.ts'
import type { Code } from '../../references/types.ts'
import type { OfficialDocument } from '../../sources/official-document.ts'
import { codeStates, findDocument, lookup, lookupTables } from '../lookup/lookup.ts'
import { liveDocuments } from '../names/live-documents.ts'
import { documentsNamed, isLive, liveRows, questionsOf } from '../names/named-documents.ts'
import { allNames, namesOf } from '../names/names.ts'
import { notesNaming } from '../notes/note-mentions.ts'
import { documentOf, idsOfNotesOn, namedIn, namesToDocuments, questionsOn } from '../notes/note-questions.ts'
import { inOrder, tagsOf } from '../notes/tags.ts'
import { officialsOf } from '../official/officials.ts'
import type { KamerlensDatabase } from '../open.ts'
import { eachRow } from '../rows/each-row.ts'
import type { DocumentId, DocumentRow, JobRow, NoteRow, QuestionRow } from '../schema.ts'

/** Everything kept, as lists for popup and library. Removed rows are left out. All read by Dexie alone (live queries). */

export interface KeptDocument {
  readonly document: DocumentRow
  /** The number of its questions. */
  readonly questions: number
  /** The number of notes on it and on its questions. */
  readonly notes: number
  /** What the official services said of it, where it is one of questions or answers to them; else null. */
  readonly official: OfficialDocument | null
}

export interface KeptNote {
  readonly note: NoteRow
  readonly tags: readonly string[]
  /** The document that the note is on, or in whose list its question stands, where that is kept. */
  readonly document: DocumentRow | null
  readonly question: QuestionRow | null
  /** Where no such document is kept: what the official services said of it, if anything. */
  readonly official: OfficialDocument | null
}

/** Look-ups of those codes of which something is kept, or which were asked for, by id. */
export async function summaries(db: KamerlensDatabase, codes: readonly Code[]): Promise<ReadonlyMap<string, Lookup>> {
  const ids = codes.map(({ id }) => id)
  const states = await codeStates(db, ids)
  const asked = await db.lookups.where('aliases').anyOf(allNames(ids, [])).distinct().toArray()
  const names = new Set(asked.flatMap(({ aliases }) => aliases))
  const found = new Map<string, Lookup>()
  for (const code of codes) {
    const isAsked = namesOf(code.id).some((name) => names.has(name))
    if (isAsked || Object.hasOwn(states, code.id)) found.set(code.id, await lookup(db, code))
  }
  return found
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

/** Notes, the one that changed last first. */
export async function keptNotes(db: KamerlensDatabase): Promise<KeptNote[]> {
  const notes = (await db.notes.orderBy('updatedAt').reverse().toArray()).filter(isLive)
  // All tags and all questions with notes in one read each: a read for every note takes 46 s with 10,000 of them.
  const tags = Map.groupBy(await db.noteTags.toArray(), ({ noteId }) => noteId)
  return withWhatTheyAreOn(db, notes, await liveDocuments(db), ({ id }) => inOrder(tags.get(id) ?? []))
}

/** The notes with these ids, in this order; those that are gone are left out. */
export function notesAt(db: KamerlensDatabase, ids: readonly string[]): Promise<KeptNote[]> {
  // In one transaction: of its own each of so many small reads would take several times as long.
  const tables = ['notes', 'noteTags', 'documents', 'questions', 'originals', 'lookups'] as const
  return db.read(tables, async () => readNotes(db, ids))
}

async function readNotes(db: KamerlensDatabase, ids: readonly string[]): Promise<KeptNote[]> {
  const notes = liveRows(await db.notes.bulkGet([...ids]))
  const named = await documentsNamed(db, [...new Set(notes.flatMap(namesOn))])
  const tags = new Map(await Promise.all(notes.map(async ({ id }) => [id, await tagsOf(db, id)] as const)))
  return withWhatTheyAreOn(db, notes, named.filter(isLive), ({ id }) => tags.get(id) ?? [])
}

/** One note; null where it is removed or unknown. */
export async function keptNote(db: KamerlensDatabase, id: string): Promise<KeptNote | null> {
  const note = await db.notes.get(id)
  if (note === undefined || !isLive(note)) return null
  const target = parseTarget(note.target)
  const named = target === null ? undefined : await findDocument(db, namedIn(target))
  return withWhatItIsOn(db, note, named ?? null)
}

/** Notes that name a code, though they are on something else; the one that changed last first. */
export function namingNotes(db: KamerlensDatabase, code: Code): Promise<KeptNote[]> {
  return db.read([...lookupTables, 'noteTags', 'noteMentions'], async () => {
    const { notes: own, document, official } = await lookup(db, code)
    const names = allNames([code.id], [...(document ? [document] : []), ...(official ? [official] : [])])
    const naming = await notesNaming(db, names, new Set(own.map(({ target }) => target)))
    const byName = namesToDocuments(await liveDocuments(db))
    return Promise.all(naming.map((note) => withWhatItIsOn(db, note, documentOf(note, byName))))
  })
}

/** All tags of live notes, the one that is used most first. */
export async function keptTags(db: KamerlensDatabase): Promise<readonly string[]> {
  const removed = new Set(await db.notes.where('deletedAt').above('').primaryKeys())
  return (await countTags(db, (noteId) => !removed.has(noteId))).map(([tag]) => tag)
}

/** The tags of these notes, with how many of them have each; the commonest first. */
export async function tagsOn(
  db: KamerlensDatabase,
  ids: readonly string[],
): Promise<readonly (readonly [tag: string, count: number])[]> {
  const wanted = new Set(ids)
  return countTags(db, (noteId) => wanted.has(noteId))
}

async function countTags(db: KamerlensDatabase, isMeant: (noteId: string) => boolean) {
  const counts = new Map<string, number>()
  for (const { noteId, tag } of await db.noteTags.toArray())
    if (isMeant(noteId)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
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

async function withWhatItIsOn(db: KamerlensDatabase, note: NoteRow, document: DocumentRow | null): Promise<KeptNote> {
  const tags = await tagsOf(db, note.id)
  const [kept] = await withWhatTheyAreOn(db, [note], document === null ? [] : [document], () => tags)
  return kept ?? { note, tags, document, question: null, official: null }
}

/** @param documents those that they may be on */
async function withWhatTheyAreOn(
  db: KamerlensDatabase,
  notes: readonly NoteRow[],
  documents: readonly DocumentRow[],
  tagsOfNote: (note: NoteRow) => readonly string[],
): Promise<KeptNote[]> {
  const byName = namesToDocuments(documents)
  const questions = await questionsOn(db, notes, byName)
  // A kept document has a title of its own; only notes on what is not kept need the services' one.
  const others = notes.filter((note) => documentOf(note, byName) === null).flatMap(namesOn)
  const officialOf = await officialsOf(db, others)
  return notes.map((note) => {
    const document = documentOf(note, byName)
    return {
      note,
      tags: tagsOfNote(note),
      document,
      question: questions.get(note.id) ?? null,
      official: document === null ? officialOf(namesOn(note)) : null,
    }
  })
}

/** The names of the paper that a note is on. */
function namesOn({ target }: NoteRow): readonly DocumentId[] {
  const parsed = parseTarget(target)
  return parsed === null ? [] : namesOf(namedIn(parsed))
}

/** Whether it is one that has a status: written questions, or what came of them. */
function isOfQuestions({ kind, facts }: DocumentRow): boolean {
  const types: readonly unknown[] = ['written-questions', 'answers', 'postponement']
  return types.includes(facts?.type) || kind === 'kamervraag' || kind === 'aanhangsel'
}

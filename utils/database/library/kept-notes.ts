import { namedIn, parseTarget } from '../../notes/target.ts'
import type { Code } from '../../references/types.ts'
import type { OfficialDocument } from '../../sources/official-document.ts'
import { lookup, lookupTables } from '../lookup/lookup.ts'
import { alikeIn } from '../names/alike.ts'
import { liveDocuments } from '../names/live-documents.ts'
import { documentsNamed, findDocument } from '../names/named-documents.ts'
import { allNames, namesOf } from '../names/names.ts'
import { notesNaming } from '../notes/note-mentions.ts'
import { documentOf, namesToDocuments, questionsOn } from '../notes/note-questions.ts'
import { inOrder, tagsOf } from '../notes/tags.ts'
import { officialsOf } from '../official/officials.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive, liveRows } from '../rows/live.ts'
import type { DocumentId, DocumentRow, NoteRow, QuestionRow } from '../schema.ts'

/** Kept notes with what they are on, as lists show them. Removed ones are left out. All read by Dexie alone (live queries). */

export interface KeptNote {
  readonly note: NoteRow
  readonly tags: readonly string[]
  /** The document that the note is on, or in whose list its question stands, where that is kept. */
  readonly document: DocumentRow | null
  readonly question: QuestionRow | null
  /** Where no such document is kept: what the official services said of it, if anything. */
  readonly official: OfficialDocument | null
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
  const names = [...new Set(notes.flatMap(namesOn))]
  const named = await documentsNamed(db, [...names, ...(await alikeIn(db.documents, 'aliases', names))])
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

/** Numbers of live notes on the questions of a list, by the question's `order`; questions without one are left out. */
export async function noteCounts(db: KamerlensDatabase, list: DocumentId): Promise<ReadonlyMap<number, number>> {
  const document = await findDocument(db, list)
  if (document === undefined) return new Map()
  const notes: NoteRow[] = []
  const names = allNames([], [document])
  for (const name of [...names, ...(await alikeIn(db.notes, 'target', names))]) {
    notes.push(...(await db.notes.where('target').startsWith(`${name}#`).toArray()).filter(isLive))
  }
  const counts = new Map<number, number>()
  for (const { order } of (await questionsOn(db, notes, namesToDocuments([document]))).values()) {
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  return counts
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

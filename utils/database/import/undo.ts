import type { ImportUndone } from '../../browser/protocol/transfer.ts'
import { documentTables } from '../documents/join-documents.ts'
import { StoreFailure } from '../errors.ts'
import { undoneWatch } from '../following/join-watches.ts'
import { documentsNamed, questionsOf } from '../names/named-documents.ts'
import { isShared } from '../names/names.ts'
import { replaceMentions } from '../notes/note-mentions.ts'
import { notesByPaper } from '../notes/notes-by-paper.ts'
import { keepUndoneNotes, type WholeNote } from '../notes/undone-notes.ts'
import type { KamerlensDatabase } from '../open.ts'
import { correctionsOf, deleteCorrections, putQuestions, putRest } from '../questions/store-questions.ts'
import { counting, noProgress } from '../rows/counted.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentId, DocumentRow, NoteRow } from '../schema.ts'
import type { PaperBefore } from './rows-before.ts'
import {
  type ChangedPaper,
  eachPiece,
  endWayBack,
  noteStamp,
  paperStamps,
  type WayBack,
  watchStamp,
  wayBack,
} from './way-back.ts'

/**
 * Undoes the last import that changed anything, in one transaction.
 *
 * Throws `StoreFailure`: `undo-gone` where another one came after it, or too much time has passed.
 */
export function undoImport(db: KamerlensDatabase, id: string, tell = noProgress): Promise<ImportUndone> {
  const tables = [...documentTables, 'notes', 'noteTags', 'noteVersions', 'noteMentions', 'watches'] as const
  return db.write(tables, async () => {
    const kept = await wayBack(db)
    if (kept?.id !== id) throw new StoreFailure('undo-gone', 'import')
    if (kept.undone !== undefined) return kept.undone
    const count = counting(kept.total, tell)
    const papers = await undoPapers(db, count)
    const notes = await undoNotes(db, kept, count)
    const followed = await undoWatches(db)
    const undone: ImportUndone = {
      documents: papers.undone,
      notes: notes.undone,
      ...(followed === 0 ? {} : { followed }),
      stayed: { documents: papers.stayed, notes: notes.stayed },
    }
    await endWayBack(db, kept, undone)
    return undone
  })
}

type Outcome = { undone: number; stayed: number }

async function undoNotes(db: KamerlensDatabase, { at }: WayBack, count: (done: number) => void): Promise<Outcome> {
  const outcome = { undone: 0, stayed: 0 }
  const keysOf = <Key extends readonly [string, string | number]>(keys: readonly Key[]) =>
    Map.groupBy(keys, ([noteId]) => noteId)
  const tags = keysOf((await db.noteTags.toCollection().primaryKeys()) as [string, string][])
  const versions = keysOf((await db.noteVersions.toCollection().primaryKeys()) as [string, number][])
  const mentions = keysOf((await db.noteMentions.toCollection().primaryKeys()) as [string, string][])
  await eachPiece(db, 'notes', async (some) => {
    const rows = await db.notes.bulkGet(some.map(({ name }) => name))
    const back = some.flatMap((one, index) => {
      const row = rows[index]
      if (row !== undefined && noteStamp(row) === one.after) return [{ ...one, row }]
      if (row !== undefined && isLive(row)) outcome.stayed += 1
      return []
    })
    const names = back.map(({ name }) => name)
    const gone = back.flatMap(({ before, row }) => (before === null ? [row] : []))
    const restored = back.flatMap(({ before, row }) => (before === null ? [] : [{ ...before, row }]))
    await keepUndoneNotes(db, await whole(db, gone, tags, versions), at)
    await db.noteTags.bulkDelete(names.flatMap((name) => tags.get(name) ?? []))
    await db.noteVersions.bulkDelete(names.flatMap((name) => versions.get(name) ?? []))
    await db.noteMentions.bulkDelete(gone.flatMap(({ id }) => mentions.get(id) ?? []))
    await db.notes.bulkDelete(gone.map(({ id }) => id))
    // As it was, but for its version, by which an editor that is open tells which text is the later.
    const notes = restored.map(({ note, row }) => ({
      ...note,
      version: row.version + 1,
      ...(row.seen === undefined ? {} : { seen: row.seen }),
    }))
    await db.notes.bulkPut(notes)
    await replaceMentions(db, notes, (id) => (mentions.get(id) ?? []).map(([, code]) => code))
    await db.noteTags.bulkPut(restored.flatMap((one) => one.tags))
    await db.noteVersions.bulkPut(restored.flatMap((one) => one.versions))
    outcome.undone += back.length
    count(some.length)
  })
  return outcome
}

/** Notes with their tags and earlier texts, of which the keys are known. */
async function whole(
  db: KamerlensDatabase,
  notes: readonly NoteRow[],
  tagKeys: ReadonlyMap<string, [string, string][]>,
  versionKeys: ReadonlyMap<string, [string, number][]>,
): Promise<readonly WholeNote[]> {
  const tags = await db.noteTags.bulkGet(notes.flatMap(({ id }) => tagKeys.get(id) ?? []))
  const versions = await db.noteVersions.bulkGet(notes.flatMap(({ id }) => versionKeys.get(id) ?? []))
  const byNote = <Row extends { readonly noteId: string }>(rows: readonly (Row | undefined)[]) =>
    Map.groupBy(
      rows.filter((row) => row !== undefined),
      ({ noteId }) => noteId,
    )
  const tagsOf = byNote(tags)
  const versionsOf = byNote(versions)
  return notes.map((note) => ({ note, tags: tagsOf.get(note.id) ?? [], versions: versionsOf.get(note.id) ?? [] }))
}

/** Call it before `undoNotes`: a paper stays where a note is on it that was not, or was another one, when the import ended. */
async function undoPapers(db: KamerlensDatabase, count: (done: number) => void): Promise<Outcome> {
  const stamp = await paperStamps(db)
  const notesOn = await notesByPaper(db)
  const stayed = new Set<DocumentId>()
  let undone = 0
  await eachPiece(db, 'papers', async (some) => {
    for (const one of some) {
      count(1)
      const row = await db.documents.get(one.name)
      if (row === undefined) {
        const joined = await joinedWith(db, one)
        if (joined !== undefined) stayed.add(joined.id)
        continue
      }
      const known = new Map(one.notes)
      const isWrittenOn = (await notesOn(row)).some(([id, version]) => known.get(id) !== version)
      if (stamp(one.name, row) !== one.after || isWrittenOn) {
        if (isLive(row)) stayed.add(row.id)
        continue
      }
      if (one.before === null) await forget(db, one.name)
      else await putBack(db, one.before, row, one.names)
      undone += 1
    }
  })
  return { undone, stayed: stayed.size }
}

/** The paper that one has become a part of since, where a look-up told that both are one. */
async function joinedWith(db: KamerlensDatabase, { names }: ChangedPaper): Promise<DocumentRow | undefined> {
  const own = names.filter((name) => !isShared(name))
  return (await documentsNamed(db, own)).find(isLive)
}

async function forget(db: KamerlensDatabase, id: DocumentId): Promise<void> {
  await questionsOf(db, id).delete()
  await db.originals.delete(id)
  await deleteCorrections(db, await correctionsOf(db, id))
  await db.rests.delete(id)
  await db.documents.delete(id)
}

/** @param names those under which the import left it */
async function putBack(
  db: KamerlensDatabase,
  { document, list }: PaperBefore,
  now: DocumentRow,
  names: readonly DocumentId[],
): Promise<void> {
  if (list !== undefined) {
    await deleteCorrections(db, await correctionsOf(db, document.id))
    await db.corrections.bulkPut([...list.corrections])
    await putQuestions(db, document.id, list.questions)
    await putRest(db, document.id, list.rest)
  }
  // What a look-up taught since of its names stays.
  const taught = now.aliases.filter((name) => !names.includes(name))
  const aliases = [...new Set([...document.aliases, ...taught])]
  await db.documents.put({ ...document, aliases })
}

/** How many were as the import left them, and are as before. */
async function undoWatches(db: KamerlensDatabase): Promise<number> {
  let undone = 0
  await eachPiece(db, 'watches', async (some) => {
    const rows = await db.watches.bulkGet(some.map(({ name }) => name))
    for (const [index, { name, before, after, left }] of some.entries()) {
      const row = rows[index]
      if (row === undefined || left === undefined || watchStamp(row) !== after) continue
      if (before === null) await db.watches.delete(name)
      else await db.watches.put(undoneWatch({ before, left, now: row }))
      undone += 1
    }
  })
  return undone
}

import type { ImportUndone } from '../browser/protocol/transfer.ts'
import { parseTarget } from '../notes/target.ts'
import { counting, inGroups, untold } from './counted.ts'
import { StoreFailure } from './errors.ts'
import { type PaperBefore, stamps, type WayBack, wayBack, wayBackKey } from './import-way-back.ts'
import { documentTables } from './join-documents.ts'
import { isLive, questionsOf } from './named-documents.ts'
import { putMentionsOfAll } from './note-mentions.ts'
import type { KamerlensDatabase } from './open.ts'
import type { DocumentId, DocumentRow } from './schema.ts'
import { correctionsOf, putQuestions } from './store-questions.ts'

/**
 * Undoes the last import, in one transaction.
 *
 * Throws `StoreFailure`: `not-found` where another one came after it, or too much time has passed.
 */
export function undoImport(db: KamerlensDatabase, id: string, tell = untold): Promise<ImportUndone> {
  const tables = [...documentTables, 'notes', 'noteTags', 'noteVersions', 'noteMentions', 'watches'] as const
  return db.write(tables, async () => {
    const kept = await wayBack(db)
    if (kept?.id !== id) throw new StoreFailure('not-found', 'import')
    if (kept.undone !== undefined) return kept.undone
    const count = counting(kept.notes.length + kept.papers.length, tell)
    const notes = await undoNotes(db, kept, count)
    const papers = await undoPapers(db, kept, count)
    await undoWatches(db, kept)
    const undone: ImportUndone = {
      documents: papers.undone,
      notes: notes.undone,
      stayed: { documents: papers.stayed, notes: notes.stayed },
    }
    const { at } = kept
    await db.meta.put({
      key: wayBackKey,
      value: { id, at, papers: [], notes: [], watches: [], undone } satisfies WayBack,
    })
    return undone
  })
}

type Outcome = { undone: number; stayed: number }

async function undoNotes(db: KamerlensDatabase, kept: WayBack, count: (done: number) => void): Promise<Outcome> {
  const outcome = { undone: 0, stayed: 0 }
  if (kept.notes.length === 0) return outcome
  const stamp = await stamps(db)
  const keysOf = (keys: readonly [string, string | number][]) => Map.groupBy(keys, ([noteId]) => noteId)
  const tags = keysOf((await db.noteTags.toCollection().primaryKeys()) as [string, string][])
  const versions = keysOf((await db.noteVersions.toCollection().primaryKeys()) as [string, number][])
  const mentions = keysOf((await db.noteMentions.toCollection().primaryKeys()) as [string, string][])
  for (const some of inGroups(kept.notes)) {
    const rows = await db.notes.bulkGet(some.map(({ name }) => name))
    const back = some.flatMap((one, index) => {
      const row = rows[index]
      if (stamp.note(row) === one.after) return [{ ...one, row }]
      if (row !== undefined && isLive(row)) outcome.stayed += 1
      return []
    })
    const names = back.map(({ name }) => name)
    const gone = back.flatMap(({ name, before }) => (before === null ? [name] : []))
    const restored = back.flatMap(({ before, row }) => (before === null ? [] : [{ ...before, row }]))
    await db.noteTags.bulkDelete(names.flatMap((name) => (tags.get(name) ?? []) as [string, string][]))
    await db.noteVersions.bulkDelete(names.flatMap((name) => (versions.get(name) ?? []) as [string, number][]))
    await db.noteMentions.bulkDelete(gone.flatMap((name) => (mentions.get(name) ?? []) as [string, string][]))
    await db.notes.bulkDelete(gone)
    // As it was, but for its version, by which an editor that is open tells which text is the later.
    const notes = restored.map(({ note, row }) => ({
      ...note,
      version: (row?.version ?? note.version) + 1,
      ...(row?.seen === undefined ? {} : { seen: row.seen }),
    }))
    await db.notes.bulkPut(notes)
    await putMentionsOfAll(db, notes)
    await db.noteTags.bulkPut(restored.flatMap((one) => one.tags))
    await db.noteVersions.bulkPut(restored.flatMap((one) => one.versions))
    outcome.undone += back.length
    count(some.length)
  }
  return outcome
}

/** Call it after `undoNotes`: a paper stays where a note that stays is on it. */
async function undoPapers(db: KamerlensDatabase, kept: WayBack, count: (done: number) => void): Promise<Outcome> {
  const outcome = { undone: 0, stayed: 0 }
  const stamp = await stamps(db)
  const written = (await db.notes.where('updatedAt').above(kept.at).toArray()).filter(isLive)
  const named = new Set(
    written.flatMap(({ target }) => {
      const parsed = parseTarget(target)
      return parsed === null ? [] : [parsed.type === 'document' ? parsed.document : parsed.list]
    }),
  )
  for (const { name, before, after, names } of kept.papers) {
    const row = await db.documents.get(name)
    count(1)
    const isWrittenOn = row?.aliases.some((alias) => named.has(alias)) === true
    if (stamp.paper(name, row) !== after || isWrittenOn) {
      if (row !== undefined && isLive(row)) outcome.stayed += 1
      continue
    }
    if (before === null) await forget(db, name)
    else await putBack(db, before, row, names)
    outcome.undone += 1
  }
  return outcome
}

async function forget(db: KamerlensDatabase, id: DocumentId): Promise<void> {
  await questionsOf(db, id).delete()
  await db.originals.delete(id)
  await forgetCorrections(db, id)
  await db.rests.delete(id)
  await db.documents.delete(id)
}

async function forgetCorrections(db: KamerlensDatabase, id: DocumentId): Promise<void> {
  const rows = await correctionsOf(db, id)
  await db.corrections.bulkDelete(rows.map(({ list, number, occurrence, kind }) => [list, number, occurrence, kind]))
}

/** @param names those under which the import left it */
async function putBack(
  db: KamerlensDatabase,
  { document, list }: PaperBefore,
  now: DocumentRow | undefined,
  names: readonly DocumentId[],
): Promise<void> {
  if (list !== undefined) {
    await forgetCorrections(db, document.id)
    await db.corrections.bulkPut([...list.corrections])
    await putQuestions(db, document.id, list.questions)
    if (list.rest.length === 0) await db.rests.delete(document.id)
    else await db.rests.put({ document: document.id, rest: list.rest })
  }
  // What a look-up taught since of its names stays.
  const taught = (now?.aliases ?? []).filter((name) => !names.includes(name))
  const aliases = [...new Set([...document.aliases, ...taught])]
  await db.documents.put({ ...document, aliases })
}

async function undoWatches(db: KamerlensDatabase, { watches }: WayBack): Promise<void> {
  const stamp = await stamps(db)
  const rows = await db.watches.bulkGet(watches.map(({ name }) => name))
  const back = watches.filter(({ after }, index) => stamp.watch(rows[index]) === after)
  await db.watches.bulkDelete(back.flatMap(({ name, before }) => (before === null ? [name] : [])))
  await db.watches.bulkPut(back.flatMap(({ before }) => before ?? []))
}

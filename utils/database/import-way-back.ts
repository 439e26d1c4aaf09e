import type { ImportUndone } from '../browser/protocol/transfer.ts'
import type { Question } from '../documents/types.ts'
import type { Plan } from './import-plan.ts'
import type { KamerlensDatabase } from './open.ts'
import type {
  CorrectionRow,
  DocumentId,
  DocumentRow,
  NoteRow,
  NoteTagRow,
  NoteVersionRow,
  RestRow,
  WatchRow,
} from './schema.ts'
import { correctionsOf, questionsAsRead } from './store-questions.ts'

/**
 * The way back from the last import. What it changed is kept as it was before, in the very transaction that changes it; what it added, by
 * its name alone. Undone is only what is still as the import left it: what was written since stays, with the paper that it is on.
 * What the import added goes altogether, unlike what a user removes: it had never been here, and the same file must bring it again.
 * What the services had said stays: it is true whoever asked, and what nothing leans on is forgotten by itself.
 */

/** The row of `meta` that it is in. */
export const wayBackKey = 'lastImport'

/** Milliseconds that it is kept: as long as a page may still offer it. */
const keptFor = 60 * 60_000

/** What was there before: null where nothing was. */
interface Before<Row> {
  readonly name: string
  readonly before: Row | null
}

/** @property after what tells whether the user has changed it since */
type Changed<Row> = Before<Row> & { readonly after: string }

export interface PaperBefore {
  readonly document: DocumentRow
  /** Absent where the import did not touch its questions. */
  readonly list?: {
    readonly questions: readonly Question[]
    readonly corrections: readonly CorrectionRow[]
    readonly rest: RestRow['rest']
  }
}

interface NoteBefore {
  readonly note: NoteRow
  readonly tags: readonly NoteTagRow[]
  readonly versions: readonly NoteVersionRow[]
}

export interface WayBack {
  readonly id: string
  readonly at: string
  /** `names`: those under which the import left it. */
  readonly papers: readonly (Changed<PaperBefore> & { readonly names: readonly DocumentId[] })[]
  readonly notes: readonly Changed<NoteBefore>[]
  readonly watches: readonly Changed<WatchRow>[]
  /** What came of it, once it was undone: asked a second time, it answers the same. */
  readonly undone?: ImportUndone
}

export interface RowsBefore {
  readonly papers: readonly Before<PaperBefore>[]
  readonly notes: readonly Before<NoteBefore>[]
  readonly watches: readonly Before<WatchRow>[]
}

/** The rows that a plan will change, as they are now. Call it in the import's transaction, before it writes. */
export async function rowsBefore(db: KamerlensDatabase, plan: Plan): Promise<RowsBefore> {
  return {
    papers: await papersBefore(db, plan),
    notes: await notesBefore(db, plan),
    watches: (await db.watches.bulkGet(plan.watches.map(({ target }) => target))).map((row, index) => ({
      name: plan.watches[index]?.target ?? '',
      before: row ?? null,
    })),
  }
}

async function papersBefore(db: KamerlensDatabase, { documents, lists }: Plan): Promise<Before<PaperBefore>[]> {
  const ids = [...new Set([...documents.map(({ id }) => id), ...lists.keys()])]
  const rows = await db.documents.bulkGet(ids)
  const found: Before<PaperBefore>[] = []
  for (const [index, name] of ids.entries()) {
    const document = rows[index]
    if (document === undefined) found.push({ name, before: null })
    else if (!lists.has(name)) found.push({ name, before: { document } })
    else {
      const questions = await questionsAsRead(db, name)
      const corrections = await correctionsOf(db, name)
      const rest = (await db.rests.get(name))?.rest ?? []
      found.push({ name, before: { document, list: { questions, corrections, rest } } })
    }
  }
  return found
}

async function notesBefore(db: KamerlensDatabase, plan: Plan): Promise<Before<NoteBefore>[]> {
  const ids = [
    ...new Set([
      ...plan.notes.map(({ id }) => id),
      ...plan.noteTags.map(({ noteId }) => noteId),
      ...plan.noteVersions.map(({ noteId }) => noteId),
    ]),
  ]
  const rows = await db.notes.bulkGet(ids)
  const known = new Set(rows.flatMap((row) => row?.id ?? []))
  const ofKnown = <Row extends { readonly noteId: string }>(all: readonly Row[]) =>
    Map.groupBy(
      all.filter(({ noteId }) => known.has(noteId)),
      ({ noteId }) => noteId,
    )
  const tags = ofKnown(known.size === 0 ? [] : await db.noteTags.toArray())
  const versions = ofKnown(known.size === 0 ? [] : await db.noteVersions.toArray())
  return ids.map((name, index) => {
    const note = rows[index]
    if (note === undefined) return { name, before: null }
    return { name, before: { note, tags: tags.get(name) ?? [], versions: versions.get(name) ?? [] } }
  })
}

/** Keeps the way back, in place of that of an earlier import. Call it in the import's transaction, once it has written. */
export async function keepWayBack(
  db: KamerlensDatabase,
  { id, at }: { readonly id: string; readonly at: Date },
  { papers, notes, watches }: RowsBefore,
): Promise<void> {
  const stamp = await stamps(db)
  const documents = await db.documents.bulkGet(papers.map(({ name }) => name))
  const notesNow = await db.notes.bulkGet(notes.map(({ name }) => name))
  const watchesNow = await db.watches.bulkGet(watches.map(({ name }) => name))
  const kept: WayBack = {
    id,
    at: at.toISOString(),
    papers: papers.map((one, index) => ({
      ...one,
      after: stamp.paper(one.name, documents[index]),
      names: documents[index]?.aliases ?? [],
    })),
    notes: notes.map((one, index) => ({ ...one, after: stamp.note(notesNow[index]) })),
    watches: watches.map((one, index) => ({ ...one, after: stamp.watch(watchesNow[index]) })),
  }
  await db.meta.put({ key: wayBackKey, value: kept })
}

/** What changes whenever the user changes a thing, and with nothing that happens by itself. */
export async function stamps(db: KamerlensDatabase) {
  const corrections = Map.groupBy(await db.corrections.toArray(), ({ list }) => list)
  const latest = (list: DocumentId) =>
    (corrections.get(list) ?? [])
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1)
  return {
    paper: (id: DocumentId, row: DocumentRow | undefined) =>
      JSON.stringify(row === undefined ? null : [row.updatedAt, row.deletedAt, latest(id)]),
    note: (row: NoteRow | undefined) =>
      JSON.stringify(row === undefined ? null : [row.version, row.updatedAt, row.deletedAt]),
    watch: (row: WatchRow | undefined) =>
      JSON.stringify(row === undefined ? null : [row.since, row.updatedAt, row.deletedAt]),
  }
}

/** The way back that is kept; undefined where none is. */
export async function wayBack(db: KamerlensDatabase): Promise<WayBack | undefined> {
  return (await db.meta.get(wayBackKey))?.value as WayBack | undefined
}

/** Forgets the way back once nobody can ask for it any more. Call it at each start of the background. */
export async function forgetWayBack(db: KamerlensDatabase, now: Date): Promise<void> {
  const kept = await wayBack(db)
  if (kept === undefined || now.getTime() - Date.parse(kept.at) < keptFor) return
  await db.write([], () => db.meta.delete(wayBackKey))
}

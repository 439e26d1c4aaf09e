import type { ImportChanges, ImportUndone } from '../../browser/protocol/transfer.ts'
import { type NoteVersion, notesByPaper } from '../notes/notes-by-paper.ts'
import { forgetUndoneNotes, type WholeNote } from '../notes/undone-notes.ts'
import type { KamerlensDatabase } from '../open.ts'
import { inGroups } from '../rows/counted.ts'
import { isOver } from '../rows/later-of.ts'
import { lastTouched } from '../rows/removal.ts'
import type { DocumentId, DocumentRow, MetaRow, NoteRow, WatchRow } from '../schema.ts'
import type { Before, PaperBefore, RowsBefore } from './rows-before.ts'

/**
 * The way back from the last import. What it changed is kept as it was before, in the very transaction that changes it; what it added, by
 * its name alone. Undone is only what is still as the import left it: what was written since stays, with the paper that it is on.
 * What the import added goes altogether, unlike what a user removes: it had never been here, and the same file must bring it again.
 * What the services had said stays: it is true whoever asked, and what nothing leans on is forgotten by itself.
 */

/** The row of `meta` that tells of it; what was there before is in rows of its own, so that this one is read at no cost. */
const headKey = 'lastImport'

/** Papers in one row: each may have some hundred questions. */
const papersAtOnce = 20

/** Milliseconds that it is kept: as long as a page may still offer it. */
export const keptFor = 60 * 60_000

export interface WayBack {
  readonly id: string
  readonly at: string
  /** Papers and notes that it leads back from. */
  readonly total: number
  /** What the import answered: asked for a second time, it answers the same. */
  readonly changes: ImportChanges
  /** What came of it, once it was undone; so does the undo. */
  readonly undone?: ImportUndone
}

/** @property after what tells whether the user has changed it since */
type Changed<Row> = Before<Row> & { readonly after: string }

export interface ChangedPaper extends Changed<PaperBefore> {
  /** Those under which the import left it. */
  readonly names: readonly DocumentId[]
  /** What was on it when the import had ended. */
  readonly notes: readonly NoteVersion[]
}

interface Pieces {
  readonly papers: ChangedPaper
  readonly notes: Changed<WholeNote>
  /** `left`: the row as the import left it. */
  readonly watches: Changed<WatchRow> & { readonly left: WatchRow | undefined }
}

/** Keeps the way back, in place of that of an earlier import. Call it in the import's transaction, once it has written. */
export async function keepWayBack(
  db: KamerlensDatabase,
  { id, at, changes }: { readonly id: string; readonly at: Date; readonly changes: ImportChanges },
  before: RowsBefore,
): Promise<void> {
  const stamp = await paperStamps(db)
  const on = await notesByPaper(db)
  const documents = await db.documents.bulkGet(before.papers.map(({ name }) => name))
  const notes = await db.notes.bulkGet(before.notes.map(({ name }) => name))
  const watches = await db.watches.bulkGet(before.watches.map(({ name }) => name))
  const papers: ChangedPaper[] = []
  for (const [index, one] of before.papers.entries()) {
    const row = documents[index]
    papers.push({
      ...one,
      after: stamp(one.name, row),
      names: row?.aliases ?? [],
      notes: row === undefined ? [] : await on(row),
    })
  }
  const head: WayBack = { id, at: at.toISOString(), total: papers.length + before.notes.length, changes }
  await pieces(db).delete()
  await db.meta.bulkPut([
    { key: headKey, value: head },
    ...rowsOf('papers', papers, papersAtOnce),
    ...rowsOf(
      'notes',
      before.notes.map((one, index) => ({ ...one, after: noteStamp(notes[index]) })),
    ),
    ...rowsOf(
      'watches',
      before.watches.map((one, index) => ({ ...one, after: watchStamp(watches[index]), left: watches[index] })),
    ),
  ])
}

const pieces = (db: KamerlensDatabase, kind = '') => db.meta.where('key').startsWith(`${headKey}/${kind}`)

function rowsOf<Kind extends keyof Pieces>(kind: Kind, all: readonly Pieces[Kind][], atOnce?: number): MetaRow[] {
  return inGroups(all, atOnce).map((value, index) => ({
    key: `${headKey}/${kind}/${String(index).padStart(6, '0')}`,
    value,
  }))
}

/** Goes through what was there before, some of it at a time. */
export async function eachPiece<Kind extends keyof Pieces>(
  db: KamerlensDatabase,
  kind: Kind,
  use: (some: readonly Pieces[Kind][]) => Promise<void>,
): Promise<void> {
  for (const key of await pieces(db, `${kind}/`).primaryKeys())
    await use((await db.meta.get(key))?.value as readonly Pieces[Kind][])
}

/** What changes whenever the user changes a paper or corrects its questions, and with nothing that happens by itself. */
export async function paperStamps(db: KamerlensDatabase) {
  const corrections = Map.groupBy(await db.corrections.toArray(), ({ list }) => list)
  return (id: DocumentId, row: DocumentRow | undefined): string => {
    if (row === undefined) return 'null'
    const corrected = (corrections.get(id) ?? []).map(
      ({ number, occurrence, kind, anchor, place, updatedAt, deletedAt }) =>
        JSON.stringify([number, occurrence, kind, anchor, place, updatedAt, deletedAt]),
    )
    return JSON.stringify([lastTouched(row), row.deletedAt, corrected.sort()])
  }
}

/** The same of a note. */
export const noteStamp = (row: NoteRow | undefined): string =>
  JSON.stringify(row === undefined ? null : [row.version, row.updatedAt, row.deletedAt])

/** The same of what is followed. */
export const watchStamp = (row: WatchRow | undefined): string =>
  JSON.stringify(row === undefined ? null : [row.since, row.updatedAt, row.deletedAt])

/** Which way back is kept; undefined where none is. */
export async function wayBack(db: KamerlensDatabase): Promise<WayBack | undefined> {
  return (await db.meta.get(headKey))?.value as WayBack | undefined
}

/** What was there before is needed no more: keeps what came of the undo alone. */
export async function endWayBack(db: KamerlensDatabase, kept: WayBack, undone: ImportUndone): Promise<void> {
  await pieces(db).delete()
  await db.meta.put({ key: headKey, value: { ...kept, undone } satisfies WayBack })
}

/** Forgets the way back once nobody can ask for it any more. Call it at each start of the background. */
export async function forgetWayBack(db: KamerlensDatabase, now: Date): Promise<void> {
  const isPast = (kept: WayBack | undefined) => kept !== undefined && isOver(kept.at, keptFor, now)
  if (isPast(await wayBack(db))) {
    await db.write([], async () => {
      // An import may have come in between.
      if (!isPast(await wayBack(db))) return
      await pieces(db).delete()
      await db.meta.delete(headKey)
    })
  }
  await forgetUndoneNotes(db, now)
}

import type { ChangeTags, ChosenRows, TagChange } from '../../browser/protocol/keeping.ts'
import { isExample } from '../../references/ids/example.ts'
import { normalTags } from '../notes/tags.ts'
import type { KamerlensDatabase } from '../open.ts'
import { questionTables } from '../questions/store-questions.ts'
import { counting, inGroups, noProgress, type Tell } from '../rows/counted.ts'
import { isLive, liveRows } from '../rows/live.ts'
import {
  changedNote,
  lastChanged,
  momentsOf,
  removed,
  removedNote,
  restored,
  restoredNote,
  withMoments,
} from '../rows/removal.ts'
import type { DocumentRow, NoteRow } from '../schema.ts'
import { removeCorrections, restoreCorrections } from './example.ts'

/**
 * Changes of many rows that were chosen together, each in one strict transaction: all of it is done, or nothing. The rows that go are
 * those that a single removal leaves too, so that all of them can be put back.
 */

/** Removes notes and documents from view, as one removes each of them; answers which ones were not removed already. */
export function removeAll(
  db: KamerlensDatabase,
  chosen: ChosenRows,
  now: Date,
  tell = noProgress,
): Promise<ChosenRows> {
  const at = now.toISOString()
  return changeAll(db, chosen, tell, {
    isMeant: isLive,
    note: (note) => removedNote(note, at),
    document: (document) => removed(document, at),
    corrections: ({ id }, { deletedAt = at }) => removeCorrections(db, id, deletedAt),
  })
}

/** Takes that back; answers which ones were removed. */
export function restoreAll(
  db: KamerlensDatabase,
  chosen: ChosenRows,
  now: Date,
  tell = noProgress,
): Promise<ChosenRows> {
  const at = now.toISOString()
  return changeAll(db, chosen, tell, {
    isMeant: (row) => !isLive(row),
    note: (note) => restoredNote(note, at),
    document: (document) => restored(document, at),
    corrections: ({ id, deletedAt = at }) => restoreCorrections(db, id, deletedAt, at),
  })
}

/** What becomes of each row that was chosen. */
interface RowChange {
  readonly isMeant: (row: NoteRow | DocumentRow) => boolean
  readonly note: (note: NoteRow) => NoteRow
  readonly document: (document: DocumentRow) => DocumentRow
  /** The user's corrections of the example go and come with it. */
  readonly corrections: (before: DocumentRow, after: DocumentRow) => Promise<void>
}

function changeAll(
  db: KamerlensDatabase,
  { notes, documents }: ChosenRows,
  tell: Tell,
  change: RowChange,
): Promise<ChosenRows> {
  const meant = <Row extends NoteRow | DocumentRow>(rows: readonly (Row | undefined)[]) =>
    rows.filter((row) => row !== undefined).filter(change.isMeant)
  const count = counting(notes.length + documents.length, tell)
  const hasExample = documents.some(isExample)
  return db.write(['notes', 'documents', ...(hasExample ? questionTables : [])], async () => {
    const done = { notes: [] as string[], documents: [] as string[] }
    for (const ids of inGroups(notes)) {
      const rows = meant(await db.notes.bulkGet([...ids]))
      await db.notes.bulkPut(rows.map(change.note))
      done.notes.push(...rows.map(({ id }) => id))
      count(ids.length)
    }
    for (const ids of inGroups(documents)) {
      const rows = meant(await db.documents.bulkGet([...ids]))
      const changed = rows.map((row) => ({ before: row, after: change.document(row) }))
      await db.documents.bulkPut(changed.map(({ after }) => after))
      for (const { before, after } of changed) if (isExample(before.id)) await change.corrections(before, after)
      done.documents.push(...rows.map(({ id }) => id))
      count(ids.length)
    }
    return done
  })
}

/**
 * Gives tags to notes and takes tags from them. Notes that are removed, or gone, are passed over. Answers the change that undoes it:
 * only what really changed, with when a tag was given that was taken away, and when the notes were changed before.
 */
export function changeTagsOfAll(
  db: KamerlensDatabase,
  { put, remove, moments = [] }: ChangeTags,
  now: Date,
  tell = noProgress,
): Promise<ChangeTags> {
  const at = now.toISOString()
  const putOf = Map.groupBy(put, ({ noteId }) => noteId)
  const removeOf = Map.groupBy(remove, ({ noteId }) => noteId)
  const momentOf = new Map(moments.map((one) => [one.noteId, one]))
  const ids = new Set([...putOf.keys(), ...removeOf.keys()])
  const count = counting(ids.size, tell)
  return db.write(['notes', 'noteTags'], async () => {
    const undo = { put: [] as TagChange[], remove: [] as TagChange[], moments: [] as NoteMoment[] }
    for (const some of inGroups([...ids])) {
      const live = new Set(liveRows(await db.notes.bulkGet([...some])).map(({ id }) => id))
      const touched = new Set<string>()
      const of = (changes: ReadonlyMap<string, readonly TagChange[]>) =>
        inGroups(some.flatMap((id) => (live.has(id) ? (changes.get(id) ?? []) : [])))
      for (const taken of of(removeOf)) {
        const rows = (await db.noteTags.bulkGet(taken.map(keyOf))).filter((row) => row !== undefined)
        await db.noteTags.bulkDelete(rows.map(keyOf))
        undo.put.push(...rows)
        for (const { noteId } of rows) touched.add(noteId)
      }
      for (const given of of(putOf)) {
        const wanted = given.flatMap((one) => normalTags([one.tag]).map((tag) => ({ ...one, tag })))
        const known = await db.noteTags.bulkGet(wanted.map(keyOf))
        const rows = wanted.filter((_, index) => known[index] === undefined)
        await db.noteTags.bulkPut(rows.map(({ noteId, tag, createdAt = at }) => ({ noteId, tag, createdAt })))
        undo.remove.push(...rows.map(({ noteId, tag }) => ({ noteId, tag })))
        for (const { noteId } of rows) touched.add(noteId)
      }
      const notes = liveRows(await db.notes.bulkGet([...touched]))
      const rows: NoteRow[] = []
      for (const note of notes) {
        const row = asBefore(changedNote(note, at), note, momentOf.get(note.id))
        rows.push(row)
        undo.moments.push({ noteId: note.id, before: lastChanged(note), by: row.version })
      }
      await db.notes.bulkPut(rows)
      count(some.length)
    }
    return undo
  })
}

type NoteMoment = NonNullable<ChangeTags['moments']>[number]

/** The note as it is after a change that undoes another: it was not written then. */
function asBefore(changed: NoteRow, note: NoteRow, moment: NoteMoment | undefined): NoteRow {
  if (moment === undefined || moment.by !== note.version) return changed
  return withMoments(changed, momentsOf(moment.before, changed.updatedAt))
}

const keyOf = ({ noteId, tag }: TagChange): [string, string] => [noteId, tag]

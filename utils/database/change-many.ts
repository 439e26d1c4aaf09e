import type { ChangeTags, ChosenRows, TagChange } from '../browser/protocol/keeping.ts'
import { isLive, liveRows } from './named-documents.ts'
import type { KamerlensDatabase } from './open.ts'
import type { DocumentRow, NoteRow } from './schema.ts'
import { normalTags } from './tags.ts'

/**
 * Changes of many rows that were chosen together, each in one strict transaction: all of it is done, or nothing. The rows that go are
 * those that a single removal leaves too, so that all of them can be put back.
 */

/** Rows in memory at once, beside what the journal is told. */
const atOnce = 500

/** Removes notes and documents from view, as one removes each of them; answers which ones were not removed already. */
export function removeAll(db: KamerlensDatabase, chosen: ChosenRows, now: Date): Promise<ChosenRows> {
  return mark(db, chosen, now, true)
}

/** Takes that back; answers which ones were removed. */
export function restoreAll(db: KamerlensDatabase, chosen: ChosenRows, now: Date): Promise<ChosenRows> {
  return mark(db, chosen, now, false)
}

function mark(
  db: KamerlensDatabase,
  { notes, documents }: ChosenRows,
  now: Date,
  isRemoval: boolean,
): Promise<ChosenRows> {
  const at = now.toISOString()
  const meant = <Row extends NoteRow | DocumentRow>(rows: readonly (Row | undefined)[]) =>
    rows.filter((row) => row !== undefined).filter((row) => isLive(row) === isRemoval)
  return db.write(['notes', 'documents'], async () => {
    const done = { notes: [] as string[], documents: [] as string[] }
    for (const ids of inGroups(notes)) {
      const rows = meant(await db.notes.bulkGet([...ids]))
      await db.notes.bulkPut(
        rows.map(({ deletedAt: _, ...note }) => {
          const next = nextOf(note, at)
          return isRemoval ? { ...next, deletedAt: next.updatedAt } : next
        }),
      )
      done.notes.push(...rows.map(({ id }) => id))
    }
    for (const ids of inGroups(documents)) {
      const rows = meant(await db.documents.bulkGet([...ids]))
      await db.documents.bulkPut(
        rows.map(({ deletedAt: _, ...document }) => ({
          ...document,
          updatedAt: at,
          ...(isRemoval ? { deletedAt: at } : {}),
        })),
      )
      done.documents.push(...rows.map(({ id }) => id))
    }
    return done
  })
}

/**
 * Gives tags to notes and takes tags from them. Notes that are removed, or gone, are passed over. Answers the change that undoes it:
 * only what really changed, with when a tag was given that was taken away.
 */
export function changeTagsOfAll(db: KamerlensDatabase, { put, remove }: ChangeTags, now: Date): Promise<ChangeTags> {
  const at = now.toISOString()
  return db.write(['notes', 'noteTags'], async () => {
    const undo = { put: [] as TagChange[], remove: [] as TagChange[] }
    const ids = new Set([...put, ...remove].map(({ noteId }) => noteId))
    const touched = new Set<string>()
    const live = new Set<string>()
    for (const some of inGroups([...ids]))
      for (const { id } of liveRows(await db.notes.bulkGet([...some]))) live.add(id)
    for (const some of inGroups(remove.filter(({ noteId }) => live.has(noteId)))) {
      const rows = (await db.noteTags.bulkGet(some.map(keyOf))).filter((row) => row !== undefined)
      await db.noteTags.bulkDelete(rows.map(keyOf))
      undo.put.push(...rows)
    }
    for (const some of inGroups(put.filter(({ noteId }) => live.has(noteId)))) {
      const wanted = some.flatMap((one) => normalTags([one.tag]).map((tag) => ({ ...one, tag })))
      const known = await db.noteTags.bulkGet(wanted.map(keyOf))
      const rows = wanted.filter((_, index) => known[index] === undefined)
      await db.noteTags.bulkPut(rows.map(({ noteId, tag, createdAt = at }) => ({ noteId, tag, createdAt })))
      undo.remove.push(...rows.map(({ noteId, tag }) => ({ noteId, tag })))
    }
    for (const { noteId } of [...undo.put, ...undo.remove]) touched.add(noteId)
    for (const some of inGroups([...touched])) {
      const notes = liveRows(await db.notes.bulkGet([...some]))
      await db.notes.bulkPut(notes.map((note) => nextOf(note, at)))
    }
    return undo
  })
}

const keyOf = ({ noteId, tag }: TagChange): [string, string] => [noteId, tag]

/** As a change of a single note: its version rises, and it looks no older than before, whatever the clock says. */
function nextOf(note: NoteRow, at: string): NoteRow {
  return { ...note, version: note.version + 1, updatedAt: at > note.updatedAt ? at : note.updatedAt }
}

function inGroups<One>(all: readonly One[]): readonly (readonly One[])[] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, index) =>
    all.slice(index * atOnce, (index + 1) * atOnce),
  )
}

import type { KamerlensDatabase } from '../open.ts'
import { isOver } from '../rows/later-of.ts'
import type { NoteRow, NoteTagRow, NoteVersionRow } from '../schema.ts'

/**
 * Notes that the undo of an import took away, kept aside for a while: an editor that is still open on one of them saves into nothing, and
 * what it writes is an edit of that note, not a new one. They are in no export, no search and no list.
 */

/** The row of `meta` that tells when the import was. */
const headKey = 'undoneNotes'
const keyOf = (id: string) => `${headKey}/${id}`

/** Milliseconds that they are kept: an editor may stand open for a day. */
const keptFor = 24 * 60 * 60_000

/** A note with all that is of it alone. */
export interface WholeNote {
  readonly note: NoteRow
  readonly tags: readonly NoteTagRow[]
  readonly versions: readonly NoteVersionRow[]
}

/** Lays notes aside. Call it in the transaction that removes them. */
export async function keepUndoneNotes(db: KamerlensDatabase, notes: readonly WholeNote[], at: string): Promise<void> {
  if (notes.length === 0) return
  await db.meta.bulkPut([
    { key: headKey, value: at },
    ...notes.map((whole) => ({ key: keyOf(whole.note.id), value: whole })),
  ])
}

/** A note that was laid aside; undefined where there is none of this id. */
export async function undoneNote(db: KamerlensDatabase, id: string): Promise<WholeNote | undefined> {
  return (await db.meta.get(keyOf(id)))?.value as WholeNote | undefined
}

/** Brings a note's tags and earlier texts back, in the running transaction; the note itself is for the caller to store. */
export async function takeUndoneNote(db: KamerlensDatabase, { note, tags, versions }: WholeNote): Promise<void> {
  await db.noteTags.bulkPut([...tags])
  await db.noteVersions.bulkPut([...versions])
  await db.meta.delete(keyOf(note.id))
}

/** Forgets them once no editor can be open on one of them any more. */
export async function forgetUndoneNotes(db: KamerlensDatabase, now: Date): Promise<void> {
  const isPast = (at: unknown) => typeof at === 'string' && isOver(at, keptFor, now)
  if (!isPast((await db.meta.get(headKey))?.value)) return
  await db.write([], async () => {
    if (!isPast((await db.meta.get(headKey))?.value)) return
    await db.meta.where('key').startsWith(headKey).delete()
  })
}

import type { NoteColour } from '../../notes/colours.ts'
import { newestFirst } from '../names/live-documents.ts'
import type { KamerlensDatabase } from '../open.ts'
import { eachRow } from '../rows/each-row.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentId, NoteRow } from '../schema.ts'

/**
 * What lists of everything kept are ordered and narrowed by, without a text: it is held for all of them, however many there are;
 * rows are read as they come into view (`kept-notes.ts`, `kept-documents.ts`). Removed ones are left out. All read by Dexie alone (live queries).
 */

export interface DocumentEntry {
  readonly id: DocumentId
  readonly aliases: readonly DocumentId[]
  readonly dossier: string | null
  /** Who answers, as printed; each once. */
  readonly ministries: readonly string[]
  readonly createdAt: string
  readonly updatedAt: string
}

export interface NoteEntry {
  readonly id: string
  readonly target: string
  readonly colour: NoteColour | null
  readonly updatedAt: string
  /** Since when the passage that it is on is not found any more; null for all others. */
  readonly orphanSince: string | null
}

/** Documents, the one that changed last first. */
export async function documentEntries(db: KamerlensDatabase): Promise<readonly DocumentEntry[]> {
  const entries: DocumentEntry[] = []
  await eachRow(
    db.documents,
    ({ id }) => id,
    (document) => {
      if (!isLive(document)) return
      const { id, aliases, dossier, facts, createdAt, updatedAt } = document
      const ministries = (facts?.answeredBy ?? []).map(({ ministry }) => ministry).filter((one) => one !== null)
      const own = dossier ?? facts?.dossier ?? null
      entries.push({ id, aliases, dossier: own, ministries: [...new Set(ministries)], createdAt, updatedAt })
    },
  )
  return entries.sort(newestFirst)
}

/** The ids of notes, the one that changed last first. Follows every change of a note. */
export async function noteIds(db: KamerlensDatabase): Promise<readonly string[]> {
  // Keys of an index tell only of rows that move within it.
  await db.notes.count()
  const removed = new Set(await db.notes.where('deletedAt').above('').primaryKeys())
  // Against the index's order keys are read one by one.
  const oldestFirst = await db.notes.orderBy('updatedAt').primaryKeys()
  return oldestFirst.filter((id) => !removed.has(id)).reverse()
}

/** Notes, in the same order. Reads them all, a page at a time: not to be followed live. */
export async function noteEntries(db: KamerlensDatabase): Promise<readonly NoteEntry[]> {
  const entries: NoteEntry[] = []
  await eachRow(
    db.notes,
    ({ id }) => id,
    (note) => {
      if (!isLive(note)) return
      const { id, target, updatedAt, colour = null } = note
      entries.push({ id, target, colour, updatedAt, orphanSince: lostSince(note) })
    },
  )
  // As the index has those of one moment, from its end.
  return entries.sort((one, other) =>
    one.updatedAt !== other.updatedAt ? (one.updatedAt < other.updatedAt ? 1 : -1) : one.id < other.id ? 1 : -1,
  )
}

/** Since when the passage that a note is on is not found any more; null for all other notes. */
export const lostSince = ({ passage, seen }: NoteRow): string | null =>
  passage === undefined ? null : (seen?.orphanSince ?? null)

/** Notes on passages that were not found where they were last looked for; the one lost last first. */
export function lostOf(entries: readonly NoteEntry[]): readonly NoteEntry[] {
  const since = ({ orphanSince }: NoteEntry) => orphanSince ?? ''
  return entries
    .filter((entry) => entry.orphanSince !== null)
    .toSorted((one, other) => (since(one) < since(other) ? 1 : since(one) > since(other) ? -1 : 0))
}

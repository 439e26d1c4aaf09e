import type { KamerlensDatabase } from '../open.ts'
import type { NoteTagRow } from '../schema.ts'

/** Tags as they are stored: without white space at the ends or doubled, each once, in the order given. */
export function normalTags(tags: readonly string[]): readonly string[] {
  const normal = tags.map((tag) => tag.normalize('NFC').replace(/\s+/gu, ' ').trim())
  return [...new Set(normal)].filter((tag) => tag !== '')
}

/**
 * Changes a note's tags, one row a tag (SAFETY §2), within the running transaction.
 *
 * @param tags the tags as they shall be; undefined where they were not touched
 * @param opened the tags that the editor started from; without them, those that are stored
 * @returns whether a row changed
 */
export async function changeTags(
  db: KamerlensDatabase,
  noteId: string,
  tags: readonly string[] | undefined,
  opened: readonly string[] | undefined,
  at: string,
): Promise<boolean> {
  if (tags === undefined) return false
  const stored = await tagsOf(db, noteId)
  const wanted = normalTags(tags)
  const before = opened === undefined ? stored : normalTags(opened)
  const added = wanted.filter((tag) => !before.includes(tag) && !stored.includes(tag))
  const removed = before.filter((tag) => !wanted.includes(tag) && stored.includes(tag))
  await db.noteTags.bulkPut(added.map((tag) => ({ noteId, tag, createdAt: at })))
  await db.noteTags.bulkDelete(removed.map((tag): [string, string] => [noteId, tag]))
  return added.length + removed.length > 0
}

/** A note's tags, in the order in which they were given. */
export async function tagsOf(db: KamerlensDatabase, noteId: string): Promise<string[]> {
  const rows = await db.noteTags.where('[noteId+tag]').between([noteId, ''], [noteId, []]).toArray()
  return inOrder(rows)
}

/** The tags of one note's rows, in the order in which they were given. */
export function inOrder(rows: readonly NoteTagRow[]): string[] {
  return [...rows]
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0))
    .map(({ tag }) => tag)
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

import { namesOf } from '../names/names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import type { NoteMentionRow, NoteRow } from '../schema.ts'
import { codesNamedIn } from './codes-named.ts'

type Named = Pick<NoteRow, 'id' | 'body'>

/** Which codes a note is kept to name: to be asked for with the note, for `putNoteMentions`. */
export function mentionsOf(db: KamerlensDatabase, id: string): Promise<readonly NoteMentionRow[]> {
  return db.noteMentions.where('[noteId+code]').between([id, ''], [id, '\uffff'], true, true).toArray()
}

/**
 * Keeps which codes a note names, within the running transaction: derived from its text alone, one row a code.
 *
 * @param known what it was kept to name before
 */
export async function putNoteMentions(
  db: KamerlensDatabase,
  note: Named,
  known: readonly NoteMentionRow[],
): Promise<void> {
  await replaceMentions(db, [note], () => known.map(({ code }) => code))
}

/**
 * The same of many notes, in one read and two writes: an import of 10,000 notes would wait for as many of each.
 *
 * @param read is called for each note of which it is known what it names: what takes long
 */
export async function putMentionsOfAll(
  db: KamerlensDatabase,
  notes: readonly Named[],
  read?: () => void,
): Promise<void> {
  if (notes.length === 0) return
  const known = Map.groupBy(await db.noteMentions.toArray(), ({ noteId }) => noteId)
  await replaceMentions(db, notes, (id) => (known.get(id) ?? []).map(({ code }) => code), read)
}

/**
 * The same where it is known already what each was kept to name.
 *
 * @param known the codes of one note
 */
export async function replaceMentions(
  db: KamerlensDatabase,
  notes: readonly Named[],
  known: (id: string) => readonly string[],
  read = () => {},
): Promise<void> {
  const gone: [string, string][] = []
  const added: NoteMentionRow[] = []
  for (const { id, body } of notes) {
    const named = new Set(codesNamedIn(body))
    for (const code of known(id)) if (!named.delete(code)) gone.push([id, code])
    for (const code of named) added.push({ noteId: id, code })
    read()
  }
  await db.noteMentions.bulkDelete(gone)
  await db.noteMentions.bulkPut(added)
}

/**
 * The live notes that name a code under one of these names, the one that changed last first.
 *
 * @param except targets on which a note is no mention but stands there itself
 */
export async function notesNaming(
  db: KamerlensDatabase,
  ids: readonly string[],
  except: ReadonlySet<string>,
): Promise<NoteRow[]> {
  const rows = await db.noteMentions
    .where('code')
    .anyOf([...new Set(ids.flatMap(namesOf))])
    .toArray()
  const notes = await db.notes.bulkGet([...new Set(rows.map(({ noteId }) => noteId))])
  return notes
    .flatMap((note) => (note !== undefined && isLive(note) && !except.has(note.target) ? [note] : []))
    .toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
}

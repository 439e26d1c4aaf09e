import { codeOfUrl } from '../../references/code.ts'
import { addressAlias, longestName } from '../names/identity.ts'
import { knownNames, nameTables } from '../official/known-names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentId, NoteRow, Passage, PassageSeen } from '../schema.ts'

/** A note on a passage. */
export type PassageNote = NoteRow & { readonly passage: Passage }

const isPassage = (note: NoteRow): note is PassageNote => note.passage !== undefined

/**
 * The document that a page at an address is of: by the code that the address names, else the address itself. Null for
 * what is no web address, or one without end.
 */
export function documentOfAddress(url: string): DocumentId | null {
  const id = codeOfUrl(url)?.id ?? addressAlias(url)
  return id === null || id.length > longestName ? null : id
}

/** Live notes on passages of a document, under any name that it is known by: the same document at another address too. */
export function passagesOf(db: KamerlensDatabase, document: DocumentId): Promise<readonly PassageNote[]> {
  return db.read(nameTables, async () => {
    const { names } = await knownNames(db, document)
    const notes = await db.notes
      .where('target')
      .anyOf([...names])
      .toArray()
    return notes.filter(isLive).filter(isPassage)
  })
}

/** A note, where it is on a passage of a document; else null. */
export async function passageOf(db: KamerlensDatabase, id: string, document: DocumentId): Promise<PassageNote | null> {
  const found = await passagesOf(db, document)
  return found.find((note) => note.id === id) ?? null
}

/** What came of looking for passages on a page, or in a PDF, that was read whole. */
export interface Looked {
  readonly found: readonly string[]
  readonly missing: readonly string[]
}

/**
 * Remembers which passages were found and which were not. That is no change of the note: neither its version nor its time
 * moves, so that no editor and no other machine hears of it. A passage counts as lost only where it was taken: another
 * page of the same document need not hold all of its text.
 *
 * @param url where it was looked for; null for a file of the user's own
 */
export async function rememberLooked(
  db: KamerlensDatabase,
  { found, missing }: Looked,
  url: string | null,
  now: Date,
): Promise<boolean> {
  const known = await db.notes.bulkGet([...found, ...missing])
  const at = now.toISOString()
  const changed = known.flatMap((note, index) => {
    if (note === undefined || !isPassage(note)) return []
    const seen = index < found.length ? whenFound(note, at) : whenMissing(note, url, at)
    return seen === null ? [] : [{ id: note.id, seen }]
  })
  if (changed.length === 0) return false
  await db.write(['notes'], async () => {
    for (const { id, seen } of changed) await db.notes.update(id, { seen })
  })
  return true
}

/** A day is near enough for «last found»; null where nothing is to be written. */
function whenFound({ seen }: PassageNote, at: string): PassageSeen | null {
  return seen?.orphanSince === undefined && seen?.lastFound?.slice(0, 10) === at.slice(0, 10) ? null : { lastFound: at }
}

function whenMissing({ seen, passage }: PassageNote, url: string | null, at: string): PassageSeen | null {
  if (seen?.orphanSince !== undefined || !wasTakenAt(passage, url)) return null
  return { ...seen, orphanSince: at }
}

/** Whether a passage was taken at an address (null: from a file of the user's own); one of a private window names none. */
function wasTakenAt({ url: taken, format }: Passage, url: string | null): boolean {
  if (taken === undefined || url === null) return taken === undefined && url === null && format === 'pdf'
  return addressAlias(taken) === addressAlias(url)
}

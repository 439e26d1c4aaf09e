import type { KamerlensDatabase } from '../open.ts'
import type { NoteRow, NoteVersionRow } from '../schema.ts'

/** Typing on within this time (milliseconds) makes no new entry in the history. */
const onePass = 10 * 60_000

/**
 * Whether a text that is about to be replaced goes into the history. An editor saves while one types, and a text to
 * which something was added in one place is no loss; keeping each of them would store a long note hundreds of times.
 * Whatever takes something out is kept, and so is the text of an earlier sitting.
 */
export function isWorthKeeping(current: NoteRow, next: NoteRow): boolean {
  if (current.body === next.body || current.body.trim() === '') return false
  const pause = Date.parse(next.updatedAt) - Date.parse(current.updatedAt)
  return pause >= onePass || !isAdditionTo(current.body, next.body)
}

function isAdditionTo(text: string, longer: string): boolean {
  if (text.length > longer.length) return false
  let start = 0
  while (start < text.length && text[start] === longer[start]) start += 1
  return longer.endsWith(text.slice(start))
}

/** The earlier texts of a note, newest first. */
export function versionsOf(db: KamerlensDatabase, noteId: string): Promise<NoteVersionRow[]> {
  return db.noteVersions.where('[noteId+version]').between([noteId, -Infinity], [noteId, Infinity]).reverse().toArray()
}

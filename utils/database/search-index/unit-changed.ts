import type { Change, JournalKey } from '../journal/changes.ts'
import { unitOfDocument, unitOfNote } from './content.ts'

/** The unit that a change is of; null where the search does not see it, `unknown` where it can't be told. */
export function unitChanged(change: Change): string | 'unknown' | null {
  const { table } = change
  if (!['documents', 'questions', 'notes', 'noteTags'].includes(table)) return null
  if ('deleteRange' in change) {
    if (change.deleteRange === 'all') return 'unknown'
    const [lower, upper] = [firstOf(change.deleteRange.lower), firstOf(change.deleteRange.upper)]
    return lower === upper && typeof lower === 'string' ? unitOf(table, lower) : 'unknown'
  }
  if ('delete' in change) {
    const key = firstOf(change.delete)
    return typeof key === 'string' ? unitOf(table, key) : 'unknown'
  }
  const row = change.put as { readonly id?: string; readonly list?: string; readonly noteId?: string }
  const key = table === 'questions' ? row.list : table === 'noteTags' ? row.noteId : row.id
  return key === undefined ? 'unknown' : unitOf(table, key)
}

const firstOf = (key: JournalKey): unknown => (Array.isArray(key) ? key[0] : key)

const unitOf = (table: Change['table'], key: string): string =>
  table === 'notes' || table === 'noteTags' ? unitOfNote(key) : unitOfDocument(key)

import { laterOf } from './later-of.ts'
import type { NoteRow } from './schema.ts'

/**
 * A note's removal, and its taking back. Both are changes to whoever joins two copies, and none of the note's own: once taken back it
 * says again when it was last written, by which it is listed, counted and exported.
 */

/** When anything became of a note: of two copies the one with the later moment says whether it is removed. */
export const lastTouched = ({ updatedAt, restoredAt }: NoteRow): string => laterOf(updatedAt, restoredAt)

/** When its words, tags or colour last changed, as far as that is known. */
export const lastChanged = ({ updatedAt, changedAt }: NoteRow): string => changedAt ?? updatedAt

/** The note as a changed one: its version rises, and it looks no older than before, whatever the clock says. */
export function changedNote({ restoredAt, ...note }: NoteRow, at: string): NoteRow {
  return { ...note, version: note.version + 1, updatedAt: laterOf(at, note.updatedAt, restoredAt) }
}

export function removedNote(note: NoteRow, at: string): NoteRow {
  const next = changedNote(note, at)
  return { ...next, deletedAt: next.updatedAt, changedAt: lastChanged(note) }
}

export function restoredNote(note: NoteRow, at: string): NoteRow {
  const { deletedAt, changedAt, ...next } = changedNote(note, at)
  return { ...next, ...momentsOf(changedAt ?? next.updatedAt, next.updatedAt) }
}

/** @param touched when anything became of it: kept where that was not what `changed` says already */
export const momentsOf = (changed: string, touched: string): Pick<NoteRow, 'updatedAt' | 'restoredAt'> =>
  touched > changed ? { updatedAt: changed, restoredAt: touched } : { updatedAt: changed }

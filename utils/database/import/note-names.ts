import { sha256, uuidOf } from '../names/hash.ts'
import type { Records } from '../records/records.ts'

/** What messages take for the name of a note too (`isIncomingName`): by any other it could be neither changed nor removed. */
export const isNoteName = (name: string): boolean => /^[A-Za-z0-9_-]{1,80}$/.test(name)

/**
 * Records in which each note has a name by which it can be changed. What another program named in its own way gets a UUID that
 * follows from that name, the same at each import: older exports hold such notes, and are not refused for one.
 */
export async function withNoteNames(records: Records): Promise<Records> {
  const { notes, noteTags, noteVersions } = records
  const all = new Set([...notes.map(({ id }) => id), ...[...noteTags, ...noteVersions].map(({ noteId }) => noteId)])
  const strange = [...all].filter((name) => !isNoteName(name))
  if (strange.length === 0) return records
  const given = new Map(
    await Promise.all(strange.map(async (name) => [name, uuidOf(await sha256(JSON.stringify(name)))] as const)),
  )
  const nameOf = (name: string) => given.get(name) ?? name
  return {
    ...records,
    notes: notes.map((row) => ({ ...row, id: nameOf(row.id) })),
    noteTags: noteTags.map((row) => ({ ...row, noteId: nameOf(row.noteId) })),
    noteVersions: noteVersions.map((row) => ({ ...row, noteId: nameOf(row.noteId) })),
  }
}

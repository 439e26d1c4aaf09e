import { type Records, type RecordTable, recordsFrom, recordTables } from '../records/records.ts'

/** What belongs together: a document with its questions, or a note with its tags and earlier texts. */
type Group = Map<RecordTable, unknown[]>

/** Which group a record of each table is in. Keys of documents and of notes are apart. */
const groupOf: { readonly [Table in RecordTable]: (row: Records[Table][number]) => string } = {
  documents: ({ id }) => `document ${id}`,
  questions: ({ list }) => `document ${list}`,
  rests: ({ document }) => `document ${document}`,
  corrections: ({ list }) => `document ${list}`,
  watches: ({ target }) => `watch ${target}`,
  lookups: ({ id }) => `look-up ${id}`,
  notes: ({ id }) => `note ${id}`,
  noteTags: ({ noteId }) => `note ${noteId}`,
  noteVersions: ({ noteId }) => `note ${noteId}`,
}

/**
 * Parts the records so that each part makes a file of at most so many bytes, whole in itself: a document stays with its questions, a
 * note with its tags and earlier texts. What is larger than that by itself gets a part of its own; a note with more earlier texts than
 * one holds stands in several, each with some of them.
 */
export function partsOf(records: Records, most: number): readonly Records[] {
  const groups = new Map<string, { readonly rows: Group; bytes: number }>()
  const all: { readonly rows: Group; readonly bytes: number }[] = []
  const encoder = new TextEncoder()
  // With the comma and the line break behind it.
  const bytesOf = (row: unknown) => encoder.encode(JSON.stringify(row)).byteLength + 2
  const begin = (key: string, rows: Group, bytes: number) => {
    const group = { rows, bytes }
    groups.set(key, group)
    all.push(group)
    return group
  }
  const add = <Table extends RecordTable>(table: Table) => {
    for (const row of records[table]) {
      const key = groupOf[table](row)
      const bytes = bytesOf(row)
      let group = groups.get(key) ?? begin(key, new Map(), 0)
      const notes = group.rows.get('notes') ?? []
      if (table === 'noteVersions' && group.bytes + bytes > most && group.rows.has(table))
        group = begin(
          key,
          new Map([['notes', [...notes]]]),
          notes.reduce<number>((sum, note) => sum + bytesOf(note), 0),
        )
      const rows = group.rows.get(table) ?? []
      group.rows.set(table, rows)
      rows.push(row)
      group.bytes += bytes
    }
  }
  for (const table of recordTables) add(table)

  const parts: Group[] = []
  let left = 0
  for (const { rows, bytes } of all) {
    if (bytes > left || parts.length === 0) {
      parts.push(new Map())
      left = most
    }
    left -= bytes
    const part = parts.at(-1)
    for (const [table, own] of rows) {
      const before = part?.get(table)
      if (before === undefined) part?.set(table, own)
      else for (const row of own) before.push(row)
    }
  }
  return parts.map(recordsFrom)
}

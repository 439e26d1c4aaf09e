import { type Records, type RecordTable, recordTables } from './records.ts'

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
 * note with its tags and earlier texts. What is larger than that by itself gets a part of its own.
 */
export function partsOf(records: Records, most: number): readonly Records[] {
  const groups = new Map<string, { readonly rows: Group; bytes: number }>()
  const encoder = new TextEncoder()
  const add = <Table extends RecordTable>(table: Table) => {
    for (const row of records[table]) {
      const key = groupOf[table](row)
      const group = groups.get(key) ?? { rows: new Map(), bytes: 0 }
      groups.set(key, group)
      const rows = group.rows.get(table) ?? []
      group.rows.set(table, rows)
      rows.push(row)
      // With the comma and the line break behind it.
      group.bytes += encoder.encode(JSON.stringify(row)).byteLength + 2
    }
  }
  for (const table of recordTables) add(table)

  const parts: Group[] = []
  let left = 0
  for (const { rows, bytes } of groups.values()) {
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
  return parts.map(
    (part) => Object.fromEntries(recordTables.map((table) => [table, part.get(table) ?? []])) as unknown as Records,
  )
}

import type { Table } from 'dexie'

/** From so many keys on a cursor that walks the index costs less than a request for each key. */
const fewKeys = 40

/**
 * The rows that have one of these keys in an index, each once. For a few keys they are asked for all together: Dexie's `anyOf`
 * goes from key to key with a cursor, each step of which waits for the one before.
 */
export async function rowsWith<Row, Key>(
  table: Table<Row, Key>,
  index: string,
  keys: readonly string[],
  keyOf: (row: Row) => string,
): Promise<Row[]> {
  const unique = [...new Set(keys)]
  if (unique.length > fewKeys) return table.where(index).anyOf(unique).distinct().toArray()
  const found = await Promise.all(unique.map((key) => table.where(index).equals(key).toArray()))
  return [...new Map(found.flat().map((row) => [keyOf(row), row])).values()]
}

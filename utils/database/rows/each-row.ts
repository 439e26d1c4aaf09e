import type { IndexableType, Table } from 'dexie'

/** Rows read at once: enough to be quick, few enough that a page goes on being drawn. */
const pageSize = 500

/** Goes through all rows of a table by their key, a page of them in memory at a time. */
export async function eachRow<Row, Key>(
  table: Table<Row, Key>,
  keyOf: (row: Row) => Key & IndexableType,
  take: (row: Row) => void,
): Promise<void> {
  let rows = await table.limit(pageSize).toArray()
  for (;;) {
    for (const row of rows) take(row)
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    rows = await table.where(':id').above(keyOf(last)).limit(pageSize).toArray()
  }
}

import type { Transaction } from 'dexie'
import { StoreFailure } from '../errors.ts'

/** The table that says what a Kamerlens must understand: an upgrade changes it by intent, and no row of it is a user's. */
const ownTable = 'meta'

/**
 * Runs an upgrade and compares how many rows each table has before and after it (SAFETY §2): what is new is laid beside what is
 * there, so a table that had rows has as many. Where one does not, the upgrade is refused: its transaction is aborted by the
 * failure, and the database stays as it was, in its earlier version.
 *
 * @throws StoreFailure `upgrade-refused`
 */
export async function checkedUpgrade(
  transaction: Transaction,
  upgrade: (transaction: Transaction) => PromiseLike<unknown>,
): Promise<void> {
  const before = await rowsIn(transaction)
  await upgrade(transaction)
  const after = await rowsIn(transaction)
  const changed = [...before].filter(([table, rows]) => rows > 0 && after.get(table) !== rows)
  if (changed.length === 0) return
  const words = changed.map(([table, rows]) => `${table}: ${rows} rows before, ${after.get(table) ?? 0} after`)
  throw new StoreFailure('upgrade-refused', words.join('; '))
}

async function rowsIn(transaction: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = new Map<string, number>()
  // Dexie names those of later versions too, which are not there yet.
  const there = transaction.idbtrans.objectStoreNames
  for (const table of transaction.storeNames) {
    if (table !== ownTable && there.contains(table)) rows.set(table, await transaction.table(table).count())
  }
  return rows
}

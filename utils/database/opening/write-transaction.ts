import { Dexie } from 'dexie'

/**
 * Runs a change of these tables in one transaction. Rejects with what the browser ended it for, where it did so: when that was
 * between two requests (no room on the disk), the next one says no more than that the transaction has ended.
 */
export async function writeTransaction<Value>(
  db: Dexie,
  tables: readonly string[],
  change: () => Promise<Value>,
): Promise<Value> {
  let transaction: IDBTransaction | undefined
  try {
    return await db.transaction('rw', [...tables], async () => {
      transaction = Dexie.currentTransaction.idbtrans
      return change()
    })
  } catch (error) {
    throw transaction?.error ?? error
  }
}

import { databaseName } from '../open.ts'
import { schemaVersion } from '../schema.ts'

/** The version of IndexedDB under our name; 0 where there is none. */
export async function storedVersion(): Promise<number> {
  const databases = await indexedDB.databases()
  return databases.find(({ name }) => name === databaseName)?.version ?? 0
}

/** Whether there is a database of an earlier schema: Dexie counts in tenths. */
export const isEarlier = (version: number): boolean => version > 0 && version < schemaVersion * 10

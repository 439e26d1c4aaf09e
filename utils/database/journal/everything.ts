import { Dexie, type DexieOptions, type Transaction } from 'dexie'
import { numberIn } from '../rows/number-in.ts'
import type { MetaRow } from '../schema.ts'
import { type Change, isJournalTable } from './changes.ts'
import type { Everything } from './writing.ts'

/** The row of `meta` that counts transactions: written by each of them, so that it is true of the tables beside it. */
export const sequenceKey = 'sequence'

/** There as long as the user has erased everything and the journal still holds it. */
export const erasedKey = 'erased'

/** The row of `meta` that says which snapshot is of before the last upgrade, as long as that one stays whatever comes after it. */
export const upgradedKey = 'upgraded'

export interface Upgraded {
  readonly snapshot: number
  /** Clean starts since. */
  readonly starts: number
}

/** Within an upgrade: the snapshot that was taken before it (`recover.ts`) stays for a while. */
export async function holdSnapshot(transaction: Transaction): Promise<void> {
  const meta = transaction.table<MetaRow, string>('meta')
  const value: Upgraded = { snapshot: numberIn(await meta.get(sequenceKey), 0), starts: 0 }
  await meta.put({ key: upgradedKey, value })
}

/** Within a transaction of all tables: nothing stays but what a Kamerlens must understand and the count of transactions. */
export async function emptyAll(db: Dexie): Promise<void> {
  for (const table of db.tables) if (table.name !== 'meta') await table.clear()
  await db.table<MetaRow, string>('meta').where('key').noneOf(['minReader', 'minWriter', sequenceKey]).delete()
}

/** Rows in a line of a snapshot. */
const rowsInPiece = 200

/**
 * Everything that the journal's tables hold, read in one transaction. It opens the database as it lies there, in whatever
 * version: a snapshot before an upgrade is of what was there before.
 */
export async function everythingIn(name: string, options: DexieOptions = {}): Promise<Everything> {
  const db = new Dexie(name, options)
  try {
    await db.open()
    const tables = db.tables.filter((table) => isJournalTable(table.name))
    if (!db.tables.some(({ name }) => name === 'meta')) return { seq: 0, held: null, pieces: [] }
    const rows = await db.transaction('r', db.tables, async () => ({
      seq: numberIn(await db.table<MetaRow, string>('meta').get(sequenceKey), 0),
      upgraded: (await db.table<MetaRow, string>('meta').get(upgradedKey))?.value as Upgraded | undefined,
      byTable: await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const)),
    }))
    return { seq: rows.seq, held: rows.upgraded?.snapshot ?? null, pieces: piecesOf(rows.byTable) }
  } finally {
    db.close()
  }
}

function* piecesOf(tables: readonly (readonly [string, readonly unknown[]])[]): Iterable<readonly Change[]> {
  for (const [table, rows] of tables) {
    if (!isJournalTable(table)) continue
    for (let from = 0; from < rows.length; from += rowsInPiece) {
      yield rows.slice(from, from + rowsInPiece).map((row): Change => ({ table, put: row }))
    }
  }
}

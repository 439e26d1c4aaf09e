import type { DBCore, Middleware, Table } from 'dexie'
import type { DocumentId, LookupRow, MetaRow } from '../schema.ts'

/**
 * Look-ups are in no journal, and so in no `Change`. What is derived from them (the search index) follows them by rows of `meta` that
 * name what the services said something of: each is written in the transaction of the records, so that no end of the browser comes
 * between them, and goes when that was followed.
 */
const prefix = 'found:'

/** As much of the database as is used here. */
interface Marked {
  readonly meta: Table<MetaRow, string>
}
interface Writable extends Marked {
  write<Value>(tables: readonly never[], change: () => Promise<Value>): Promise<Value>
}

/** Tells of every record of the official services that a transaction stores, by all names of what it is of. */
export function foundRecorder(record: (transaction: object, names: readonly DocumentId[]) => void): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'found',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name)
        if (name !== 'lookups') return table
        return {
          ...table,
          async mutate(request) {
            const answer = await table.mutate(request)
            if (request.type === 'put' || request.type === 'add') {
              // A wish alone changes nothing of what is known.
              const found = (request.values as LookupRow[]).filter((row) => row.document !== null && !row.wanted)
              record(
                request.trans,
                found.flatMap(({ aliases }) => aliases),
              )
            }
            return answer
          },
        }
      },
    }),
  }
}

/** Keeps, within the running transaction, what the services said something of. */
export const keepFoundNames = (db: Marked, names: readonly DocumentId[]): PromiseLike<unknown> =>
  db.meta.put({ key: `${prefix}${crypto.randomUUID()}`, value: names })

/** What the services said something of that was not followed yet, and the rows that say so. */
export interface FoundNames {
  readonly names: readonly DocumentId[]
  readonly rows: readonly string[]
}

export async function foundNames(db: Marked): Promise<FoundNames> {
  const rows: readonly MetaRow[] = await db.meta.where('key').startsWith(prefix).toArray()
  const names = new Set(rows.flatMap(({ value }) => value as readonly DocumentId[]))
  return { names: [...names], rows: rows.map(({ key }) => key) }
}

/** It was followed; what was found since stays. */
export async function forgetFoundNames(db: Writable, { rows }: FoundNames): Promise<void> {
  if (rows.length > 0) await db.write([], () => db.meta.bulkDelete([...rows]))
}

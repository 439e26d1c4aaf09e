import type { KamerlensDatabase } from '../open.ts'
import { rowsWith } from '../rows/rows-with.ts'
import type { DocumentId, DocumentRow } from '../schema.ts'

/** Whether a row was not removed by the user. */
export const isLive = (row: { readonly deletedAt?: string }): boolean => row.deletedAt === undefined

/** Those of the rows that were asked for that are there, and were not removed. */
export function liveRows<Row extends { readonly deletedAt?: string }>(rows: readonly (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined).filter(isLive)
}

/** Documents under any of these names, removed ones too; those under the first name first. */
export async function documentsNamed(db: KamerlensDatabase, names: readonly DocumentId[]): Promise<DocumentRow[]> {
  const found = await rowsWith(db.documents, 'aliases', names, ({ id }) => id)
  const place = (row: DocumentRow) => names.findIndex((name) => row.aliases.includes(name))
  return found.sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
}

/** The questions of a document in its order. */
export function questionsOf(db: KamerlensDatabase, list: DocumentId) {
  return db.questions.where('[list+order]').between([list, -Infinity], [list, Infinity])
}

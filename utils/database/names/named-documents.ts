import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import { rowsWith } from '../rows/rows-with.ts'
import type { DocumentId, DocumentRow } from '../schema.ts'
import { alikeIn } from './alike.ts'
import { namesOf } from './names.ts'

/** Documents under any of these names, removed ones too; those under the first name first. */
export async function documentsNamed(db: KamerlensDatabase, names: readonly DocumentId[]): Promise<DocumentRow[]> {
  const found = await rowsWith(db.documents, 'aliases', names, ({ id }) => id)
  const place = (row: DocumentRow) => names.findIndex((name) => row.aliases.includes(name))
  return found.sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
}

/** The live document that an id or alias names, else one whose name is alike. */
export async function findDocument(db: KamerlensDatabase, id: DocumentId): Promise<DocumentRow | undefined> {
  const names = namesOf(id)
  const named = (await documentsNamed(db, names)).find(isLive)
  return named ?? (await documentsNamed(db, await alikeIn(db.documents, 'aliases', names))).find(isLive)
}

/** The questions of a document in its order. */
export function questionsOf(db: KamerlensDatabase, list: DocumentId) {
  return db.questions.where('[list+order]').between([list, -Infinity], [list, Infinity])
}

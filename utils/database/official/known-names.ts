import { alikeIn } from '../names/alike.ts'
import { documentsNamed } from '../names/named-documents.ts'
import { allNames, keptNames, namesOf } from '../names/names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { rowsWith } from '../rows/rows-with.ts'
import type { DocumentId, DocumentRow } from '../schema.ts'
import { lookedUp } from './lookups.ts'

/** The tables that `knownNames` reads: for who asks it in a transaction of its own. */
export const nameTables = ['documents', 'notes', 'lookups'] as const

/** What a paper is known by. */
export interface KnownNames {
  /** Every name that something of it may be kept under, the one that was asked for first. */
  readonly names: readonly DocumentId[]
  /** What is kept under one of them, removed ones too; under a name of its own before one that is alike. */
  readonly documents: readonly DocumentRow[]
}

/**
 * Every name of the paper that an id names: those of its form, of the services, of the documents that are kept under them, and those
 * that are alike (`names/alike.ts`). Call it in a transaction over `nameTables`.
 *
 * @param official what the services said of it, where that is known already
 */
export async function knownNames(
  db: KamerlensDatabase,
  id: DocumentId,
  official = lookedUp(db, id),
): Promise<KnownNames> {
  const own = namesOf(id)
  const [said, ...alike] = await Promise.all([
    official,
    alikeIn(db.documents, 'aliases', own),
    alikeIn(db.notes, 'target', own),
    alikeIn(db.lookups, 'aliases', own),
  ])
  const others = [...new Set(alike.flat())]
  const saidOfOthers = others.length === 0 ? [] : await rowsWith(db.lookups, 'aliases', others, (row) => row.id)
  const names = keptNames(allNames([...own, ...(said?.aliases ?? []), ...others], saidOfOthers))
  const documents = await documentsNamed(db, names)
  return { names: allNames(names, documents), documents }
}

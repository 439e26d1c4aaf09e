import { exportAll } from '#utils/database/export/export.ts'
import { applyImport } from '#utils/database/import/import.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { DocumentRow } from '#utils/database/schema.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'
import { readExport } from './read-export.ts'

export const list = '2023D20951'
export const undo = { id: 'import-1', at: at(100) }
export const nothing = { documents: 0, notes: 0 }

/** A database with one list of three questions. */
export async function source(id = list, more: Partial<DocumentRow> = {}): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  await db.documents.add(documentRow(id, { aliases: [id], updatedAt: at(2).toISOString(), ...more }))
  await db.questions.bulkAdd([
    questionRow(id, 0, '155', { code: '2023D19158', question: 'Eerste deel. Tweede deel?', answer: 'Ja.' }),
    questionRow(id, 1, '156'),
    questionRow(id, 2, '157'),
  ])
  return db
}

export const exported = async (db: KamerlensDatabase) => readExport((await exportAll(db, at(60)))[0])

/** A database into which what another one has was imported. */
export async function imported(there: KamerlensDatabase): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  await applyImport(db, await exported(there), { undo })
  return db
}

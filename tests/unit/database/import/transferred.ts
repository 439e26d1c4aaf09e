import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { ImportFailure } from '#utils/database/import/read-export.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { recordTables } from '#utils/database/records/records.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'
import { readExport } from './read-export.ts'

/** A database with removed rows, a history, tags, and what is followed. */
export async function filled(): Promise<KamerlensDatabase> {
  const db = openTestDatabase()
  await db.documents.bulkAdd([
    documentRow('2023D20951', { aliases: ['2023D20951', 'kst-36360-VIII-5'], title: 'Jaarverslag «OCW»\u2028' }),
    documentRow('2023D30000'),
  ])
  await db.questions.bulkAdd([
    questionRow('2023D20951', 0, '155', { code: '2023D19158', footnotes: [{ mark: '90', text: 'Berenschot' }] }),
    questionRow('2023D20951', 1, '156'),
  ])
  await saveNote(db, { id: 'n1', target: '2023D20951#155', opened: '', body: 'een\ntwee', tags: ['ocw'] }, at(1))
  await saveNote(db, { id: 'n1', target: '2023D20951#155', opened: 'een\ntwee', body: 'een' }, at(2))
  await saveNote(db, { id: 'n2', target: '2023D30000', opened: '', body: 'weg' }, at(3))
  await deleteNote(db, 'n2', at(4))
  await deleteDocument(db, '2023D30000', at(5))
  await db.watches.add({ target: '2023D20951', nextCheck: at(9).toISOString() })
  return db
}

/** All rows that an export holds, by table. */
export const contents = async (db: KamerlensDatabase) =>
  Object.fromEntries(await Promise.all(recordTables.map(async (table) => [table, await db.table(table).toArray()])))

/** Why a file is refused. */
export const failure = async (text: string | Blob): Promise<string> => {
  const error: unknown = await readExport(new Blob([text])).catch((thrown: unknown) => thrown)
  return error instanceof ImportFailure ? error.code : `no failure: ${JSON.stringify(error)}`
}

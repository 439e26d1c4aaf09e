import type { ImportChanges, ImportPreview } from '../../browser/protocol/transfer.ts'
import { putMentionsOfAll } from '../notes/note-mentions.ts'
import type { KamerlensDatabase } from '../open.ts'
import { putQuestions, putRest } from '../questions/store-questions.ts'
import { type Records, recordTables } from '../records/records.ts'
import { counting, inGroups, noProgress, type Tell } from '../rows/counted.ts'
import { changesOf, conflictingIn, type ImportHow, isUndoable, type Plan, papersIn, planImport } from './plan.ts'
import { rowsBefore } from './rows-before.ts'
import { keepWayBack, wayBack } from './way-back.ts'

const tables = [...recordTables, 'originals', 'noteMentions'] as const

/** What is told of a file: its papers and notes. */
const size = ({ documents, notes }: Records): number => documents.length + notes.length

/** What importing these records would change; nothing is written. */
export function previewImport(
  db: KamerlensDatabase,
  records: Records,
  { tell = noProgress, ...how }: Omit<ImportOptions, 'undo'> = {},
): Promise<ImportChanges & Pick<ImportPreview, 'conflicting'>> {
  const count = counting(size(records), tell)
  return db.read(tables, async () => {
    const planned = await planImport(db, records, how, () => count(1))
    const conflicting = conflictingIn(planned)
    return { ...changesOf(planned), ...(conflicting.length === 0 ? {} : { conflicting }) }
  })
}

export interface ImportOptions extends ImportHow {
  /** A paper or note is half done when it has been compared, and done when it is written, or need not be. */
  readonly tell?: Tell | undefined
  /** The name under which it can be undone, and the moment at which it was asked for; without one it can't be. */
  readonly undo?: { readonly id: string; readonly at: Date }
}

/**
 * Imports records in one transaction: all or nothing. Nothing kept is dropped: notes are merged, documents joined.
 * The same import again changes no row, leaves the way back as it is, and under the same name answers the same.
 */
export function applyImport(
  db: KamerlensDatabase,
  records: Records,
  { tell = noProgress, undo, ...how }: ImportOptions = {},
): Promise<ImportChanges> {
  const total = size(records)
  const count = counting(total, tell)
  return db.write(tables, async () => {
    const planned = await planImport(db, records, how, () => count(1 / 2))
    const changes = changesOf(planned)
    const kept = undo === undefined ? undefined : await wayBack(db)
    const isAgain = undo !== undefined && kept?.id === undo.id && kept.undone === undefined
    const before = undo === undefined || isAgain || !isUndoable(planned) ? null : await rowsBefore(db, planned)
    count((total - papersIn(planned).size - planned.notes.length) / 2)
    await write(db, planned, () => count(1 / 2))
    if (undo !== undefined && before !== null) await keepWayBack(db, { ...undo, changes }, before)
    return isAgain && changes.changesNothing ? kept.changes : changes
  })
}

/** @param written is called for each paper and each note that is */
async function write(db: KamerlensDatabase, planned: Plan, written: () => void): Promise<void> {
  for (const [document, { questions, corrections, rest }] of planned.lists) {
    await db.corrections.bulkPut([...corrections])
    await putQuestions(db, document, questions)
    if (rest !== undefined) await putRest(db, document, rest)
    written()
  }
  for (const some of inGroups(planned.documents)) {
    await db.documents.bulkPut([...some])
    for (const { id } of some) if (!planned.lists.has(id)) written()
  }
  await db.notes.bulkPut(planned.notes)
  await putMentionsOfAll(db, planned.notes, written)
  await db.noteTags.bulkPut(planned.noteTags)
  await db.noteVersions.bulkPut(planned.noteVersions)
  await db.watches.bulkPut(planned.watches)
  await db.lookups.bulkDelete([...planned.lookups.remove])
  await db.lookups.bulkPut([...planned.lookups.put])
}

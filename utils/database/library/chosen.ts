import type { ChosenRows } from '../../browser/protocol/keeping.ts'
import { idsOfNotesOn } from '../notes/note-questions.ts'
import type { KamerlensDatabase } from '../open.ts'
import { liveRows } from '../rows/live.ts'
import type { DocumentRow, NoteRow } from '../schema.ts'

/** What chosen rows stand for where they go out: the documents, and the notes that are chosen themselves. */
export interface ChosenContent {
  readonly documents: readonly DocumentRow[]
  readonly notes: readonly NoteRow[]
}

/** The chosen rows that are still kept. */
export async function chosenContent(db: KamerlensDatabase, { documents, notes }: ChosenRows): Promise<ChosenContent> {
  return {
    documents: liveRows(await db.documents.bulkGet([...documents])),
    notes: liveRows(await db.notes.bulkGet([...notes])),
  }
}

/** The ids of the chosen notes, and of those on chosen documents and on their questions. */
export async function notesOfChosen(db: KamerlensDatabase, chosen: ChosenRows): Promise<ReadonlySet<string>> {
  const { documents } = await chosenContent(db, chosen)
  const onThem = await Promise.all(documents.map(({ aliases }) => idsOfNotesOn(db, aliases)))
  return new Set([...chosen.notes, ...onThem.flat()])
}

import type { Question } from '../../documents/types.ts'
import type { WholeNote } from '../notes/undone-notes.ts'
import type { KamerlensDatabase } from '../open.ts'
import { correctionsOf, questionsAsRead } from '../questions/store-questions.ts'
import type { CorrectionRow, DocumentRow, RestRow, WatchRow } from '../schema.ts'
import { type Plan, papersIn } from './plan.ts'

/** The rows that an import changes, as they were before it. */

/** What was there before: null where nothing was. */
export interface Before<Row> {
  readonly name: string
  readonly before: Row | null
}

export interface PaperBefore {
  readonly document: DocumentRow
  /** Absent where the import did not touch its questions. */
  readonly list?: {
    readonly questions: readonly Question[]
    readonly corrections: readonly CorrectionRow[]
    readonly rest: RestRow['rest']
  }
}

export interface RowsBefore {
  readonly papers: readonly Before<PaperBefore>[]
  readonly notes: readonly Before<WholeNote>[]
  readonly watches: readonly Before<WatchRow>[]
}

/** The rows that a plan will change, as they are now. Call it in the import's transaction, before it writes. */
export async function rowsBefore(db: KamerlensDatabase, plan: Plan): Promise<RowsBefore> {
  return {
    papers: await papersBefore(db, plan),
    notes: await notesBefore(db, plan),
    watches: (await db.watches.bulkGet(plan.watches.map(({ target }) => target))).map((row, index) => ({
      name: plan.watches[index]?.target ?? '',
      before: row ?? null,
    })),
  }
}

async function papersBefore(db: KamerlensDatabase, plan: Plan): Promise<Before<PaperBefore>[]> {
  const ids = [...papersIn(plan)]
  const rows = await db.documents.bulkGet(ids)
  const found: Before<PaperBefore>[] = []
  for (const [index, name] of ids.entries()) {
    const document = rows[index]
    if (document === undefined) found.push({ name, before: null })
    else if (!plan.lists.has(name)) found.push({ name, before: { document } })
    else {
      const questions = await questionsAsRead(db, name)
      const corrections = await correctionsOf(db, name)
      const rest = (await db.rests.get(name))?.rest ?? []
      found.push({ name, before: { document, list: { questions, corrections, rest } } })
    }
  }
  return found
}

async function notesBefore(db: KamerlensDatabase, plan: Plan): Promise<Before<WholeNote>[]> {
  const ids = [
    ...new Set([
      ...plan.notes.map(({ id }) => id),
      ...plan.noteTags.map(({ noteId }) => noteId),
      ...plan.noteVersions.map(({ noteId }) => noteId),
    ]),
  ]
  const rows = await db.notes.bulkGet(ids)
  const known = new Set(rows.flatMap((row) => row?.id ?? []))
  const ofKnown = <Row extends { readonly noteId: string }>(all: readonly Row[]) =>
    Map.groupBy(
      all.filter(({ noteId }) => known.has(noteId)),
      ({ noteId }) => noteId,
    )
  const tags = ofKnown(known.size === 0 ? [] : await db.noteTags.toArray())
  const versions = ofKnown(known.size === 0 ? [] : await db.noteVersions.toArray())
  return ids.map((name, index) => {
    const note = rows[index]
    if (note === undefined) return { name, before: null }
    return { name, before: { note, tags: tags.get(name) ?? [], versions: versions.get(name) ?? [] } }
  })
}

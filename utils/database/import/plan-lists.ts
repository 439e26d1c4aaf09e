import type { Question } from '../../documents/types.ts'
import { standsInPlace } from '../documents/richer-reading.ts'
import type { KamerlensDatabase } from '../open.ts'
import { correctionsOf, joinCorrections, questionsAsRead, shownRows } from '../questions/store-questions.ts'
import type { QuestionRecord, Records } from '../records/records.ts'
import { isSame } from '../rows/is-same.ts'
import type { CorrectionRow, DocumentId, QuestionRow, RestRow } from '../schema.ts'

/** How a list will look: what was read, what is corrected in it, and what stands in no record. */
export interface ListPlan {
  readonly questions: readonly Question[]
  readonly corrections: readonly CorrectionRow[]
  /** Absent where it stays as it is. */
  readonly rest?: RestRow['rest']
}

/** A plan, with the rows that are shown before and after it, and those of the file. */
export interface PlannedList {
  /** Null where nothing changes. */
  readonly plan: ListPlan | null
  /** Whether the reading of the file is the one that stands then. */
  readonly replaces: boolean
  readonly before: readonly QuestionRow[]
  readonly after: readonly QuestionRow[]
  readonly imported: readonly QuestionRow[]
}

/** Records of a file by the list that they belong to. */
export interface ListRecords {
  readonly questions: ReadonlyMap<DocumentId, readonly QuestionRecord[]>
  readonly corrections: ReadonlyMap<DocumentId, readonly CorrectionRow[]>
  readonly rests: ReadonlyMap<DocumentId, RestRow['rest']>
}

export function recordsByList(records: Records): ListRecords {
  return {
    questions: Map.groupBy(records.questions, ({ list }) => list),
    corrections: Map.groupBy(records.corrections, ({ list }) => list),
    rests: new Map(records.rests.map(({ document, rest }) => [document, rest])),
  }
}

/**
 * What becomes of one list's questions.
 *
 * @param from the list's id in the file
 * @param to its id here
 * @param isLater whether the file has the later reading; a list that has no questions yet takes what there is
 * @param mayBePoorer whether the later one counts whatever is in it; else a poorer reading leaves a richer one in its place
 * @param planned what the file has planned for it already, under another of its names
 */
export async function planList(
  db: KamerlensDatabase,
  records: ListRecords,
  {
    from,
    to,
    isLater,
    mayBePoorer,
    planned,
  }: { from: DocumentId; to: DocumentId; isLater: boolean; mayBePoorer: boolean; planned?: ListPlan | undefined },
): Promise<PlannedList> {
  const read = (records.questions.get(from) ?? []).map(({ list: _, ...question }) => question)
  const stored: ListPlan = planned ?? {
    questions: await questionsAsRead(db, to),
    corrections: await correctionsOf(db, to),
  }
  const replaces = standsInPlace(read, stored.questions, { isLater, mayBePoorer })
  const questions = replaces ? read : stored.questions
  const own = (records.corrections.get(from) ?? []).map((row) => ({ ...row, list: to }))
  const corrections = joinCorrections(stored.corrections, own)
  const rest = replaces ? (records.rests.get(from) ?? []) : undefined
  const storedRest = stored.rest ?? (await db.rests.get(to))?.rest ?? []
  const isChanged =
    !isSame(stored.questions, questions) ||
    !isSame(stored.corrections, corrections) ||
    (rest !== undefined && !isSame(storedRest, rest))
  return {
    plan: isChanged ? { questions, corrections, ...(rest === undefined ? {} : { rest }) } : null,
    replaces,
    before: shownRows(to, stored.questions, stored.corrections),
    after: shownRows(to, questions, corrections),
    imported: shownRows(to, read, corrections),
  }
}

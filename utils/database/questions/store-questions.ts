import { applyCorrections, nameKey } from '../../documents/corrections.ts'
import type { Question } from '../../documents/types.ts'
import { questionsOf } from '../names/named-documents.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import type { CorrectionRow, DocumentId, QuestionRow, RestRow } from '../schema.ts'

/** The tables that questions and their corrections stand in: one transaction has them all. */
export const questionTables = ['questions', 'originals', 'corrections'] as const

/** The questions of a list as they were read, in order, without what the user corrected. */
export async function questionsAsRead(db: KamerlensDatabase, list: DocumentId): Promise<readonly Question[]> {
  const original = await db.originals.get(list)
  if (original !== undefined) return original.questions
  return (await questionsOf(db, list).toArray()).map(({ list: _, ...question }) => question)
}

/** All corrections of a list, those that were taken back too. */
export function correctionsOf(db: KamerlensDatabase, list: DocumentId): Promise<CorrectionRow[]> {
  return db.corrections.where('[list+number+occurrence+kind]').between([list, ''], [list, []]).toArray()
}

/** Takes corrections out of the store. */
export async function deleteCorrections(db: KamerlensDatabase, rows: readonly CorrectionRow[]): Promise<void> {
  await db.corrections.bulkDelete(rows.map(({ list, number, occurrence, kind }) => [list, number, occurrence, kind]))
}

/** Keeps what of a document is in no question, in place of what was kept of it. */
export async function putRest(db: KamerlensDatabase, document: DocumentId, rest: RestRow['rest']): Promise<void> {
  if (rest.length === 0) await db.rests.delete(document)
  else await db.rests.put({ document, rest })
}

/** What is shown of questions that were read, once these corrections are applied. */
export function shownRows(
  list: DocumentId,
  asRead: readonly Question[],
  corrections: readonly CorrectionRow[],
): readonly QuestionRow[] {
  return applyCorrections(asRead, corrections.filter(isLive)).map((question) => ({ ...question, list }))
}

/** Keeps questions in place of those that a list has, with its corrections applied where they fit. */
export async function putQuestions(
  db: KamerlensDatabase,
  list: DocumentId,
  asRead: readonly Question[],
): Promise<readonly QuestionRow[]> {
  const rows = shownRows(list, asRead, await correctionsOf(db, list))
  await questionsOf(db, list).delete()
  await db.questions.bulkPut([...rows])
  if (rows.some(({ corrected }) => corrected !== undefined)) await db.originals.put({ list, questions: asRead })
  else await db.originals.delete(list)
  return rows
}

/** Takes a list away that turned out to be another one; what was corrected in it goes over to that one. */
export async function moveQuestions(db: KamerlensDatabase, from: DocumentId, to: DocumentId): Promise<void> {
  const [moved, known] = [await correctionsOf(db, from), await correctionsOf(db, to)]
  await db.corrections.bulkPut([
    ...joinCorrections(
      known,
      moved.map((one) => ({ ...one, list: to })),
    ),
  ])
  await deleteCorrections(db, moved)
  await questionsOf(db, from).delete()
  await db.originals.delete(from)
}

/** The corrections of two lists that are one: of two of the same thing the later one. */
export function joinCorrections(
  own: readonly CorrectionRow[],
  other: readonly CorrectionRow[],
): readonly CorrectionRow[] {
  // A file may hold any number of them.
  const joined = new Map(own.map((row) => [correctionKey(row), row]))
  for (const row of other) {
    const known = joined.get(correctionKey(row))
    if (known === undefined || row.updatedAt > known.updatedAt) joined.set(correctionKey(row), row)
  }
  return [...joined.values()]
}

const correctionKey = ({ number, occurrence, kind }: CorrectionRow): string =>
  `${kind} ${nameKey({ number, occurrence })}`

/** Whether two corrections of one list are about the same thing, whatever they make of it. */
export function isSameCorrection(
  one: Pick<CorrectionRow, 'number' | 'occurrence' | 'kind'>,
  other: Pick<CorrectionRow, 'number' | 'occurrence' | 'kind'>,
): boolean {
  return one.number === other.number && one.occurrence === other.occurrence && one.kind === other.kind
}

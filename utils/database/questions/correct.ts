import type { ChangeCorrections } from '../../browser/protocol/keeping.ts'
import { applyCorrections, type Correction, nameKey, questionNames } from '../../documents/corrections.ts'
import type { Question } from '../../documents/types.ts'
import { StoreFailure } from '../errors.ts'
import type { KamerlensDatabase } from '../open.ts'
import { afterAll } from '../rows/later-of.ts'
import { isLive } from '../rows/live.ts'
import type { CorrectionRow, DocumentId } from '../schema.ts'
import { correctionsOf, isSameCorrection, putQuestions, questionsAsRead, questionTables } from './store-questions.ts'

/**
 * Changes what the user corrected in a list, in one transaction: some corrections are made (or take the place of
 * earlier ones of the same thing), some taken back. What was read stays as it is beside it.
 *
 * Throws `StoreFailure`: `not-found` where there is no such list, `invalid` where a new correction does not fit what was
 * read; then nothing is changed.
 *
 * @returns the change that undoes this one
 */
export function changeCorrections(
  db: KamerlensDatabase,
  { list, put, remove, restores }: ChangeCorrections,
  now: Date,
): Promise<ChangeCorrections> {
  return db.write(['documents', ...questionTables], async () => {
    const document = await db.documents.get(list)
    if (document === undefined || !isLive(document)) throw new StoreFailure('not-found', 'document')
    const asRead = await questionsAsRead(db, list)
    const known = await correctionsOf(db, list)
    const isPut = (one: CorrectionRow) => put.some((other) => isSameCorrection(one, other))
    const isRemoved = (one: CorrectionRow) => !isPut(one) && remove.some((other) => isSameCorrection(one, other))
    const live = known.filter(isLive)
    const kept = live.filter((one) => !isPut(one) && !isRemoved(one))
    const isFit = (one: Correction) => fits(asRead, [...kept, ...put], one)
    if (restores !== true && !put.every(isFit)) throw new StoreFailure('invalid', 'correction')
    const updatedAt = afterAll(now.toISOString(), ...known.map((row) => row.updatedAt))
    const removed = live.filter(isRemoved)
    await db.corrections.bulkPut([
      ...put.map((one): CorrectionRow => ({ ...correctionIn(one), list, updatedAt })),
      ...removed.map((one): CorrectionRow => ({ ...one, updatedAt, deletedAt: updatedAt })),
    ])
    await putQuestions(db, list, asRead)
    const replaced = live.filter(isPut)
    const added = put.filter((one) => !replaced.some((other) => isSameCorrection(one, other)))
    return {
      list,
      put: [...replaced, ...removed].map(correctionIn),
      remove: added.map(correctionIn),
      restores: true,
    }
  })
}

/**
 * How many corrections of a list do not fit what is kept of it now, after it was read again: they are left alone, and
 * someone should know. A border inside a question that was joined to another is not counted: it waits for the parting.
 */
export async function unfitCorrections(db: KamerlensDatabase, list: DocumentId): Promise<number> {
  const live = (await correctionsOf(db, list)).filter(isLive)
  if (live.length === 0) return 0
  const asRead = await questionsAsRead(db, list)
  const isJoined = (one: Correction) => fits(asRead, live, { ...one, kind: 'join' })
  return live.filter((one) => !fits(asRead, live, one) && !(one.kind === 'border' && isJoined(one))).length
}

/** Whether a correction changes anything, given the others. */
function fits(asRead: readonly Question[], corrections: readonly Correction[], one: Correction): boolean {
  const names = questionNames(asRead)
  const isNamed = (order: number) => {
    const name = names.get(order)
    return name !== undefined && nameKey(name) === nameKey(one)
  }
  return applyCorrections(asRead, corrections).some((question) =>
    one.kind === 'join'
      ? (question.joined ?? []).some(({ order }) => isNamed(order))
      : isNamed(question.order) && question.corrected?.includes('border'),
  )
}

/** A correction without what its row has besides. */
const correctionIn = ({ number, occurrence, kind, anchor, place }: Correction): Correction => ({
  number,
  occurrence,
  kind,
  anchor,
  place,
})

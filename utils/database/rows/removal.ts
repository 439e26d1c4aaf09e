import type { NoteRow } from '../schema.ts'
import { afterAll, laterOf } from './later-of.ts'

/**
 * The removal of a note or a document, and its taking back. Both are changes to whoever joins two copies, and none of its own: once
 * taken back it says again when it was last written or read, by which it is listed, counted and exported.
 */

/** The moments of a row that can be removed and put back. */
interface Moments {
  readonly updatedAt: string
  readonly deletedAt?: string
  /** Of a removed one: its `updatedAt` before, which it has again when that is taken back. */
  readonly changedAt?: string
  /** When a removal was taken back, as long as nothing was changed since. */
  readonly restoredAt?: string
}

/** When anything became of it: of two copies the one with the later moment says whether it is removed. */
export const lastTouched = ({ updatedAt = '', restoredAt }: Partial<Moments>): string => laterOf(updatedAt, restoredAt)

/** When what it says last changed, as far as that is known: a release that wrote no `changedAt` left only when it was removed. */
export const lastChanged = (row: Moments): string => knownChange(row) ?? row.updatedAt

/**
 * Whether one copy says whether it is removed, and not the other. Where both say so at the same moment (each machine changed a row that
 * comes from a clock that ran ahead) the one that is there does: whichever of the two is asked, nothing goes from view by it. The same of what
 * is followed, whose rows of older versions do not say when they were made.
 */
export function isTouchedLater(one: Partial<Moments>, other: Partial<Moments>): boolean {
  const [own, others] = [lastTouched(one), lastTouched(other)]
  return own > others || (own === others && one.deletedAt === undefined && other.deletedAt !== undefined)
}

/** Whether what one copy says was written later, whatever was removed and put back since. */
export const isChangedLater = (one: Moments, other: Moments): boolean => lastChanged(one) > lastChanged(other)

/** The row as one that became something else: it looks later than before, whatever the clock says. */
const changed = <Row extends Moments>(row: Row, at: string) =>
  withMoments(row, { updatedAt: afterAll(at, lastTouched(row)) })

export function removed<Row extends Moments>(row: Row, at: string) {
  const updatedAt = afterAll(at, lastTouched(row))
  return withMoments(row, { updatedAt, deletedAt: updatedAt, changedAt: lastChanged(row) })
}

export function restored<Row extends Moments>(row: Row, at: string) {
  const touched = afterAll(at, lastTouched(row))
  return withMoments(row, momentsOf(row.changedAt ?? touched, touched))
}

/** The note as a changed one, which is not removed any more; its version rises, as with each of these. */
export const changedNote = (note: NoteRow, at: string): NoteRow => risen(changed(note, at))

export const removedNote = (note: NoteRow, at: string): NoteRow => risen(removed(note, at))

export const restoredNote = (note: NoteRow, at: string): NoteRow => risen(restored(note, at))

const risen = (note: NoteRow): NoteRow => ({ ...note, version: note.version + 1 })

/** @param touched when anything became of it: kept where that was not what `changedAt` says already */
export const momentsOf = (changedAt: string, touched: string): Moments =>
  touched > changedAt ? { updatedAt: changedAt, restoredAt: touched } : { updatedAt: changedAt }

/** Of two copies that are made one. @param state the one that says whether it is removed */
export function joinedMoments(one: Moments, other: Moments, { deletedAt }: Moments): Moments {
  const touched = laterOf(lastTouched(one), lastTouched(other))
  const known = [one, other].map(knownChange).filter((moment) => moment !== undefined)
  if (deletedAt === undefined) return momentsOf(known.length === 0 ? touched : laterOf('', ...known), touched)
  return { updatedAt: touched, deletedAt, ...(known.length === 0 ? {} : { changedAt: laterOf('', ...known) }) }
}

/** An earlier release that puts a row back leaves its `changedAt`, which is of a removed one alone. */
const knownChange = ({ updatedAt, deletedAt, changedAt }: Moments): string | undefined =>
  deletedAt === undefined ? updatedAt : changedAt

/** The row with these moments in place of its own. */
export function withMoments<Row extends Moments, Others extends Moments>(
  { updatedAt, deletedAt, changedAt, restoredAt, ...row }: Row,
  moments: Others,
) {
  return { ...row, ...moments }
}

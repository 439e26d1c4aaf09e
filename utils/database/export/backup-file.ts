import { sequenceKey } from '../journal/everything.ts'
import type { KamerlensDatabase } from '../open.ts'
import { lastTouched } from '../rows/removal.ts'
import { exportAll } from './export.ts'

/** How many copies a folder keeps; the oldest goes when a newer one is whole. */
const mostBackups = 14

const day = 24 * 60 * 60_000
/** Milliseconds after which a copy outside the browser counts as old. */
const oldAge = 7 * day

/** Day where the user is: `2026-11-23`. */
export function localDay(moment: Date): string {
  const two = (value: number) => `${value}`.padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** Name of a copy made at a moment, where the user is: `kamerlens-2026-11-23-1402.json`; `-2` for the second file of a minute. */
export function backupName(moment: Date, attempt = 1): string {
  const time = `${moment.getHours()}`.padStart(2, '0') + `${moment.getMinutes()}`.padStart(2, '0')
  return `kamerlens-${localDay(moment)}-${time}${attempt > 1 ? `-${attempt}` : ''}.json`
}

/** Names of the files of one copy: one, or several. */
export type CopyNames = readonly string[]

/** The copies that stay, and those that are too many; oldest first. */
export function withoutOldest(copies: readonly CopyNames[]): {
  readonly kept: readonly CopyNames[]
  readonly old: readonly CopyNames[]
} {
  const many = Math.max(0, copies.length - mostBackups)
  return { kept: copies.slice(many), old: copies.slice(0, many) }
}

/** Whether a file of this name may be one of these copies. */
export function isBackupName(name: string): boolean {
  return /^kamerlens-\d{4}-\d{2}-\d{2}-\d{4}(?:-\d+)?\.json$/.test(name)
}

/** A copy to be made, and the number of the last change that is in it. */
export interface Backup {
  /** One file, or several where one would be larger than an import takes. */
  readonly files: readonly Blob[]
  readonly sequence: number
}

/**
 * Everything kept, once what a crash took from the database is put back; null where nothing is kept, or nothing has changed
 * since.
 *
 * @param since the number of the last change in the copy before; null where there is none, or one is wanted anyway
 */
export async function backupOf(db: KamerlensDatabase, since: number | null, now: Date): Promise<Backup | null> {
  // A change waits until the database was looked after, also one of nothing.
  const sequence = await db.write([], async () => Number((await db.meta.get(sequenceKey))?.value ?? 0))
  if (sequence === since || (await isEmpty(db))) return null
  return { files: await exportAll(db, now), sequence }
}

async function isEmpty(db: KamerlensDatabase): Promise<boolean> {
  const counts = await Promise.all([db.notes, db.documents, db.watches].map((table) => table.count()))
  return counts.every((count) => count === 0)
}

/** Notes that no copy outside the browser has, where that is to be said. */
export interface Unsafe {
  readonly notes: number
  /** When the last copy was made; null where there never was one. */
  readonly lastCopy: string | null
}

/** What is to be said of notes without a copy: null where the last one is young, or no note has changed since. */
export async function unsafeNotes(db: KamerlensDatabase, lastCopy: string | null, now: Date): Promise<Unsafe | null> {
  const old = new Date(now.getTime() - oldAge).toISOString()
  if (lastCopy !== null) {
    if (lastCopy > old) return null
    const notes = await db.notes.filter((note) => lastTouched(note) > lastCopy).count()
    return notes === 0 ? null : { notes, lastCopy }
  }
  const isOld = (await db.notes.filter(({ createdAt }) => createdAt <= old).first()) !== undefined
  if (!isOld) return null
  const notes = await db.notes.filter(({ deletedAt }) => deletedAt === undefined).count()
  return notes === 0 ? null : { notes, lastCopy }
}

import type { Change } from './changes.ts'
import type { JournalFiles } from './files.ts'
import { type Entry, entriesOf, lastBreak, readLines } from './lines.ts'
import { logName, numbersOf, snapshotName, stateFile } from './names.ts'

/** What of a journal a start has to know. */
export interface JournalState {
  /** The number of the last transaction that it holds, in a log or a snapshot; 0 where it holds none. */
  readonly lastSeq: number
  /** Whether the last writing before this start ended in peace; true where nothing was ever written. */
  readonly isClean: boolean
  /** Whether a transaction is missing in it. */
  readonly hasGap: boolean
}

/** Everything as it was after one transaction. */
export interface Snapshot {
  readonly seq: number
  readonly changes: readonly Change[]
}

/** What a database is made anew from: the newest snapshot that is whole, and every transaction since. */
export interface Recovery {
  readonly snapshot: Snapshot | null
  /** Those after the snapshot (or from the first), in order. */
  readonly entries: readonly Entry[]
}

/** The first and the last line of a snapshot. */
export interface SnapshotHead {
  readonly snapshot: number
}
export interface SnapshotEnd {
  readonly end: number
  /** Lines between the two. */
  readonly lines: number
}

export async function journalState(files: JournalFiles): Promise<JournalState> {
  const names = await files.names()
  const last = numbersOf('log', names).at(-1)
  const before = last === undefined ? 0 : last - 1
  const entries = last === undefined ? [] : await entriesIn(files, last)
  const inLog = entries.at(-1)?.seq ?? before
  const inSnapshot = (await endedSnapshots(files, names)).at(-1) ?? 0
  const state = await files.read(stateFile)
  return {
    lastSeq: Math.max(inLog, inSnapshot),
    isClean: state === null || new TextDecoder().decode(state) !== 'open',
    hasGap: lastBreak(entries, Math.max(inSnapshot, before)) !== null,
  }
}

/**
 * The transaction by which everything was erased, as long as the journal may hold what was there before it; 0 where nothing was.
 *
 * @param sequence the last transaction that the database knows of, 0 where it knows of none: one that lacks the erasure is what was there when that
 * came to nothing
 */
export async function erasedBy(files: JournalFiles, sequence: number): Promise<number> {
  const erased = numbersOf('erased', await files.names()).at(-1) ?? 0
  return sequence > 0 && sequence < erased ? 0 : erased
}

/** What makes a database whole that lacks something, each after the one before it. */
export interface Lacking extends Recovery {
  /** Whether it was put back to a state of before everything was erased for certain, and has all of that again: nothing of it stays. */
  readonly isOfBefore: boolean
  /** Those that the snapshot knows of: what it no longer has is to go. */
  readonly before: readonly Entry[]
}

/**
 * What a database lacks. Where the logs no longer reach back to what is there, or lack one that a later snapshot may have, everything is given
 * anew; rows that are there stay, but for those of before an erasure.
 *
 * @param sequence the last transaction that it knows of
 * @param erased as of `readRecovery`
 */
export async function lackingIn(files: JournalFiles, sequence: number, erased: number): Promise<Lacking> {
  const since = await readRecovery(files, sequence, erased)
  const isGapless = since.entries.length > 0 && lastBreak(since.entries, sequence) === null
  // No log reaches back to before that: all of them went before it was noted.
  const isOfBefore = sequence < (numbersOf('emptied', await files.names()).at(-1) ?? 0)
  const from = sequence === 0 || isGapless ? since : await readRecovery(files, 0, erased)
  return { ...from, isOfBefore, before: since.entries.filter(({ seq }) => seq <= (from.snapshot?.seq ?? 0)) }
}

/**
 * @param after the transaction up to which nothing is needed
 * @param erased the transaction by which everything was erased (`erasedBy`): of before it nothing comes out
 */
export async function readRecovery(files: JournalFiles, after = 0, erased = 0): Promise<Recovery> {
  const names = await files.names()
  const snapshot = after > 0 ? null : await newestSnapshot(files, names, erased)
  const from = Math.max(after, snapshot?.seq ?? 0, erased)
  const logs = numbersOf('log', names)
  const read: (readonly Entry[])[] = []
  for (const [index, first] of logs.entries()) {
    // All of it lies before what is needed.
    if ((logs[index + 1] ?? Number.POSITIVE_INFINITY) <= from + 1) continue
    read.push(await entriesIn(files, first))
  }
  const entries = read.flat()
  return { snapshot, entries: entries.filter(({ seq }) => seq > from).toSorted((one, other) => one.seq - other.seq) }
}

async function newestSnapshot(files: JournalFiles, names: readonly string[], erased: number): Promise<Snapshot | null> {
  for (const seq of numbersOf('snapshot', names).toReversed()) {
    if (seq < erased) return null
    const snapshot = await readSnapshot(files, seq)
    if (snapshot !== null) return snapshot
  }
  return null
}

/** Bytes in which the last line of a snapshot stands. */
const endIn = 200

/** The numbers of the snapshots that were written to their end: one that broke off holds nothing for certain, not even what its name says. */
export async function endedSnapshots(files: JournalFiles, names: readonly string[]): Promise<readonly number[]> {
  const ended: number[] = []
  for (const seq of numbersOf('snapshot', names)) {
    const bytes = await files.read(snapshotName(seq), endIn)
    const last = bytes === null ? undefined : (await readLines(bytes)).contents.at(-1)
    if ((last as Partial<SnapshotEnd> | undefined)?.end === seq) ended.push(seq)
  }
  return ended
}

/** A snapshot when it is whole; else null. */
export async function readSnapshot(files: JournalFiles, seq: number): Promise<Snapshot | null> {
  const bytes = await files.read(snapshotName(seq))
  if (bytes === null) return null
  const { contents, bad } = await readLines(bytes)
  const head = contents[0] as Partial<SnapshotHead> | undefined
  const end = contents.at(-1) as Partial<SnapshotEnd> | undefined
  const isWhole = bad === 0 && head?.snapshot === seq && end?.end === seq && end.lines === contents.length - 2
  return isWhole ? { seq, changes: contents.slice(1, -1).flatMap((content) => content as readonly Change[]) } : null
}

async function entriesIn(files: JournalFiles, first: number): Promise<readonly Entry[]> {
  const bytes = await files.read(logName(first))
  return bytes === null ? [] : entriesOf((await readLines(bytes)).contents)
}

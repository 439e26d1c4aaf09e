import type { FileDirectory } from './dictionary-file.ts'

/** What the index knows of itself: its segments, and how far it has come. */

/** What bytes and terms mean. An index of another version is built anew. */
const indexFormat = 12

export interface SegmentState extends FileDirectory {
  readonly id: number
  /** How many terms have long postings. */
  readonly long: number
  /** Indexes of units that are gone or stand in a later segment. */
  readonly dead: readonly number[]
}

export interface IndexState {
  readonly format: number
  /** Rises with each change. */
  readonly generation: number
  /** Number of the database's last transaction that the index has seen (`sequenceKey`). */
  readonly seq: number
  /** Whether everything that was kept when it was begun is in it. */
  readonly complete: boolean
  /** Id of the next segment. */
  readonly next: number
  readonly segments: readonly SegmentState[]
}

export const emptyState: IndexState = {
  format: indexFormat,
  generation: 0,
  seq: 0,
  complete: false,
  next: 1,
  segments: [],
}

/** Where a unit stands, and by what its content is known. */
export interface UnitRow {
  readonly segment: number
  readonly index: number
  readonly hash: string
}

/** Whether what was read is a state of this version. */
export function isState(value: unknown): value is IndexState {
  return typeof value === 'object' && value !== null && (value as Partial<IndexState>).format === indexFormat
}

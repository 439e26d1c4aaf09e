import type { JobProgress, JobRow, ReadingSource } from '../../database/schema.ts'
import type { QuestionDocument, ReadingError } from '../../documents/types.ts'

/** Documents being read: what is to be read, how it goes on, and what came of it. */

export interface StartReading {
  readonly id: string
  readonly source: ReadingSource
}

/** Between the background and the context that hosts the reading worker (Chromium: the offscreen document). */
export interface ReadingHostMessages {
  'host/run': (job: JobRow) => void
  /** Whether a job is at work there. */
  'host/is-running': () => boolean
  'host/cancel': (request: { id: string }) => void
}

export interface ReadingReports {
  'job/progress': (request: { id: string; progress: JobProgress }) => void
  'job/result': (request: { id: string; result: ReadingResult }) => void
}

/** What the worker made of a source: the records to store, or why not. */
export type ReadingResult =
  | {
      readonly ok: true
      readonly document: QuestionDocument
      /** Hex SHA-256 of the bytes that were read. */
      readonly sha256: string
      /** The address that the bytes came from after redirects; null for a file. */
      readonly url: string | null
      readonly byteLength: number
    }
  | {
      readonly ok: false
      /** `unknown`: a fault of ours, not of the document. */
      readonly error: ReadingError | 'unknown'
      readonly detail?: string
    }

import type { ReadingResult } from '#utils/browser/protocol/reading.ts'
import { sha256 } from '#utils/database/names/hash.ts'
import type { JobProgress, JobRow } from '#utils/database/schema.ts'
import type { readDocument } from '#utils/documents/read.ts'
import { type Question, ReadingFailure } from '#utils/documents/types.ts'
import { type Fetched, type fetchDocument, largestDocument } from '#utils/sources/fetch-document.ts'
import { bounded, firstOf } from './bounded.ts'

/** What is read without having been asked for is no larger, bytes. */
export const largestByItself = 20 * 1024 * 1024

/** What the worker needs from outside, so that tests can stand in for it. */
export interface ReadingParts {
  readonly fetchDocument: typeof fetchDocument
  /** The file that lies under a job's id in the origin private file system, or null. */
  readonly readIncoming: (id: string) => Promise<Blob | null>
  readonly readDocument: typeof readDocument
  /** Gets the first bytes of a document of which more are to come. */
  readonly prepareToRead?: (first: Uint8Array) => void
  /** Takes what is found on the first pages, as much of it as may be told; nothing of it is settled. */
  readonly onQuestions?: (questions: readonly Question[]) => void
}

/** Reads a job's source to its end. Failures are values: they go to the user as a sentence. */
export async function readSource(
  job: Pick<JobRow, 'id' | 'source' | 'byItself'>,
  onProgress: (progress: JobProgress) => void,
  parts: ReadingParts,
): Promise<ReadingResult> {
  try {
    const { bytes, url } = await bytesOf(job, onProgress, parts)
    if (bytes.byteLength === 0) throw new ReadingFailure('empty-file')
    const hash = await sha256(bytes)
    onProgress({ phase: 'reading', done: 0, total: 0, questions: 0 })
    const document = await parts.readDocument(bytes, {
      ...(url === null ? {} : { url }),
      onProgress: (progress) => onProgress({ phase: 'reading', ...progress }),
      onQuestions: (questions) => parts.onQuestions?.(firstOf(questions)),
    })
    return { ok: true, document: bounded(document), sha256: hash, url, byteLength: bytes.byteLength }
  } catch (error) {
    if (error instanceof ReadingFailure) return { ok: false, error: error.code, detail: error.message }
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { ok: false, error: 'unknown', detail }
  }
}

async function bytesOf(
  { id, source, byItself }: Pick<JobRow, 'id' | 'source' | 'byItself'>,
  onProgress: (progress: JobProgress) => void,
  { fetchDocument, readIncoming, prepareToRead }: ReadingParts,
): Promise<Omit<Fetched, 'url'> & { url: string | null }> {
  if (source.type === 'url') {
    let isFirst = true
    return fetchDocument(source.url, {
      onProgress: (done, total) => onProgress({ phase: 'fetching', done, total, questions: 0 }),
      onPiece: (piece) => {
        if (isFirst) prepareToRead?.(piece)
        isFirst = false
      },
      limit: byItself === undefined ? largestDocument : largestByItself,
    })
  }
  const file = await readIncoming(id)
  if (!file) throw new ReadingFailure('unreachable', 'the file is no longer there')
  if (file.size > largestDocument) throw new ReadingFailure('too-large', `${file.size} bytes`)
  return { bytes: new Uint8Array(await file.arrayBuffer()), url: source.type === 'page' ? source.url : null }
}

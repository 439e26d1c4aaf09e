import type { QuestionsState } from '#components/reader/reader-state.ts'
import { removeIncoming, writeIncoming } from '#utils/browser/incoming.ts'
import { ask } from '#utils/browser/messages.ts'
import { sha256 } from '#utils/database/names/hash.ts'
import { findDocument, questionsOf } from '#utils/database/names/named-documents.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { ReadingSource } from '#utils/database/schema.ts'
import type { Arrived } from './arrival.ts'
import type { ReaderSource } from './reader-source.ts'

/**
 * Has the questions read from the bytes that are shown, by a job as for any other document; they are not fetched a second
 * time. A document that was read from these very bytes is not read again.
 */
export async function keepQuestions(
  db: KamerlensDatabase,
  arrived: Arrived,
  source: ReaderSource,
): Promise<QuestionsState> {
  try {
    const document = `file:${await sha256(arrived.bytes)}`
    if (await isKept(db, document)) return { type: 'begun', document, job: null }
    const job = crypto.randomUUID()
    await writeIncoming(job, arrived.bytes)
    const started = await ask('reading/start', { id: job, source: readingSourceOf(arrived, source) })
    if (started.ok) return { type: 'begun', document, job }
    await removeIncoming(job)
    return { type: 'failed' }
  } catch (error) {
    console.error(error)
    return { type: 'failed' }
  }
}

/**
 * Whether what these bytes hold is kept: questions, or a notice of delay, which may have none. Without a store to ask
 * nothing is.
 */
export async function isKept(db: KamerlensDatabase, document: string): Promise<boolean> {
  try {
    const row = await findDocument(db, document)
    if (row === undefined) return false
    return row.facts?.type === 'postponement' || (await questionsOf(db, row.id).count()) > 0
  } catch {
    return false
  }
}

/** From an official address the document gets its official name; a file has only what it says of itself. */
function readingSourceOf({ bytes, url }: Arrived, source: ReaderSource): ReadingSource {
  if (url !== null) return { type: 'page', url, title: source.type === 'address' ? source.title : '' }
  return { type: 'file', name: source.type === 'file' ? source.name : '', size: bytes.byteLength }
}

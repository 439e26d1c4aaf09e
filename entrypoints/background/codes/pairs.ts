import { documentTables } from '#utils/database/documents/join-documents.ts'
import { findCounterpart } from '#utils/database/lookup/counterpart.ts'
import { documentsNamed } from '#utils/database/names/named-documents.ts'
import { allNames } from '#utils/database/names/names.ts'
import { isFresh, want } from '#utils/database/official/lookups.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { isLive } from '#utils/database/rows/live.ts'
import type { DocumentId, DocumentRow, JobRow, LookupRow } from '#utils/database/schema.ts'
import { isReadable, readingAddresses } from '#utils/sources/counterpart.ts'
import { dutchDay } from '#utils/sources/dates.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { newJob } from '../reading/job-rows.ts'
import type { ReadingJobs } from '../reading/reading.ts'

/** The tables that `decide` reads and writes, and those of `keepFound`, in whose transaction it runs. */
export const followingTables = ['lookups', 'jobs', ...documentTables] as const

/** Milliseconds after which a document that came to nothing is read again by itself, where that may help. */
const pauseAfterReading = 60 * 60_000

/** What is to be done now, written down already. */
export type Followed = { readonly lookUp: DocumentId } | { readonly read: true } | null

/** What the opening of a code leads to by itself. */
export interface Pairs {
  /**
   * The next step after a record was found. Call it in the transaction (`followingTables`) that keeps the record: then no
   * death of the background comes between the record and what follows from it.
   */
  decide(row: LookupRow): Promise<Followed>
  /** Begins the readings that were decided on, once the transaction has ended. */
  read(): void
}

interface PairsParts {
  readonly db: KamerlensDatabase
  readonly jobs: Pick<ReadingJobs, 'begin'>
  readonly now: () => Date
  readonly newId?: () => string
}

/**
 * Questions and answers by themselves: where the user opened a code whose record names its answer, or its
 * questions, that paper is looked up, and read when it was found. One paper for one opened code; none that is kept and has
 * not changed since, and none that the user removed.
 */
export function createPairs({ db, jobs, now, newId = () => crypto.randomUUID() }: PairsParts): Pairs {
  async function lookUpCounterpart(record: OfficialDocument): Promise<Followed> {
    const found = await findCounterpart(db, record)
    if (found === null || isSettled(found.documents, found.date, now())) return null
    // An answer that repeats its questions is all of the pair.
    if (found.names.some((name) => record.aliases.includes(name))) return decideReading(record)
    const { official } = found
    if (official !== null && isFresh(official, now()))
      return official.document === null ? null : decideReading(official.document)
    const { id } = await want(db, official?.id ?? found.id, now(), 'reading')
    return { lookUp: id }
  }

  async function decideReading(record: OfficialDocument): Promise<Followed> {
    const names = allNames(record.aliases, [])
    const addresses = readingAddresses(record)
    const [url] = addresses
    if (url === undefined || !isReadable(record)) return null
    if (isSettled(await documentsNamed(db, names), record.date, now())) return null
    const before = (await db.jobs.toArray()).filter(
      ({ source }) => source.type === 'url' && addresses.includes(source.url),
    )
    if (before.some((job) => isFinal(job, now()))) return null
    const title = record.subject ?? record.title
    const source = { type: 'url', url, ...(title === null ? {} : { title }) } as const
    await db.jobs.put({ ...newJob(newId(), source, now()), byItself: { names, addresses } })
    return { read: true }
  }

  return {
    async decide({ follow, ...row }) {
      if (follow === undefined) return null
      await db.lookups.put(row)
      if (row.document === null) return null
      return follow === 'reading' ? decideReading(row.document) : lookUpCounterpart(row.document)
    },
    read: () => void jobs.begin().catch((error: unknown) => console.error(error)),
  }
}

/** Kept, and not changed since by what its date says; or removed by the user. */
function isSettled(documents: readonly DocumentRow[], date: string | null, now: Date): boolean {
  if (documents.some((document) => !isLive(document))) return true
  const today = dutchDay(now.toISOString()) ?? ''
  const isNewer = ({ updatedAt }: DocumentRow) => date !== null && date <= today && date > (dutchDay(updatedAt) ?? '')
  return documents.length > 0 && !documents.every(isNewer)
}

/** Whether a reading goes on, was stopped by the user, or would end no better if it were begun again now. */
function isFinal({ state, error, updatedAt }: JobRow, now: Date): boolean {
  const mayHelp = state === 'done' || (state === 'failed' && (error === 'unreachable' || error === 'site-refused'))
  return !mayHelp || now.getTime() - Date.parse(updatedAt) < pauseAfterReading
}

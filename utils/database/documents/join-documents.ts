import type { Question } from '../../documents/types.ts'
import { allNames, isShared } from '../names/names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { moveQuestions, putQuestions, putRest, questionTables } from '../questions/store-questions.ts'
import { isSame } from '../rows/is-same.ts'
import { afterAll } from '../rows/later-of.ts'
import { isLive } from '../rows/live.ts'
import { lastTouched, withMoments } from '../rows/removal.ts'
import type { DocumentId, DocumentRow, RestRow } from '../schema.ts'
import { richerReading } from './richer-reading.ts'

/** The tables that documents become one in: one transaction has them all. */
export const documentTables = ['documents', 'rests', ...questionTables] as const

/** What a document is kept with. */
export interface DocumentParts {
  readonly document: DocumentRow
  readonly questions: readonly Question[]
  readonly rest: RestRow['rest'] | undefined
}

/**
 * Keeps a document with its questions, in place of other rows that turned out to be the same one: what the user corrected
 * in those goes over to it. Call it in a transaction over `documentTables`.
 */
export async function putDocument(
  db: KamerlensDatabase,
  { document, questions, rest }: DocumentParts,
  doubles: readonly DocumentRow[],
): Promise<void> {
  for (const { id } of doubles) {
    await moveQuestions(db, id, document.id)
    await db.rests.delete(id)
    await db.documents.delete(id)
  }
  await putQuestions(db, document.id, questions)
  await putRest(db, document.id, rest ?? [])
  await db.documents.put(document)
}

/**
 * Makes one document of all that are kept under these names of one paper, and gives it those names. The id that was known
 * first stays, the others become aliases, so that notes on each of them are found under all. The questions are those of the
 * reading with the most in it (`richerReading`), of an official address before any file: a file says of itself what it
 * likes. Removed documents stay as they are, for the undo. Call it in a transaction over `documentTables`.
 *
 * @param names of the paper itself; a zaak's number is none, since several papers share it (DOMAIN §3)
 */
export async function joinDocuments(db: KamerlensDatabase, names: readonly DocumentId[], now: Date): Promise<void> {
  const own = names.filter((name) => !isShared(name))
  const sought = allNames(own, []).filter((name) => !isShared(name))
  const found = await db.documents.where('aliases').anyOf(sought).distinct().toArray()
  const [first, ...doubles] = found.filter(isLive).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  if (first === undefined) return
  if (doubles.length === 0) {
    const aliases = [...new Set([...first.aliases, ...own])]
    if (!isSame(aliases, first.aliases)) await db.documents.put({ ...first, aliases })
    return
  }
  const same = [first, ...doubles]
  const official = same.filter(isOfficial)
  const read = official.length > 0 ? official : same
  const richest = await richerReading(db, read, { questions: [], from: '' })
  const chosen = richest?.document ?? first
  await putDocument(
    db,
    {
      document: joined(first, doubles, chosen, own, now.toISOString()),
      questions: richest?.questions ?? [],
      rest: (await db.rests.get(chosen.id))?.rest,
    },
    doubles,
  )
}

/** Whether a document's questions were read at an official address. */
export function isOfficial({ provenance }: DocumentRow): boolean {
  return provenance.some(({ fact, from }) => fact === 'questions' && /^https?:/.test(from))
}

/** @param chosen the one whose reading stays: what the document says of itself is that of its reading */
function joined(
  first: DocumentRow,
  doubles: readonly DocumentRow[],
  chosen: DocumentRow,
  names: readonly DocumentId[],
  at: string,
): DocumentRow {
  const known = [first, ...doubles]
  const dossier = chosen.dossier ?? known.find((row) => row.dossier !== undefined)?.dossier
  const date = chosen.date ?? known.find((row) => row.date !== undefined)?.date
  const links = known.flatMap((row) => row.links)
  const told = new Set(chosen.provenance.map(({ fact }) => fact))
  return {
    ...withMoments(chosen, { updatedAt: afterAll(at, ...known.map(lastTouched)) }),
    id: first.id,
    kind: [chosen, ...known].find(({ kind }) => kind !== 'file')?.kind ?? 'file',
    aliases: [...new Set([...known.flatMap((row) => row.aliases), ...names])],
    ...(dossier === undefined ? {} : { dossier }),
    ...(date === undefined ? {} : { date }),
    links: [...new Map(links.map((link) => [link.url, link])).values()],
    provenance: [...chosen.provenance, ...known.flatMap((row) => row.provenance).filter(({ fact }) => !told.has(fact))],
    createdAt: first.createdAt,
  }
}

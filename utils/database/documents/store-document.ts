import type { ReadingResult } from '../../browser/protocol/reading.ts'
import { saysSubject, withoutSiteName } from '../../documents/stated-title.ts'
import { codeOf, codeOfUrl } from '../../references/code.ts'
import { dossierOfPaper } from '../../references/dossier.ts'
import { aliasesOf, documentsWith, type Identity, identityOf } from '../names/identity.ts'
import { isShared } from '../names/names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { afterAll } from '../rows/later-of.ts'
import { isLive } from '../rows/live.ts'
import { lastTouched } from '../rows/removal.ts'
import { rowsWith } from '../rows/rows-with.ts'
import type { DocumentId, DocumentLink, DocumentRow, ReadingSource } from '../schema.ts'
import { documentTables, isOfficial, putDocument } from './join-documents.ts'
import { richerReading } from './richer-reading.ts'

type Read = ReadingResult & { readonly ok: true }

/**
 * Keeps a document that was read, with its questions, in one transaction. Its id is the best official id that it
 * carries, else `file:<sha256>`, and is never rewritten: a stored document that shares a name with it is brought up to
 * date instead, its questions replaced, its removal taken back. Notes are untouched; they find it under any name; what
 * the user corrected is applied to the new questions where it fits.
 *
 * A page about a document names it as well as the document itself, and may quote a few of its questions: a reading of
 * another source that has less in it (fewer answers, or as many to fewer questions) leaves the kept questions as they are.
 */
export function storeDocument(
  db: KamerlensDatabase,
  read: Read,
  source: ReadingSource,
  now: Date,
): Promise<DocumentRow> {
  const at = now.toISOString()
  const address = read.url ?? (source.type === 'file' ? null : source.url)
  const claimed = identityOf(ownIds(read, source), read.sha256, address)
  return db.write(['lookups', ...documentTables], async () => {
    const told = await withOfficialNames(db, claimed)
    const identity = source.type === 'file' ? await believed(db, told) : told
    const [kept, ...doubles] = await documentsWith(db, identity)
    const reading = { read, source, identity, address, at }
    const known = [...(kept ? [kept] : []), ...doubles]
    const richer = await richerReading(db, known, { questions: read.document.questions, from: originOf(reading) })
    const document = updated(kept, doubles, reading, richer?.document)
    const questions = richer?.questions ?? read.document.questions
    const rest = richer ? (await db.rests.get(richer.document.id))?.rest : read.document.rest
    // Two rows that turn out to be one document become one; the id of the later stays as an alias of the earlier.
    await putDocument(db, { document, questions, rest }, doubles)
    return document
  })
}

/** With every name that the services know it by: what is kept under another of them is of this document (`keep-found.ts`). */
async function withOfficialNames(db: KamerlensDatabase, identity: Identity): Promise<Identity> {
  const own = identity.official.filter((name) => !isShared(name))
  const said = await rowsWith(db.lookups, 'aliases', own, ({ id }) => id)
  const papers = said.flatMap(({ document }) => (document?.is === 'document' ? [document.aliases] : []))
  const named = papers.filter((aliases) => aliases.some((alias) => own.includes(alias)))
  return { ...identity, official: [...new Set([...identity.official, ...named.flat()])] }
}

/**
 * A file says of itself what it likes, an official address does not. Ids that only a file claims are believed as long
 * as no document from an official address has them: no file can put its questions in the place of such a one's.
 */
async function believed(db: KamerlensDatabase, claimed: Identity): Promise<Identity> {
  const known = await documentsWith(db, claimed)
  const taken = known.some(
    (document) => isLive(document) && !document.aliases.includes(claimed.file) && isOfficial(document),
  )
  return taken ? { ...claimed, official: [] } : claimed
}

function ownIds(read: Read, source: ReadingSource): readonly DocumentId[] {
  const addresses = [read.url, source.type === 'file' ? null : source.url]
  const named = addresses.flatMap((url) => (url === null ? [] : (codeOfUrl(url)?.id ?? [])))
  return [...read.document.ownIds, ...named]
}

interface Reading {
  readonly read: Read
  readonly source: ReadingSource
  readonly identity: Identity
  readonly address: string | null
  readonly at: string
}

/** Where a reading's facts come from: an address, or the name of the user's own file. */
const originOf = ({ address, source }: Reading): string =>
  address ?? (source.type === 'file' ? source.name : source.url)

/** @param richer the kept document whose questions stay; then its title, facts and number of pages do too */
function updated(
  kept: DocumentRow | undefined,
  doubles: readonly DocumentRow[],
  reading: Reading,
  richer: DocumentRow | undefined,
): DocumentRow {
  const { read, source, identity, address, at } = reading
  const id = kept?.id ?? identity.official[0] ?? identity.file
  const known = [kept, ...doubles].filter((row) => row !== undefined)
  const aliases = [...new Set([id, ...known.flatMap((row) => row.aliases), ...aliasesOf(identity)])]
  const title = richer?.title ?? titleOf(read, source, kept)
  const said = richer ? richer.facts : read.document.facts
  const dossier = aliases.map(dossierOfPaper).find((found) => found !== null) ?? said?.dossier ?? kept?.dossier
  const date = said?.answeredOn ?? said?.askedOn ?? known.find((row) => row.date !== undefined)?.date
  const links = [...known.flatMap((row) => row.links), ...linksOf(read, identity, address)]
  const from = originOf(reading)
  const facts = richer ? [] : ['questions', ...(title === kept?.title ? [] : ['title'])]
  return {
    id,
    kind: codeOf(aliases.find((alias) => codeOf(alias) !== null) ?? id)?.kind ?? 'file',
    title,
    aliases,
    ...(dossier === undefined ? {} : { dossier }),
    ...(date === undefined ? {} : { date }),
    links: [...new Map(links.map((link) => [link.url, link])).values()],
    provenance: [
      ...known.flatMap((row) => row.provenance).filter(({ fact }) => !facts.includes(fact)),
      ...facts.map((fact) => ({ fact, from, at })),
    ],
    pages: richer?.pages ?? read.document.pages,
    ...(said === undefined ? {} : { facts: said }),
    createdAt: kept?.createdAt ?? at,
    updatedAt: afterAll(at, ...known.map(lastTouched)),
  }
}

/**
 * The document's own title, else the page's, else what its head says, else the link's («Download»): the first that says more
 * than its number; else the file's name, else the end of its address.
 */
function titleOf(
  { document: { title, heading }, url }: Read,
  source: ReadingSource,
  kept: DocumentRow | undefined,
): string {
  const fallback = source.type === 'file' ? source.name : (lastOf(url ?? source.url) ?? source.url)
  const page = source.type === 'page' ? source.title : undefined
  const link = source.type === 'url' ? source.title : undefined
  // An older Kamerlens read no head: the name that it fell back on gives way.
  const before = kept?.title === fallback ? undefined : kept?.title
  const named = [title, page && withoutSiteName(page), before, heading].flatMap((each) => each?.trim() || [])
  return named.find(saysSubject) ?? named[0] ?? (link?.trim() || fallback)
}

function lastOf(url: string): string | undefined {
  return URL.parse(url)?.pathname.split('/').findLast(Boolean)
}

function linksOf(read: Read, { official }: Identity, address: string | null): readonly DocumentLink[] {
  const codes = official.flatMap((id) => codeOf(id) ?? [])
  return [
    ...(address === null ? [] : [{ rel: read.document.format === 'html' ? 'page' : 'file', url: address } as const]),
    ...codes.map(({ id, url }) => ({ rel: /^\d{4}[ADZ]/.test(id) ? 'page' : 'publication', url }) as const),
  ]
}

import { isAnswered } from '../../documents/answered.ts'
import type { DocumentType } from '../../documents/types.ts'
import { namedIn, parseTarget } from '../../notes/target.ts'
import { codeOf } from '../../references/code.ts'
import { dossierNumber, dossierOfPaper } from '../../references/dossier.ts'
import { type PaperGroup, paperGroup, typeOfKind } from '../../sources/kinds.ts'
import { mostDossierPapers, type OfficialDocument, type RelatedDocument } from '../../sources/official-document.ts'
import { type QuestionStatus, questionStatus } from '../../sources/question-status.ts'
import { liveDocuments } from '../names/live-documents.ts'
import { questionsOf } from '../names/named-documents.ts'
import { namesOf } from '../names/names.ts'
import { lookedUp } from '../official/lookups.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import { rowsWith } from '../rows/rows-with.ts'
import type { DocumentId, DocumentRow } from '../schema.ts'

/** A paper of a dossier: what the services say of it and what is kept of it, as one. */
export interface DossierPaper {
  /** Every name of it, best first; at least one. */
  readonly names: readonly string[]
  /** The name to open it by: the first that is a code; null for a file without any, and for what has no number. */
  readonly code: string | null
  /** The kept document, where there is one. */
  readonly document: DocumentId | null
  /** Its place in this dossier: `5`, `A`. */
  readonly ondernummer: string | null
  /** In the words of the service. */
  readonly kind: string | null
  readonly type: DocumentType | null
  readonly group: PaperGroup
  readonly title: string | null
  /** `2023-05-22` */
  readonly date: string | null
  /** Questions in what is kept of it, and those of them that are answered. */
  readonly asked: number
  readonly answered: number
  /** Notes on it and on its questions. */
  readonly notes: number
  /** Of written questions, where the services were asked about this very paper. */
  readonly status: QuestionStatus | null
}

export interface DossierContents {
  /** The oldest first, those of one day by ondernummer, those without a day last. */
  readonly papers: readonly DossierPaper[]
  /** The services may know of more papers than they were asked for. */
  readonly mayBeMore: boolean
}

/** What is known of one paper while its parts are put together. */
interface Parts {
  readonly names: Set<string>
  related: RelatedDocument | null
  document: DocumentRow | null
  official: OfficialDocument | null
}

/**
 * The papers of a dossier: those that the services name and those that are kept, each once under all its names. Read by
 * Dexie alone, in a handful of queries for any number of papers.
 *
 * @param id `dossier-36360-VIII`
 * @param today in the Netherlands
 * @param told what the services said in a private window, where it is not written down
 */
export function dossierContents(
  db: KamerlensDatabase,
  id: DocumentId,
  today: string,
  told: OfficialDocument | null = null,
): Promise<DossierContents> {
  return db.read(['documents', 'questions', 'notes', 'lookups'], async () => {
    const number = dossierNumber(id)
    const related = (told ?? (await lookedUp(db, id))?.document)?.related ?? []
    const all = new Map<string, Parts>()
    for (const paper of related) joined(all, paper.aliases).related ??= paper
    for (const document of await keptIn(db, number, all)) {
      joined(all, document.aliases).document ??= document
    }
    const untold = [...new Set(all.values())].filter(hasMoreToTell).flatMap(({ names }) => [...names])
    for (const row of await rowsWith(db.lookups, 'aliases', untold, (one) => one.id)) {
      // A zaak and its published questions have names alike; the zaak is no paper.
      if (row.document?.is === 'document') joined(all, row.aliases).official ??= row.document
    }
    const papers = [...new Set(all.values())]
    const [asked, notes] = await Promise.all([questionCounts(db, papers), noteCounts(db, all)])
    const known = papers.map((parts) => {
      const { total, answered } = asked.get(parts) ?? { total: 0, answered: 0 }
      return paperOf(parts, number, { asked: total, answered, notes: notes.get(parts) ?? 0 }, today)
    })
    return { papers: known.toSorted(inOrder), mayBeMore: related.length >= mostDossierPapers }
  })
}

/**
 * Whether what was said of the paper alone is of use here: how far written questions are, and what one is that the dossier
 * does not name. Of all others the dossier has said enough, and there may be a thousand of them.
 */
function hasMoreToTell({ related, document }: Parts): boolean {
  const type = related?.type ?? document?.facts?.type ?? null
  return related === null || type === 'written-questions' || type === 'answers' || type === 'postponement'
}

/** The parts of the paper with one of these names; where they turn out to be of several papers, those become one. */
function joined(all: Map<string, Parts>, aliases: readonly string[]): Parts {
  const names = aliases.flatMap(namesOf)
  const [first, ...others] = new Set(names.flatMap((name) => all.get(name) ?? []))
  const parts: Parts = first ?? { names: new Set(), related: null, document: null, official: null }
  for (const other of others) {
    parts.related ??= other.related
    parts.document ??= other.document
    parts.official ??= other.official
    for (const name of other.names) parts.names.add(name)
  }
  for (const name of aliases) parts.names.add(name)
  for (const name of [...names, ...parts.names]) all.set(name, parts)
  return parts
}

/**
 * Kept documents that say that they belong to the dossier, by their own id or their text, and those that the services name. All
 * are read: that takes less time than to ask an index for the two thousand names of a large dossier.
 */
async function keptIn(
  db: KamerlensDatabase,
  number: string | null,
  names: ReadonlyMap<string, Parts>,
): Promise<readonly DocumentRow[]> {
  // `kst-36360-VIII-5` begins like the papers of 36360, and is none of them.
  const isFiled = (alias: string) => number !== null && dossierOfPaper(alias) === number
  return (await liveDocuments(db)).filter(
    ({ dossier, aliases }) =>
      (number !== null && dossier === number) || aliases.some((alias) => names.has(alias) || isFiled(alias)),
  )
}

async function questionCounts(db: KamerlensDatabase, papers: readonly Parts[]) {
  const counts = papers.map(async (parts) => {
    if (parts.document === null) return []
    const questions = await questionsOf(db, parts.document.id).toArray()
    return [[parts, { total: questions.length, answered: questions.filter(isAnswered).length }] as const]
  })
  return new Map((await Promise.all(counts)).flat())
}

async function noteCounts(db: KamerlensDatabase, all: ReadonlyMap<string, Parts>): Promise<ReadonlyMap<Parts, number>> {
  const counts = new Map<Parts, number>()
  for (const note of await db.notes.toArray()) {
    const target = parseTarget(note.target)
    const parts = target && all.get(namedIn(target))
    if (parts && isLive(note) && note.body.trim() !== '') counts.set(parts, (counts.get(parts) ?? 0) + 1)
  }
  return counts
}

function paperOf(
  { names, related, document, official }: Parts,
  number: string | null,
  counts: Pick<DossierPaper, 'asked' | 'answered' | 'notes'>,
  today: string,
): DossierPaper {
  const all = [...names]
  const kind = official?.kind ?? related?.kind ?? null
  const type = official?.type ?? related?.type ?? document?.facts?.type ?? typeOfKind(kind)
  const title = related?.title ?? official?.subject ?? official?.title ?? (document?.title.trim() || null)
  return {
    names: all,
    // What is kept is found under its own names, whoever else knows more of them.
    code: [...(document?.aliases ?? []), ...all].find((name) => codeOf(name) !== null) ?? null,
    document: document?.id ?? null,
    ondernummer: all.map((name) => placeIn(name, number)).find((place) => place !== null) ?? null,
    kind,
    type,
    group: paperGroup(type, kind),
    title,
    date: related?.date ?? official?.date ?? dayOf(document?.date),
    ...counts,
    status: official && questionStatus(official, today),
  }
}

/** The ondernummer of a kst- id of this dossier. */
function placeIn(name: string, number: string | null): string | null {
  if (number === null || dossierOfPaper(name) !== number) return null
  return name.slice(`kst-${number}-`.length)
}

function dayOf(date: string | undefined): string | null {
  return /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0] ?? null
}

const numbers = new Intl.Collator('nl', { numeric: true })

function inOrder(a: DossierPaper, b: DossierPaper): number {
  const byDate = (a.date ?? '9999').localeCompare(b.date ?? '9999')
  if (byDate !== 0) return byDate
  if (a.ondernummer === null || b.ondernummer === null) {
    return a.ondernummer === b.ondernummer ? 0 : a.ondernummer === null ? 1 : -1
  }
  return numbers.compare(a.ondernummer, b.ondernummer)
}

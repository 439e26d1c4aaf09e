import { namedIn, parseTarget } from '../../notes/target.ts'
import type { Places } from '../../search/answers.ts'
import type { Hits } from '../../search/find.ts'
import { shortestPart } from '../../search/lexicon.ts'
import { phraseIn } from '../../search/phrase.ts'
import { type Clause, fieldValue, type Hint, parseQuery } from '../../search/query.ts'
import type { SearchOrder } from '../../search/ranking.ts'
import { doubledOf, voiced } from '../../search/stem.ts'
import { termOf } from '../../search/words.ts'
import { type SearchHits, searchKept } from '../library/search.ts'
import { liveDocuments } from '../names/live-documents.ts'
import { namesOf } from '../names/names.ts'
import { documentOf, namesToDocuments, questionsOn } from '../notes/note-questions.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import { rowsWith } from '../rows/rows-with.ts'
import type { DocumentId, DocumentRow, NoteRow } from '../schema.ts'
import { asWritten } from './as-written.ts'
import { unitOfDocument } from './content.ts'
import { findAcross } from './find-across.ts'
import type { SearchIndex } from './search-index.ts'

export interface EverythingFound extends SearchHits {
  /** What of the query was not understood. */
  readonly hints: readonly Hint[]
  /** Words that were searched for in place of one with typing errors. */
  readonly corrected: readonly string[]
  /** Words to mark where they are shown, folded. */
  readonly marked: readonly string[]
  /** Whether the index was not ready: everything was read instead, and fields did not count. */
  readonly isUnready: boolean
  /** Whether these are only the first of each kind, and all that is found follows. */
  readonly isPartial?: true
}

export interface EverythingOptions {
  readonly order?: SearchOrder
  /** At most this many of each kind. */
  readonly limit?: number
  /** Ends a search that has to read everything. */
  readonly signal?: AbortSignal
  /** Told what comes first, best first, where the rest takes longer; the search goes on when it is done. */
  readonly onFirst?: (first: EverythingFound) => Promise<void>
}

/** Of what has the words of a phrase so many are read, to see whether these follow each other. */
const mostRead = 2_000
/** So many of each kind are told first: what a screen shows of a list. */
export const mostFirst = 40

/** Searches everything kept: by the index, or while that is not ready by reading it all. */
export async function searchEverything(
  db: KamerlensDatabase,
  index: SearchIndex,
  typed: string,
  { order = 'best', limit = 200, signal, onFirst }: EverythingOptions = {},
): Promise<EverythingFound> {
  const query = parseQuery(typed)
  const { clauses, hints } = query
  const words = wordsOf(clauses)
  const marked = withStems(words)
  if (clauses.length === 0) {
    return { documents: [], questions: [], notes: [], more: false, hints, corrected: [], marked, isUnready: false }
  }
  const first =
    onFirst === undefined || order !== 'best' ? null : await index.findFirst(query, Math.min(limit, mostFirst))
  if (first !== null) {
    const rows = await rowsOf(db, first, mostFirst, phraseFilter(clauses))
    await onFirst?.({ ...rows, more: true, hints, corrected: [], marked, isUnready: false, isPartial: true })
  }
  const isOfPhrase = clauses.some(({ type }) => type === 'phrase')
  const noted = clauses.some(({ type }) => type === 'noted') ? await notedIn(db) : undefined
  const tagged = await taggedIn(db, clauses)
  const most = isOfPhrase ? Math.max(limit, mostRead) : limit
  const options = { order, limit: most, tagged, ...(noted && { noted }) }
  const hits = await index.find(query, options)
  if (hits === null) {
    const found = await searchKept(db, words.join(' '), { limit, ...(signal && { signal }) })
    return { ...found, hints, corrected: [], marked, isUnready: true }
  }
  const { documents, questions, notes } = hits.counts
  const across = documents + questions === 0 && !isOfPhrase ? await findAcross(index, query, options) : null
  const found = across === null ? hits.found : { ...across.found, notes: hits.found.notes }
  const { most: longest, ...rows } = await rowsOf(db, found, limit, phraseFilter(clauses))
  const more = Math.max(documents, questions, notes) > most || longest > limit
  const { corrected } = across ?? hits
  const meant = corrected.length === 0 ? [] : asWritten(corrected, textsOf(rows))
  return { ...rows, more, hints, corrected: meant, marked: [...marked, ...corrected], isUnready: false }
}

/** The rows of what was found, at most so many of each kind; `most`, how many of a kind there are beyond that. */
async function rowsOf(
  db: KamerlensDatabase,
  found: Hits['found'],
  limit: number,
  passes: (texts: readonly string[]) => boolean,
): Promise<Pick<SearchHits, 'documents' | 'questions' | 'notes'> & { readonly most: number }> {
  const documents = (await db.documents.bulkGet(found.documents.map(({ unit }) => unit.slice(1))))
    .filter((row) => row !== undefined)
    .filter((row) => isLive(row) && passes(documentTexts(row)))
  const questions = (await db.questions.bulkGet(found.questions.map(({ unit, place }) => [unit.slice(1), place - 1])))
    .filter((row) => row !== undefined)
    .filter(({ question, answer, footnotes }) => passes([question, answer, ...footnotes.map(({ text }) => text)]))
  const notes = (await db.notes.bulkGet(found.notes.map(({ unit }) => unit.slice(1))))
    .filter((row) => row !== undefined)
    .filter((row) => isLive(row) && passes([row.body, row.passage?.quote.exact ?? '']))
  const lists = await listsOf(
    db,
    questions.slice(0, limit).map(({ list }) => list),
  )
  return {
    documents: documents.slice(0, limit),
    questions: questions.slice(0, limit).flatMap((question) => {
      const list = lists.get(question.list)
      return list === undefined ? [] : [{ question, list }]
    }),
    notes: notes.slice(0, limit),
    most: Math.max(documents.length, questions.length, notes.length),
  }
}

function* textsOf({
  documents,
  questions,
  notes,
}: Pick<SearchHits, 'documents' | 'questions' | 'notes'>): Generator<string> {
  for (const row of documents) yield* documentTexts(row)
  for (const { question } of questions) yield* [question.question, question.answer]
  for (const { body } of notes) yield body
}

async function listsOf(
  db: KamerlensDatabase,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, DocumentRow>> {
  const rows = await db.documents.bulkGet([...new Set(ids)])
  return new Map(rows.flatMap((row) => (row !== undefined && isLive(row) ? [[row.id, row]] : [])))
}

/** The words that a query wants, folded, those of fields aside. */
function wordsOf(clauses: readonly Clause[]): readonly string[] {
  const words = clauses.flatMap((clause) => {
    if (clause.excluded) return []
    return clause.type === 'word' ? [clause.word] : clause.type === 'phrase' ? clause.words : []
  })
  return [...new Set(words)]
}

/** Words with how their other forms begin, which marks these: as much of the word as may stand there, or its stem. */
function withStems(words: readonly string[]): readonly string[] {
  const forms = words.flatMap((word) => {
    const term = termOf(word)
    const begins = [1, 2].map((ending) => word.slice(0, -ending)).filter((begin) => begin.length > term.length)
    return [term, ...begins, doubledOf(word, term) ?? term, voiced(term) ?? term]
  })
  return [...new Set([...words, ...forms.filter((form) => form.length >= shortestPart)])]
}

function phraseFilter(clauses: readonly Clause[]): (texts: readonly string[]) => boolean {
  const phrases = clauses.flatMap((clause) =>
    clause.type === 'phrase' ? [{ has: phraseIn(clause.words), excluded: clause.excluded }] : [],
  )
  return (texts) => phrases.every(({ has, excluded }) => texts.some(has) !== excluded)
}

const documentTexts = ({ title, facts, aliases }: DocumentRow): readonly string[] => [
  title,
  facts?.subject ?? '',
  ...aliases,
  ...(facts?.askedBy ?? []).map(({ name }) => name ?? ''),
  ...(facts?.answeredBy ?? []).flatMap(({ function: post, name, ministry }) => [
    `${post} ${name ?? ''}`,
    ministry ?? '',
  ]),
]

/** Which documents and questions have a note, by unit and place. */
async function notedIn(db: KamerlensDatabase): Promise<Places> {
  return placesOf(db, await db.notes.toArray(), await liveDocuments(db))
}

/** Which documents and questions have a note with a tag, by what the query asks for as a tag. */
async function taggedIn(db: KamerlensDatabase, clauses: readonly Clause[]): Promise<ReadonlyMap<string, Places>> {
  const wanted = clauses.flatMap((clause) => (clause.type === 'field' && clause.field === 'tag' ? [clause.value] : []))
  if (wanted.length === 0) return new Map()
  const tags = (await db.noteTags.orderBy('tag').uniqueKeys()).map(String)
  const found = wanted.map(async (value) => {
    const rows = await db.noteTags
      .where('tag')
      .anyOf(tags.filter((tag) => fieldValue(tag).includes(value)))
      .toArray()
    const notes = (await db.notes.bulkGet(rows.map(({ noteId }) => noteId))).filter((note) => note !== undefined)
    const names = notes.flatMap((note) => {
      const target = parseTarget(note.target)
      return target === null ? [] : namesOf(namedIn(target))
    })
    const documents = await rowsWith(db.documents, 'aliases', names, ({ id }) => id)
    return [value, await placesOf(db, notes, documents.filter(isLive))] as const
  })
  return new Map(await Promise.all(found))
}

/** The documents and questions that notes are on, as units and places; removed notes are on nothing. */
async function placesOf(
  db: KamerlensDatabase,
  notes: readonly NoteRow[],
  documents: readonly DocumentRow[],
): Promise<Places> {
  const byName = namesToDocuments(documents)
  const live = notes.filter(isLive)
  const questions = await questionsOn(db, live, byName)
  const places = new Map<string, Set<number>>()
  for (const note of live) {
    const document = documentOf(note, byName)
    if (document === null) continue
    const unit = unitOfDocument(document.id)
    const question = questions.get(note.id)
    places.set(unit, (places.get(unit) ?? new Set()).add(question === undefined ? 0 : question.order + 1))
  }
  return places
}

import { namedIn, parseTarget } from '../../notes/target.ts'
import type { FindOptions } from '../../search/find.ts'
import type { Places } from '../../search/query/answers.ts'
import { type Clause, fieldValue, type Hint, parseQuery, type Query } from '../../search/query/query.ts'
import { kinds, type SearchOrder } from '../../search/ranking/ranking.ts'
import { shortestPart, valueContains } from '../../search/terms/lexicon.ts'
import { groupsOf } from '../../search/words/numbers.ts'
import { phraseIn } from '../../search/words/phrase.ts'
import { doubledOf, voiced } from '../../search/words/stem.ts'
import { termOf } from '../../search/words/words.ts'
import { type SearchHits, searchKept } from '../library/search.ts'
import { liveDocuments } from '../names/live-documents.ts'
import { namesOf } from '../names/names.ts'
import { documentOf, namesToDocuments, questionsOn } from '../notes/note-questions.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import { rowsWith } from '../rows/rows-with.ts'
import type { DocumentRow, NoteRow } from '../schema.ts'
import { asWritten } from './as-written.ts'
import { unitOfDocument } from './content.ts'
import { findAcross } from './find-across.ts'
import { rowsOf, textsOf } from './found-rows.ts'
import { mostRead, wordsInPieces } from './in-pieces.ts'
import { bareFirst, codeIn, namedBy, queryFor, withNamed } from './of-code.ts'
import type { SearchIndex } from './search-index.ts'

export interface EverythingFound extends SearchHits {
  /** What of the query was not understood. */
  readonly hints: readonly Hint[]
  /** Words that were searched for in place of one with typing errors. */
  readonly corrected: readonly string[]
  /** Words to mark where they are shown, folded; those that follow each other with a space between. */
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
  /** Ends a search that nobody waits for any more; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Told what comes first, best first, where the rest takes longer; the search goes on when it is done. */
  readonly onFirst?: (first: EverythingFound) => Promise<void>
}

/** So many of each kind are told first: what a screen shows of a list. */
export const mostFirst = 40

/** Searches everything kept: by the index, or while that is not ready by reading it all. */
export async function searchEverything(
  db: KamerlensDatabase,
  index: SearchIndex,
  typed: string,
  { order = 'best', limit = 200, signal, onFirst }: EverythingOptions = {},
): Promise<EverythingFound> {
  const asTyped = parseQuery(typed)
  const { hints } = asTyped
  const read = codeIn(typed, asTyped)
  const query = read?.isAlone ? queryFor(read.code) : asTyped
  const { clauses } = query
  const marked = [...withStems(wordsOf(clauses)), ...rowsOfWords(clauses)]
  if (clauses.length === 0) {
    return { documents: [], questions: [], notes: [], more: false, hints, corrected: [], marked, isUnready: false }
  }
  const first =
    onFirst === undefined || order !== 'best' || read?.isAlone
      ? null
      : await index.findFirst(query, Math.min(limit, mostFirst))
  if (first !== null) {
    const rows = await rowsOf(db, first, mostFirst, phraseFilter(clauses))
    await onFirst?.({ ...rows, more: true, hints, corrected: [], marked, isUnready: false, isPartial: true })
  }
  signal?.throwIfAborted()
  const isOfPhrase = clauses.some(({ type }) => type === 'phrase')
  const noted = clauses.some(({ type }) => type === 'noted') ? await notedIn(db) : undefined
  const tagged = await taggedIn(db, clauses)
  const most = isOfPhrase ? Math.max(limit, mostRead) : limit
  const asked = { order, limit: most, tagged, ...(noted && { noted }) }
  const { hits, options, besides } = await findInPieces(db, index, query, asked)
  if (hits === null) {
    const found = await searchKept(db, [...wordsOf(clauses), ...phrasesOf(clauses).flat()].join(' '), {
      limit,
      ...(signal && { signal }),
    })
    return { ...found, hints, corrected: [], marked, isUnready: true }
  }
  signal?.throwIfAborted()
  const { documents, questions, notes } = hits.counts
  const isAcross = documents + questions === 0 && !isOfPhrase && !read?.isAlone
  const across = isAcross ? await findAcross(index, query, options) : null
  const byWords = across === null ? hits.found : { ...across.found, notes: hits.found.notes }
  const isByCode = read !== null && (read.isAlone || kinds.every((kind) => byWords[kind].length === 0))
  const found = isByCode ? withNamed(await namedBy(db, index, read.code, typed), byWords) : byWords
  const { most: longest, ...all } = await rowsOf(db, found, limit, phraseFilter(clauses))
  const rows = read?.isAlone && order === 'best' ? { ...all, documents: bareFirst(read.code, all.documents) } : all
  const more = Math.max(documents, questions, notes) > most || longest > limit
  const { corrected } = across ?? hits
  const meant = corrected.length === 0 ? [] : asWritten(corrected, textsOf(rows))
  return { ...rows, more, hints, corrected: meant, marked: [...marked, ...corrected, ...besides], isUnready: false }
}

/** What the index finds, with what stands in pieces where it is asked for in one (`in-pieces.ts`); `besides`, these as they are marked. */
async function findInPieces(db: KamerlensDatabase, index: SearchIndex, query: Query, asked: FindOptions) {
  const hits = await index.find(query, asked)
  const isAnyFound = hits === null || kinds.some((kind) => hits.counts[kind] > 0)
  if (isAnyFound && !hits?.corrected.length) return { hits, options: asked, besides: [] }
  // Only where a word may stand nowhere, which others never wait for.
  const { places, marked } = await wordsInPieces(db, index, query.clauses)
  if (places.size === 0) return { hits, options: asked, besides: [] }
  const again = { ...asked, inPieces: places }
  return { hits: await index.find(query, again), options: again, besides: marked }
}

/** The words that a query wants, folded, those of fields and phrases aside. */
const wordsOf = (clauses: readonly Clause[]): readonly string[] => [
  ...new Set(clauses.flatMap((own) => (own.type === 'word' && !own.excluded ? [own.word] : []))),
]

const phrasesOf = (clauses: readonly Clause[]): readonly (readonly string[])[] =>
  clauses.flatMap((own) => (own.type === 'phrase' && !own.excluded ? [own.words] : []))

/** The phrases that a query wants, and its numbers in groups. */
function rowsOfWords(clauses: readonly Clause[]): readonly string[] {
  const phrases = phrasesOf(clauses)
  const single = wordsOf(clauses).map((word) => [word])
  const grouped = [...phrases, ...single].map((words) => words.flatMap((word) => groupsOf(word) ?? [word]))
  const rows = [...phrases, ...grouped].filter(({ length }) => length > 1)
  return [...new Set(rows.map((words) => words.join(' ')))]
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
      .anyOf(tags.filter((tag) => valueContains(fieldValue(tag), value)))
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

import type { Table } from 'dexie'
import { isGrouped, textInFull } from '../../search/words/numbers.ts'
import { besideLists } from '../names/live-documents.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentId, DocumentRow, NoteRow, QuestionRow } from '../schema.ts'

export interface SearchHits {
  readonly documents: readonly DocumentRow[]
  readonly questions: readonly { readonly question: QuestionRow; readonly list: DocumentRow }[]
  readonly notes: readonly NoteRow[]
  /** Whether there may be more than were asked for. */
  readonly more: boolean
}

export interface SearchOptions {
  /** At most this many of each kind. */
  readonly limit?: number
  /** Ends the search early; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** Rows read at once: enough to be quick, few enough to stop soon and to hold in memory. */
const pageSize = 500

/** A text as it is compared: without case and diacritics, white space as one space. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ')
}

/** The words of a query. All must occur, anywhere in a record, also within a longer word. */
function wordsOfQuery(query: string): readonly string[] {
  return [...new Set(folded(query).split(' ').filter(Boolean))]
}

/**
 * Searches titles, questions, answers and notes by reading them all, a page of rows at a time: for as long as there is no index.
 * Removed documents, their questions, and removed notes are left out.
 */
export async function searchKept(
  db: KamerlensDatabase,
  query: string,
  { limit = 200, signal }: SearchOptions = {},
): Promise<SearchHits> {
  const words = wordsOfQuery(query)
  if (words.length === 0) return { documents: [], questions: [], notes: [], more: false }
  const isOfNumbers = words.some(isGrouped)
  const matches = (...texts: readonly (string | null)[]) => {
    const text = folded(texts.filter((part) => part !== null).join(' '))
    const whole = isOfNumbers ? textInFull(text) : text
    return words.every((word) => text.includes(word) || whole.includes(word))
  }
  const lists = new Map<DocumentId, DocumentRow>()
  const documents = await scan(db.documents, Number.POSITIVE_INFINITY, signal, (row: DocumentRow) => {
    if (!isLive(row)) return false
    lists.set(row.id, row)
    return matches(row.title, row.dossier ?? null, ...row.aliases, ...factsOf(row))
  })
  const questions = await scan(db.questions, limit, signal, (row: QuestionRow) => {
    const notes = row.footnotes.map(({ text }) => text)
    const joined = row.joinedCodes ?? []
    return lists.has(row.list) && matches(row.number, row.code, ...joined, row.question, row.answer, ...notes)
  })
  const tagged = new Map<string, string[]>()
  for (const { noteId, tag } of await db.noteTags.toArray()) tagged.set(noteId, [...(tagged.get(noteId) ?? []), tag])
  const notes = await scan(db.notes, limit, signal, (row: NoteRow) => {
    return isLive(row) && matches(row.body, row.passage?.quote.exact ?? null, ...(tagged.get(row.id) ?? []))
  })
  return {
    documents: documents.slice(0, limit),
    questions: besideLists(questions, lists),
    notes: notes.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
    more: documents.length > limit || questions.length >= limit || notes.length >= limit,
  }
}

/** Who asked, who answered and what it is about, as the document says. */
function factsOf({ facts }: DocumentRow): readonly (string | null)[] {
  if (facts === undefined) return []
  const askers = facts.askedBy.flatMap(({ name, party }) => [name, party])
  const answerers = facts.answeredBy.flatMap(({ name, function: post, ministry }) => [post, name, ministry])
  return [facts.subject, ...facts.printedIds, ...askers, ...answerers]
}

/** Reads a table by its key, page by page, and keeps what matches until there is enough. */
async function scan<Row, Key>(
  table: Table<Row, Key>,
  limit: number,
  signal: AbortSignal | undefined,
  matches: (row: Row) => boolean,
): Promise<Row[]> {
  const found: Row[] = []
  let last: Key | undefined
  while (found.length < limit) {
    signal?.throwIfAborted()
    const page = await (last === undefined ? table.toCollection() : table.where(':id').above(last))
      .limit(pageSize)
      .toArray()
    for (const row of page) if (found.length < limit && matches(row)) found.push(row)
    const end = page.at(-1)
    if (end === undefined || page.length < pageSize) break
    last = keyOf(table, end)
  }
  return found
}

function keyOf<Row, Key>(table: Table<Row, Key>, row: Row): Key {
  const { keyPath } = table.schema.primKey
  const part = (name: string) => (row as Readonly<Record<string, unknown>>)[name]
  return (Array.isArray(keyPath) ? keyPath.map(part) : part(String(keyPath))) as Key
}

import type { Code } from '../../references/types.ts'
import { besideLists, liveLists, newestFirst } from '../names/live-documents.ts'
import { findDocument, questionsOf } from '../names/named-documents.ts'
import { allNames, namesOf } from '../names/names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentId, DocumentRow, QuestionRow } from '../schema.ts'
import { documentEntries } from './kept-order.ts'

/** Questions of all documents, for lists of them. Those of removed documents are left out. */

export interface KeptQuestion {
  readonly question: QuestionRow
  readonly list: DocumentRow
}

/** `[list, order]`. */
export type QuestionKey = [list: DocumentId, order: number]

/** Which of all questions, by document (newest first) and order, stand in which document. */
export interface QuestionOutline {
  readonly lists: readonly DocumentId[]
  /** How many questions there are before each list, and how many in all. */
  readonly starts: readonly number[]
}

/** Documents that are counted at once. */
const countedAtOnce = 100

/** Counts the questions of each document, in the order of these. */
export async function questionOutline(db: KamerlensDatabase): Promise<QuestionOutline> {
  // Follows every change of a question; the ranges of all documents would be as many things to follow.
  await db.questions.count()
  const lists = (await documentEntries(db)).map(({ id }) => id)
  const starts = [0]
  for (let from = 0; from < lists.length; from += countedAtOnce) {
    const some = lists.slice(from, from + countedAtOnce)
    const counts = await Promise.all(some.map((id) => questionsOf(db, id).count()))
    for (const count of counts) starts.push((starts.at(-1) ?? 0) + count)
  }
  return { lists, starts }
}

/** The place in `lists` of the one that a question stands in, by its place among all. */
export function listAt({ starts }: QuestionOutline, index: number): number {
  let [low, high] = [0, starts.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= index) low = middle
    else high = middle
  }
  return low
}

/** Some of all questions, from a place among them on. */
export async function questionsFrom(
  db: KamerlensDatabase,
  outline: QuestionOutline,
  from: number,
  limit: number,
): Promise<KeptQuestion[]> {
  const { lists, starts } = outline
  const until = Math.min(from + limit, starts.at(-1) ?? 0)
  if (until <= from) return []
  return db.read(['documents', 'questions'], async () => {
    const parts: Promise<KeptQuestion[]>[] = []
    for (let at = listAt(outline, from); at < lists.length && (starts[at] ?? 0) < until; at += 1) {
      const [id, start, end] = [lists[at], starts[at] ?? 0, starts[at + 1] ?? 0]
      if (id !== undefined && end > start)
        parts.push(partOf(db, id, Math.max(from, start) - start, Math.min(until, end) - start))
    }
    return (await Promise.all(parts)).flat()
  })
}

/** The questions of one document from one place to before another. */
async function partOf(db: KamerlensDatabase, id: DocumentId, from: number, until: number): Promise<KeptQuestion[]> {
  // An offset would be walked to with a cursor; numbers may be missing, so that no place follows from another.
  const [list, keys] = await Promise.all([db.documents.get(id), questionsOf(db, id).primaryKeys()])
  const [first, last] = [keys[from], keys[Math.min(until, keys.length) - 1]]
  if (list === undefined || !isLive(list) || first === undefined || last === undefined) return []
  const rows = await db.questions.where('[list+order]').between(first, last, true, true).toArray()
  return rows.map((question) => ({ question, list }))
}

/** The questions with these keys, in this order; those that are gone are left out. */
export async function questionsAt(db: KamerlensDatabase, keys: readonly QuestionKey[]): Promise<KeptQuestion[]> {
  const rows = await db.questions.bulkGet([...keys])
  return withLists(
    db,
    rows.filter((row) => row !== undefined),
  )
}

/** Questions that name a code, under any name of its document, newest documents first; at most `most` and one more. */
export async function mentions(db: KamerlensDatabase, code: Code, most: number): Promise<KeptQuestion[]> {
  const document = await findDocument(db, code.id)
  const names = document === undefined ? namesOf(code.id) : allNames([code.id], [document])
  const rows = await db.questions
    .where('references')
    .anyOf([...names])
    .distinct()
    .limit(most + 1)
    .toArray()
  const found = await withLists(db, rows)
  return found.sort((a, b) =>
    a.list.id === b.list.id ? a.question.order - b.question.order : newestFirst(a.list, b.list),
  )
}

async function withLists(db: KamerlensDatabase, rows: readonly QuestionRow[]): Promise<KeptQuestion[]> {
  return besideLists(rows, await liveLists(db, rows))
}

/** When something was last corrected by hand or put back; empty where nothing ever was. */
export async function lastCorrection(db: KamerlensDatabase): Promise<string> {
  const moments = (await db.corrections.toArray()).map(({ updatedAt }) => updatedAt)
  return moments.sort().at(-1) ?? ''
}

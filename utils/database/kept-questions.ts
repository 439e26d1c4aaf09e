import type { Code } from '../references/types.ts'
import { type Facets, facetsOf } from './facets.ts'
import { liveDocuments, newestFirst } from './live-documents.ts'
import { findDocument } from './lookup.ts'
import { isLive, questionsOf } from './named-documents.ts'
import { allNames, namesOf } from './names.ts'
import { namesToDocuments, questionsOn } from './note-questions.ts'
import type { KamerlensDatabase } from './open.ts'
import type { DocumentId, DocumentRow, QuestionRow } from './schema.ts'

/** Questions of all documents, for lists of them. Those of removed documents are left out. */

export interface KeptQuestion {
  readonly question: QuestionRow
  readonly list: DocumentRow
}

/** `[list, order]`. */
export type QuestionKey = [list: DocumentId, order: number]

/** A slice of all questions, by document (newest first) and order. */
export async function questionsFrom(db: KamerlensDatabase, offset: number, limit: number): Promise<KeptQuestion[]> {
  const slice: KeptQuestion[] = []
  let skipped = 0
  for (const list of (await liveDocuments(db)).sort(newestFirst)) {
    if (slice.length >= limit) break
    const count = await questionsOf(db, list.id).count()
    const start = Math.max(0, offset - skipped)
    skipped += Math.min(count, start)
    if (start >= count) continue
    const rows = await questionsOf(db, list.id)
      .offset(start)
      .limit(limit - slice.length)
      .toArray()
    slice.push(...rows.map((question) => ({ question, list })))
  }
  return slice
}

/** All questions as filters see them, in the same order. A document's questions are read at a time. */
export async function questionFacets(
  db: KamerlensDatabase,
): Promise<readonly { readonly key: QuestionKey; readonly facets: Facets }[]> {
  const lists = (await liveDocuments(db)).sort(newestFirst)
  const notes = (await db.notes.toArray()).filter(isLive)
  const noted = new Set<string>()
  for (const { list, order } of (await questionsOn(db, notes, namesToDocuments(lists))).values()) {
    noted.add(`${order} ${list}`)
  }
  const all: { readonly key: QuestionKey; readonly facets: Facets }[] = []
  for (const { id, facts } of lists) {
    for (const row of await questionsOf(db, id).toArray()) {
      all.push({ key: [id, row.order], facets: facetsOf(row, facts, noted.has(`${row.order} ${id}`)) })
    }
  }
  return all
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
  const lists = new Map<DocumentId, DocumentRow>()
  for (const list of await db.documents.bulkGet([...new Set(rows.map(({ list }) => list))])) {
    if (list !== undefined && isLive(list)) lists.set(list.id, list)
  }
  return rows.flatMap((question) => {
    const list = lists.get(question.list)
    return list === undefined ? [] : [{ question, list }]
  })
}

/** When something was last corrected by hand or put back; empty where nothing ever was. */
export async function lastCorrection(db: KamerlensDatabase): Promise<string> {
  const moments = (await db.corrections.toArray()).map(({ updatedAt }) => updatedAt)
  return moments.sort().at(-1) ?? ''
}

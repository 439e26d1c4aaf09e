import type { Hits } from '../../search/find.ts'
import type { SearchHits } from '../library/search.ts'
import { besideLists, liveLists } from '../names/live-documents.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentRow } from '../schema.ts'

export type FoundRows = Pick<SearchHits, 'documents' | 'questions' | 'notes'>

/** The rows of what was found, at most so many of each kind; `most`, how many of a kind there are beyond that. */
export async function rowsOf(
  db: KamerlensDatabase,
  found: Hits['found'],
  limit: number,
  passes: (texts: readonly string[]) => boolean,
): Promise<FoundRows & { readonly most: number }> {
  const documents = (await db.documents.bulkGet(found.documents.map(({ unit }) => unit.slice(1))))
    .filter((row) => row !== undefined)
    .filter((row) => isLive(row) && passes(documentTexts(row)))
  const questions = (await db.questions.bulkGet(found.questions.map(({ unit, place }) => [unit.slice(1), place - 1])))
    .filter((row) => row !== undefined)
    .filter(({ question, answer, footnotes }) => passes([question, answer, ...footnotes.map(({ text }) => text)]))
  const notes = (await db.notes.bulkGet(found.notes.map(({ unit }) => unit.slice(1))))
    .filter((row) => row !== undefined)
    .filter((row) => isLive(row) && passes([row.body, row.passage?.quote.exact ?? '']))
  const first = questions.slice(0, limit)
  return {
    documents: documents.slice(0, limit),
    questions: besideLists(first, await liveLists(db, first)),
    notes: notes.slice(0, limit),
    most: Math.max(documents.length, questions.length, notes.length),
  }
}

export function* textsOf({ documents, questions, notes }: FoundRows): Generator<string> {
  for (const row of documents) yield* documentTexts(row)
  for (const { question } of questions) yield* [question.question, question.answer]
  for (const { body } of notes) yield body
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

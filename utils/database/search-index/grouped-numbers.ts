import type { Places } from '../../search/answers.ts'
import { groupsOf, groupedIn as hasGroups } from '../../search/numbers.ts'
import type { Clause } from '../../search/query.ts'
import type { KamerlensDatabase } from '../open.ts'
import { unitOfDocument, unitOfNote } from './content.ts'
import { rowsOf } from './found-rows.ts'
import type { SearchIndex } from './search-index.ts'

/** Of what has the words of a phrase, or the groups of a number, so many are read, to see whether these follow each other. */
export const mostRead = 2_000

/**
 * Where the numbers that a query asks for stand in groups of digits, by the number: in the index each group is a word, so those that
 * have all of them are read.
 */
export async function groupedIn(
  db: KamerlensDatabase,
  index: Pick<SearchIndex, 'find'>,
  clauses: readonly Clause[],
): Promise<ReadonlyMap<string, Places>> {
  const grouped = new Map<string, Places>()
  for (const clause of clauses) {
    const groups = clause.type === 'number' ? groupsOf(clause.word) : null
    if (clause.type === 'number' && groups !== null) grouped.set(clause.word, await placesOf(db, index, groups))
  }
  return grouped
}

async function placesOf(
  db: KamerlensDatabase,
  index: Pick<SearchIndex, 'find'>,
  groups: readonly string[],
): Promise<Places> {
  const query = { clauses: [{ type: 'phrase', words: groups, excluded: false } as const], hints: [] }
  const hits = await index.find(query, { order: 'newest', limit: mostRead })
  const places = new Map<string, Set<number>>()
  if (hits === null) return places
  const has = hasGroups(groups)
  const { documents, questions, notes } = await rowsOf(db, hits.found, mostRead, (texts) => texts.some(has))
  const add = (unit: string, place: number) => places.set(unit, (places.get(unit) ?? new Set()).add(place))
  for (const { id } of documents) add(unitOfDocument(id), 0)
  for (const { question } of questions) add(unitOfDocument(question.list), question.order + 1)
  for (const { id } of notes) add(unitOfNote(id), 0)
  return places
}

import type { Places } from '../../search/query/answers.ts'
import type { Clause } from '../../search/query/query.ts'
import { phraseIn } from '../../search/words/phrase.ts'
import type { KamerlensDatabase } from '../open.ts'
import { unitOfDocument, unitOfNote } from './content.ts'
import { rowsOf } from './found-rows.ts'
import type { SearchIndex } from './search-index.ts'

/**
 * A word that a query asks for may stand in a text as two with a sign between. In the index each of these is a word, so what has both is
 * read, to see whether they follow each other.
 */

/** Of what has the words of a phrase, or both pieces, so many are read. */
export const mostRead = 2_000

type Index = Pick<SearchIndex, 'find' | 'partings'>

/** Where what is asked for stands in pieces, by it in one piece, and these, with a space between, as they are marked. */
export interface InPieces {
  readonly places: ReadonlyMap<string, Places>
  readonly marked: readonly string[]
}

/** The words of a query that stand nowhere but as two with a sign between: «f16» as «F-16». */
export async function wordsInPieces(
  db: KamerlensDatabase,
  index: Index,
  clauses: readonly Clause[],
): Promise<InPieces> {
  const words = clauses.flatMap((clause) => (clause.type === 'word' && !clause.excluded ? [clause.word] : []))
  const found = new Map<string, Places>()
  const marked: string[] = []
  for (const [word, ways] of await index.partings(words)) {
    for (const pieces of ways) {
      const places = await placesOf(db, index, pieces)
      if (places.size === 0) continue
      found.set(word, joined(found.get(word), places))
      marked.push(pieces.join(' '))
    }
  }
  return { places: found, marked }
}

/** Where pieces follow each other. */
async function placesOf(db: KamerlensDatabase, index: Index, pieces: readonly string[]): Promise<Places> {
  const follow = phraseIn(pieces)
  const query = { clauses: [{ type: 'phrase', words: pieces, excluded: false } as const], hints: [] }
  const hits = await index.find(query, { order: 'newest', limit: mostRead })
  const places = new Map<string, Set<number>>()
  if (hits === null) return places
  const { documents, questions, notes } = await rowsOf(db, hits.found, mostRead, (texts) => texts.some(follow))
  const add = (unit: string, place: number) => places.set(unit, (places.get(unit) ?? new Set()).add(place))
  for (const { id } of documents) add(unitOfDocument(id), 0)
  for (const { question } of questions) add(unitOfDocument(question.list), question.order + 1)
  for (const { id } of notes) add(unitOfNote(id), 0)
  return places
}

function joined(one: Places = new Map(), other: Places): Places {
  const units = [...new Set([...one.keys(), ...other.keys()])]
  return new Map(units.map((unit) => [unit, new Set([...(one.get(unit) ?? []), ...(other.get(unit) ?? [])])]))
}

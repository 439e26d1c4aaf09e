import { peopleOf } from '../../sources/people.ts'
import { liveDocuments, newestFirst } from '../names/live-documents.ts'
import { questionsOf } from '../names/named-documents.ts'
import { namesToDocuments, questionsOn } from '../notes/note-questions.ts'
import { officialsOf } from '../official/officials.ts'
import type { KamerlensDatabase } from '../open.ts'
import { questionKey } from '../questions/question-key.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentId } from '../schema.ts'
import { type Facets, facetsOf } from './facets.ts'
import type { QuestionKey } from './kept-questions.ts'

export interface FacetedQuestion {
  readonly key: QuestionKey
  /** One object for all questions that are alike: not to be changed. */
  readonly facets: Facets
}

/**
 * All questions as filters see them, by document (newest first) and order, in columns: of a hundred thousand they go from
 * a worker to a page without a copy of each.
 */
export interface FacetColumns {
  readonly lists: readonly DocumentId[]
  /** How many questions there are before each list, and how many in all. */
  readonly starts: readonly number[]
  /** Of each question, in its document. */
  readonly orders: Uint32Array<ArrayBuffer>
  /** Of each question its place in `kinds`. */
  readonly kindOf: Uint32Array<ArrayBuffer>
  readonly kinds: readonly Facets[]
}

/** Reads every question of every document that is not removed, a document at a time. */
export async function facetColumns(db: KamerlensDatabase): Promise<FacetColumns> {
  const documents = (await liveDocuments(db)).sort(newestFirst)
  const notes = (await db.notes.toArray()).filter(isLive)
  const onQuestions = await questionsOn(db, notes, namesToDocuments(documents))
  const noted = new Set([...onQuestions.values()].map(questionKey))
  const [starts, orders, kindOf]: [number[], number[], number[]] = [[0], [], []]
  const [kinds, places]: [Facets[], Map<string, number>] = [[], new Map()]
  const officialOf = await officialsOf(
    db,
    documents.flatMap(({ aliases }) => aliases),
  )
  for (const { id, aliases, facts } of documents) {
    const people = peopleOf(facts, officialOf(aliases))
    for (const row of await questionsOf(db, id).toArray()) {
      const facets = facetsOf(row, people, noted.has(questionKey(row)))
      const kind = JSON.stringify([facets.marks, facets.parties, facets.ministries])
      let place = places.get(kind)
      if (place === undefined) {
        place = kinds.push(facets) - 1
        places.set(kind, place)
      }
      orders.push(row.order)
      kindOf.push(place)
    }
    starts.push(orders.length)
  }
  const lists = documents.map(({ id }) => id)
  return { lists, starts, orders: Uint32Array.from(orders), kindOf: Uint32Array.from(kindOf), kinds }
}

/** The rows that columns stand for. */
export function facetedQuestions({ lists, starts, orders, kindOf, kinds }: FacetColumns): readonly FacetedQuestion[] {
  const all: FacetedQuestion[] = []
  for (const [at, list] of lists.entries()) {
    for (let place = starts[at] ?? 0; place < (starts[at + 1] ?? 0); place += 1) {
      const [order, facets] = [orders[place], kinds[kindOf[place] ?? -1]]
      if (order !== undefined && facets !== undefined) all.push({ key: [list, order], facets })
    }
  }
  return all
}

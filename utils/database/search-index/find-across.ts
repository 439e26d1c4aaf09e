import type { FindOptions, Hit, Hits } from '../../search/find.ts'
import type { Clause, Query } from '../../search/query/query.ts'
import type { SearchIndex } from './search-index.ts'

/** So many of each kind are looked at for each word: what scores best of a frequent one. */
const mostOfWord = 2_000

interface Word {
  readonly hits: Hits
  /** What of each document holds it: 0 for what is told of the document, else a question. */
  readonly places: ReadonlyMap<string, ReadonlySet<number>>
}

/**
 * The documents that hold all words of a query in different places, one in the title and another in a question, with their questions
 * that hold any of them, those with most of them first. For where nothing holds all of them by itself; null where that can't be more.
 */
export async function findAcross(
  index: Pick<SearchIndex, 'find'>,
  { clauses }: Query,
  options: FindOptions,
): Promise<Pick<Hits, 'found' | 'corrected'> | null> {
  const isWord = (clause: Clause) => clause.type === 'word' && !clause.excluded
  const others = clauses.filter((clause) => !isWord(clause))
  const wanted = clauses.filter(isWord)
  if (wanted.length < 2) return null
  const words: Word[] = []
  for (const word of wanted) {
    const query = { clauses: [word, ...others], hints: [] }
    const hits = await index.find(query, { ...options, limit: mostOfWord })
    if (hits === null || hits.found.documents.length + hits.found.questions.length === 0) return null
    words.push({ hits, places: placesOf([...hits.found.documents, ...hits.found.questions]) })
  }
  // A rare word tells best which of them are meant.
  words.sort((one, other) => one.places.size - other.places.size)
  const [rarest, ...rest] = words as [Word, ...Word[]]
  const units = [...rarest.places.keys()].filter((unit) => rest.every(({ places }) => places.has(unit)))
  if (units.length === 0) return null
  const wordsIn = (unit: string, place: number): number =>
    words.filter(({ places }) => places.get(unit)?.has(place)).length
  const questions = units.flatMap((unit) => {
    const places = new Set(words.flatMap((word) => [...(word.places.get(unit) ?? [])]))
    return [...places].filter((place) => place > 0).map((place) => ({ unit, place, held: wordsIn(unit, place) }))
  })
  const found = {
    documents: units.map((unit) => ({ unit, place: 0 })),
    questions: questions.toSorted((one, other) => other.held - one.held).map(({ unit, place }) => ({ unit, place })),
    notes: [],
  }
  return { found, corrected: [...new Set(words.flatMap(({ hits }) => hits.corrected))] }
}

function placesOf(hits: readonly Hit[]): Word['places'] {
  const places = new Map<string, Set<number>>()
  for (const { unit, place } of hits) places.set(unit, (places.get(unit) ?? new Set()).add(place))
  return places
}

import { DamagedIndex } from './bytes.ts'
import { Lexicon, shortestPart } from './lexicon.ts'
import type { Clause, Query } from './query.ts'
import { type Kind, kinds, Ranking, type SearchOrder } from './ranking.ts'
import { type Dictionary, fitScore } from './segment.ts'
import { termOf } from './words.ts'

/** A segment that is searched: its dictionary, and what is derived from it once. */
export interface OpenSegment {
  readonly id: number
  readonly dictionary: Dictionary
  readonly lexicon: Lexicon
  /** Index of the unit of each findable. */
  readonly unitOf: Uint32Array
  /** Of each findable: which of `kinds` it is, or `gone`, itself or anew in a later segment. */
  readonly kindOf: Uint8Array
  readonly room: Room
}

/** Room for a search, which leaves it as it comes. */
interface Room {
  readonly held: Uint8Array
  readonly scores: Float32Array
  readonly candidates: Uint32Array
}

const gone = kinds.length

/** @param known the same segment as it was opened before other units of it were gone */
export function openSegment(
  id: number,
  dictionary: Dictionary,
  dead: readonly number[],
  known?: OpenSegment,
): OpenSegment {
  const { starts, units, places } = dictionary
  const size = starts[units.length] ?? 0
  const [unitOf, kindOf] = [new Uint32Array(size), new Uint8Array(size)]
  const isGone = new Set(dead)
  for (let unit = 0; unit < units.length; unit += 1) {
    const [from, to] = [starts[unit] ?? 0, starts[unit + 1] ?? 0]
    unitOf.fill(unit, from, to)
    if (isGone.has(unit)) kindOf.fill(gone, from, to)
    else if (units[unit]?.startsWith('n')) kindOf.fill(kinds.indexOf('notes'), from, to)
    else {
      kindOf.fill(kinds.indexOf('questions'), from, to)
      if (from < to && places[from] === 0) kindOf[from] = kinds.indexOf('documents')
    }
  }
  const lexicon = known?.lexicon ?? new Lexicon(dictionary)
  return { id, dictionary, lexicon, unitOf, kindOf, room: known?.room ?? roomFor(size) }
}

const roomFor = (size: number): Room => ({
  held: new Uint8Array(size),
  scores: new Float32Array(size),
  candidates: new Uint32Array(size),
})

/** A stretch of the postings of a segment. */
export interface Stretch {
  readonly segment: number
  readonly from: number
  readonly to: number
}

/** Where a stretch was read to. */
export interface StretchOfBytes {
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
}

/** Reads stretches of postings, all of one moment. */
export type ReadPostings = (stretches: readonly Stretch[]) => Promise<readonly StretchOfBytes[]>

export interface FindOptions {
  readonly order: SearchOrder
  /** At most so many of each kind. */
  readonly limit: number
  /** Whether something has a note; asked only where the query does. */
  readonly isNoted?: (unit: string, place: number) => boolean
  /** What a note with a tag is on, by the value of the query's field: it has the tag as well. */
  readonly tagged?: ReadonlyMap<string, Places>
}

/** Places of units. */
export type Places = ReadonlyMap<string, ReadonlySet<number>>

export interface Hit {
  readonly unit: string
  readonly place: number
}

export interface Hits {
  readonly found: Readonly<Record<Kind, readonly Hit[]>>
  /** How many there are of each kind, also beyond the limit. */
  readonly counts: Readonly<Record<Kind, number>>
  /** Words that were found in place of words with typing errors, as terms. */
  readonly corrected: readonly string[]
}

/** Terms of one segment that answer to a clause and count as much; `share` is what they count beside the word itself. */
interface Answer {
  readonly share: number
  readonly terms: readonly number[]
  /** The postings of those that have many. */
  readonly read: StretchOfBytes[]
}

/** A clause with what answers to it in each segment, what counts most first. */
interface Asked {
  readonly excluded: boolean
  readonly answers: readonly (readonly Answer[])[]
  /** What holds the clause without a term of its own that says so. */
  readonly besides?: Places | undefined
}

const shares = { whole: 1, start: 0.6, part: 0.4, corrected: 0.5 } as const

/**
 * Finds what all clauses of a query hold for, best or newest first. The words of a phrase must occur; whether they follow each
 * other is for the caller to see, who has the texts.
 */
export async function find(
  segments: readonly OpenSegment[],
  { clauses }: Query,
  read: ReadPostings,
  { order, limit, isNoted, tagged }: FindOptions,
): Promise<Hits> {
  const corrected = new Set<string>()
  const asked = clauses.flatMap((clause) => askedOf(clause, segments, corrected, tagged))
  await readAll(segments, asked, read)
  const ranking = new Ranking(order, limit)
  const all = segments.reduce((sum, { unitOf }) => sum + unitOf.length, 0)
  const counts = asked.map(({ answers }) => answers.map((own, index) => postingsOf(segments[index], own)))
  const worths = counts.map((own) => worthOf(own, all))
  const passes = filterOf(clauses, isNoted)
  segments.forEach((segment, index) => {
    const own = asked.map((one, clause) => ({
      excluded: one.excluded,
      answers: one.answers[index] ?? [],
      worth: worths[clause] ?? 0,
      count: counts[clause]?.[index] ?? 0,
      besides: numbersOf(segment, one.besides),
    }))
    scoreSegment(segment, index, own, passes, ranking)
  })
  const hitOf = ({ segment, number }: { segment: number; number: number }): Hit => {
    const { dictionary, unitOf } = segments[segment] as OpenSegment
    return { unit: dictionary.units[unitOf[number] ?? -1] ?? '', place: dictionary.places[number] ?? 0 }
  }
  return {
    found: {
      documents: ranking.ranked('documents').map(hitOf),
      questions: ranking.ranked('questions').map(hitOf),
      notes: ranking.ranked('notes').map(hitOf),
    },
    counts: ranking.counts,
    corrected: [...corrected],
  }
}

type Filter = (unit: string, place: number, day: number) => boolean

/** Since when, and whether it has a note: what is known without a term; null where nothing of the kind is asked. */
function filterOf(clauses: readonly Clause[], isNoted: FindOptions['isNoted']): Filter | null {
  if (clauses.every(({ type }) => type !== 'since' && type !== 'noted')) return null
  return (unit: string, place: number, day: number): boolean =>
    clauses.every((clause) => {
      if (clause.type === 'since') return day >= clause.day !== clause.excluded
      if (clause.type === 'noted') return (isNoted?.(unit, place) ?? false) !== clause.excluded
      return true
    })
}

function askedOf(
  clause: Clause,
  segments: readonly OpenSegment[],
  corrected: Set<string>,
  tagged: FindOptions['tagged'],
): readonly Asked[] {
  switch (clause.type) {
    case 'since':
    case 'noted':
      return []
    case 'field': {
      const { field, value, excluded } = clause
      const whole = field === 'status' || field === 'dossier'
      const answers = segments.map(({ lexicon }) => [answer(0, lexicon.fieldTerms(field, value, whole))])
      return [{ excluded, answers, besides: field === 'tag' ? tagged?.get(value) : undefined }]
    }
    case 'word':
      return [
        { excluded: clause.excluded, answers: wordAnswers(clause.word, segments, clause.excluded ? null : corrected) },
      ]
    case 'phrase':
      // Left out is what holds all words in a row, which the caller sees.
      return clause.excluded
        ? []
        : clause.words.map((word) => ({ excluded: false, answers: wordAnswers(word, segments, null) }))
  }
}

/** @param corrected takes the words that were meant, where the word occurs nowhere; null where errors are not forgiven */
function wordAnswers(word: string, segments: readonly OpenSegment[], corrected: Set<string> | null): Answer[][] {
  const term = termOf(word)
  // What holds the word holds its stem, where that is how it begins.
  const parts = word.startsWith(term) && term.length >= shortestPart ? [term] : [...new Set([term, word])]
  const found = segments.map(({ lexicon }) =>
    byShare(lexicon, union(parts.map((part) => lexicon.termsWith(part))), term, word),
  )
  if (corrected === null || found.some((own) => own.length > 0)) return found
  return segments.map(({ lexicon }) => {
    const terms = union([...new Set([term, word])].map((one) => lexicon.termsLike(one)))
    for (const number of terms) corrected.add(lexicon.term(number))
    return terms.length === 0 ? [] : [answer(shares.corrected, terms)]
  })
}

/** The word itself, then what begins with it, then what has it within. */
function byShare(lexicon: Lexicon, terms: readonly number[], term: string, word: string): Answer[] {
  const sorted: Readonly<Record<'whole' | 'start' | 'part', number[]>> = { whole: [], start: [], part: [] }
  for (const number of terms) {
    const first = lexicon.begins(number, term)
    const second = word === term ? first : lexicon.begins(number, word)
    sorted[first === 'whole' || second === 'whole' ? 'whole' : (first ?? second ?? 'part')].push(number)
  }
  return (['whole', 'start', 'part'] as const).flatMap((how) =>
    sorted[how].length === 0 ? [] : [answer(shares[how], sorted[how])],
  )
}

const answer = (share: number, terms: readonly number[]): Answer => ({ share, terms, read: [] })

/** The numbers of one rising list or two, those of the second that are not in the first behind those of the first. */
function union([first = [], second = []]: readonly (readonly number[])[]): readonly number[] {
  return second.length === 0 ? first : [...first, ...without(second, first)]
}

/** What of one rising list is not in another. */
function without(numbers: readonly number[], others: readonly number[]): readonly number[] {
  let at = 0
  return numbers.filter((number) => {
    while (at < others.length && (others[at] ?? 0) < number) at += 1
    return others[at] !== number
  })
}

async function readAll(segments: readonly OpenSegment[], asked: readonly Asked[], read: ReadPostings): Promise<void> {
  const stretches: Stretch[] = []
  const all = asked.flatMap(({ answers }) =>
    segments.flatMap(({ id, lexicon }, index) => (answers[index] ?? []).map((own) => ({ id, lexicon, own }))),
  )
  for (const { id, lexicon, own } of all) {
    for (const term of own.terms) {
      if (!lexicon.hasMany(term)) continue
      const from = lexicon.from(term)
      stretches.push({ segment: id, from, to: from + lexicon.bytes(term) })
    }
  }
  const bytes = stretches.length === 0 ? [] : await read(stretches)
  let next = 0
  for (const { lexicon, own } of all) {
    for (const term of own.terms) {
      if (!lexicon.hasMany(term)) continue
      const place = bytes[next++]
      if (place === undefined) throw new DamagedIndex('postings are missing')
      own.read.push(place)
    }
  }
}

/** What a clause is worth: a rare word more (BM25), over all segments. */
function worthOf(counts: readonly number[], all: number): number {
  const count = counts.reduce((sum, one) => sum + one, 0)
  return Math.log(1 + (Math.max(0, all - count) + 0.5) / (count + 0.5))
}

function postingsOf(segment: OpenSegment | undefined, answers: readonly Answer[]): number {
  let count = 0
  for (const { terms } of answers) for (const term of terms) count += segment?.lexicon.count(term) ?? 0
  return count
}

/** How many of the wanted clauses a findable holds, in order; `out` where an excluded one does. */
const out = 255

interface ScoredClause {
  readonly excluded: boolean
  readonly answers: readonly Answer[]
  readonly worth: number
  readonly count: number
  /** Numbers of what holds it besides. */
  readonly besides: readonly number[]
}

/** The numbers of places in a segment. */
function numbersOf(
  { dictionary: { units, starts, places } }: OpenSegment,
  wanted: Places | undefined,
): readonly number[] {
  if (wanted === undefined || wanted.size === 0) return []
  return units.flatMap((unit, index) => {
    const own = wanted.get(unit)
    if (own === undefined) return []
    const [from, to] = [starts[index] ?? 0, starts[index + 1] ?? 0]
    return Array.from({ length: to - from }, (_, at) => from + at).filter((number) => own.has(places[number] ?? -1))
  })
}

function scoreSegment(
  segment: OpenSegment,
  index: number,
  asked: readonly ScoredClause[],
  passes: Filter | null,
  ranking: Ranking,
): void {
  segment.room.held.fill(0)
  for (const clause of asked) if (clause.excluded) hold(segment, clause, 0, out)
  // The rarest first: what it leaves out is not looked at again.
  const wanted = asked
    .filter(({ excluded }) => !excluded)
    .sort((a, b) => a.count + a.besides.length - b.count - b.besides.length)
  let found = 0
  wanted.forEach((clause, place) => {
    const count = hold(segment, clause, place, place + 1)
    if (place === 0) found = count
  })
  rank(segment, index, wanted.length, found, passes, ranking)
}

/**
 * Goes through the postings of a clause; what held `before` holds `after`, and gains what the clause is worth. How many these are.
 *
 * Throws `DamagedIndex` where they are not those of its terms.
 */
function hold(
  { lexicon, dictionary, room }: OpenSegment,
  { answers, worth, besides }: ScoredClause,
  before: number,
  after: number,
): number {
  let found = 0
  for (const { share, terms, read } of answers) {
    const byFit = Float64Array.from(fitScore, (fit) => fit * worth * share)
    let next = 0
    for (const term of terms) {
      const place = lexicon.hasMany(term) ? read[next++] : undefined
      const from = place?.from ?? lexicon.from(term)
      const to = from + lexicon.bytes(term)
      const count = lexicon.count(term)
      found = holdPostings(place?.bytes ?? dictionary.few, from, to, count, room, before, after, byFit, found)
    }
  }
  for (const number of besides) {
    if (room.held[number] !== before) continue
    room.held[number] = after
    if (before === 0) {
      room.scores[number] = 0
      room.candidates[found] = number
    }
    found += 1
  }
  return found
}

/** The postings of one term. By itself, since what is called often is soon compiled: the first search of a page waits for it. */
function holdPostings(
  bytes: Uint8Array,
  from: number,
  to: number,
  count: number,
  { held, scores, candidates }: Room,
  before: number,
  after: number,
  byFit: Float64Array,
  already: number,
): number {
  let [number, at, left, found] = [0, from, count, already]
  for (; at < to; left -= 1) {
    let packed = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined || shift > 28) throw new DamagedIndex('postings are cut off')
      packed |= (byte & 127) << shift
      if (byte < 128) break
    }
    number += packed >>> 2
    if (number >= held.length) throw new DamagedIndex('a posting beyond the end')
    if (held[number] !== before) continue
    held[number] = after
    const score = byFit[packed & 3] as number
    if (before === 0) {
      scores[number] = score
      candidates[found] = number
    } else scores[number] = (scores[number] as number) + score
    found += 1
  }
  if (at !== to || left !== 0) throw new DamagedIndex('postings differ from their length')
  return found
}

/** @param found so many candidates there are; all are where nothing is wanted */
function rank(
  { dictionary: { units, days, places }, unitOf, kindOf, room }: OpenSegment,
  segment: number,
  wanted: number,
  found: number,
  passes: Filter | null,
  ranking: Ranking,
): void {
  const { held, scores, candidates } = room
  const count = wanted === 0 ? unitOf.length : found
  for (let at = 0; at < count; at += 1) {
    const number = wanted === 0 ? at : (candidates[at] as number)
    const kind = kindOf[number] as number
    if (held[number] !== wanted || kind === gone) continue
    const unit = unitOf[number] as number
    const day = days[unit] as number
    if (passes !== null && !passes(units[unit] ?? '', places[number] ?? 0, day)) continue
    ranking.add(kind, wanted === 0 ? 0 : (scores[number] as number), day, segment, number)
  }
}

import { DamagedIndex } from './bytes.ts'
import { type Entry, entriesLike, entriesWith, fieldEntries, shortestPart } from './dictionary.ts'
import type { Clause, Query } from './query.ts'
import { type Kind, Ranking, type SearchOrder } from './ranking.ts'
import { type Dictionary, fitScore } from './segment.ts'
import { termOf } from './words.ts'

/** A segment that is searched: its dictionary, and what is derived from it once. */
export interface OpenSegment {
  readonly id: number
  readonly dictionary: Dictionary
  /** Index of the unit of each findable. */
  readonly unitOf: Uint32Array
  /** Of each unit: whether it is a note, or gone (or anew in a later segment). */
  readonly traits: Uint8Array
  /** Room for a search, which leaves it as it comes. */
  readonly held: Uint8Array
  readonly scores: Float32Array
}

const trait = { note: 1, dead: 2 } as const

export function openSegment(id: number, dictionary: Dictionary, dead: readonly number[]): OpenSegment {
  const { starts, units } = dictionary
  const unitOf = new Uint32Array(starts[units.length] ?? 0)
  for (let unit = 0; unit < units.length; unit += 1) unitOf.fill(unit, starts[unit], starts[unit + 1])
  const traits = Uint8Array.from(units, (unit) => (unit.startsWith('n') ? trait.note : 0))
  for (const unit of dead) traits[unit] = trait.dead
  const size = unitOf.length
  return { id, dictionary, unitOf, traits, held: new Uint8Array(size), scores: new Float32Array(size) }
}

/** A stretch of the postings of a segment. */
export interface Stretch {
  readonly segment: number
  readonly from: number
  readonly to: number
}

/** Reads stretches of postings, all of one moment. */
export type ReadPostings = (stretches: readonly Stretch[]) => Promise<readonly Uint8Array[]>

export interface FindOptions {
  readonly order: SearchOrder
  /** At most so many of each kind. */
  readonly limit: number
  /** Whether something has a note; asked only where the query does. */
  readonly isNoted?: (unit: string, place: number) => boolean
}

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

/** A term of one segment that answers to a clause; `share` is what it counts beside the word itself. */
interface Answer {
  readonly entry: Entry
  readonly share: number
  bytes: Uint8Array | null
}

/** A clause with what answers to it in each segment. */
interface Asked {
  readonly excluded: boolean
  readonly answers: readonly (readonly Answer[])[]
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
  { order, limit, isNoted }: FindOptions,
): Promise<Hits> {
  const corrected = new Set<string>()
  const asked = clauses.flatMap((clause) => askedOf(clause, segments, corrected))
  await readAll(segments, asked, read)
  const ranking = new Ranking(order, limit)
  const all = segments.reduce((sum, { unitOf }) => sum + unitOf.length, 0)
  const worths = asked.map(({ answers }) => worthOf(answers, all))
  const passes = filterOf(clauses, isNoted)
  segments.forEach((segment, index) => {
    const own = asked.map((one, clause) => ({
      excluded: one.excluded,
      answers: one.answers[index] ?? [],
      worth: worths[clause] ?? 0,
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

function askedOf(clause: Clause, segments: readonly OpenSegment[], corrected: Set<string>): readonly Asked[] {
  switch (clause.type) {
    case 'since':
    case 'noted':
      return []
    case 'field': {
      const { field, value, excluded } = clause
      const whole = field === 'status' || field === 'dossier'
      const answers = segments.map(({ dictionary }) =>
        fieldEntries(dictionary, field, value, whole).map((entry) => ({ entry, share: 0, bytes: null })),
      )
      return [{ excluded, answers }]
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
  const answers = segments.map(({ dictionary }) => {
    const entries = new Map<string, Entry>()
    // What holds the word holds its stem, where that is how it begins.
    for (const part of word.startsWith(term) && term.length >= shortestPart ? [term] : new Set([term, word])) {
      for (const entry of entriesWith(dictionary, part)) entries.set(entry.term, entry)
    }
    return [...entries.values()].map(
      (entry): Answer => ({ entry, share: shareOf(entry.term, term, word), bytes: null }),
    )
  })
  if (corrected === null || answers.some((own) => own.length > 0)) {
    for (const own of answers) own.sort((a, b) => b.share - a.share)
    return answers
  }
  return segments.map(({ dictionary }) => {
    const entries = new Map<string, Entry>()
    for (const one of new Set([term, word])) {
      for (const entry of entriesLike(dictionary, one)) entries.set(entry.term, entry)
    }
    for (const found of entries.keys()) corrected.add(found)
    return [...entries.values()].map((entry): Answer => ({ entry, share: shares.corrected, bytes: null }))
  })
}

function shareOf(found: string, term: string, word: string): number {
  if (found === term || found === word) return shares.whole
  return found.startsWith(term) || found.startsWith(word) ? shares.start : shares.part
}

async function readAll(segments: readonly OpenSegment[], asked: readonly Asked[], read: ReadPostings): Promise<void> {
  const stretches: Stretch[] = []
  const waiting: Answer[] = []
  for (const { answers } of asked) {
    answers.forEach((own, index) => {
      for (const answer of own) {
        if (answer.entry.from === answer.entry.to) continue
        stretches.push({ segment: segments[index]?.id ?? -1, from: answer.entry.from, to: answer.entry.to })
        waiting.push(answer)
      }
    })
  }
  const bytes = stretches.length === 0 ? [] : await read(stretches)
  waiting.forEach((answer, index) => {
    answer.bytes = bytes[index] ?? null
  })
}

/** What a clause is worth: a rare word more (BM25), over all segments. */
function worthOf(answers: Asked['answers'], all: number): number {
  const count = answers.flat().reduce((sum, { entry }) => sum + entry.count, 0)
  return Math.log(1 + (Math.max(0, all - count) + 0.5) / (count + 0.5))
}

const out = 255

function scoreSegment(
  { dictionary: { units, days, places }, unitOf, traits, held, scores }: OpenSegment,
  segment: number,
  asked: readonly { readonly excluded: boolean; readonly answers: readonly Answer[]; readonly worth: number }[],
  passes: Filter | null,
  ranking: Ranking,
): void {
  const size = unitOf.length
  // How many of the wanted clauses hold, in order; `out` where an excluded one does.
  held.fill(0)
  for (const { excluded, answers } of asked) {
    if (!excluded) continue
    for (const answer of answers) {
      const numbers = postingsIn(answer, size)
      for (const packed of numbers) held[packed >>> 2] = out
    }
  }
  // The rarest first: what it leaves out is not looked at again.
  const wanted = asked.filter(({ excluded }) => !excluded).sort((a, b) => postingsOf(a.answers) - postingsOf(b.answers))
  const first = wanted[0]
  const candidates = new Uint32Array(first === undefined ? 0 : Math.min(size, postingsOf(first.answers)))
  let count = 0
  wanted.forEach(({ answers, worth }, clause) => {
    for (const answer of answers) {
      const byFit = Float64Array.from(fitScore, (fit) => fit * worth * answer.share)
      const numbers = postingsIn(answer, size)
      for (const packed of numbers) {
        const number = packed >>> 2
        if (held[number] !== clause) continue
        held[number] = clause + 1
        const score = byFit[packed & 3] ?? 0
        if (clause === 0) {
          scores[number] = score
          candidates[count++] = number
        } else scores[number] = (scores[number] ?? 0) + score
      }
    }
  })
  const consider = (number: number, score: number) => {
    if (held[number] !== wanted.length) return
    const unit = unitOf[number] ?? 0
    const traitsHere = traits[unit] ?? 0
    if (traitsHere === trait.dead) return
    const [place, day] = [places[number] ?? 0, days[unit] ?? 0]
    if (passes !== null && !passes(units[unit] ?? '', place, day)) return
    const kind = traitsHere === trait.note ? 'notes' : place === 0 ? 'documents' : 'questions'
    ranking.add(kind, score, day, segment, number)
  }
  if (wanted.length === 0) for (let number = 0; number < size; number += 1) consider(number, 0)
  else for (let at = 0; at < count; at += 1) consider(candidates[at] ?? 0, scores[candidates[at] ?? 0] ?? 0)
}

const postingsOf = (answers: readonly Answer[]): number => answers.reduce((sum, { entry }) => sum + entry.count, 0)

/**
 * The postings of an answer: number times four, plus how well it fits.
 *
 * Throws `DamagedIndex` where they are not those of the entry.
 */
function postingsIn({ entry, bytes }: Answer, size: number): Uint32Array {
  if (entry.from === entry.to) {
    const few = Uint32Array.from(entry.few, ({ number, how }) => number * 4 + how)
    if (few.some((packed) => packed >>> 2 >= size)) throw new DamagedIndex('a posting beyond the end')
    return few
  }
  if (bytes === null) throw new DamagedIndex('postings are missing')
  const postings = new Uint32Array(entry.count)
  let [number, at] = [0, 0]
  for (let index = 0; index < entry.count; index += 1) {
    let packed = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined || shift > 28) throw new DamagedIndex('postings are cut off')
      packed |= (byte & 127) << shift
      if (byte < 128) break
    }
    number += packed >>> 2
    postings[index] = number * 4 + (packed & 3)
  }
  if (number >= size) throw new DamagedIndex('a posting beyond the end')
  return postings
}

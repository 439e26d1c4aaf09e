import { ByteReader, DamagedIndex } from './bytes.ts'
import { type Entry, entriesLike, entriesWith, fieldEntries } from './dictionary.ts'
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
  /** 1 for units that are gone, or that a later segment has anew. */
  readonly dead: Uint8Array
}

export function openSegment(id: number, dictionary: Dictionary, dead: readonly number[]): OpenSegment {
  const { starts, units } = dictionary
  const unitOf = new Uint32Array(starts[units.length] ?? 0)
  for (let unit = 0; unit < units.length; unit += 1) unitOf.fill(unit, starts[unit], starts[unit + 1])
  const deadUnits = new Uint8Array(units.length)
  for (const unit of dead) deadUnits[unit] = 1
  return { id, dictionary, unitOf, dead: deadUnits }
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

/** Since when, and whether it has a note: what is known without a term. */
function filterOf(clauses: readonly Clause[], isNoted: FindOptions['isNoted']) {
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
    for (const part of new Set([term, word])) {
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
  { dictionary: { units, days, places }, unitOf, dead }: OpenSegment,
  segment: number,
  asked: readonly {
    readonly excluded: boolean
    readonly answers: readonly Answer[]
    readonly worth: number
  }[],
  passes: (unit: string, place: number, day: number) => boolean,
  ranking: Ranking,
): void {
  const size = unitOf.length
  /** How many of the wanted clauses hold, in order; `out` where an excluded one does. */
  const held = new Uint8Array(size)
  const scores = new Float32Array(size)
  for (const { excluded, answers } of asked) {
    if (!excluded) continue
    for (const answer of answers) eachPosting(answer, size, (number) => (held[number] = out))
  }
  const wanted = asked.filter(({ excluded }) => !excluded).sort((a, b) => postingsOf(a.answers) - postingsOf(b.answers))
  // The rarest first: what it leaves out is not looked at again.
  const candidates: number[] = []
  wanted.forEach(({ answers, worth }, clause) => {
    for (const answer of answers) {
      const byFit = fitScore.map((fit) => fit * worth * answer.share)
      eachPosting(answer, size, (number, how) => {
        if (held[number] !== clause) return
        held[number] = clause + 1
        scores[number] = (scores[number] ?? 0) + (byFit[how] ?? 0)
        if (clause === 0) candidates.push(number)
      })
    }
  })
  const consider = (number: number) => {
    if (held[number] !== wanted.length) return
    const unit = unitOf[number] ?? 0
    if (dead[unit] === 1) return
    const [id, place, day] = [units[unit] ?? '', places[number] ?? 0, days[unit] ?? 0]
    if (!passes(id, place, day)) return
    ranking.add(
      id.startsWith('n') ? 'notes' : place === 0 ? 'documents' : 'questions',
      scores[number] ?? 0,
      day,
      segment,
      number,
    )
  }
  if (wanted.length > 0) for (const number of candidates) consider(number)
  else for (let number = 0; number < size; number += 1) consider(number)
}

const postingsOf = (answers: readonly Answer[]): number => answers.reduce((sum, { entry }) => sum + entry.count, 0)

/** Throws `DamagedIndex` where the postings are not those of the entry. */
function eachPosting({ entry, bytes }: Answer, size: number, take: (number: number, how: number) => void): void {
  if (entry.from === entry.to) {
    for (const { number, how } of entry.few) {
      if (number >= size) throw new DamagedIndex('a posting beyond the end')
      take(number, how)
    }
    return
  }
  if (bytes === null) throw new DamagedIndex('postings are missing')
  const reader = new ByteReader(bytes)
  let number = 0
  for (let index = 0; index < entry.count; index += 1) {
    const packed = reader.number()
    number += packed >>> 2
    if (number >= size) throw new DamagedIndex('a posting beyond the end')
    take(number, packed & 3)
  }
}

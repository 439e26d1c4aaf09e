import type { Answer } from '../query/answers.ts'
import type { LongPostings, Room, ScoredSegment } from '../segment/open-segment.ts'
import { fitScore } from '../segment/segment.ts'
import type { Findables } from './findables.ts'
import { Postings } from './postings.ts'
import { rankAllLevels, rankLevels } from './rank-levels.ts'
import type { Filter, Ranking } from './ranking.ts'
import { scoreOf } from './scores.ts'

/** One clause by itself: nothing is added up, so there are few different scores, and `Room.held` has levels (`rank-levels.ts`). */

export interface ScoredClause {
  readonly excluded: boolean
  readonly answers: readonly Answer[]
  readonly worth: number
  readonly count: number
  /** Numbers of what holds it besides. */
  readonly besides: readonly number[]
  /** Under which it may be remembered. */
  readonly word: string | undefined
}

/** Gives the ranking what a clause or several hold for, as place `segment` among segments; once, before the room is used again. */
export type RankScored = (findables: Findables, segment: number, ranking: Ranking) => void

/** More of everything than this is gone through in its order, which takes less time than as many candidates. */
export const shareInOrder = 0.125

/**
 * What of a segment a clause holds for that is the only one which is wanted.
 *
 * @param isAll whether nothing is excluded either; in `Room.held` is what is
 */
export function scoreAlone(
  segment: ScoredSegment,
  long: LongPostings,
  clause: ScoredClause,
  isAll: boolean,
  passes: Filter | null,
): RankScored {
  const { remembered, room } = segment
  const { answers, count, word } = clause
  const levels = levelsOf(clause)
  const known = word === undefined ? undefined : remembered.get(word)
  if (known !== undefined && passes === null && isAll) {
    room.held.set(known.levels)
    return (findables, index, ranking) => rankAllLevels(findables, room, index, levels, ranking)
  }
  const found = known === undefined ? hold(segment, long, clause) : holdRemembered(known.levels, room)
  const isMuch = found > room.held.length * shareInOrder
  if (isMuch && word !== undefined && isAll) remembered.put(word, { answers, count, levels: room.held.slice() })
  return passes === null && isMuch
    ? (findables, index, ranking) => rankAllLevels(findables, room, index, levels, ranking)
    : (findables, index, ranking) => rankLevels(findables, room, index, levels, found, passes, ranking)
}

/** The scores that something can have for a clause by itself; the last, for what holds it without a term. */
export const levelsOf = ({ answers, worth }: ScoredClause): Float32Array =>
  Float32Array.from([0, ...answers.flatMap(({ share }) => fitScore.map((fit) => scoreOf(fit, worth, share))), 0])

/** Of an answer: the place in `levelsOf` of what fits least. */
const levelOf = (answer: number): number => 1 + answer * fitScore.length

/** Goes through the postings of a clause: how many hold it. Throws `DamagedIndex` where they are not those of its terms. */
function hold(segment: ScoredSegment, long: LongPostings, { answers, besides }: ScoredClause): number {
  const { room } = segment
  let found = 0
  for (const [index, { terms }] of answers.entries()) {
    const postings = new Postings(segment, terms, long)
    for (let count = postings.read(); count > 0; count = postings.read()) {
      found = holdPostings(postings.packed, count, room, levelOf(index), found)
    }
  }
  for (const number of besides) {
    if (room.held[number] !== 0) continue
    room.held[number] = levelOf(answers.length)
    room.candidates[found] = number
    found += 1
  }
  return found
}

/** Some postings. @param level of what fits least */
function holdPostings(
  postings: Uint32Array,
  count: number,
  { held, candidates }: Room,
  level: number,
  already: number,
): number {
  let found = already
  // Whether it is held already can't be foreseen: to decide on nothing takes half the time.
  for (let at = 0; at < count; at += 1) {
    const packed = postings[at] as number
    const number = packed >>> 2
    const before = held[number] as number
    const isNew = (before - 1) >>> 31
    held[number] = before | ((level + (packed & 3)) & -isNew)
    candidates[found] = number
    found += isNew
  }
  return found
}

/** The same by what is remembered of the clause. */
function holdRemembered(known: Uint8Array, { held, candidates }: Room): number {
  let found = 0
  for (let number = 0; number < held.length; number += 1) {
    const level = known[number] as number
    if (level === 0 || held[number] !== 0) continue
    held[number] = level
    candidates[found] = number
    found += 1
  }
  return found
}

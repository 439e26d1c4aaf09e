import { DamagedIndex } from '../segment/bytes.ts'
import type { LongPostings, Room, ScoredSegment } from '../segment/open-segment.ts'
import { fitScore } from '../segment/segment.ts'
import type { Findables } from './findables.ts'
import type { RankScored, ScoredClause } from './levels.ts'
import { type Stretch, stretchOf } from './postings.ts'
import { rankLevels } from './rank-levels.ts'
import type { Filter } from './ranking.ts'
import { scoreOf } from './scores.ts'

/**
 * Two or three words, each as the terms that it is itself, as the first search of a page asks for them. What scores how
 * much is told by one byte then, which stands for how well each of the words fits: no posting needs more than one
 * reading and one writing, and what one word leaves out costs no writing at all. Code that is not compiled yet takes as
 * long as it has steps.
 */

/** So many words have no more than 255 levels. */
const mostWords = 3
/** A word is one term or two. */
const mostTerms = 2
const levelsOfWord = fitScore.length

/** The terms of each clause, where it asks for nothing else; null where any does. */
export function termsTogether(
  { remembered }: ScoredSegment,
  clauses: readonly ScoredClause[],
): readonly (readonly number[])[] | null {
  if (clauses.length < 2 || clauses.length > mostWords) return null
  const terms = clauses.map(({ excluded, answers, besides, word }) => {
    const own = answers[0]?.terms ?? []
    const isMore = excluded || answers.length > 1 || own.length > mostTerms || besides.length > 0
    return isMore || (word !== undefined && remembered.get(word) !== undefined) ? null : own
  })
  return terms.every((own) => own !== null) ? terms : null
}

/** What holds all of them, where nothing was held. @param clauses the rarest first. @param terms of each (`termsTogether`) */
export function scoreTogether(
  segment: ScoredSegment,
  long: LongPostings,
  clauses: readonly ScoredClause[],
  terms: readonly (readonly number[])[],
  passes: Filter | null,
): RankScored {
  const { lexicon, room } = segment
  let found = room.held.length
  // Levels of what holds all words so far: none yet is 0.
  let [first, next] = [0, 1]
  terms.forEach((own, word) => {
    const most = found
    found = 0
    own.forEach((term, place) => {
      if (found >= most) return
      const stretch = stretchOf(segment, term, long)
      const count = lexicon.count(term)
      found =
        word === 0 && place === 0
          ? holdFirst(stretch, count, room)
          : holdFurther(stretch, count, room, first, next, found)
    })
    const levels = (next - first) * levelsOfWord
    first = next
    next += levels
  })
  const scores = levelScores(clauses)
  return (findables: Findables, index, ranking) => rankLevels(findables, room, index, scores, found, passes, ranking)
}

/** By level what it scores, as it is added up where each of them is scored by itself. */
function levelScores(clauses: readonly ScoredClause[]): Float32Array {
  const scores = [0]
  let before = scores
  for (const { answers, worth } of clauses) {
    const share = answers[0]?.share ?? 0
    before = before.flatMap((score) => fitScore.map((fit) => score + scoreOf(fit, worth, share)))
    scores.push(...before)
  }
  return Float32Array.from(scores)
}

/**
 * The postings of the first term: nothing is held yet, and what holds it is no candidate before the other words are known.
 *
 * Throws `DamagedIndex` where they are not those of the term.
 */
function holdFirst({ bytes, at: from, end }: Stretch, postings: number, { held }: Room): number {
  let [number, at, further] = [0, from, 0]
  while (at < end) {
    let value = bytes[at++] as number
    if (value > 127) {
      value &= 127
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at++]
        if (byte === undefined || shift > 28) throw new DamagedIndex('postings are cut off')
        further += 1
        value |= (byte & 127) << shift
        if (byte < 128) break
      }
    }
    number += value >>> 2
    held[number] = 1 + (value & 3)
  }
  checkEnd(at === end && end - from - further === postings, number, held)
  return postings
}

/** All postings of a further term: what was of one of `count` levels from `first` is of one from `next`. How many these are now. */
function holdFurther(
  { bytes, at: from, end }: Stretch,
  postings: number,
  { held, candidates }: Room,
  first: number,
  next: number,
  already: number,
): number {
  let [number, at, further, found] = [0, from, 0, already]
  while (at < end) {
    let value = bytes[at++] as number
    if (value > 127) {
      value &= 127
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at++]
        if (byte === undefined || shift > 28) throw new DamagedIndex('postings are cut off')
        further += 1
        value |= (byte & 127) << shift
        if (byte < 128) break
      }
    }
    number += value >>> 2
    const before = held[number] as number
    // Most hold none yet.
    if (before < first || before >= next) continue
    held[number] = next + (before - first) * levelsOfWord + (value & 3)
    candidates[found++] = number
  }
  checkEnd(at === end && end - from - further === postings, number, held)
  return found
}

/** They rise: none is beyond the end where the last is not. */
function checkEnd(isWhole: boolean, last: number, held: Uint8Array): void {
  if (!isWhole) throw new DamagedIndex('postings differ from their length')
  if (last >= held.length) throw new DamagedIndex('a posting beyond the end')
}

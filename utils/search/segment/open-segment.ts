import { Findables } from '../ranking/findables.ts'
import { Remembered } from '../ranking/remembered.ts'
import { Lexicon } from '../terms/lexicon.ts'
import type { PostingPlaces } from '../terms/term-table.ts'
import type { Dictionary } from './segment.ts'
import { sizeIn } from './unit-list.ts'

/** A segment in which terms can be scored, whichever of them are known. What is found is ranked by its `Findables`. */
export interface ScoredSegment {
  readonly id: number
  readonly lexicon: PostingPlaces
  /** Postings that are not long. */
  readonly short: Uint8Array
  readonly room: Room
  readonly remembered: Remembered
}

/** A segment that is searched: its dictionary, and what is derived from it once. */
export interface OpenSegment extends ScoredSegment {
  readonly dictionary: Dictionary
  readonly lexicon: Lexicon
  readonly findables: Findables
}

/** Room for a search, which leaves it as it comes. */
export interface Room {
  readonly held: Uint8Array
  readonly scores: Float32Array
  /** Has room for one more than there can be. */
  readonly candidates: Uint32Array
  /** For the postings that are looked at: few enough to lie near the processor. */
  readonly postings: Uint32Array
}

/** A segment of which only some terms are known, whose postings all lie by themselves. @param size how much can be found in it */
export const scoredSegment = (id: number, size: number, lexicon: PostingPlaces): ScoredSegment => ({
  id,
  lexicon,
  short: new Uint8Array(),
  room: roomFor(size),
  remembered: new Remembered(),
})

/** @param known the same segment as it was opened before other units of it were gone, or before all of its terms were read */
export function openSegment(
  id: number,
  dictionary: Dictionary,
  dead: readonly number[],
  known?: Partial<OpenSegment>,
): OpenSegment {
  const {
    findables = new Findables(dictionary, dead),
    lexicon = new Lexicon(dictionary),
    room = roomFor(sizeIn(dictionary)),
    remembered = new Remembered(),
  } = known ?? {}
  return { id, dictionary, short: dictionary.short, findables: findables.without(dead), lexicon, room, remembered }
}

function roomFor(size: number): Room {
  const [held, scores] = [new Uint8Array(size), new Float32Array(size)]
  return { held, scores, candidates: new Uint32Array(size + 1), postings: new Uint32Array(4_096) }
}

/** Long postings of a segment, those of each term by where they begin among all; those that were not wanted may be missing. */
export type LongPostings = ReadonlyMap<number, Uint8Array>

/** Terms of a segment whose postings are long. */
export interface WantedPostings {
  readonly segment: number
  readonly terms: readonly { readonly term: string; readonly from: number }[]
}

/** Reads long postings of segments, all of one moment, those of each segment by themselves. */
export type ReadPostings = (wanted: readonly WantedPostings[]) => Promise<readonly LongPostings[]>

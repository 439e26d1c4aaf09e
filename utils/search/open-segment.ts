import { Lexicon } from './lexicon.ts'
import { kinds } from './ranking.ts'
import type { Dictionary } from './segment.ts'

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
export interface Room {
  readonly held: Uint8Array
  readonly scores: Float32Array
  readonly candidates: Uint32Array
}

/** A kind of findable that is none any more. */
export const gone = kinds.length

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

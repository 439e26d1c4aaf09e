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
  /** Of each unit: which of `kinds` it is, or `gone`, itself or anew in a later segment. What else is findable in a document is a question. */
  readonly kindOf: Uint8Array
  readonly room: Room
}

/** Room for a search, which leaves it as it comes. */
export interface Room {
  readonly held: Uint8Array
  readonly scores: Float32Array
  readonly candidates: Uint32Array
}

/** A kind of unit that is none any more. */
export const gone = kinds.length
const [document, note] = [kinds.indexOf('documents'), kinds.indexOf('notes')]
const ofNote = 'n'.charCodeAt(0)

/** @param known the same segment as it was opened before other units of it were gone, or before all of its terms were read */
export function openSegment(
  id: number,
  dictionary: Dictionary,
  dead: readonly number[],
  known?: Partial<OpenSegment>,
): OpenSegment {
  const { starts, units } = dictionary
  const size = starts[units.length] ?? 0
  const unitOf = known?.unitOf ?? unitsOf(starts, units.length)
  const kindOf = new Uint8Array(units.length)
  for (let unit = 0; unit < units.length; unit += 1)
    kindOf[unit] = units[unit]?.charCodeAt(0) === ofNote ? note : document
  for (const unit of dead) kindOf[unit] = gone
  const lexicon = known?.lexicon ?? new Lexicon(dictionary)
  return { id, dictionary, lexicon, unitOf, kindOf, room: known?.room ?? roomFor(size) }
}

function unitsOf(starts: Uint32Array, count: number): Uint32Array {
  const units = new Uint32Array(starts[count] ?? 0)
  for (let unit = 0; unit < count; unit += 1) {
    const from = starts[unit] as number
    const to = starts[unit + 1] as number
    // A note is one thing.
    if (to - from === 1) units[from] = unit
    else units.fill(unit, from, to)
  }
  return units
}

const roomFor = (size: number): Room => ({
  held: new Uint8Array(size),
  scores: new Float32Array(size),
  candidates: new Uint32Array(size),
})

/** Blocks of the postings of a segment by their number; those that were not wanted may be missing. */
export type Blocks = readonly (Uint8Array | undefined)[]

export interface WantedBlocks {
  readonly segment: number
  readonly blocks: readonly number[]
}

/** Reads blocks of segments, all of one moment, those of each segment by themselves. */
export type ReadBlocks = (wanted: readonly WantedBlocks[]) => Promise<readonly Blocks[]>
